/// Every cap, delay and threshold of the protocol, as one value.
///
/// Formulas never name a number of the protocol; they ask the profile. A preset says where its
/// numbers come from, and any single field may be overridden. Plain native integers, so that the
/// contract words (`UInt256`) and the analytics (`ExactInteger`) both read them without loss:
/// `UInt64` for seconds, blocks, counts and basis points, `UInt128` for wads and wei.
public struct ProtocolProfile: Hashable, Sendable {
  /// How emission and incentives reach people.
  public enum Era: String, Hashable, Sendable, CaseIterable {
    /// BGT is minted along a boost curve; incentives pay a fee, the validator and BGT boosters.
    case bgt
    /// WBERA at constant rates since May 2026; incentives pay the validator and the auction.
    case polNext = "pol-next"
  }

  /// The era that this profile describes.
  public var era: Era
  /// Rules of a reward vault.
  public var rewardVault: RewardVaultRules
  /// Rules of a validator's commission on incentives.
  public var commission: CommissionRules
  /// Rules of reward allocations.
  public var allocation: AllocationRules
  /// Upper limits of the block reward's parameters.
  public var blockRewardLimits: BlockRewardLimits
  /// What a block pays.
  public var blockRewards: BlockRewards
  /// How long a boost takes to come and to go.
  public var boosts: BoostRules
  /// The fee on incentives before anyone else is paid, in basis points
  /// (`bgtIncentiveFeeRate` of RewardVaultFactory.sol; no such leg since PoL Next).
  public var incentiveFeeRate: UInt64
  /// Who may propose blocks, and how often blocks come.
  public var validatorSet: ValidatorSet
  /// Rules of a staking pool.
  public var pool: PoolRules
  /// Seconds between the request and the completion of an sWBERA withdrawal.
  ///
  /// Source: `WITHDRAWAL_COOLDOWN` of WBERAStakerVaultWithdrawalRequest.sol.
  public var stakerVaultCooldown: UInt64

  /// Makes a profile from its parts.
  public init(
    era: Era, rewardVault: RewardVaultRules, commission: CommissionRules,
    allocation: AllocationRules, blockRewardLimits: BlockRewardLimits,
    blockRewards: BlockRewards, boosts: BoostRules = .deployed, incentiveFeeRate: UInt64,
    validatorSet: ValidatorSet,
    pool: PoolRules, stakerVaultCooldown: UInt64
  ) {
    self.era = era
    self.rewardVault = rewardVault
    self.commission = commission
    self.allocation = allocation
    self.blockRewardLimits = blockRewardLimits
    self.blockRewards = blockRewards
    self.boosts = boosts
    self.incentiveFeeRate = incentiveFeeRate
    self.validatorSet = validatorSet
    self.pool = pool
    self.stakerVaultCooldown = stakerVaultCooldown
  }

  /// The deployed contracts of the BGT era (berachain/contracts at 8d7a834).
  public static let bgt = ProtocolProfile(
    era: .bgt, rewardVault: .deployed, commission: .deployed, allocation: .deployed,
    blockRewardLimits: .deployed, blockRewards: .february2026, incentiveFeeRate: 3_300,
    validatorSet: .documented, pool: .documentedWithBGT, stakerVaultCooldown: 7 * secondsPerDay)

  /// PoL Next: the same contracts, with two incentive tokens a vault, constant block rewards and no
  /// incentive fee.
  public static let polNext: ProtocolProfile = {
    var profile = ProtocolProfile.bgt
    profile.era = .polNext
    profile.rewardVault.maxIncentiveTokensCount = 2
    profile.blockRewards = .polNext
    profile.incentiveFeeRate = 0
    profile.pool = .documented
    return profile
  }()

  /// All of something in basis points: `ONE_HUNDRED_PERCENT` of every contract that uses them.
  public static let hundredPercent: UInt64 = 10_000
  /// The scale of rates and of rewards per token: `PRECISION` of StakingRewards.sol, 1e18.
  public static let precision: UInt64 = 1_000_000_000_000_000_000
  /// Seconds of a day.
  public static let secondsPerDay: UInt64 = 86_400
}

extension ProtocolProfile {
  /// Rules of a reward vault; source: RewardVault.sol.
  public struct RewardVaultRules: Hashable, Sendable {
    /// Seconds of a reward period in a new vault (`initialize`).
    public var initialRewardsDuration: UInt64
    /// The shortest period a manager may set, in seconds (`MIN_REWARD_DURATION`).
    public var minRewardDuration: UInt64
    /// The longest period a manager may set, in seconds (`MAX_REWARD_DURATION`).
    public var maxRewardDuration: UInt64
    /// Incentive tokens of a new vault at most, a count (`initialize`, in both generations).
    public var initialIncentiveTokensCount: UInt64
    /// Incentive tokens that governance lets a vault have, a count (`maxIncentiveTokensCount`).
    public var maxIncentiveTokensCount: UInt64
    /// The highest incentive rate: token wei per 1e18 wei of emission (`MAX_INCENTIVE_RATE`).
    public var maxIncentiveRate: UInt128

    /// The constants of the deployed contract.
    public static let deployed = RewardVaultRules(
      initialRewardsDuration: 7 * secondsPerDay, minRewardDuration: 3 * secondsPerDay,
      maxRewardDuration: 7 * secondsPerDay, initialIncentiveTokensCount: 3,
      maxIncentiveTokensCount: 3,
      maxIncentiveRate: 1_000_000_000_000_000_000_000_000_000_000_000_000)
  }

  /// Rules of a validator's commission on incentives; source: BeraChef.sol.
  public struct CommissionRules: Hashable, Sendable {
    /// Basis points while none was ever set (`DEFAULT_COMMISSION_RATE`).
    public var defaultRate: UInt64
    /// The cap in basis points; a higher stored rate reads as this (`MAX_COMMISSION_RATE`).
    public var maxRate: UInt64
    /// The longest wait before a change can be activated, in blocks
    /// (`MAX_COMMISSION_CHANGE_DELAY`).
    public var maxChangeDelay: UInt64

    /// The constants of the deployed contract.
    public static let deployed = CommissionRules(
      defaultRate: 500, maxRate: 2_000, maxChangeDelay: 2 * 8_191)
  }

  /// Rules of reward allocations; source: BeraChef.sol.
  public struct AllocationRules: Hashable, Sendable {
    /// The longest wait before a queued allocation may start, in blocks
    /// (`MAX_REWARD_ALLOCATION_BLOCK_DELAY`).
    public var maxBlockDelay: UInt64
    /// The least span after which an allocation may count as inactive, in blocks
    /// (`MIN_REWARD_ALLOCATION_INACTIVITY_BLOCK_SPAN`).
    public var minInactivityBlockSpan: UInt64
    /// The most that governance lets one vault have, in basis points (`maxWeightPerVault`).
    public var maxWeightPerVault: UInt64
    /// The vaults that governance lets an allocation have, a count
    /// (`maxNumWeightsPerRewardAllocation`).
    public var maxNumWeights: UInt64

    /// The constants of the deployed contract, and the limits that governance set.
    public static let deployed = AllocationRules(
      maxBlockDelay: 1_315_000, minInactivityBlockSpan: 43_200, maxWeightPerVault: 3_000,
      maxNumWeights: 10)
  }

  /// Upper limits that the setters enforce; source: BlockRewardController.sol.
  public struct BlockRewardLimits: Hashable, Sendable {
    /// Reward token wei per block for the operator (`MAX_BASE_RATE`).
    public var maxBaseRate: UInt128
    /// Reward token wei per block before the boost curve (`MAX_REWARD_RATE`).
    public var maxRewardRate: UInt128
    /// Reward token wei per block after the boost curve, at least (`MAX_MIN_BOOSTED_REWARD_RATE`).
    public var maxMinBoostedRewardRate: UInt128
    /// A wad (`MAX_BOOST_MULTIPLIER`).
    public var maxBoostMultiplier: UInt128
    /// A wad (`MAX_REWARD_CONVEXITY`).
    public var maxRewardConvexity: UInt128

    /// The constants of the deployed contract.
    public static let deployed = BlockRewardLimits(
      maxBaseRate: 5_000_000_000_000_000_000, maxRewardRate: 5_000_000_000_000_000_000,
      maxMinBoostedRewardRate: 10_000_000_000_000_000_000,
      maxBoostMultiplier: 5_000_000_000_000_000_000,
      maxRewardConvexity: 1_000_000_000_000_000_000)
  }
}
