public import EVMArithmetic

/// A reward period: the words of a staking contract that say how rewards are spread over time.
///
/// Source: berachain/contracts, src/base/StakingRewards.sol, src/pol/rewards/RewardVault.sol. Names
/// are those of the getters. The steps below are pure: a notification takes ``add(_:at:isStaked:)``
/// and then ``nextPeriod(from:under:)``.
public struct RewardPeriod: Hashable, Sendable {
  /// Reward wei per second times 1e18 while the period runs.
  public var rewardRate: UInt256
  /// Seconds of a period.
  public var rewardsDuration: UInt256
  /// When the period ends, unix seconds; nothing accrues from then on.
  public var periodFinish: UInt256
  /// Reward wei times 1e18 that no period has taken up yet.
  public var undistributedRewards: UInt256

  /// A period, by default one that never began.
  public init(
    rewardRate: UInt256 = 0, rewardsDuration: UInt256, periodFinish: UInt256 = 0,
    undistributedRewards: UInt256 = 0
  ) {
    self.rewardRate = rewardRate
    self.rewardsDuration = rewardsDuration
    self.periodFinish = periodFinish
    self.undistributedRewards = undistributedRewards
  }

  /// The scale of rates and of undistributed rewards: `PRECISION`.
  static var precision: UInt256 { UInt256(ProtocolProfile.precision) }
}

/// What decides the next period beside the rewards: a vault's settings, all 0 in a plain contract.
public struct EmissionSettings: Hashable, Sendable {
  /// The period that the next new rate takes up, in seconds; 0 for none.
  public var pendingRewardsDuration: UInt256
  /// The target and upper limit of the rate, wei per second times 1e18; 0 for duration mode.
  public var targetRewardsPerSecond: UInt256
  /// The shortest period under a target rate, in seconds; 0 until a target is first set.
  public var minRewardDurationForTargetRate: UInt256

  /// Settings, by default those of a plain contract.
  public init(
    pendingRewardsDuration: UInt256 = 0, targetRewardsPerSecond: UInt256 = 0,
    minRewardDurationForTargetRate: UInt256 = 0
  ) {
    self.pendingRewardsDuration = pendingRewardsDuration
    self.targetRewardsPerSecond = targetRewardsPerSecond
    self.minRewardDurationForTargetRate = minRewardDurationForTargetRate
  }
}

extension RewardPeriod {
  /// Whole wei that the undistributed rewards promise: what a solvency check asks for.
  var promisedWei: UInt256 { undistributedRewards.div(Self.precision) }

  /// `_computeLeftOverReward`: wei times 1e18 that the period still owes at `now`.
  ///
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func leftOverReward(at now: UInt256) throws(Revert) -> UInt256 {
    try rewardRate * (periodFinish &- now)
  }

  /// The first half of `_notifyRewardAmount`: adds rewards, and what a running period has left.
  ///
  /// - Parameters:
  ///   - reward: Reward wei.
  ///   - now: The block's timestamp.
  ///   - isStaked: Whether anybody stakes; if not, the running period has given back its rest.
  /// - Returns: What was added, wei times 1e18: the argument of `RewardAdded`.
  /// - Throws: `Panic(0x11)` when a step exceeds 256 bits.
  public mutating func add(
    _ reward: UInt256, at now: UInt256, isStaked: Bool
  ) throws(Revert) -> UInt256 {
    var added = try reward * Self.precision
    if isStaked && now < periodFinish { added = try added + (try leftOverReward(at: now)) }
    undistributedRewards = try undistributedRewards + added
    return added
  }

  /// `_setRewardRate`: the period that spreads the undistributed rewards from `now` on.
  ///
  /// In duration mode the rate is `floor(undistributed / duration)`. Under a target the period is as
  /// long as the rewards last at it, and at least the shortest. Either way what the floor leaves
  /// stays undistributed.
  ///
  /// - Parameters:
  ///   - now: The block's timestamp.
  ///   - settings: Pending duration and target; the caller takes the pending duration as used up.
  /// - Returns: The new period.
  /// - Throws: `Panic(0x12)` for a duration of 0, `RewardsDurationIsZero` where a target makes one,
  ///   `Panic(0x11)` beyond 256 bits.
  public func nextPeriod(
    from now: UInt256, under settings: EmissionSettings
  ) throws(Revert) -> RewardPeriod {
    let (pending, target) = (settings.pendingRewardsDuration, settings.targetRewardsPerSecond)
    var next = self
    if !pending.isZero { next.rewardsDuration = pending }
    // The quotient is taken even where a target then decides the rate.
    next.rewardRate = try undistributedRewards / next.rewardsDuration
    if !target.isZero {
      next.rewardsDuration = try undistributedRewards / target
      next.rewardRate = target
      let shortest = settings.minRewardDurationForTargetRate
      if next.rewardsDuration < shortest {
        next.rewardsDuration = shortest
        next.rewardRate = try undistributedRewards / shortest
      }
    }
    if next.rewardsDuration != rewardsDuration && next.rewardsDuration.isZero {
      throw .custom("RewardsDurationIsZero")
    }
    next.periodFinish = try now + next.rewardsDuration
    next.undistributedRewards =
      try undistributedRewards - (try next.rewardRate * next.rewardsDuration)
    return next
  }
}
