internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

/// A vault of a snapshot with a value that could not be read: it has a status, and no yield.
struct UnknownVault: Sendable {
  /// The status that no formula gives.
  static let status = VaultStatus.unknownName

  private let vault: String?
  private let name: String?
  /// The inputs that are null.
  private let missing: [InputKey]
  private let provenance: Provenance

  /// The vault of inputs that lack a value; nil where they have all.
  init?(_ inputs: InputObject) throws(Fault) {
    missing = inputs.missing(of: SnapshotFile.required)
    guard !missing.isEmpty else { return nil }
    vault = try inputs.string(InputKey.vault.rawValue)
    name = try inputs.string(InputKey.name.rawValue)
    provenance = Provenance(
      source: inputs.file.map { .file($0) } ?? .options, time: inputs.block?.time,
      block: inputs.block)
  }

  /// What could not be read, for programs.
  static func missing(_ keys: [InputKey]) -> Figure {
    .program("missing", .elements(keys.map { .string($0.rawValue) }))
  }

  /// The answer: the figures of a report, of which only the names are known.
  func sheet(of question: VaultQuestion) -> Sheet {
    let convention = YieldConvention(
      time: question.time.resolved(for: provenance.time), year: question.year,
      compounding: question.compounding, commission: question.commission)
    let named: [FigureKey: JSONValue] = [
      .vault: .text(vault), .name: .text(name), .status: .string(Self.status),
      .evaluatedAt: .number(convention.time.description),
      .yearSeconds: .number("\(convention.year.seconds)"),
    ]
    let title = [name, vault].compactMap(\.self).joined(separator: "  ")
    var sheet = Sheet(Phrase(title.isEmpty ? "Reward vault" : title))
    sheet.state = .init(Self.status, isGood: false)
    sheet.isUnknown = true
    sheet.provenance = provenance
    sheet.subject = [.program("vault", .text(vault)), .program("name", .text(name))]
    let figures = VaultFigure.all(under: convention).map(\.key)
    sheet.append(
      for: .programs,
      figures: figures.map { .program($0.rawValue, named[$0] ?? .null) } + [
        .program("undistributedRewards", .null), .program("undistributedRewardsTokens", .null),
        .rewardToken(question.rewardToken),
      ])
    sheet.append(.init(.warnings, for: .programs))
    sheet.append(for: .programs, figures: [Self.missing(missing)])
    let reasons = missing.map(\.rawValue).joined(separator: ", ")
    sheet.append(for: .text, figures: [Figure("missing", Phrase(reasons))])
    let option = missing.first?.option ?? ""
    sheet.remarks = ["the snapshot's gaps say why; \(option) gives a value of your own"]
    sheet.append(
      .init(
        .paragraph("There is no yield: the snapshot could not read \(reasons)", .doubtful),
        for: .html))
    sheet.appendHistory(question.curves)
    sheet.summary =
      figures.map { key in
        let text = key == .name ? name ?? vault ?? "unnamed" : key == .vault ? vault : nil
        return Figure(
          key.rawValue, key.title, named[key] ?? .null,
          text: Phrase(key == .status ? Self.status : text ?? "unknown"))
      } + [Figure("warnings", "warnings", .string(""), text: Phrase("no \(reasons)"))]
    sheet.summaryColumns = VaultReport.summaryColumns(under: convention)
    return sheet
  }
}
