public import EVMArithmetic

extension RewardVault {
  /// What delegates staked for an account.
  public struct DelegateStake: Hashable, Sendable {
    /// Base units staked by all delegates: `delegateTotalStaked`.
    public internal(set) var total: UInt256 = 0
    /// Base units per delegate: `stakedByDelegate`.
    public internal(set) var byDelegate: [Address: UInt256] = [:]

    /// Nothing.
    init() {}

    /// The stakes of delegates, in base units.
    ///
    /// - Throws: `Panic(0x11)` when they exceed 256 bits together.
    public init(byDelegate: [Address: UInt256]) throws(Revert) {
      for amount in byDelegate.values { total = try total + amount }
      self.byDelegate = byDelegate
    }
  }
}

// Stakes and claims. The order of checks is that of the contract's modifiers and statements.
extension RewardVault {
  mutating func stake(_ amount: UInt256, in tx: inout Transaction) throws(Revert) {
    try requireNotPaused()
    try addStake(amount, to: tx.caller, in: &tx)
  }

  mutating func stakeOnBehalf(
    _ account: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireNotPaused()
    try requireSomebody(account)
    try addStake(amount, to: account, in: &tx)
  }

  mutating func delegateStake(
    _ account: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireNotPaused()
    try requireSomebody(account)
    if tx.caller == account { throw .custom("NotDelegate") }
    try addStake(amount, to: account, in: &tx)
    var delegated = delegateStakes[account] ?? DelegateStake()
    let own = delegated.byDelegate[tx.caller] ?? 0
    delegated.total = delegated.total &+ amount
    delegated.byDelegate[tx.caller] = own &+ amount
    delegateStakes[account] = delegated
    tx.emit(.delegateStaked(account, by: tx.caller, amount))
  }

  mutating func delegateWithdraw(
    _ account: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireNotPaused()
    if tx.caller == account { throw .custom("NotDelegate") }
    var delegated = delegateStakes[account] ?? DelegateStake()
    let own = delegated.byDelegate[tx.caller] ?? 0
    if own < amount { throw .custom("InsufficientDelegateStake") }
    delegated.byDelegate[tx.caller] = own &- amount
    delegated.total = delegated.total &- amount
    delegateStakes[account] = delegated
    try removeStake(amount, from: account, in: &tx)
    tx.emit(.delegateWithdrawn(account, by: tx.caller, amount))
  }

  mutating func withdraw(_ amount: UInt256, in tx: inout Transaction) throws(Revert) {
    // The self-stake is checked before the pause.
    let balance = ledger.accounts[tx.caller]?.balance ?? 0
    let selfStaked = balance &- (delegateStakes[tx.caller]?.total ?? 0)
    if selfStaked < amount { throw .custom("InsufficientSelfStake") }
    try requireNotPaused()
    try removeStake(amount, from: tx.caller, in: &tx)
  }

  mutating func exit(to recipient: Address, in tx: inout Transaction) throws(Revert) {
    try requireNotPaused()
    let balance = ledger.accounts[tx.caller]?.balance ?? 0
    let selfStaked = try balance - (delegateStakes[tx.caller]?.total ?? 0)
    try removeStake(selfStaked, from: tx.caller, in: &tx)
    _ = try payReward(of: tx.caller, to: recipient, in: &tx)
  }

  mutating func getReward(
    _ account: Address, _ recipient: Address, in tx: inout Transaction
  ) throws(Revert) {
    try requireNotPaused()
    try requireUserOrOperator(of: account, tx.caller)
    tx.receipt.returnedWord = try payReward(of: account, to: recipient, in: &tx)
  }

  mutating func getPartialReward(
    _ account: Address, _ recipient: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireNotPaused()
    try requireUserOrOperator(of: account, tx.caller)
    try updateReward(of: account, in: &tx)
    let reward = ledger.accounts[account]?.unclaimedReward ?? 0
    if amount > reward { throw .custom("AmountGreaterThanReward") }
    if amount.isZero { return }
    ledger.accounts[account]?.unclaimedReward = reward &- amount
    let bgt = try sendRewardToken(to: recipient, amount)
    tx.emit(.rewardPaid(account, to: recipient, amount, bgt: bgt))
  }

  mutating func setOperator(_ person: Address, in tx: inout Transaction) {
    operators[tx.caller] = person
    tx.emit(.operatorSet(tx.caller, person))
  }

  private func requireUserOrOperator(of account: Address, _ caller: Address) throws(Revert) {
    if caller == account || caller == environment.roles.rewardVaultHelper { return }
    if caller != operators[account] ?? .zero { throw .custom("NotOperator") }
  }

  private func requireSomebody(_ account: Address) throws(Revert) {
    if account == .zero && settings.generation.refusesStakesForNobody {
      throw .custom("ZeroAddress")
    }
  }

  func requireNotPaused() throws(Revert) {
    if settings.isPaused { throw .custom("EnforcedPause") }
  }
}
