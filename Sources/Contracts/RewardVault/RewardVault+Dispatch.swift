internal import EVMArithmetic

extension RewardVault {
  /// Calls the function that an operation names.
  mutating func run(_ operation: Operation, in tx: inout Transaction) throws(Revert) {
    switch operation {
    case .stake(let amount): try stake(amount, in: &tx)
    case .stakeOnBehalf(let account, let amount): try stakeOnBehalf(account, amount, in: &tx)
    case .delegateStake(let account, let amount): try delegateStake(account, amount, in: &tx)
    case .delegateWithdraw(let account, let amount):
      try delegateWithdraw(account, amount, in: &tx)
    case .withdraw(let amount): try withdraw(amount, in: &tx)
    case .exit(let recipient): try exit(to: recipient, in: &tx)
    case .getReward(let account, let recipient): try getReward(account, recipient, in: &tx)
    case .getPartialReward(let account, let recipient, let amount):
      try getPartialReward(account, recipient, amount, in: &tx)
    case .setOperator(let person): setOperator(person, in: &tx)

    case .notifyRewardAmount(let validator, let amount, let funded):
      try fund(settings.generation.rewardToken, funded, allowance: funded)
      try notifyRewardAmount(validator, amount, in: &tx)
    case .notifyMixedRewardAmount(let validator, let amount, let funded, let fundedBGT):
      try fund(settings.generation.rewardToken, funded, allowance: funded)
      try fund(.bgt, fundedBGT, allowance: fundedBGT)
      try notifyRewardAmount(validator, amount, in: &tx)
    case .setRewardsDuration(let duration): try setRewardsDuration(duration, in: &tx)
    case .setTargetRewardsPerSecond(let rate): try setTargetRewardsPerSecond(rate, in: &tx)
    case .setMinRewardDurationForTargetRate(let duration):
      try setMinRewardDurationForTargetRate(duration, in: &tx)

    case .whitelistIncentiveToken(let token, let rate, let manager):
      try whitelistIncentiveToken(token, rate, manager, in: &tx)
    case .removeIncentiveToken(let token): try removeIncentiveToken(token, in: &tx)
    case .updateIncentiveManager(let token, let manager):
      try updateIncentiveManager(token, manager, in: &tx)
    case .setMaxIncentiveTokensCount(let count):
      try setMaxIncentiveTokensCount(count, in: &tx)
    case .addIncentive(let token, let amount, let rate):
      try addIncentive(token, amount, rate, in: &tx)
    case .accountIncentives(let token, let amount):
      try accountIncentives(token, amount, in: &tx)

    case .pause: try pause(in: &tx)
    case .unpause: try unpause(in: &tx)
    case .setDistributor(let new): try setDistributor(new, in: &tx)
    case .setRewardVaultManager(let new): try setRewardVaultManager(new, in: &tx)
    case .recoverERC20(let token, let amount): try recoverERC20(token, amount, in: &tx)

    case .fundDistributor(let amount, let amountBGT, let allowance):
      try fund(settings.generation.rewardToken, amount, allowance: allowance)
      try fund(.bgt, amountBGT, allowance: .zero)
    case .setAllowance(let token, let amount):
      environment.rewardFunds[token].allowances[settings.distributor] = amount
    case .upgrade: settings.generation = .polNext
    case .setIncentiveFeeRate(let rate): try setIncentiveFeeRate(rate)
    case .setIncentiveTokensCollector(let new): try setIncentiveTokensCollector(new)
    case .setCommission(let validator, let rate):
      try environment.setCommission(of: validator, rate, profile.commission)
    case .setTransfersFail(let token, let fails):
      environment.incentiveTokens[token, default: .init()].refusesTransfers = fails
    case .setApprovalsFail(let token, let fails):
      environment.incentiveTokens[token, default: .init()].refusesApprovals = fails
    case .setSendingFails(let token, let recipient, let fails):
      environment.incentiveTokens[token, default: .init()].unreachable =
        fails ? recipient.map { .account($0) } ?? .everybody : .nobody
    case .donateIncentiveToken(let token, let amount):
      try environment.receive(amount, of: token)
    }
  }
  /// The distributor receives reward tokens and raises the vault's allowance.
  private mutating func fund(
    _ token: RewardToken, _ amount: UInt256, allowance: UInt256
  ) throws(Revert) {
    try environment.rewardFunds[token].fund(settings.distributor, amount, allowance: allowance)
  }
}
