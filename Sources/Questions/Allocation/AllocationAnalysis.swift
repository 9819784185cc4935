internal import FixedPoint
package import Contracts
internal import Yields
internal import Quantities
package import Sheets

/// `berayield allocation`: where one block's reward goes.
package enum AllocationAnalysis {
  /// Answers with every vault's part.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - profile: the protocol's rules.
  /// - Returns: the sheet.
  /// - Throws: `Fault`.
  package static func sheet(
    _ values: InputValues, profile: ProtocolProfile
  ) throws -> Sheet {
    var values = values
    let inputs = try AllocationInputs(&values, profile: profile)
    return try values.analyzing {
      let plan = try AllocationPlan(
        of: inputs.amount, at: inputs.block, candidates: inputs.candidates, stream: inputs.stream)
      return sheet(of: plan, inputs)
    }
  }

  private static func sheet(of plan: AllocationPlan<String>, _ inputs: AllocationInputs) -> Sheet {
    let allocated = plan.allocated.reduce(ExactInteger(0)) { $0 + $1.amount }
    let dedicated = plan.dedicated.reduce(ExactInteger(0)) { $0 + $1.amount }
    var sheet = Sheet("Distribution of one block's reward")
    sheet.append(
      figures: [
        .raw("amount", "to distribute", plan.amount, "wei"),
        .text("allocation", "allocation", plan.source.rawValue),
        .count("block", "block", inputs.block),
        .raw("dedicatedOffer", "dedicated stream, offered", plan.dedicatedOffer, "wei"),
        .raw("dedicatedPaid", "dedicated stream, paid", dedicated, "wei"),
        .raw("dedicatedReturned", "returned by its caps", plan.dedicatedReturned, "wei"),
        .raw("allocated", "by the validator's weights", allocated, "wei"),
        .raw("undistributed", "paid to nobody", plan.amount - dedicated - allocated, "wei"),
      ])
    if inputs.stream != nil {
      sheet.append(
        Table(
          "dedicated", "dedicated emission stream",
          rows: plan.dedicated.map { part in
            row(part) + [
              .raw("debtAfter", "received in all", plan.debts[part.vault] ?? 0)
            ]
          }))
    }
    sheet.append(
      Table("vaults", "the validator's vaults", rows: plan.allocated.map(row), empty: "none"))
    sheet.append(.warnings)
    sheet.csvTable = "vaults"
    sheet.remarks = [
      "each part is rounded down and the last vault gets what remains; the exact part stands beside"
    ]
    switch plan.source {
    case .none:
      sheet.warnings = [Warning("without a default allocation the contract pays no vault at all")]
    case .baseline:
      sheet.warnings = [
        Warning("the validator has no active allocation of its own: the baseline holds")
      ]
    case .default:
      sheet.warnings = [
        Warning("no valid allocation of the validator or baseline: the default holds")
      ]
    case .own, .activated: break
    }
    return sheet
  }

  private static func row(_ part: AllocationPlan<String>.Part) -> [Figure] {
    [
      .text("vault", "vault", part.vault),
      .raw("weightBps", "bps", part.weight),
      .raw("amount", "wei", part.amount),
      .decimal("exact", "exact wei", part.exact, ""),
    ]
  }
}
