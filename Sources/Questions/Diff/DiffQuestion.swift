internal import Inputs
package import Faults
package import FixedPoint
package import Quantities
package import Sheets
package import Yields
internal import Text

/// Which conventions separate a published yield from a vault's exact one.
package struct DiffQuestion: Sendable {
  /// The published yield, and how far its digits reach.
  package let published: PublishedFigure
  /// The same as it was written; percentages are answered in percent.
  package let text: String
  /// How far a figure may be from it, as a fraction.
  package let tolerance: ExactRational?
  /// What is taken before the stakers get the yield; nil where none is known of.
  package let commission: BasisPoints?
  /// The stake token's whole supply, base units.
  package let wholeSupply: ExactInteger?
  /// How many explanations are listed.
  package let limit: Int
  package let time: EvaluationTime
  package let year: YearLength

  /// The answer for one vault.
  ///
  /// - Throws: a `Fault` where nobody stakes, so that no APR exists to compare with.
  package func sheet(about vault: Observed<VaultSnapshot>) throws(Fault) -> Sheet {
    let snapshot = vault.value
    let convention = YieldConvention(
      time: time.resolved(for: snapshot.timestamp), year: year)
    let found = VaultDiff(
      explaining: published, of: snapshot, under: convention, commission: commission,
      wholeSupply: wholeSupply, tolerance: tolerance)
    guard let found else {
      throw Fault(
        .noSolution, at: .input(InputKey.totalSupply.rawValue), found: "0",
        expected: "a totalSupply above 0: without stake there is no APR to compare with")
    }
    var sheet = Sheet("\(snapshot.title): published yield and exact yield")
    sheet.provenance = vault.provenance
    sheet.subject = snapshot.subject
    sheet.summary = summary(of: found, snapshot)
    sheet.summaryColumns = ["name", "published", "apr", "explanation"]
    sheet.warnings = try VaultReport(evaluating: snapshot, under: convention).warnings
    append(found, of: snapshot, at: convention.time, to: &sheet)
    return sheet
  }

  private func append(
    _ diff: VaultDiff, of snapshot: VaultSnapshot, at time: Timestamp, to sheet: inout Sheet
  ) {
    let listed = diff.explanations.prefix(limit)
    let apr = APR(diff.figure.wad(rounding: .down))
    sheet.append(
      for: .programs,
      figures: [
        .program("vault", .text(snapshot.vault)), .program("name", .text(snapshot.name)),
        .program("published", .string(text)),
        .program("publishedFraction", .string(plain(diff.published.value))),
        .program("tolerance", .string(plain(diff.tolerance))),
        .program("apr", .string(apr.description)), .program("aprPercent", .string(apr.percent)),
        .program("agrees", .bool(diff.agrees)),
        .program("explained", .bool(!diff.explanations.isEmpty)),
        .program("explanationCount", .number(String(diff.explanations.count))),
      ])
    sheet.append(
      Table(Self.explanations, rows: listed.map(row), columns: Self.columns), for: .programs)
    sheet.append(
      Table("nearest", rows: diff.nearest.map(row), columns: Self.columns), for: .programs)
    sheet.append(
      for: .programs,
      figures: [
        .program("commissionBps", commission.map { .number(String($0.value)) } ?? .null),
        .program("evaluatedAt", .count(time.seconds)),
        .program("yearSeconds", .count(year.seconds)),
      ])
    sheet.append(.init(.warnings, for: .programs))
    sheet.csvTable = Self.explanations
    sheet.append(.init(.cells(figureCells(diff, apr: apr)), for: .text))
    sheet.append(.init(.statement("  \(verdict(diff))", isBold: true), for: .text))
    if let cells = explanationCells(
      diff.explanations.isEmpty ? diff.nearest[...] : listed)
    {
      sheet.append(.init(.cells(cells), for: .text))
      let more = diff.explanations.count - listed.count
      if more > 0 {
        sheet.append(
          .init(
            .statement("  and \(more) more within the tolerance (see --limit)", isBold: false),
            for: .text))
      }
    }
  }

  /// A fraction as plain decimals, rounded half to even at the 18th.
  func plain(_ value: ExactRational) -> String { value.wad(rounding: .halfEven).text() }

  func percent(_ value: ExactRational) -> String {
    (value * ExactRational(100)).wad(rounding: .halfEven).text()
  }
}
