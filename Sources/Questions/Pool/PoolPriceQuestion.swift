package import Contracts
package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
internal import Text
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
    let fee = try inputs.field("protocolFeeBps")
    let reward = try inputs.field("reward")
    let question = PoolPriceQuestion(
      holdings: try PoolHoldings.read(inputs), feeRate: try fee?.basisPoints() ?? .zero,
      reward: try reward?.rawInteger(of: .reward), units: try PoolUnits.read(inputs),
      profile: profile)
    if let fee, reward == nil {
      throw fee.error(.conflict, expected: "it with reward only, as the fee is on rewards")
    }
    return question
  }

  /// Both share prices and what they are made of.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    var pool = try StakingPool(
      rules: holdings.kind.rules(of: profile), assets: holdings.assets,
      totalSupply: holdings.totalSupply,
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

  /// What needs the parts of the assets and has the total alone.
  private static let needsParts = "needs the parts"

  private func components(of assets: PoolAssets) -> [Figure] {
    let isBGT = profile.era == .bgt
    return [
      part("consensusDeposits", "consensus layer", assets.consensusDeposits),
      part("buffer", "buffer", assets.buffer),
      part("rewardsVault", "rewards vault", assets.rewardsVault),
      part("operatorRewards", isBGT ? "operator's BGT" : "operator", assets.operatorRewards),
      part("unchargedFee", "minus the accrued fee", assets.unchargedFee),
    ]
  }

  private func part(_ key: String, _ label: String, _ wei: ExactInteger) -> Figure {
    guard !holdings.isTotal else { return .none(key, label, Self.needsParts) }
    let note: Phrase = holdings.given.contains(key) ? "" : "not given: counts as 0"
    return Figure(
      key, label, .string(wei.description),
      text: Phrase(.number(wei, decimals: units.assets.count), units.assetName), note: note)
  }

  private func lifecycle(of pool: StakingPool) -> [Figure] {
    let (phase, capacity) = ("phase", "remainingCapacity")
    return [
      holdings.isTotal
        ? .none(phase, "validator", Self.needsParts)
        : .text(phase, "validator", pool.phase.rawValue),
      .wei("activeThreshold", "active threshold", ExactInteger(pool.rules.activeThreshold), "BERA"),
      holdings.isTotal
        ? .none(capacity, "remaining capacity", Self.needsParts)
        : .wei(capacity, "remaining capacity", pool.remainingCapacity, "BERA"),
      .count("feeCapBps", "fee cap", pool.rules.feeCap, "bps"),
    ]
  }
}
