internal import EVMArithmetic

// Rewards in, and the two ways to spread them: over a duration, or at a target rate.
extension RewardVault {
  mutating func notifyRewardAmount(
    _ validator: ValidatorKey, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    if tx.caller != distributor { throw .custom("NotDistributor") }
    try addReward(amount, in: &tx)
    try processIncentives(of: validator, emitted: amount, in: &tx)
  }

  mutating func setRewardsDuration(
    _ duration: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    if !targetRewardsPerSecond.isZero { throw .custom("DurationChangeNotAllowed") }
    try requireAllowedDuration(duration)
    pendingRewardsDuration = duration
  }

  mutating func setTargetRewardsPerSecond(
    _ rate: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    let rules = profile.rewardVault
    if minRewardDurationForTargetRate.isZero {
      minRewardDurationForTargetRate = UInt256(rules.minRewardDuration)
      tx.emit(
        .minRewardDurationForTargetRateUpdated(minRewardDurationForTargetRate, old: .zero))
    }
    // A duration computed under the target may exceed what duration mode allows.
    let longest = UInt256(rules.maxRewardDuration)
    if rate.isZero && ledger.rewardsDuration > longest {
      pendingRewardsDuration = longest
    }
    tx.emit(.targetRewardsPerSecondUpdated(rate, old: targetRewardsPerSecond))
    targetRewardsPerSecond = rate
  }

  mutating func setMinRewardDurationForTargetRate(
    _ duration: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    try requireAllowedDuration(duration)
    tx.emit(
      .minRewardDurationForTargetRateUpdated(duration, old: minRewardDurationForTargetRate))
    minRewardDurationForTargetRate = duration
  }

  /// `_setRewardRate`, with the vault's pending duration and target rate.
  mutating func setRewardRate(in transaction: inout Transaction) throws(Revert) {
    var duration =
      pendingRewardsDuration.isZero ? ledger.rewardsDuration : pendingRewardsDuration
    // Consumed even where a target rate then decides the duration.
    pendingRewardsDuration = .zero
    var rate = try ledger.undistributedRewards / duration
    if !targetRewardsPerSecond.isZero {
      duration = try ledger.undistributedRewards / targetRewardsPerSecond
      if duration < minRewardDurationForTargetRate {
        rate = try ledger.undistributedRewards / minRewardDurationForTargetRate
        duration = minRewardDurationForTargetRate
      } else {
        rate = targetRewardsPerSecond
      }
    }
    if duration != ledger.rewardsDuration {
      try storeRewardsDuration(duration, in: &transaction)
    }
    try startPeriod(rate: rate, duration: duration, at: transaction.now)
  }

  func checkRewardSolvency() throws(Revert) {
    let promised = ledger.undistributedRewards.div(StakingRewardsLedger.precision)
    if promised > environment.rewardAllowances[distributor] ?? 0 {
      throw .custom("InsolventReward")
    }
  }

  private func requireRewardVaultManager(_ caller: Address) throws(Revert) {
    if caller != rewardVaultManager { throw .custom("NotRewardVaultManager") }
  }

  private func requireAllowedDuration(_ duration: UInt256) throws(Revert) {
    let rules = profile.rewardVault
    if duration < UInt256(rules.minRewardDuration)
      || duration > UInt256(rules.maxRewardDuration)
    {
      throw .custom("InvalidRewardDuration")
    }
  }
}
