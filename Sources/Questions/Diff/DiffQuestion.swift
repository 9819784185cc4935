package import Contracts
internal import YieldKernels
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
  /// USD for one whole reward token of the other era.
  package let otherRewardPrice: Price?
  /// The era of the vault.
  package let era: ProtocolProfile.Era
  /// The protocol's rules, for the cap of commissions.
  package let profile: ProtocolProfile
  /// How many explanations are listed.
  package let limit: Int
  package let time: EvaluationTime
  package let year: YearLength

  /// What separates the published yield from a vault's; nil where nobody stakes, as there is no APR to
  /// compare with.
  package func difference(of vault: VaultSnapshot) -> VaultDiff? {
    VaultDiff(
      explaining: published, of: vault, under: convention(for: vault), commission: commission,
      wholeSupply: wholeSupply, era: era, otherRewardPrice: otherRewardPrice, tolerance: tolerance)
  }

  private func convention(for vault: VaultSnapshot) -> YieldConvention {
    YieldConvention(time: time.resolved(for: vault.timestamp), year: year)
  }

  /// The answer for one vault; where nobody stakes it says so.
  ///
  /// - Parameters:
  ///   - vault: the vault.
  ///   - found: the ``difference(of:)`` of it.
  /// - Returns: the answer.
  /// - Throws: a `Fault` where the report cannot be made.
  package func sheet(
    about vault: Observed<VaultSnapshot>, _ found: VaultDiff?
  ) throws(Fault) -> Sheet {
    let snapshot = vault.value
    let convention = convention(for: snapshot)
    let report = try VaultReport(evaluating: snapshot, under: convention)
    var sheet = Sheet("\(snapshot.title): published yield and exact yield")
    sheet.state = .init(report.status.name, isGood: report.status == .active)
    sheet.provenance = vault.provenance
    sheet.subject = snapshot.subject
    sheet.summary = summary(of: found, report)
    sheet.summaryColumns = ["name", "published", "apr", "explanation"]
    let cap = profile.commission.maxRate
    sheet.warnings =
      report.warnings
      + [
        commission.flatMap { Plausibility.commission($0, cap: cap, "commission") },
        found.flatMap(Plausibility.match),
      ].compactMap(\.self)
    append(found, of: report, at: convention.time, to: &sheet)
    if let found { append(found, toPage: &sheet) }
    return sheet
  }

  private func append(
    _ diff: VaultDiff?, of report: VaultReport, at time: Timestamp, to sheet: inout Sheet
  ) {
    let apr = diff.map { APR($0.figure.wad(rounding: .down)) }
    let listed = diff?.explanations.prefix(limit) ?? []
    sheet.append(
      for: .programs,
      figures: [
        .program("vault", .text(report.snapshot.vault)),
        .program("name", .text(report.snapshot.name)),
        .program("status", .string(report.status.name)),
        .program("published", .string(text)),
        .program("publishedFraction", .string(published.value.plainText)),
        .program("tolerance", .string((tolerance ?? published.defaultTolerance).plainText)),
        .program("apr", .text(apr?.description)), .program("aprPercent", .text(apr?.percent)),
        .program("agrees", diff.map { .bool($0.agrees) } ?? .null),
        .program("agreement", .text(diff?.agreement?.rawValue)),
        .program("explained", diff.map { .bool($0.isExplained) } ?? .null),
        .program("explanationCount", .number(String(diff?.explanations.count ?? 0))),
        .program("hypotheses", .number(String(diff?.hypotheses ?? 0))),
      ])
    sheet.append(
      Table(
        Self.explanations, rows: diff.map { rows(listed, $0) } ?? [], columns: Self.columns,
        standIn: unexplained(diff)), for: .programs)
    sheet.append(
      Table(
        "nearest", rows: diff.map { rows($0.nearest[...], $0) } ?? [], columns: Self.columns),
      for: .programs)
    sheet.append(
      for: .programs,
      figures: [
        .program("commissionBps", commission.map { .number(String($0.value)) } ?? .null),
        .program("evaluatedAt", .count(time.seconds)),
        .program("yearSeconds", .count(year.seconds)),
      ])
    sheet.append(.init(.warnings, for: .programs))
    sheet.csvTable = Self.explanations
  }
}
