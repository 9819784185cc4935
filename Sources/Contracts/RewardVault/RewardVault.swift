public import EVMArithmetic

/// A reward vault, exactly as its contract accounts: stakes, emission and incentives.
///
/// Source: berachain/contracts, src/pol/rewards/RewardVault.sol (commit 8d7a834, and d9d1000 of
/// PoL Next) on src/base/StakingRewards.sol. Both generations are this type: what they differ in is
/// asked of `Settings.generation`. A value: `perform` answers with the new state, or throws the
/// contract's revert and changes nothing. What other contracts decide (roles, tokens, commission)
/// is in `environment`. Analytics live elsewhere and never touch this type.
public struct RewardVault: Hashable, Sendable, StakingRewardsContract, AtomicContract {
  /// Stakes, rates and rewards.
  public var ledger: StakingRewardsLedger
  /// What roles and the distributor change.
  public var settings: Settings
  /// Stakes made for accounts by delegates.
  public var delegateStakes: RevertibleMap<Address, DelegateStake> = [:]
  /// Who may claim for an account.
  public var operators: RevertibleMap<Address, Address> = [:]
  /// Terms per incentive token; whitelisted are those in ``Settings/whitelistedTokens``.
  public var incentives: RevertibleMap<Address, Incentive> = [:]
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
    settings = Settings(
      maxIncentiveTokensCount: UInt256(profile.rewardVault.initialIncentiveTokensCount),
      rewardVaultManager: rewardVaultManager, distributor: distributor,
      generation: profile.era)
    ledger = StakingRewardsLedger(
      rewardsDuration: UInt256(profile.rewardVault.initialRewardsDuration))
  }

  /// Runs one transaction.
  ///
  /// - Parameters:
  ///   - operation: What to do.
  ///   - caller: Who sends it: `msg.sender`.
  ///   - timestamp: The block's timestamp, unix seconds.
  /// - Returns: Return values, events and incentive payments.
  /// - Throws: The contract's revert; the value is then unchanged.
  public mutating func perform(
    _ operation: Operation, by caller: Address, at timestamp: UInt64
  ) throws(Revert) -> Receipt {
    var transaction = Transaction(caller: caller, now: UInt256(timestamp))
    try atomically { vault throws(Revert) in try vault.run(operation, in: &transaction) }
    return transaction.takeReceipt()
  }
}

extension RewardVault {
  /// The words of the vault that are not in a map, beside those of the ledger.
  public struct Settings: Hashable, Sendable {
    /// What decides the next period.
    public var emission = EmissionSettings()
    /// The incentive tokens in the order in which they are paid.
    public var whitelistedTokens: [Address] = []
    /// The most incentive tokens at a time.
    public var maxIncentiveTokensCount: UInt256
    /// Who may set durations and targets.
    public var rewardVaultManager: Address
    /// Who may notify rewards, and whose tokens the vault pays them from.
    public var distributor: Address
    /// Whether staking, withdrawing and claiming are stopped.
    public var isPaused = false
    /// Which generation of the contract runs; an upgrade moves it.
    public internal(set) var generation: ProtocolProfile.Era
    /// The reward token as stored; the getter answers the generation's.
    ///
    /// The first update of rewards after an upgrade moves it. A vault made by the newer factory begins
    /// with BGT, too.
    public var rewardToken = RewardToken.bgt

    init(
      maxIncentiveTokensCount: UInt256, rewardVaultManager: Address, distributor: Address,
      generation: ProtocolProfile.Era
    ) {
      self.generation = generation
      self.maxIncentiveTokensCount = maxIncentiveTokensCount
      self.rewardVaultManager = rewardVaultManager
      self.distributor = distributor
    }
  }

  // What an operation that reverts takes back beside the maps. The profile and roles are written by no
  // operation; the setters of the incentive fee and of the collector check before they write.
  struct Registers {
    let words: StakingRewardsWords
    let settings: Settings
  }

  var registers: Registers {
    get { Registers(words: ledger.words, settings: settings) }
    set {
      ledger.words = newValue.words
      settings = newValue.settings
    }
  }

  // Inlined here and below, so that a map that no operation touched costs a comparison.
  @inline(__always)
  mutating func apply(_ step: AtomicStep) {
    ledger.accounts.apply(step)
    delegateStakes.apply(step)
    operators.apply(step)
    incentives.apply(step)
    environment.apply(step)
  }
}
