extension ProtocolProfile {
  /// What a block pays; source: BlockRewardController.sol.
  public struct BlockRewards: Hashable, Sendable {
    /// How the reward for vaults depends on a validator's boost.
    public struct BoostCurve: Hashable, Sendable {
      /// `boostMultiplier`, a wad.
      public var multiplier: UInt128
      /// `rewardConvexity`, a wad from 0 to 1.
      public var convexity: UInt128
      /// `minBoostedRewardRate`, reward token wei per block.
      public var minimumRewardRate: UInt128

      /// A boost curve.
      public init(multiplier: UInt128, convexity: UInt128, minimumRewardRate: UInt128) {
        self.multiplier = multiplier
        self.convexity = convexity
        self.minimumRewardRate = minimumRewardRate
      }

      /// The curve of all of the BGT era: multiplier 3.5, convexity 0.4, no minimum.
      public static let bgtEra = BoostCurve(
        multiplier: 3_500_000_000_000_000_000, convexity: 400_000_000_000_000_000,
        minimumRewardRate: 0)
    }

    /// `baseRate`: reward token wei per block for the validator's operator.
    public var baseRate: UInt128
    /// `rewardRate`: reward token wei per block for the vaults, before the curve if there is one.
    public var rewardRate: UInt128
    /// The boost curve; nil since PoL Next, where the reward is constant.
    public var boostCurve: BoostCurve?

    /// Block rewards.
    public init(baseRate: UInt128, rewardRate: UInt128, boostCurve: BoostCurve?) {
      self.baseRate = baseRate
      self.rewardRate = rewardRate
      self.boostCurve = boostCurve
    }

    /// January 2025, the genesis script: base 0.5, reward 1.5 BGT.
    public static let genesis = BlockRewards(
      baseRate: 500_000_000_000_000_000, rewardRate: 1_500_000_000_000_000_000,
      boostCurve: .bgtEra)
    /// April 2025, the change to 10 % inflation: base 0.4, reward 1.1 BGT.
    public static let april2025 = BlockRewards(
      baseRate: 400_000_000_000_000_000, rewardRate: 1_100_000_000_000_000_000,
      boostCurve: .bgtEra)
    /// February 2026, the change to 5 % inflation: base 0.4, reward 0.65 BGT.
    public static let february2026 = BlockRewards(
      baseRate: 400_000_000_000_000_000, rewardRate: 650_000_000_000_000_000,
      boostCurve: .bgtEra)
    /// PoL Next, May 2026: base 0.4, reward 1.305 WBERA, constants in the bytecode.
    public static let polNext = BlockRewards(
      baseRate: 400_000_000_000_000_000, rewardRate: 1_305_000_000_000_000_000, boostCurve: nil)
  }

  /// How long a boost takes to come and to go; source: BGT.sol.
  public struct BoostRules: Hashable, Sendable {
    /// Blocks from queueing a boost to its activation (`activateBoostDelay`).
    public var activationDelay: UInt64
    /// Blocks from queueing the end of a boost to the BGT's release (`dropBoostDelay`).
    public var dropDelay: UInt64

    /// The contract's initial values, `BOOST_MAX_BLOCK_DELAY` of BGT.sol.
    public static let deployed = BoostRules(activationDelay: 8_191, dropDelay: 8_191)
  }

  /// Who may propose blocks, and how often blocks come; source: Berachain documentation, "Block
  /// Production & Rewards".
  public struct ValidatorSet: Hashable, Sendable {
    /// Validators that propose blocks, a count.
    public var activeValidators: UInt64
    /// The least stake of a validator, wei of BERA.
    public var minimumStake: UInt128
    /// The greatest stake of a validator, wei of BERA.
    public var maximumStake: UInt128
    /// Seconds from one block to the next, a wad.
    ///
    /// The documentation says about 2; blocks on record came 1.963 s apart on average, see
    /// `recordedBlockTime`.
    public var blockTime: UInt128

    /// 69 validators with 250_000 to 10_000_000 BERA, a block every 2 seconds.
    public static let documented = ValidatorSet(
      activeValidators: 69, minimumStake: 250_000_000_000_000_000_000_000,
      maximumStake: 10_000_000_000_000_000_000_000_000, blockTime: 2_000_000_000_000_000_000)

    /// The average of mainnet blocks 933_558 to 12_627_746 (February to November 2025): a wad,
    /// 22_958_351 s over 11_694_188 blocks, rounded to milliseconds.
    public static let recordedBlockTime: UInt128 = 1_963_000_000_000_000_000
  }
}
