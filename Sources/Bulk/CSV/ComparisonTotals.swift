/// What came of the published yields of a file.
public struct ComparisonTotals: Hashable, Sendable {
  /// Rows without a published yield.
  public internal(set) var unpublished = 0
  /// Rows whose vault nobody stakes in: there is no APR to compare with.
  public internal(set) var withoutStake = 0
  /// Rows whose published yield is the exact one.
  public internal(set) var agreeing = 0
  /// Rows by their best explanation, the most frequent first.
  public var explained: [Explained] {
    byConventions.map { Explained(conventions: $0, count: $1.count, firstLine: $1.first) }
      .sorted { ($1.count, $0.firstLine) < ($0.count, $1.firstLine) }
  }
  /// Rows whose published yield nothing explains.
  public var unexplained: Int { unexplainedRows.count }
  /// The line on which the first of them begins; nil where there is none.
  public var firstUnexplainedLine: Int? { unexplained == 0 ? nil : unexplainedRows.first }

  /// The rows that one explanation is the best of.
  public struct Explained: Hashable, Sendable {
    /// A convention, or two divided by `;`.
    public let conventions: String
    /// How many rows it explains best.
    public let count: Int
    /// The line on which the first of them begins.
    public let firstLine: Int
  }

  /// Some rows: how many, and the first line.
  private struct Rows: Hashable, Sendable {
    var count = 0
    var first = Int.max

    mutating func add(_ other: Rows, from start: Int = 0) {
      guard other.count > 0 else { return }
      count += other.count
      first = min(first, start + other.first)
    }
  }

  private var byConventions: [String: Rows] = [:]
  private var unexplainedRows = Rows()

  /// Adds the row on a line.
  mutating func add(_ outcome: RowComparison.Outcome, at line: Int) {
    let row = Rows(count: 1, first: line)
    switch outcome {
    case .unpublished: unpublished += 1
    case .noStake: withoutStake += 1
    case .agrees: agreeing += 1
    case .explained(let conventions): byConventions[conventions, default: Rows()].add(row)
    case .unexplained: unexplainedRows.add(row)
    }
  }

  /// Adds others, whose lines count from `start`.
  mutating func merge(_ other: ComparisonTotals, from start: Int) {
    unpublished += other.unpublished
    withoutStake += other.withoutStake
    agreeing += other.agreeing
    for (conventions, rows) in other.byConventions {
      byConventions[conventions, default: Rows()].add(rows, from: start)
    }
    unexplainedRows.add(other.unexplainedRows, from: start)
  }
}
