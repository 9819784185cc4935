internal import Bulk
internal import Faults

// What came of the published yields of a file.

extension CSVCommand {
  /// How many explanations are listed.
  private static let listedExplanations = 20

  /// How many published yields agree, how many each explanation is the best of, and how many have none.
  func notes(on totals: ComparisonTotals) -> [Fault] {
    let explained = totals.explained
    let counts = [
      (totals.agreeing, "agree"), (explained.reduce(0) { $0 + $1.count }, "explained"),
      (totals.unexplained, "not explained"), (totals.withoutStake, "without stake"),
      (totals.unpublished, "empty"),
    ]
    let total = counts.enumerated().filter { $0 < 3 || $1.0 > 0 }.map { "\($1.0) \($1.1)" }
    var lines = ["published: " + total.joined(separator: ", ")]
    lines += explained.prefix(Self.listedExplanations).map {
      "\($0.conventions) explains " + Self.rows($0.count, from: $0.firstLine)
    }
    let others = explained.count - Self.listedExplanations
    if others > 0 { lines.append("and \(others) more explanations") }
    if let first = totals.firstUnexplainedLine {
      lines.append("not explained: " + Self.rows(totals.unexplained, from: first))
    }
    return lines.map { Fault(.comparison, severity: .note, found: $0, expected: "") }
  }

  private static func rows(_ count: Int, from line: Int) -> String {
    count == 1 ? "1 row, line \(line)" : "\(count) rows, first line \(line)"
  }
}
