internal import EVMArithmetic

// What an operation that reverts takes back. What no operation writes is not here: the profile, and
// of the environment roles and recipients.
extension RewardVault {
  struct Registers {
    var ledger: StakingRewardsLedger.Registers
    var pendingRewardsDuration: UInt256
    var targetRewardsPerSecond: UInt256
    var minRewardDurationForTargetRate: UInt256
    var maxIncentiveTokensCount: UInt256
    var incentiveFee: IncentiveFee
    var whitelistedTokens: [Address]
    var rewardVaultManager: Address
    var distributor: Address
    var isPaused: Bool
  }

  var registers: Registers {
    get {
      Registers(
        ledger: ledger.registers, pendingRewardsDuration: pendingRewardsDuration,
        targetRewardsPerSecond: targetRewardsPerSecond,
        minRewardDurationForTargetRate: minRewardDurationForTargetRate,
        maxIncentiveTokensCount: maxIncentiveTokensCount,
        incentiveFee: environment.incentiveFee, whitelistedTokens: whitelistedTokens,
        rewardVaultManager: rewardVaultManager, distributor: distributor, isPaused: isPaused)
    }
    set {
      ledger.registers = newValue.ledger
      pendingRewardsDuration = newValue.pendingRewardsDuration
      targetRewardsPerSecond = newValue.targetRewardsPerSecond
      minRewardDurationForTargetRate = newValue.minRewardDurationForTargetRate
      maxIncentiveTokensCount = newValue.maxIncentiveTokensCount
      environment.incentiveFee = newValue.incentiveFee
      whitelistedTokens = newValue.whitelistedTokens
      rewardVaultManager = newValue.rewardVaultManager
      distributor = newValue.distributor
      isPaused = newValue.isPaused
    }
  }

  mutating func apply(_ step: AtomicStep) {
    ledger.accounts.apply(step)
    delegateStakes.apply(step)
    operators.apply(step)
    incentives.apply(step)
    environment.rewardToken.balances.apply(step)
    environment.stakeToken?.balances.apply(step)
    environment.rewardAllowances.apply(step)
    environment.incentiveTokens.apply(step)
    environment.validators.apply(step)
  }
}
