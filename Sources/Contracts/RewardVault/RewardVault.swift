public import EVMArithmetic

/// A reward vault, exactly as its contract accounts: stakes, emission and incentives.
///
/// Source: berachain/contracts, src/pol/rewards/RewardVault.sol (commit 8d7a834) on
/// src/base/StakingRewards.sol. A value: `perform` answers with the new state, or throws the
/// contract's revert and changes nothing. What other contracts decide (roles, tokens, commission)
/// is in `environment`. Analytics live elsewhere and never touch this type.
public struct RewardVault: Hashable, Sendable, StakingRewardsContract, AtomicContract {
  /// What delegates staked for an account.
  public struct DelegateStake: Hashable, Sendable {
    /// Base units staked by all delegates: `delegateTotalStaked`.
    public internal(set) var total: UInt256 = 0
    /// Base units per delegate: `stakedByDelegate`.
    public internal(set) var byDelegate: [Address: UInt256] = [:]

    /// What delegates staked.
    ///
    /// - Parameter byDelegate: Base units per delegate.
    /// - Throws: `Panic(0x11)` when they exceed 256 bits together.
    public init(byDelegate: [Address: UInt256]) throws(Revert) {
      for amount in byDelegate.values { total = try total + amount }
      self.byDelegate = byDelegate
    }

    /// Nothing.
    init() {}
  }

  /// The terms and what is left of one incentive token.
  public struct Incentive: Hashable, Sendable {
    /// The least rate and the least amount to add; 0 means not whitelisted.
    public var minIncentiveRate: UInt256
    /// Token base units per 1e18 wei of emission.
    public var incentiveRate: UInt256
    /// Base units not paid out yet.
    public var amountRemaining: UInt256
    /// Who may add to it.
    public var manager: Address

    /// Makes an incentive.
    ///
    /// - Parameters:
    ///   - minIncentiveRate: The least rate and the least amount to add.
    ///   - incentiveRate: Token base units per 1e18 wei of emission.
    ///   - amountRemaining: Base units not paid out yet.
    ///   - manager: Who may add to it.
    public init(
      minIncentiveRate: UInt256, incentiveRate: UInt256, amountRemaining: UInt256,
      manager: Address
    ) {
      self.minIncentiveRate = minIncentiveRate
      self.incentiveRate = incentiveRate
      self.amountRemaining = amountRemaining
      self.manager = manager
    }
  }

  /// Stakes, rates and rewards.
  public var ledger: StakingRewardsLedger
  /// The period that the next new rate takes up, in seconds; 0 for none.
  public var pendingRewardsDuration: UInt256 = 0
  /// The target and upper limit of the rate, wei a second times 1e18; 0 for duration mode.
  public var targetRewardsPerSecond: UInt256 = 0
  /// The shortest period under a target rate, in seconds; 0 until a target is first set.
  public var minRewardDurationForTargetRate: UInt256 = 0
  /// Stakes made for accounts by delegates.
  public var delegateStakes: RevertibleMap<Address, DelegateStake> = [:]
  /// Who may claim for an account.
  public internal(set) var operators: RevertibleMap<Address, Address> = [:]
  /// Terms per incentive token; whitelisted are those in `whitelistedTokens`.
  public var incentives: RevertibleMap<Address, Incentive> = [:]
  /// The incentive tokens in the order in which they are paid.
  public var whitelistedTokens: [Address] = []
  /// The most incentive tokens at a time.
  public internal(set) var maxIncentiveTokensCount: UInt256
  /// Who may set durations and targets.
  public internal(set) var rewardVaultManager: Address
  /// Who may notify rewards, and whose tokens the vault pays them from.
  public internal(set) var distributor: Address
  /// Whether staking, withdrawing and claiming are stopped.
  public internal(set) var isPaused = false
  /// What other contracts decide.
  public var environment: VaultEnvironment
  /// The caps of the contract.
  public let profile: ProtocolProfile

  /// A new vault, as `initialize` leaves it.
  ///
  /// - Parameters:
  ///   - profile: The protocol's constants.
  ///   - environment: What other contracts decide.
  ///   - distributor: Who may notify rewards.
  ///   - rewardVaultManager: Who may set durations and targets.
  public init(
    profile: ProtocolProfile, environment: VaultEnvironment, distributor: Address,
    rewardVaultManager: Address
  ) {
    self.profile = profile
    self.environment = environment
    self.distributor = distributor
    self.rewardVaultManager = rewardVaultManager
    ledger = StakingRewardsLedger(
      rewardsDuration: UInt256(profile.rewardVault.initialRewardsDuration))
    maxIncentiveTokensCount = UInt256(profile.rewardVault.maxIncentiveTokensCount)
  }

  /// Runs one transaction.
  ///
  /// - Parameters:
  ///   - operation: What to do.
  ///   - caller: Who sends it: `msg.sender`.
  ///   - timestamp: The block's timestamp, unix seconds.
  ///   - block: The block's number, which only commission changes look at.
  /// - Returns: Return values, events and incentive payments.
  /// - Throws: The contract's revert; the value is then unchanged.
  public mutating func perform(
    _ operation: Operation, by caller: Address, at timestamp: UInt64, block: UInt64 = 0
  ) throws(Revert) -> Receipt {
    var transaction = Transaction(caller: caller, now: UInt256(timestamp), block: block)
    try atomically { vault throws(Revert) in try vault.run(operation, in: &transaction) }
    return transaction.ended()
  }
}
