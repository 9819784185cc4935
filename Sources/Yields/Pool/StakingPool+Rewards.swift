public import FixedPoint
internal import Contracts
public import Faults

/// What came of a reward.
public struct PoolReward: Hashable, Sendable {
  /// The staker rewards before the fee, in wei.
  public let gross: ExactInteger
  /// The protocol fee on them, in wei, rounded down.
  public let fee: ExactInteger
  /// The shares minted to pay the fee, rounded down.
  public let feeShares: ExactInteger
}

extension StakingPool {
  /// Where a reward arrives before it is compounded.
  public enum RewardSource: Hashable, Sendable {
    /// Consensus rewards and auction payouts: the staking rewards vault.
    case rewardsVault
    /// Emission to the operator: BGT, since PoL Next WBERA.
    case operatorRewards
  }

  /// Adds a reward and charges the fee on it at once, in new shares for the fee's recipient.
  ///
  /// - Parameters:
  ///   - amount: the reward for stakers before the fee, in wei.
  ///   - source: where it arrives.
  /// - Returns: the fee and the shares that paid it.
  /// - Throws: `Fault` for a negative amount.
  @discardableResult
  public mutating func addReward(
    _ amount: ExactInteger, from source: RewardSource
  ) throws(Fault) -> PoolReward {
    try Fault.requireNotNegative(amount, "reward")
    let fee = FeeShares.fee(on: amount, feeRate: feeRate)
    let feeShares = try FeeShares.minted(
      fee: fee, totalAssets: assets.total + amount, totalSupply: totalSupply)
    switch source {
    case .rewardsVault: assets.rewardsVault += amount
    case .operatorRewards: assets.operatorRewards += amount
    }
    totalSupply += feeShares
    return PoolReward(gross: amount, fee: fee, feeShares: feeShares)
  }

  /// A buyer pays the incentive auction's fixed payout for what the collector holds.
  ///
  /// Source: staking pools, `IncentiveCollector.claim`: the payout becomes a staker reward, so the
  /// fee is on it as on any other.
  ///
  /// - Parameter payout: the payout in wei; nil takes the rules' default.
  /// - Returns: the fee and the shares that paid it.
  /// - Throws: `Fault` for a negative payout.
  @discardableResult
  public mutating func settleAuction(
    payout: ExactInteger? = nil
  ) throws(Fault) -> PoolReward {
    try addReward(payout ?? ExactInteger(rules.auctionPayout), from: .rewardsVault)
  }

  /// Charges the fee that has accrued but was not charged: mints its shares.
  ///
  /// The assets counted it out before and count it in now, so the share price stays (the shares are
  /// rounded down, for the stakers). Source: `SmartOperator.accrueEarnedWBERAFees`.
  ///
  /// - Returns: the shares minted.
  /// - Throws: `Fault` where the fee is all that the pool has.
  @discardableResult
  public mutating func chargeAccruedFee() throws(Fault) -> ExactInteger {
    let fee = assets.unchargedFee
    let minted = try FeeShares.minted(
      fee: fee, totalAssets: assets.total + fee, totalSupply: totalSupply)
    assets.unchargedFee = 0
    totalSupply += minted
    return minted
  }

  /// Pulls the rewards into the buffer and on to the consensus layer: the automatic compounding.
  ///
  /// A fee that is still to be charged is charged first; beyond that neither the total assets nor
  /// the supply change. BGT stays with the operator. Source: `StakingPool.processRewards`.
  ///
  /// - Returns: what moved to the consensus layer, in wei.
  /// - Throws: as ``chargeAccruedFee()``.
  @discardableResult
  public mutating func processRewards() throws(Fault) -> ExactInteger {
    try chargeAccruedFee()
    assets.buffer += assets.takeRewards(ofOperator: rules.compoundsOperatorRewards)
    return moveBufferToConsensusLayer()
  }
}
