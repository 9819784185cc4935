public import EVMArithmetic

extension RewardVault {
  /// What can be done to a vault, or to what surrounds it.
  ///
  /// The cases carry the names of the contract's functions. The last group are not functions of
  /// the vault: they change other contracts that it depends on.
  public enum Operation: Hashable, Sendable {
    /// Stakes the caller's tokens.
    case stake(UInt256)
    /// Stakes the caller's tokens and gives the stake away.
    case stakeOnBehalf(account: Address, UInt256)
    /// Stakes the caller's tokens for an account; only the caller can take them out.
    case delegateStake(account: Address, UInt256)
    /// Takes out what the caller staked for an account.
    case delegateWithdraw(account: Address, UInt256)
    /// Takes out self-staked tokens.
    case withdraw(UInt256)
    /// Takes out all self-staked tokens and claims.
    case exit(recipient: Address)
    /// Claims all rewards of an account.
    case getReward(account: Address, recipient: Address)
    /// Claims a given amount of an account's rewards.
    case getPartialReward(account: Address, recipient: Address, UInt256)
    /// Names who may claim for the caller.
    case setOperator(Address)

    /// Announces rewards for a block of a validator, in wei, and pays its incentives; before, the
    /// distributor receives `funded` wei of the generation's reward token and allows the vault to take
    /// them.
    case notifyRewardAmount(validator: ValidatorKey, UInt256, funded: UInt256)
    /// The same where the distributor receives wei of BGT as well. Elsewhere, as every operation is as
    /// large as the largest.
    indirect case notifyMixedRewardAmount(
      validator: ValidatorKey, UInt256, funded: UInt256, fundedBGT: UInt256)
    /// Sets the next period, in seconds.
    case setRewardsDuration(UInt256)
    /// Sets the target rate, wei per second times 1e18; 0 switches back to durations.
    case setTargetRewardsPerSecond(UInt256)
    /// Sets the shortest period under a target rate, in seconds.
    case setMinRewardDurationForTargetRate(UInt256)

    /// Allows a token as an incentive.
    case whitelistIncentiveToken(token: Address, minIncentiveRate: UInt256, manager: Address)
    /// Takes a token off the list, together with what remained of it.
    case removeIncentiveToken(Address)
    /// Names a new manager of an incentive.
    case updateIncentiveManager(token: Address, Address)
    /// Sets the most incentive tokens at a time.
    case setMaxIncentiveTokensCount(UInt256)
    /// Pays in incentive tokens at a rate.
    case addIncentive(token: Address, amount: UInt256, incentiveRate: UInt256)
    /// Counts tokens that already arrived as an incentive.
    case accountIncentives(token: Address, amount: UInt256)

    /// Stops staking, withdrawing and claiming.
    case pause
    /// Resumes them.
    case unpause
    /// Names who may notify rewards.
    case setDistributor(Address)
    /// Names who may set durations and targets.
    case setRewardVaultManager(Address)
    /// Recovers tokens that do not belong to stakers or incentives.
    case recoverERC20(token: Address, UInt256)

    /// The distributor receives wei of the generation's reward token, of which it allows the vault to
    /// take `allowance`, and wei of BGT.
    case fundDistributor(UInt256, bgt: UInt256 = .zero, allowance: UInt256)
    /// The distributor sets what it allows the vault to take of a token, wei.
    case setAllowance(of: RewardToken, UInt256)
    /// Vault, factory and BeraChef move to PoL Next.
    case upgrade
    /// The factory's fee on incentives, in basis points; of the BGT era.
    case setIncentiveFeeRate(UInt256)
    /// Who receives what the commission leaves of incentives; of PoL Next.
    case setIncentiveTokensCollector(Address)
    /// A validator's commission, in basis points, queued and activated at once.
    case setCommission(validator: ValidatorKey, UInt256)
    /// A token's transfers begin or cease to fail.
    case setTransfersFail(token: Address, Bool)
    /// A token's approvals begin or cease to fail.
    case setApprovalsFail(token: Address, Bool)
    /// Sending a token to an account, or to anybody where none is named, begins or ceases to fail.
    case setSendingFails(token: Address, to: Address?, Bool)
    /// Incentive tokens are sent to the vault without being counted.
    case donateIncentiveToken(token: Address, UInt256)
  }
}
