internal import FixedPoint
package import Contracts
internal import Yields
package import Quantities

/// What a preview is of: the four operations of ERC-4626.
package enum PoolOperation: String, Sendable, CaseIterable {
  case deposit, mint, withdraw, redeem
}

extension PoolPriceAnalysis {
  /// Answers with what an operation gives or costs, and when a withdrawal is ready.
  ///
  /// - Parameters:
  ///   - operation: the operation.
  ///   - amount: wei of BERA for deposit and withdraw, shares for mint and redeem.
  ///   - values: the pool.
  ///   - now: the time where none is given.
  ///   - profile: the protocol's rules.
  /// - Returns: the sheet.
  /// - Throws: `Fault`.
  package static func preview(
    _ operation: PoolOperation, amount: Field, _ values: InputValues, now: Timestamp,
    profile: ProtocolProfile
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try PoolInputs(&values)
    let at = try values.field("at")?.timestamp() ?? now
    try values.refuseUnknownKeys()
    let given = try amount.rawInteger(
      operation.givesAssets ? "an amount in wei" : "a number of shares, 1e18 each")
    return try values.analyzing {
      let conversions = try PoolConversions(
        totalAssets: inputs.assets.total, totalSupply: inputs.totalSupply)
      let price = try PoolSharePrice(
        totalAssets: inputs.assets.total, totalSupply: inputs.totalSupply)
      let result = try operation.result(of: given, conversions)
      let exact =
        operation.givesAssets
        ? try ExactRational(given).divided(by: price.conversion)
        : ExactRational(given) * price.conversion
      var sheet = AnalysisSheet(title: "Preview: \(operation.rawValue)")
      sheet.append(
        figures: [
          .text("operation", "operation", operation.rawValue),
          .raw("amount", operation.givesAssets ? "assets" : "shares", given, operation.givenUnit),
          .raw("result", operation.resultName, result, operation.resultUnit),
          .tokens("resultTokens", "", result, operation.givesAssets ? "shares" : "BERA"),
          .decimal("exact", "before rounding", exact, operation.resultUnit),
          .text("rounding", "rounded", operation.roundsUp ? "up" : "down"),
        ] + price.figures)
      if operation == .withdraw || operation == .redeem {
        sheet.append(
          "withdrawal", title: "the request",
          figures: try readiness(at: at, profile))
      }
      sheet.remarks = ["every rounding favours the pool"]
      return sheet
    }
  }

  private static func readiness(
    at: Timestamp, _ profile: ProtocolProfile
  ) throws -> [AnalysisSheet.Figure] {
    let blockTime = profile.validatorSet.blockSeconds
    let delay = profile.pool.withdrawalDelay
    let seconds = delay.seconds(blockTime: blockTime).integer(rounding: .up)
    var figures: [AnalysisSheet.Figure] = [
      .time("requestedAt", "requested", ExactInteger(at.seconds)),
      .seconds("delaySeconds", "delay", seconds),
      .time("readyAt", "ready", ExactInteger(try at.advanced(by: seconds).seconds)),
    ]
    if case .blocks(let count) = delay {
      figures.append(.count("delayBlocks", "which is", count, "blocks"))
      figures.append(.decimal("blockTime", "at", blockTime, "s a block"))
    }
    return figures
  }
}

extension PoolOperation {
  fileprivate var givesAssets: Bool { self == .deposit || self == .withdraw }
  fileprivate var roundsUp: Bool { self == .mint || self == .withdraw }
  fileprivate var givenUnit: String { givesAssets ? "wei" : "shares, 1e18 each" }
  fileprivate var resultUnit: String { givesAssets ? "shares, 1e18 each" : "wei" }

  fileprivate var resultName: String {
    switch self {
    case .deposit: "gives"
    case .mint: "costs"
    case .withdraw: "burns"
    case .redeem: "pays"
    }
  }

  fileprivate func result(
    of given: ExactInteger, _ conversions: PoolConversions
  ) throws -> ExactInteger {
    switch self {
    case .deposit: try conversions.sharesForDeposit(given)
    case .mint: try conversions.assetsForMint(given)
    case .withdraw: try conversions.sharesForWithdrawal(given)
    case .redeem: try conversions.assetsForRedemption(given)
    }
  }
}
