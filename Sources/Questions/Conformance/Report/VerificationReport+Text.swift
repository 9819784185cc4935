package import Text

extension VerificationReport {
  /// The report as a page: the differences first, then the counts.
  package func page() -> String {
    var page = ""
    for failure in failures { page += "mismatch in \(failure.caseName): \(failure.mismatch)\n" }
    if !failures.isEmpty { page += "\n" }
    var table = TextTable([
      .init("function"), .init("cases", .right), .init("steps", .right),
      .init("mismatches", .right),
    ])
    for tally in tallies {
      table.append([
        tally.subject, String(tally.cases), tally.steps == 0 ? "" : String(tally.steps),
        String(tally.failures),
      ])
    }
    page += table.text() + "\n"
    let confirmed = caseCount - failures.count - unrecorded.count
    page += "\(confirmed) of \(caseCount) cases reproduce to the wei"
    if !failures.isEmpty { page += ", \(failures.count) do not" }
    if !unrecorded.isEmpty { page += ", \(unrecorded.count) record no result" }
    return page + "\n"
  }

  /// The report as JSON.
  package var json: JSONValue {
    .members([
      "cases": .number(String(caseCount)),
      "mismatches": .elements(failures.map(Self.json)),
      "functions": .elements(tallies.map(Self.json)),
    ])
  }

  /// The mismatches as rows, and the header that goes with them.
  package static let csvHeader = ["case", "path", "line", "recorded", "computed"]

  /// One row a mismatch.
  package var csvRecords: [[String]] {
    failures.map { failure in
      [
        failure.caseName, failure.mismatch.path.description, String(failure.mismatch.line),
        failure.mismatch.recorded, failure.mismatch.computed,
      ]
    }
  }

  /// A mismatch as JSON.
  package static func json(_ failure: Failure) -> JSONValue {
    .members([
      "case": .string(failure.caseName),
      "path": .string(failure.mismatch.path.description),
      "line": .number(String(failure.mismatch.line)),
      "recorded": .string(failure.mismatch.recorded),
      "computed": .string(failure.mismatch.computed),
    ])
  }

  private static func json(_ tally: Tally) -> JSONValue {
    .members([
      "function": .string(tally.subject), "cases": .number(String(tally.cases)),
      "steps": .number(String(tally.steps)), "mismatches": .number(String(tally.failures)),
    ])
  }
}
