public import EVMArithmetic

/// The words of StakingRewards.sol's storage that concern all stakers together.
///
/// Field names are the contract's. `rewardPerToken` is wei per staked base unit times 1e18, times are
/// unix seconds. Arithmetic is the contract's: checked words, except where it says `unchecked`.
public struct StakingRewardsWords: Hashable, Sendable {
  /// How rewards are spread over time.
  public var period: RewardPeriod
  /// Rewards per staked base unit times 1e18, as of `lastUpdateTime`.
  public var rewardPerTokenStored: UInt256 = 0
  /// Staked base units of all accounts.
  public var totalSupply: UInt256 = 0
  /// When `rewardPerTokenStored` was computed.
  public var lastUpdateTime: UInt256 = 0

  /// The words of a new contract; `rewardsDuration` is the seconds of its periods.
  public init(rewardsDuration: UInt256) {
    period = RewardPeriod(rewardsDuration: rewardsDuration)
  }
}

// The contract's views.
extension StakingRewardsWords {
  /// `lastTimeRewardApplicable`: up to when rewards accrue, `min(now, periodFinish)`.
  public func lastTimeRewardApplicable(at now: UInt256) -> UInt256 {
    min(now, period.periodFinish)
  }

  /// `rewardPerToken`: rewards per staked base unit, times 1e18, rounded down.
  ///
  /// - Parameter now: The block's timestamp.
  /// - Returns: `rewardPerTokenStored + floor(rewardRate * elapsed / totalSupply)`, unchanged when
  ///   nothing is staked. The elapsed time is an unchecked subtraction.
  /// - Throws: `FullMulDivFailed` or `Panic(0x11)` when the result exceeds 256 bits.
  public func rewardPerToken(at now: UInt256) throws(Revert) -> UInt256 {
    if totalSupply.isZero { return rewardPerTokenStored }
    let timeDelta = lastTimeRewardApplicable(at: now) &- lastUpdateTime
    let accrued = try FixedPointMathLib.fullMulDiv(period.rewardRate, timeDelta, totalSupply)
    return try rewardPerTokenStored + accrued
  }

  /// `getRewardForDuration`: what a whole period pays at the current rate, in wei, rounded down.
  ///
  /// - Returns: `floor(rewardRate * rewardsDuration / 1e18)`.
  /// - Throws: `FullMulDivFailed` when the result exceeds 256 bits.
  public func rewardForDuration() throws(Revert) -> UInt256 {
    try FixedPointMathLib.fullMulDiv(
      period.rewardRate, period.rewardsDuration, RewardPeriod.precision)
  }

  /// `_updateReward` without an account: accrues up to `now`.
  mutating func accrue(at now: UInt256) throws(Revert) {
    rewardPerTokenStored = try rewardPerToken(at: now)
    lastUpdateTime = lastTimeRewardApplicable(at: now)
  }
}
