package import Contracts
package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
internal import Yields

/// What a pool's shares are worth now.
package struct PoolPriceQuestion: Sendable {
  package let holdings: PoolHoldings
  /// The protocol's fee on rewards.
  package let feeRate: BasisPoints
  /// A reward whose effect is wanted, wei.
  package let reward: ExactInteger?
  package let profile: ProtocolProfile

  /// The keys of the inputs.
  package static let keys = PoolHoldings.keys + ["protocolFeeBps", "reward"]

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, profile: ProtocolProfile
  ) throws(Fault) -> PoolPriceQuestion {
    PoolPriceQuestion(
      holdings: try PoolHoldings.read(inputs),
      feeRate: try inputs.field("protocolFeeBps")?.basisPoints() ?? .zero,
      reward: try inputs.field("reward")?.rawInteger("a reward in wei"), profile: profile)
  }

  /// Both share prices and what they are made of.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    var pool = try StakingPool(
      rules: profile.pool, assets: holdings.assets, totalSupply: holdings.totalSupply,
      feeRate: feeRate)
    var sheet = Sheet("Staking pool")
    sheet.append(
      figures: pool.sharePrice.figures + [
        .raw("totalAssets", "total assets", pool.assets.total, "wei"),
        .raw("totalSupply", "total supply", pool.totalSupply, "shares, 1e18 each"),
      ])
    sheet.append("assets", title: .heading("assets"), figures: components(of: pool.assets))
    sheet.append("lifecycle", title: .heading("lifecycle"), figures: lifecycle(of: pool))
    if let reward {
      let made = try pool.addReward(reward, from: .rewardsVault)
      sheet.append(
        "afterReward", title: .heading("after a reward of \(Wad(raw: reward).text()) BERA"),
        figures: [
          .raw("fee", "fee", made.fee, "wei"),
          .raw("feeShares", "minted for it", made.feeShares, "shares"),
        ] + pool.sharePrice.figures)
    }
    sheet.append(.warnings)
    sheet.warnings = warnings
    return sheet
  }

  private func components(of assets: PoolAssets) -> [Figure] {
    [
      .raw("consensusDeposits", "on the consensus layer", assets.consensusDeposits, "wei"),
      .raw("buffer", "in the buffer", assets.buffer, "wei"),
      .raw("rewardsVault", "in the rewards vault", assets.rewardsVault, "wei"),
      .raw("operatorRewards", "with the operator", assets.operatorRewards, "wei"),
      .raw("unchargedFee", "less the fee not yet charged", assets.unchargedFee, "wei"),
    ]
  }

  private func lifecycle(of pool: StakingPool) -> [Figure] {
    [
      .text("phase", "validator", pool.phase.rawValue),
      .raw("activeThreshold", "active from", ExactInteger(pool.rules.activeThreshold), "wei"),
      .raw("remainingCapacity", "takes another", pool.remainingCapacity, "wei"),
      .count("feeCapBps", "fee cap", pool.rules.feeCap, "bps"),
    ]
  }
}
