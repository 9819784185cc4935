internal import EVMArithmetic

// Events as the contract's log shows them: IStakingRewards.sol and IRewardVault.sol.
extension VaultEvent.Kind {
  /// The event's name in the contract.
  var name: String {
    switch self {
    case .staked: "Staked"
    case .withdrawn: "Withdrawn"
    case .delegateStaked: "DelegateStaked"
    case .delegateWithdrawn: "DelegateWithdrawn"
    case .rewardAdded: "RewardAdded"
    case .rewardPaid: "RewardPaid"
    case .operatorSet: "OperatorSet"
    case .rewardTokenMigrated: "RewardTokenMigrated"
    case .rewardsDurationUpdated: "RewardsDurationUpdated"
    case .targetRewardsPerSecondUpdated: "TargetRewardsPerSecondUpdated"
    case .minRewardDurationForTargetRateUpdated: "MinRewardDurationForTargetRateUpdated"
    case .maxIncentiveTokensCountUpdated: "MaxIncentiveTokensCountUpdated"
    case .rewardVaultManagerSet: "RewardVaultManagerSet"
    case .distributorSet: "DistributorSet"
    case .recovered: "Recovered"
    case .paused: "Paused"
    case .unpaused: "Unpaused"
    case .incentiveTokenWhitelisted: "IncentiveTokenWhitelisted"
    case .incentiveTokenRemoved: "IncentiveTokenRemoved"
    case .incentiveManagerChanged: "IncentiveManagerChanged"
    case .incentiveAdded: "IncentiveAdded"
    case .queuedPayoutAmount: "QueuedPayoutAmount"
    case .payoutAmountSet: "PayoutAmountSet"
    case .lstStakerVaultAdded: "LstStakerVaultAdded"
    case .lstStakerVaultRemoved: "LstStakerVaultRemoved"
    case .rewardConverted: "RewardConverted"
    case .incentiveTokenClaimed: "IncentiveTokenClaimed"
    case .incentivesClaimed: "IncentivesClaimed"
    }
  }

  /// The arguments under their names, in the contract's order.
  var arguments: KeyValuePairs<String, VaultEvent.Value> {
    switch self {
    case .staked(let account, let amount), .withdrawn(let account, let amount):
      ["account": .address(account), "amount": .number(amount)]
    case .delegateStaked(let account, let delegate, let amount),
      .delegateWithdrawn(let account, let delegate, let amount):
      ["account": .address(account), "delegate": .address(delegate), "amount": .number(amount)]
    case .rewardAdded(let reward): ["reward": .number(reward)]
    case .rewardPaid(let account, let recipient, let reward, _):
      ["account": .address(account), "to": .address(recipient), "reward": .number(reward)]
    case .operatorSet(let account, let person):
      ["account": .address(account), "operator": .address(person)]
    case .rewardTokenMigrated(let old, let new):
      ["oldToken": .address(old), "newToken": .address(new)]
    case .rewardsDurationUpdated(let duration): ["newDuration": .number(duration)]
    case .targetRewardsPerSecondUpdated(let new, let old):
      ["newTargetRewardsPerSecond": .number(new), "oldTargetRewardsPerSecond": .number(old)]
    case .minRewardDurationForTargetRateUpdated(let new, let old):
      [
        "newMinRewardDurationForTargetRate": .number(new),
        "oldMinRewardDurationForTargetRate": .number(old),
      ]
    case .maxIncentiveTokensCountUpdated(let count): ["maxIncentiveTokensCount": .number(count)]
    case .rewardVaultManagerSet(let new, let old):
      ["newRewardVaultManager": .address(new), "oldRewardVaultManager": .address(old)]
    case .distributorSet(let distributor): ["distributor": .address(distributor)]
    case .recovered(let token, let amount):
      ["token": .address(token), "amount": .number(amount)]
    case .paused(let person), .unpaused(let person): ["account": .address(person)]
    case .incentiveTokenWhitelisted(let token, let rate, let manager):
      [
        "token": .address(token), "minIncentiveRate": .number(rate), "manager": .address(manager),
      ]
    case .incentiveTokenRemoved(let token): ["token": .address(token)]
    case .incentiveManagerChanged(let token, let new, let old):
      ["token": .address(token), "newManager": .address(new), "oldManager": .address(old)]
    case .incentiveAdded(let token, let sender, let amount, let rate):
      [
        "token": .address(token), "sender": .address(sender), "amount": .number(amount),
        "incentiveRate": .number(rate),
      ]
    case .queuedPayoutAmount(let queued, let current):
      ["queuedPayoutAmount": .number(queued), "currentPayoutAmount": .number(current)]
    case .payoutAmountSet(let new, let old):
      ["oldPayoutAmount": .number(old), "newPayoutAmount": .number(new)]
    case .lstStakerVaultAdded(let vault, let adapter):
      ["lstStakerVault": .address(vault), "lstAdapter": .address(adapter)]
    case .lstStakerVaultRemoved(let vault): ["lstStakerVault": .address(vault)]
    case .rewardConverted(let vault, let bera, let lst):
      ["lstStakerVault": .address(vault), "amountBera": .number(bera), "amountLST": .number(lst)]
    case .incentiveTokenClaimed(let token, let amount, let caller, let recipient):
      [
        "caller": .address(caller), "recipient": .address(recipient),
        "incentiveToken": .address(token), "amount": .number(amount),
      ]
    case .incentivesClaimed(let caller, let recipient):
      ["caller": .address(caller), "recipient": .address(recipient)]
    }
  }
}
