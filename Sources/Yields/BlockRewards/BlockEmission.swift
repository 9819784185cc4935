public import Contracts
public import FixedPoint
public import Faults

/// What one block pays under a profile: the one place where the two eras differ.
public struct BlockEmission: Hashable, Sendable {
  /// Reward token wei for the validator's operator.
  public let base: ExactInteger
  /// Reward token wei for the vaults, the contract's bits; nil where it depends on a boost that is not
  /// known.
  public let reward: ExactInteger?
  /// The boosted reward behind it; nil where the profile has no boost curve, or no boost is known.
  public let boosted: BoostedReward?

  /// What one block pays.
  ///
  /// - Parameters:
  ///   - rewards: the rates, and the curve where there is one.
  ///   - boost: the validator's share of all boosts, nil where it is not known; a constant reward does
  ///     not look at it.
  /// - Throws: as ``BoostedReward``.
  public init(rewards: ProtocolProfile.BlockRewards, boost: Wad?) throws(Fault) {
    base = ExactInteger(rewards.baseRate)
    let rate = ExactInteger(rewards.rewardRate)
    guard let curve = rewards.boostCurve else {
      (reward, boosted) = (rate, nil)
      return
    }
    boosted = try boost.map { boost throws(Fault) in
      try BoostedReward(boost: boost, rewardRate: rate, curve: curve)
    }
    reward = boosted?.contract
  }

  /// All of it, wei; nil where the reward is not known.
  public var total: ExactInteger? { reward.map { base + $0 } }
}
