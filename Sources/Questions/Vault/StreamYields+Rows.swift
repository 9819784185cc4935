internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// The rewards of a vault, a line each, and their sum.

extension VaultQuestion {
  /// The name of the table.
  static let streams = "streams"
  /// What a row is of: the vault's own reward, a further one, or all of them.
  static let streamKinds = ["vault", "stream", "sum"]

  static let streamKeys: [AnswerKey] = [
    .words("kind", streamKinds, "Whether it is the vault's own reward, a further one, or the sum."),
    .value("name", .text, "The stream's name.", null: "it has none"),
    .words(
      "status", VaultStatus.allCases.map(\.name),
      "That of the reward; the sum is active while any reward is."),
    .value(
      "apr", .fraction, "Its APR, rounded down; the sum is that of the exact APRs, rounded once.",
      null: "nobody stakes"),
    .value("aprPercent", .percent, "The same times 100.", null: "nobody stakes"),
    .value(
      "periodFinish", .time, "When it ends.", null: "no periodFinish is given, or it is the sum"),
  ]
}

extension StreamYields {
  /// The rewards as a table for people and programs.
  var table: Table {
    Table(
      VaultQuestion.streams, "rewards",
      rows: parts.map { part in
        row(
          part.stream == nil ? "vault" : "stream", part.stream?.name, part.status, part.apr,
          ends: part.periodFinish)
      } + [row("sum", nil, sumStatus, apr, ends: nil)])
  }

  private var sumStatus: VaultStatus {
    parts.first { $0.status == .active }?.status ?? parts.first?.status ?? .noStake
  }

  private func row(
    _ kind: String, _ name: String?, _ status: VaultStatus, _ apr: APR?, ends: Timestamp?
  ) -> [Figure] {
    let none = "none: \(NoYield.nobodyStakes)"
    return [
      .text("kind", "reward", kind),
      Figure("name", "name", .text(name), text: Phrase(name ?? "")),
      .text("status", "status", status.name),
      apr.map { .ratio("apr", "APR", $0.wad) } ?? .none("apr", "APR", none),
      .program("aprPercent", .text(apr?.percent)),
      ends.map { .time("periodFinish", "ends", $0) }
        ?? .none("periodFinish", "ends", kind == "sum" ? "" : "not given"),
    ]
  }
}
