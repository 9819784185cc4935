package import Sheets
internal import Text

extension VerificationReport {
  /// The differences first, then the counts.
  package var sheet: Sheet {
    var sheet = Sheet()
    sheet.append(for: .programs, figures: [.count("cases", "", caseCount)])
    sheet.append(mismatches, for: .programs)
    sheet.append(functions, for: .programs)
    sheet.csvTable = mismatches.key
    if !failures.isEmpty {
      let lines = failures.map { [Phrase("mismatch in \($0.caseName): \($0.mismatch)")] }
      sheet.append(
        .init(.cells(Cells([.init("")], rows: lines, indent: 0, isTitled: false)), for: .text))
    }
    sheet.append(.init(.cells(counts), for: .text))
    sheet.append(.init(.statement(Phrase(verdict), isBold: false), for: .text))
    return sheet
  }

  private var mismatches: Table {
    Table(
      "mismatches",
      rows: failures.map { failure in
        [
          .program("case", .string(failure.caseName)),
          .program("path", .string(failure.mismatch.path.description)),
          .program("line", .number(String(failure.mismatch.line))),
          .program("recorded", .string(failure.mismatch.recorded)),
          .program("computed", .string(failure.mismatch.computed)),
        ]
      }, columns: Self.answer.columns(of: "mismatches"))
  }

  private var functions: Table {
    Table(
      "functions",
      rows: tallies.map { tally in
        [
          .program("function", .string(tally.subject)),
          .program("cases", .number(String(tally.cases))),
          .program("steps", .number(String(tally.steps))),
          .program("mismatches", .number(String(tally.failures))),
        ]
      })
  }

  private var counts: Cells {
    Cells(
      [
        .init("function"), .init("cases", .right), .init("steps", .right),
        .init("mismatches", .right),
      ],
      rows: tallies.map { tally in
        [
          "\(tally.subject)", "\(tally.cases)", tally.steps == 0 ? "" : "\(tally.steps)",
          "\(tally.failures)",
        ]
      }, indent: 0)
  }

  private var verdict: String {
    let confirmed = caseCount - failures.count - unrecorded.count
    var verdict = "\(confirmed) of \(caseCount) cases reproduce to the wei"
    if !failures.isEmpty { verdict += ", \(failures.count) do not" }
    if !unrecorded.isEmpty { verdict += ", \(unrecorded.count) record no result" }
    return verdict
  }
}
