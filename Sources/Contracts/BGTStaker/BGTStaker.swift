public import EVMArithmetic

/// The plain staking contract: BGT boosts earn fees, no token moves when staking.
///
/// Source: berachain/contracts, src/pol/BGTStaker.sol and src/base/StakingRewards.sol. A value:
/// `perform` answers with the new state, or throws the contract's revert and changes nothing.
public struct BGTStaker: Hashable, Sendable, StakingRewardsContract, AtomicContract {
  /// Stakes, rates and rewards.
  public var ledger: StakingRewardsLedger
  /// The token that rewards are paid in.
  public var rewardToken: TokenLedger
  /// The contract's own address in `rewardToken`.
  public static let address = Address(number: 5)

  /// What can be done to the contract; the cases carry the functions' names.
  public enum Operation: Hashable, Sendable {
    /// BGT books a boost for an account.
    case stake(account: Address, amount: UInt256)
    /// BGT takes a boost from an account.
    case withdraw(account: Address, amount: UInt256)
    /// An account claims for itself.
    case getReward(account: Address)
    /// The fee collector announces rewards that it sent.
    case notifyRewardAmount(UInt256)
    /// Governance sets the length of the next periods, in seconds.
    case setRewardsDuration(UInt256)
    /// Somebody sends reward tokens to the contract; no call of the contract itself.
    case receiveRewardToken(UInt256)
  }

  /// An empty contract.
  ///
  /// - Parameter profile: The protocol's constants; the initial period comes from it.
  public init(profile: ProtocolProfile) {
    ledger = StakingRewardsLedger(
      rewardsDuration: UInt256(profile.rewardVault.initialRewardsDuration))
    rewardToken = TokenLedger()
  }

  /// Runs one operation.
  ///
  /// - Parameters:
  ///   - operation: What to do.
  ///   - timestamp: The block's timestamp, unix seconds.
  /// - Returns: Return values and events; `getReward` returns the wei paid.
  /// - Throws: The contract's revert; the value is then unchanged.
  public mutating func perform(
    _ operation: Operation, at timestamp: UInt64
  ) throws(Revert) -> Receipt {
    var transaction = Transaction(caller: Self.address, now: UInt256(timestamp))
    try atomically { staker throws(Revert) in try staker.run(operation, in: &transaction) }
    return transaction.takeReceipt()
  }

  private mutating func run(
    _ operation: Operation, in transaction: inout Transaction
  ) throws(Revert) {
    switch operation {
    case .stake(let account, let amount):
      try addStake(amount, to: account, in: &transaction)
    case .withdraw(let account, let amount):
      try removeStake(amount, from: account, in: &transaction)
    case .getReward(let account):
      transaction.receipt.returnedWord =
        try payReward(of: account, to: account, in: &transaction)
    case .notifyRewardAmount(let amount):
      try addReward(amount, in: &transaction)
    case .setRewardsDuration(let duration):
      if duration.isZero { throw .custom("RewardsDurationIsZero") }
      ledger.words.period.rewardsDuration = duration
      transaction.emit(.rewardsDurationUpdated(duration))
    case .receiveRewardToken(let amount):
      try rewardToken.mint(to: Self.address, amount)
    }
  }
}

extension BGTStaker {
  var registers: StakingRewardsWords {
    get { ledger.words }
    set { ledger.words = newValue }
  }

  mutating func apply(_ step: AtomicStep) {
    ledger.accounts.apply(step)
    rewardToken.balances.apply(step)
  }
}

extension BGTStaker {
  mutating func setRewardRate(in transaction: inout Transaction) throws(Revert) {
    try startPeriod(under: EmissionSettings(), in: &transaction)
  }

  func checkRewardSolvency() throws(Revert) {
    if ledger.words.period.promisedWei > rewardToken.balance(of: Self.address) {
      throw .custom("InsolventReward")
    }
  }

  @inline(__always)
  mutating func updateReward(
    of account: Address?, in transaction: inout Transaction
  ) throws(Revert) {
    try ledger.updateReward(of: account, at: transaction.now)
  }

  mutating func sendRewardToken(
    to recipient: Address, _ amount: UInt256
  ) throws(Revert) -> UInt256 {
    try rewardToken.transfer(from: Self.address, to: recipient, amount)
    return .zero
  }

  // BGT stays with its holder: StakingRewards' transfers are overridden to do nothing.
  mutating func pullStakeToken(from payer: Address, _ amount: UInt256) throws(Revert) {}
  mutating func sendStakeToken(to recipient: Address, _ amount: UInt256) throws(Revert) {}
}
