internal import FixedPoint
package import Contracts
internal import Yields
internal import Quantities

/// `berayield pool price` and `pool preview`: what a pool's shares are worth now.
package enum PoolPriceAnalysis {
  /// Answers with both share prices and what they are made of.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - profile: the protocol's rules.
  /// - Returns: the sheet.
  /// - Throws: ``InputError``.
  package static func price(
    _ values: InputValues, profile: ProtocolProfile
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try PoolInputs(&values)
    let fee = try values.field("protocolFeeBps")?.basisPoints() ?? .zero
    let reward = try values.field("reward")?.rawInteger("a reward in wei")
    try values.refuseUnknownKeys()
    return try values.analyzing {
      var pool = try StakingPool(
        rules: profile.pool, assets: inputs.assets, totalSupply: inputs.totalSupply, feeRate: fee)
      var sheet = AnalysisSheet(title: "Staking pool")
      sheet.append(
        figures: pool.sharePrice.figures + [
          .raw("totalAssets", "total assets", pool.assets.total, "wei"),
          .raw("totalSupply", "total supply", pool.totalSupply, "shares, 1e18 each"),
        ])
      sheet.append("assets", title: "assets", figures: components(of: pool.assets))
      sheet.append("lifecycle", title: "lifecycle", figures: lifecycle(of: pool))
      if let reward {
        let made = try pool.addReward(reward, from: .rewardsVault)
        sheet.append(
          "afterReward", title: "after a reward of \(Wad(raw: reward).text()) BERA",
          figures: [
            .raw("fee", "fee", made.fee, "wei"),
            .raw("feeShares", "minted for it", made.feeShares, "shares"),
          ] + pool.sharePrice.figures)
      }
      return sheet
    }
  }

  private static func components(of assets: PoolAssets) -> [AnalysisSheet.Figure] {
    [
      .raw("consensusDeposits", "on the consensus layer", assets.consensusDeposits, "wei"),
      .raw("buffer", "in the buffer", assets.buffer, "wei"),
      .raw("rewardsVault", "in the rewards vault", assets.rewardsVault, "wei"),
      .raw("operatorRewards", "with the operator", assets.operatorRewards, "wei"),
      .raw("unchargedFee", "less the fee not yet charged", assets.unchargedFee, "wei"),
    ]
  }

  private static func lifecycle(of pool: StakingPool) -> [AnalysisSheet.Figure] {
    [
      .text("phase", "validator", pool.phase.rawValue),
      .raw("activeThreshold", "active from", ExactInteger(pool.rules.activeThreshold), "wei"),
      .raw("remainingCapacity", "takes another", pool.remainingCapacity, "wei"),
      .count("feeCapBps", "fee cap", pool.rules.feeCap, "bps"),
    ]
  }
}
