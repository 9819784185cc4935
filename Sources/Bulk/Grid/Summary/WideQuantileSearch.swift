internal import FixedPoint

/// Finds the quantiles that fall among figures which no word holds, as ``QuantileSearch`` does those of
/// words: a pass counts the values of each bracket in 4096 equal parts, until few enough are left to be
/// collected and sorted.
struct WideQuantileSearch: Sendable {
  /// Values from `low` on, 2^bits of them, with the ranks (from one) that fall among them.
  private struct Bracket: Sendable {
    let low: ExactInteger
    let bits: Int
    /// Figures below `low`, words among them.
    let below: Int
    let population: Int
    let ranks: [Int]

    var isCollected: Bool { population <= WideQuantileSearch.collected || bits == 0 }
    var shift: Int { max(0, bits - 12) }

    /// The part that a value falls in; nil outside of the bracket.
    func part(of value: ExactInteger) -> Int? {
      let distance = value - low
      guard !distance.isNegative, distance.bitWidth <= bits else { return nil }
      return Int(
        exactly: distance.divided(
          byNonZero: ExactInteger.one.shiftedLeft(by: shift), rounding: .down))
    }
  }

  /// Brackets of at most so many values are collected.
  private static let collected = 1 << 12
  private static let parts = 1 << 12

  /// What a pass has seen of each bracket.
  struct Tally: Sendable {
    fileprivate var counts: [[Int]] = []
    fileprivate var values: [[ExactInteger]] = []

    mutating func merge(_ other: Tally) {
      for (index, bracket) in other.counts.enumerated() {
        for (part, count) in bracket.enumerated() where count > 0 { counts[index][part] += count }
        values[index] += other.values[index]
      }
    }
  }

  private var brackets: [Bracket] = []
  private(set) var found: [Int: ExactInteger] = [:]

  /// Starts from what the totals know.
  ///
  /// - Parameters:
  ///   - totals: of the metric.
  ///   - ranks: the ranks looked for, from one; those of words are left out.
  init(_ totals: MetricTotals, ranks: [Int]) {
    let words = totals.count - totals.beyond
    let sought = Set(ranks.filter { $0 > words }).sorted()
    guard !sought.isEmpty, let low = totals.lowestBeyond, let high = totals.maximum?.value else {
      return
    }
    guard low < high else {
      for rank in sought { found[rank] = low }
      return
    }
    brackets = [
      Bracket(
        low: low, bits: (high - low).bitWidth, below: words, population: totals.beyond,
        ranks: sought)
    ]
  }

  var isDone: Bool { brackets.isEmpty }

  var emptyTally: Tally {
    Tally(
      counts: brackets.map { $0.isCollected ? [] : [Int](repeating: 0, count: Self.parts) },
      values: brackets.map { _ in [] })
  }

  func add(_ column: FigureColumn, to tally: inout Tally) {
    guard !brackets.isEmpty else { return }
    for value in column.beyondWords {
      for (index, bracket) in brackets.enumerated() {
        guard let part = bracket.part(of: value) else { continue }
        if bracket.isCollected {
          tally.values[index].append(value)
        } else {
          tally.counts[index][part] += 1
        }
      }
    }
  }

  /// Narrows the brackets by what a pass has seen.
  mutating func learn(_ tally: Tally) {
    var narrower: [Bracket] = []
    for (index, bracket) in brackets.enumerated() {
      if bracket.isCollected {
        let sorted = tally.values[index].sorted()
        for rank in bracket.ranks { found[rank] = sorted[rank - bracket.below - 1] }
      } else {
        narrower += Self.narrowed(bracket, tally.counts[index])
      }
    }
    brackets = narrower
  }

  private static func narrowed(_ bracket: Bracket, _ counts: [Int]) -> [Bracket] {
    var narrower: [Bracket] = []
    var below = bracket.below
    for (part, count) in counts.enumerated() where count > 0 {
      let ranks = bracket.ranks.filter { $0 > below && $0 <= below + count }
      if !ranks.isEmpty {
        narrower.append(
          Bracket(
            low: bracket.low + ExactInteger(part).shiftedLeft(by: bracket.shift),
            bits: bracket.shift, below: below, population: count, ranks: ranks))
      }
      below += count
    }
    return narrower
  }
}
