package import FixedPoint
package import Quantities

// Pools: assets and shares in the same unit.

extension Plausibility {
  /// A share price that no pool comes to: assets and shares in different units.
  package static func sharePrice(_ price: PoolSharePrice) -> Warning? {
    price.ratio.flatMap(sharePrice)
  }

  /// The same of the assets for a share.
  package static func sharePrice(_ ratio: ExactRational) -> Warning? {
    guard ratio < leastSharePrice || ratio > greatestSharePrice else { return nil }
    return Warning(
      .sharePriceFar,
      "a share is worth \(ratio.shortText()) BERA, where it begins at 1 and grows with the pool's "
        + "rewards: are assets and shares both in units of 1e-18?")
  }

  /// Assets by their parts, or the total where that alone is given, and the shares.
  package static func pool(
    _ assets: PoolAssets, isTotal: Bool, supply: ExactInteger
  ) -> [Warning] {
    var warnings =
      isTotal
      ? [amount(assets.consensusDeposits, "totalAssets")]
      : [
        amount(assets.consensusDeposits, "consensusDeposits"), amount(assets.buffer, "buffer"),
        amount(assets.rewardsVault, "rewardsVault"),
        amount(assets.operatorRewards, "operatorRewards"),
        amount(assets.unchargedFee, "unchargedFee"),
      ]
    warnings.append(amount(supply, "totalSupply", of: "shares"))
    warnings.append(sharePrice(PoolSharePrice(assets: assets.total, supply: supply)))
    return warnings.compactMap(\.self)
  }

  /// An exchange of assets for shares or back that gives nothing.
  ///
  /// - Parameters:
  ///   - operation: its name.
  ///   - amount: what is given.
  ///   - result: what comes back.
  ///   - given: what the amount is of.
  /// - Returns: that the amount is lost.
  package static func exchange(
    _ operation: String, of amount: ExactInteger, for result: ExactInteger, given: String
  ) -> Warning? {
    guard result.isZero, !amount.isZero else { return nil }
    return Warning(
      .nothingReceived,
      "the \(operation) gives nothing: \(TokenDecimals.eighteen.tokens(amount).shortText()) "
        + "\(given) are lost", field: "amount")
  }

  /// Why a pool refuses an operation.
  package static func refusal(_ refusal: PoolRefusal, field: String) -> Warning {
    let code: WarningCode =
      switch refusal {
      case .beyondSupply, .beyondHolding: .beyondSupply
      case .beyondAssets: .beyondAssets
      case .beyondBuffer: .beyondBuffer
      case .beyondCapacity: .beyondCapacity
      case .depositsPaused, .exited: .depositsClosed
      }
    return Warning(code, refusal.sentence.description, field: field)
  }
}
