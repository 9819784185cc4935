internal import FixedPoint

/// Finds exact quantiles of one metric in a few passes over a grid that is computed anew in each.
///
/// Words come first, then the figures that no word holds, and above all figures the points whose figure
/// is too large to be stated: a rank that falls on those has no quantile. A grid of a million points
/// takes two or three passes.
struct QuantileSearch: Sendable {
  /// What a pass has seen.
  struct Tally: Sendable {
    fileprivate var words: BracketSearch<UInt128>.Tally
    fileprivate var wide: BracketSearch<ExactInteger>.Tally

    mutating func merge(_ other: Tally) {
      words.merge(other.words)
      wide.merge(other.wide)
    }
  }

  private let ranks: [Int]
  private var words = BracketSearch<UInt128>()
  private var wide = BracketSearch<ExactInteger>()

  /// Starts from what the totals know.
  init(_ totals: MetricTotals) {
    // The smallest rank whose part of the ranked points is at least the percentage: ceiling of
    // n p / 100, in two parts, for n may have 62 bits.
    let (hundreds, rest) = (totals.count + totals.unstated).quotientAndRemainder(dividingBy: 100)
    ranks = MetricSummary.percents.map { max(1, hundreds * $0 + (rest * $0 + 99) / 100) }
    let wordCount = totals.count - totals.beyond
    if wordCount > 0 {
      words = BracketSearch(
        in: totals.lowestWord...totals.highestWord, below: 0, population: wordCount, ranks: ranks)
    }
    if let lowest = totals.lowestBeyond, let highest = totals.maximum?.value {
      wide = BracketSearch(
        in: lowest...highest, below: wordCount, population: totals.beyond, ranks: ranks)
    }
  }

  var isDone: Bool { words.isDone && wide.isDone }

  var emptyTally: Tally { Tally(words: words.emptyTally, wide: wide.emptyTally) }

  func add(_ column: FigureColumn, to tally: inout Tally) {
    // What marks an exception is above all words.
    words.add(column.words, to: &tally.words)
    if !wide.isDone { wide.add(column.beyondWords, to: &tally.wide) }
  }

  /// Narrows the brackets by what a pass has seen.
  mutating func learn(_ tally: Tally) {
    words.learn(tally.words)
    wide.learn(tally.wide)
  }

  /// The quantiles, once the search is done.
  var quantiles: [MetricSummary.Quantile] {
    zip(MetricSummary.percents, ranks).map { percent, rank in
      MetricSummary.Quantile(
        percent: percent, value: words.found[rank].map { ExactInteger($0) } ?? wide.found[rank])
    }
  }
}
