internal import EVMArithmetic

/// The steps of StakingRewards.sol that its two children share, with the hooks they override.
///
/// Source: berachain/contracts, src/base/StakingRewards.sol. The order of steps is the contract's:
/// it decides which revert wins and what a rate is computed from.
protocol StakingRewardsContract {
  var ledger: StakingRewardsLedger { get set }

  /// `_updateReward`: brings the contract, and an account if there is one, up to date.
  mutating func updateReward(
    of account: Address?, in transaction: inout Transaction
  ) throws(Revert)
  /// `_setRewardRate`: spreads `undistributedRewards` over a new period from now on.
  mutating func setRewardRate(in transaction: inout Transaction) throws(Revert)
  /// `_checkRewardSolvency`: refuses rewards that could not be paid.
  func checkRewardSolvency() throws(Revert)
  /// `_safeTransferRewardToken`.
  ///
  /// Returns the part that came out of somebody's BGT.
  mutating func sendRewardToken(
    to recipient: Address, _ amount: UInt256
  ) throws(Revert) -> UInt256
  /// `_safeTransferFromStakeToken`.
  mutating func pullStakeToken(from payer: Address, _ amount: UInt256) throws(Revert)
  /// `_safeTransferStakeToken`.
  mutating func sendStakeToken(to recipient: Address, _ amount: UInt256) throws(Revert)
}

extension StakingRewardsContract {
  /// `_notifyRewardAmount`: adds rewards, with what the current period has left.
  mutating func addReward(
    _ amount: UInt256, in transaction: inout Transaction
  ) throws(Revert) {
    let now = transaction.now
    let isStaked = !ledger.words.totalSupply.isZero
    try updateReward(of: nil, in: &transaction)
    let added = try ledger.words.period.add(amount, at: now, isStaked: isStaked)
    try checkRewardSolvency()
    if isStaked {
      try setRewardRate(in: &transaction)
      ledger.words.lastUpdateTime = now
    }
    transaction.emit(.rewardAdded(added))
  }

  /// `_getReward`: pays all that an account has settled.
  mutating func payReward(
    of account: Address, to recipient: Address, in transaction: inout Transaction
  ) throws(Revert) -> UInt256 {
    try updateReward(of: account, in: &transaction)
    let reward = ledger.accounts[account]?.unclaimedReward ?? 0
    if reward.isZero { return reward }
    ledger.accounts.update(account, default: .init()) { $0.unclaimedReward = 0 }
    let bgt = try sendRewardToken(to: recipient, reward)
    transaction.emit(.rewardPaid(account, to: recipient, reward, bgt: bgt))
    return reward
  }

  /// `_stake`: credits an account with stake that the caller pays.
  mutating func addStake(
    _ amount: UInt256, to account: Address, in transaction: inout Transaction
  ) throws(Revert) {
    if amount.isZero { throw .custom("StakeAmountIsZero") }
    // The period of rewards that waited for a staker starts here, before the account's checkpoint.
    if ledger.words.totalSupply.isZero && !ledger.words.period.undistributedRewards.isZero {
      try setRewardRate(in: &transaction)
    }
    try updateReward(of: account, in: &transaction)
    let (totalSupply, overflow) = ledger.words.totalSupply.addingReportingOverflow(amount)
    if overflow { throw .custom("TotalSupplyOverflow") }
    ledger.words.totalSupply = totalSupply
    ledger.accounts.update(account, default: .init()) { $0.balance = $0.balance &+ amount }
    try pullStakeToken(from: transaction.caller, amount)
    transaction.emit(.staked(account, amount))
  }

  /// `_withdraw`: takes stake out of an account and hands it to the caller.
  mutating func removeStake(
    _ amount: UInt256, from account: Address, in transaction: inout Transaction
  ) throws(Revert) {
    if amount.isZero { throw .custom("WithdrawAmountIsZero") }
    let now = transaction.now
    try updateReward(of: account, in: &transaction)
    try ledger.accounts.update(account, default: .init()) { info throws(Revert) in
      if info.balance < amount { throw .custom("InsufficientStake") }
      info.balance = info.balance &- amount
    }
    ledger.words.totalSupply = ledger.words.totalSupply &- amount
    if ledger.words.totalSupply.isZero && now < ledger.words.period.periodFinish {
      // Nobody is left to earn the rest of the period; rate and finish stay as they are.
      let leftOver = try ledger.words.period.leftOverReward(at: now)
      ledger.words.period.undistributedRewards =
        try ledger.words.period.undistributedRewards + leftOver
    }
    try sendStakeToken(to: transaction.caller, amount)
    transaction.emit(.withdrawn(account, amount))
  }

  /// `_setRewardRate` under settings: the undistributed rewards take up a new period from now on.
  mutating func startPeriod(
    under settings: EmissionSettings, in transaction: inout Transaction
  ) throws(Revert) {
    let before = ledger.words.period
    let next = try before.nextPeriod(from: transaction.now, under: settings)
    if next.rewardsDuration != before.rewardsDuration {
      transaction.emit(.rewardsDurationUpdated(next.rewardsDuration))
    }
    ledger.words.period = next
  }
}
