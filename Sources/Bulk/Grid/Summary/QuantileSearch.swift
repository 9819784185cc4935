internal import FixedPoint

/// Finds exact quantiles of one metric in a few passes over a grid that is computed anew in each.
///
/// A bracket is a range of values that holds the ones looked for. A pass counts the values of each
/// bracket in 4096 equal parts, which narrows it by 12 bits; a bracket with few values is collected
/// and sorted instead. A grid of a million points takes two or three passes.
struct QuantileSearch: Sendable {
  /// Values from `low` on, 2^bits of them, with the ranks (from one) that fall among them.
  private struct Bracket: Sendable {
    let low: UInt128
    let bits: Int
    /// Figures below `low`.
    let below: Int
    let population: Int
    let ranks: [Int]

    var isCollected: Bool { population <= QuantileSearch.collected }
    var shift: UInt128 { UInt128(max(0, bits - 12)) }
  }

  /// Brackets of at most so many values are collected.
  private static let collected = 1 << 16
  private static let parts = 1 << 12

  /// What a pass has seen of each bracket.
  struct Tally: Sendable {
    fileprivate var counts: [[Int]]
    fileprivate var values: [[UInt128]]
    fileprivate var wide: WideQuantileSearch.Tally

    mutating func merge(_ other: Tally) {
      wide.merge(other.wide)
      for (index, bracket) in other.counts.enumerated() {
        for (part, count) in bracket.enumerated() where count > 0 {
          counts[index][part] += count
        }
        values[index] += other.values[index]
      }
    }
  }

  private var brackets: [Bracket] = []
  private var found: [Int: UInt128] = [:]
  private let ranks: [Int]
  /// The ranks of figures that no word holds.
  private var wide: WideQuantileSearch

  /// Starts from what the totals know.
  init(_ totals: MetricTotals) {
    // The smallest rank whose part of the figures is at least the percentage: ceiling of n p / 100,
    // in two parts, for n may have 62 bits.
    let (hundreds, rest) = totals.count.quotientAndRemainder(dividingBy: 100)
    ranks = MetricSummary.percents.map { max(1, hundreds * $0 + (rest * $0 + 99) / 100) }
    wide = WideQuantileSearch(totals, ranks: ranks)
    let words = totals.count - totals.beyond
    guard words > 0 else { return }
    let width = totals.highestWord - totals.lowestWord
    let sought = Set(ranks.filter { $0 <= words })
    guard !sought.isEmpty else { return }
    brackets = [
      Bracket(
        low: totals.lowestWord, bits: UInt128.bitWidth - width.leadingZeroBitCount, below: 0,
        population: words, ranks: sought.sorted())
    ]
  }

  var isDone: Bool { brackets.isEmpty && wide.isDone }

  var emptyTally: Tally {
    Tally(
      counts: brackets.map { $0.isCollected ? [] : [Int](repeating: 0, count: Self.parts) },
      values: brackets.map { _ in [] }, wide: wide.emptyTally)
  }

  func add(_ column: FigureColumn, to tally: inout Tally) {
    wide.add(column, to: &tally.wide)
    for (index, bracket) in brackets.enumerated() {
      for word in column.words where word >= bracket.low && word != FigureColumn.exceptional {
        let distance = word - bracket.low
        guard distance >> UInt128(bracket.bits) == 0 else { continue }
        if bracket.isCollected {
          tally.values[index].append(word)
        } else {
          tally.counts[index][Int(truncatingIfNeeded: distance >> bracket.shift)] += 1
        }
      }
    }
  }

  /// Narrows the brackets by what a pass has seen.
  mutating func learn(_ tally: Tally) {
    wide.learn(tally.wide)
    var narrower: [Bracket] = []
    for (index, bracket) in brackets.enumerated() {
      if bracket.isCollected {
        let sorted = tally.values[index].sorted()
        for rank in bracket.ranks { found[rank] = sorted[rank - bracket.below - 1] }
      } else {
        narrower += narrowed(bracket, tally.counts[index])
      }
    }
    brackets = narrower
  }

  private mutating func narrowed(_ bracket: Bracket, _ counts: [Int]) -> [Bracket] {
    var narrower: [Bracket] = []
    var below = bracket.below
    for (part, count) in counts.enumerated() where count > 0 {
      let ranks = bracket.ranks.filter { $0 > below && $0 <= below + count }
      let low = bracket.low + UInt128(part) << bracket.shift
      if bracket.shift == 0 {
        for rank in ranks { found[rank] = low }
      } else if !ranks.isEmpty {
        narrower.append(
          Bracket(
            low: low, bits: Int(bracket.shift), below: below, population: count, ranks: ranks))
      }
      below += count
    }
    return narrower
  }

  /// The quantiles, once the search is done.
  var quantiles: [MetricSummary.Quantile] {
    zip(MetricSummary.percents, ranks).map { percent, rank in
      MetricSummary.Quantile(
        percent: percent, value: found[rank].map { ExactInteger($0) } ?? wide.found[rank])
    }
  }
}
