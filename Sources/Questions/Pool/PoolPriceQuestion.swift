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
  /// The units that assets and shares are read in.
  package let units: PoolUnits
  package let profile: ProtocolProfile

  /// The keys of the inputs.
  package static let keys: KeyTree =
    PoolHoldings.keys + ["protocolFeeBps", "reward"]
    + KeyTree(PoolUnits.keys)

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, profile: ProtocolProfile
  ) throws(Fault) -> PoolPriceQuestion {
    PoolPriceQuestion(
      holdings: try PoolHoldings.read(inputs),
      feeRate: try inputs.field("protocolFeeBps")?.basisPoints() ?? .zero,
      reward: try inputs.field("reward")?.rawInteger("a reward in wei", decimals: 18),
      units: try PoolUnits.read(inputs),
      profile: profile)
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
      figures: units.figures(pool.sharePrice) + [
        units.assets("totalAssets", "total assets", pool.assets.total),
        units.shares("totalSupply", "total supply", pool.totalSupply),
      ])
    sheet.append("assets", title: .heading("assets"), figures: components(of: pool.assets))
    if units.isStaking {
      sheet.append("lifecycle", title: .heading("lifecycle"), figures: lifecycle(of: pool))
    }
    if let reward {
      let made = try pool.addReward(reward, from: .rewardsVault)
      sheet.append(
        "afterReward",
        title: .heading(
          "after a reward of \(Phrase(.number(reward, decimals: units.assets.count), units.assetName))"
        ),
        figures: [
          units.assets("fee", "fee", made.fee),
          units.shares("feeShares", "fee shares", made.feeShares),
        ] + units.figures(pool.sharePrice))
    }
    sheet.append(.warnings)
    sheet.warnings = warnings
    return sheet
  }

  private func components(of assets: PoolAssets) -> [Figure] {
    [
      units.assets("consensusDeposits", "consensus layer", assets.consensusDeposits),
      units.assets("buffer", "buffer", assets.buffer),
      units.assets("rewardsVault", "rewards vault", assets.rewardsVault),
      units.assets("operatorRewards", "operator", assets.operatorRewards),
      units.assets("unchargedFee", "minus the accrued fee", assets.unchargedFee),
    ]
  }

  private func lifecycle(of pool: StakingPool) -> [Figure] {
    [
      .text("phase", "validator", pool.phase.rawValue),
      .wei("activeThreshold", "active threshold", ExactInteger(pool.rules.activeThreshold), "BERA"),
      .wei("remainingCapacity", "remaining capacity", pool.remainingCapacity, "BERA"),
      .count("feeCapBps", "fee cap", pool.rules.feeCap, "bps"),
    ]
  }
}
