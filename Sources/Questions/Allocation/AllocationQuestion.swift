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
    let plan = try plan()
    let allocated = plan.allocated.reduce(ExactInteger(0)) { $0 + $1.amount }
    let dedicated = plan.dedicated.reduce(ExactInteger(0)) { $0 + $1.amount }
    var sheet = Sheet("Distribution of one block's reward")
    sheet.append(
      figures: [
        .wei("amount", "amount", plan.amount, "tokens"),
        .text("allocation", "allocation", plan.source.rawValue),
        .count("block", "block", block),
        .wei("dedicatedOffer", "offered to dedicated stream", plan.dedicatedOffer, "tokens"),
        .wei("dedicatedPaid", "paid by dedicated stream", dedicated, "tokens"),
        .wei("dedicatedReturned", "returned above its caps", plan.dedicatedReturned, "tokens"),
        .wei("allocated", "paid by validator's weights", allocated, "tokens"),
        .wei(
          "undistributed", "not distributed", plan.amount - dedicated - allocated, "tokens"),
      ])
    if stream != nil {
      sheet.append(
        Table(
          "dedicated", "dedicated emission stream",
          rows: plan.dedicated.map { part in
            Self.row(part) + [
              .wei("debtAfter", "received to date", plan.debts[part.vault] ?? 0)
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
      "each share is rounded down to the wei; the last vault gets the remainder"
    ]
    sheet.warnings =
      [Plausibility.amount(amount, "amount", of: "reward tokens")].compactMap(\.self)
    switch plan.source {
    case .none:
      sheet.warnings += [
        Warning(.noAllocation, "there is no default allocation, so the contract pays no vault")
      ]
    case .baseline:
      sheet.warnings += [
        Warning(
          .baselineAllocation,
          "the validator has no active allocation of its own: the baseline applies")
      ]
    case .default:
      sheet.warnings += [
        Warning(
          .defaultAllocation,
          "neither the validator nor the baseline has a valid allocation: the default "
            + "applies")
      ]
    case .own, .activated: break
    }
    return sheet
  }

  private func plan() throws(Fault) -> AllocationPlan<String> {
    do throws(Fault) {
      return try AllocationPlan(of: amount, at: block, candidates: candidates, stream: stream)
    } catch {
      // Beside damaged weights only a block makes the contract revert: a start block and the blocks of
      // inactivity behind it leave 64 bits.
      var candidates = candidates
      candidates.activateReady(at: block)
      guard error.code == .reverts, let start = candidates.own?.startBlock,
        let span = candidates.inactivityBlockSpan, start.addingReportingOverflow(span).overflow
      else { throw error }
      throw error.at(
        .input(
          span > start ? "inactivityBlockSpan" : start == block ? "block" : "custom.startBlock"))
    }
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
