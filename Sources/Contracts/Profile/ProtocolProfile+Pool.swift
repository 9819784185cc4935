extension ProtocolProfile {
  /// Rules of a staking pool; source: Berachain staking pools, documentation and contracts
  /// (`StakingPool`, `SmartOperator`, `WithdrawalVault`, `IncentiveCollector`).
  public struct PoolRules: Hashable, Sendable {
    /// How long a withdrawal waits between its request and its finalization.
    public enum WithdrawalDelay: Hashable, Sendable {
      /// So many seconds.
      case seconds(UInt64)
      /// So many blocks, whatever time they take.
      case blocks(UInt64)
    }

    /// The highest protocol fee on staker rewards, basis points.
    public var feeCap: UInt64
    /// The wait of a withdrawal.
    public var withdrawalDelay: WithdrawalDelay
    /// Wei of BERA that the buffer must hold before it is deposited on the consensus layer.
    public var bufferThreshold: UInt128
    /// Deposits go to the consensus layer in whole units of so many wei: one gwei.
    public var depositUnit: UInt128
    /// Wei on the consensus layer from which the validator is active, and below which it must not
    /// fall: the minimum effective balance.
    public var activeThreshold: UInt128
    /// Wei of deposits at which the pool takes no more.
    public var capacity: UInt128
    /// What a buyer pays for the incentives of the collector, wei of BERA.
    public var auctionPayout: UInt128
    /// Whether the operator's rewards cover withdrawals before the consensus layer does.
    public var operatorCoversWithdrawals: Bool
    /// Whether the operator's rewards are BERA that the pool can deposit and pay out.
    ///
    /// WBERA is, since PoL Next. BGT counts in the assets, but stays with the operator.
    public var compoundsOperatorRewards: Bool

    /// The original documentation: a fee of at most 10 %, withdrawals after 256 epochs of 192 slots
    /// of 2 seconds (about 27 hours).
    public static let documented = PoolRules(
      feeCap: 1_000, withdrawalDelay: .seconds(256 * 192 * 2),
      bufferThreshold: 10_000_000_000_000_000_000_000, depositUnit: 1_000_000_000,
      activeThreshold: ValidatorSet.documented.minimumStake,
      capacity: ValidatorSet.documented.maximumStake,
      auctionPayout: 100_000_000_000_000_000_000, operatorCoversWithdrawals: false,
      compoundsOperatorRewards: true)

    /// The deployed contracts: a fee of at most 20 %, withdrawals after 129_600 blocks (about 3
    /// days), covered by the operator's WBERA as far as that goes.
    public static let deployed: PoolRules = {
      var rules = PoolRules.documented
      rules.feeCap = 2_000
      rules.withdrawalDelay = .blocks(129_600)
      rules.operatorCoversWithdrawals = true
      return rules
    }()

    /// sWBERA in the form of these rules: no validator behind it, so no threshold, capacity or fee; a
    /// withdrawal waits for the cooldown.
    ///
    /// Source: WBERAStakerVault.sol.
    ///
    /// - Parameter cooldown: seconds between a request and its completion.
    /// - Returns: the rules.
    public static func stakerVault(cooldown: UInt64) -> PoolRules {
      PoolRules(
        feeCap: 0, withdrawalDelay: .seconds(cooldown), bufferThreshold: 0, depositUnit: 1,
        activeThreshold: 0, capacity: .max, auctionPayout: documented.auctionPayout,
        operatorCoversWithdrawals: false, compoundsOperatorRewards: true)
    }

    /// The documented rules in the BGT era, where the operator earns BGT.
    static let documentedWithBGT: PoolRules = {
      var rules = PoolRules.documented
      rules.compoundsOperatorRewards = false
      return rules
    }()
  }
}
