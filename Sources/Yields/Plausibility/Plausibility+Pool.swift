package import FixedPoint
package import Quantities

// Pools: assets and shares in the same unit.

extension Plausibility {
  /// A share price that no pool comes to: assets and shares in different units.
  package static func sharePrice(_ price: PoolSharePrice) -> Warning? {
    guard let ratio = price.ratio, ratio < leastSharePrice || ratio > greatestSharePrice else {
      return nil
    }
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

  /// An exchange of assets for shares or back that gives nothing, or takes more than there is.
  ///
  /// - Parameters:
  ///   - operation: its name.
  ///   - amount: what is given.
  ///   - result: what comes back.
  ///   - given: what the amount is of.
  ///   - taken: what leaves the pool; nil where it is paid in.
  ///   - supply: the pool's shares.
  ///   - assets: the pool's assets.
  /// - Returns: that the amount is lost, or that the operation reverts.
  package static func exchange(
    _ operation: String, of amount: ExactInteger, for result: ExactInteger, given: String,
    isFor taken: (shares: ExactInteger, assets: ExactInteger)?, supply: ExactInteger,
    assets: ExactInteger
  ) -> Warning? {
    if result.isZero, !amount.isZero {
      return Warning(
        .nothingReceived,
        "the \(operation) gives nothing: \(TokenDecimals.eighteen.tokens(amount).shortText()) "
          + "\(given) are lost", field: "amount")
    }
    guard let taken else { return nil }
    if taken.shares > supply {
      return Warning(
        .beyondPool,
        "the \(operation) burns \(taken.shares) shares where \(supply) exist: it reverts on chain",
        field: "amount")
    }
    guard taken.assets > assets else { return nil }
    return Warning(
      .beyondPool,
      "the \(operation) pays \(taken.assets) wei where the pool has \(assets): it reverts on chain",
      field: "amount")
  }
}
