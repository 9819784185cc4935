internal import Text
internal import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
package import Sheets
internal import Yields

/// Where one block's reward goes: an amount, the allocations, and governance's stream.
///
/// Vaults are named as the input names them.
package struct AllocationQuestion: Sendable {
  typealias Allocation = RewardAllocation<String>

  /// Wei to distribute.
  let amount: ExactInteger
  /// The current block.
  let block: UInt64
  let candidates: AllocationCandidates<String>
  let stream: DedicatedEmissionStream<String>?

  /// The answer: every vault's part.
  ///
  /// - Throws: a `Fault` for what one block cannot pay, or where the contract reverts.
  package func sheet() throws(Fault) -> Sheet {
    let plan = try AllocationPlan(
      of: amount, at: block, candidates: candidates, stream: stream)
    let allocated = plan.allocated.reduce(ExactInteger(0)) { $0 + $1.amount }
    let dedicated = plan.dedicated.reduce(ExactInteger(0)) { $0 + $1.amount }
    var sheet = Sheet("Distribution of one block's reward")
    sheet.append(
      figures: [
        .wei("amount", "to distribute", plan.amount, "tokens"),
        .text("allocation", "allocation", plan.source.rawValue),
        .count("block", "block", block),
        .wei("dedicatedOffer", "dedicated stream, offered", plan.dedicatedOffer, "tokens"),
        .wei("dedicatedPaid", "dedicated stream, paid", dedicated, "tokens"),
        .wei("dedicatedReturned", "returned by its caps", plan.dedicatedReturned, "tokens"),
        .wei("allocated", "by the validator's weights", allocated, "tokens"),
        .wei(
          "undistributed", "paid to nobody", plan.amount - dedicated - allocated, "tokens"),
      ])
    if stream != nil {
      sheet.append(
        Table(
          "dedicated", "dedicated emission stream",
          rows: plan.dedicated.map { part in
            Self.row(part) + [
              .wei("debtAfter", "received in all", plan.debts[part.vault] ?? 0)
            ]
          }, columns: Self.answer.columns(of: "dedicated")))
    }
    sheet.append(
      Table(
        "vaults", "the validator's vaults", rows: plan.allocated.map(Self.row),
        columns: Self.answer.columns(of: "vaults")))
    sheet.append(.warnings)
    sheet.csvTable = "vaults"
    sheet.remarks = [
      "each part is rounded down to the wei, and the last vault gets what remains"
    ]
    switch plan.source {
    case .none:
      sheet.warnings = [
        Warning(.noAllocation, "without a default allocation the contract pays no vault at all")
      ]
    case .baseline:
      sheet.warnings = [
        Warning(
          .baselineAllocation,
          "the validator has no active allocation of its own: the baseline holds")
      ]
    case .default:
      sheet.warnings = [
        Warning(
          .defaultAllocation, "no valid allocation of the validator or baseline: the default holds")
      ]
    case .own, .activated: break
    }
    return sheet
  }

  private static func row(_ part: AllocationPlan<String>.Part) -> [Figure] {
    [
      .text("vault", "vault", part.vault),
      .program("weightBps", .number(part.weight.description)),
      Figure("share", Phrase(.percent(Wad(raw: part.weight * .powerOfTen(14))))),
      .wei("amount", "tokens", part.amount),
      .program("exact", .string(part.exact.wad(rounding: .down).text())),
    ]
  }
}
