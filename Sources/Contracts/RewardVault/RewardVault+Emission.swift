internal import EVMArithmetic

// Rewards in, and the two ways to spread them: over a duration, or at a target rate.
extension RewardVault {
  mutating func notifyRewardAmount(
    _ validator: ValidatorKey, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    if tx.caller != settings.distributor { throw .custom("NotDistributor") }
    try addReward(amount, in: &tx)
    try processIncentives(of: validator, emitted: amount, in: &tx)
  }

  mutating func setRewardsDuration(
    _ duration: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    if !settings.emission.targetRewardsPerSecond.isZero {
      throw .custom("DurationChangeNotAllowed")
    }
    try requireAllowedDuration(duration)
    settings.emission.pendingRewardsDuration = duration
  }

  mutating func setTargetRewardsPerSecond(
    _ rate: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    let rules = profile.rewardVault
    var emission = settings.emission
    if emission.minRewardDurationForTargetRate.isZero {
      emission.minRewardDurationForTargetRate = UInt256(rules.minRewardDuration)
      tx.emit(
        .minRewardDurationForTargetRateUpdated(
          emission.minRewardDurationForTargetRate, old: .zero))
    }
    // A duration computed under the target may exceed what duration mode allows.
    let longest = UInt256(rules.maxRewardDuration)
    if rate.isZero && ledger.words.period.rewardsDuration > longest {
      emission.pendingRewardsDuration = longest
    }
    tx.emit(.targetRewardsPerSecondUpdated(rate, old: emission.targetRewardsPerSecond))
    emission.targetRewardsPerSecond = rate
    settings.emission = emission
  }

  mutating func setMinRewardDurationForTargetRate(
    _ duration: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRewardVaultManager(tx.caller)
    try requireAllowedDuration(duration)
    let old = settings.emission.minRewardDurationForTargetRate
    tx.emit(.minRewardDurationForTargetRateUpdated(duration, old: old))
    settings.emission.minRewardDurationForTargetRate = duration
  }

  /// `_setRewardRate`, with the vault's pending duration and target rate.
  mutating func setRewardRate(in transaction: inout Transaction) throws(Revert) {
    try startPeriod(under: settings.emission, in: &transaction)
    settings.emission.pendingRewardsDuration = .zero
  }

  private func requireRewardVaultManager(_ caller: Address) throws(Revert) {
    if caller != settings.rewardVaultManager { throw .custom("NotRewardVaultManager") }
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
