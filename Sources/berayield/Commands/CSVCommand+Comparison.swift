internal import Bulk
internal import Faults

// What came of the published yields of a file.

extension CSVCommand {
  /// How many explanations are listed.
  private static let listedExplanations = 20

  /// How many published yields agree, how many each explanation is the best of, and how many have none.
  ///
  /// - Parameters:
  ///   - totals: of the rows.
  ///   - file: the file as the user named it, for the places of first rows.
  /// - Returns: notes.
  func notes(on totals: ComparisonTotals, of file: String) -> [Fault] {
    let explained = totals.explained
    let counts = [
      (totals.agreeing, "agree"), (explained.reduce(0) { $0 + $1.count }, "explained"),
      (totals.unexplained, "not explained"), (totals.withoutStake, "without stake"),
      (totals.unpublished, "empty"),
    ]
    let total = counts.enumerated().filter { $0 < 3 || $1.0 > 0 }.map { "\($1.0) \($1.1)" }
    func note(_ text: String, line: Int? = nil) -> Fault {
      Fault(
        .comparison, severity: .note, at: line.map { .file(file, line: $0) }, found: text,
        expected: "")
    }
    var notes = [note("published: " + total.joined(separator: ", "))]
    notes += explained.prefix(Self.listedExplanations).map {
      note("\($0.conventions) explains \(RowCount.text($0.count))", line: $0.firstLine)
    }
    let others = explained.count - Self.listedExplanations
    if others > 0 { notes.append(note("and \(others) more explanations")) }
    if let first = totals.firstUnexplainedLine {
      notes.append(note("not explained: \(RowCount.text(totals.unexplained))", line: first))
    }
    return notes
  }
}
