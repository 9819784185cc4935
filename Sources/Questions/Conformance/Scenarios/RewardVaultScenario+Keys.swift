internal import Contracts
internal import Inputs

// What a reward vault's cases can say.
extension RewardVaultScenario {
  static let inputKeys = KeyTree([]).with(
    "config",
    .object(
      KeyTree(["era", "t0", "b0", "stakeToken", "stakeBalances", "incentiveFeeRateBps"])
        .with("validators", .named(.object(["operator", "commissionBps"])))
        .with(
          "roles",
          .object([
            "owner", "vaultManager", "vaultPauser", "rewardVaultHelper", "distributor",
            "rewardVaultManager",
          ]))))

  static let stateKeys =
    StakingRewardsWords.keys
    + KeyTree([
      "pendingRewardsDuration", "targetRewardsPerSecond", "minRewardDurationForTargetRate",
      "bgtAllowance", "bgtDistributorBalance", "wberaAllowance", "wberaDistributorBalance",
      "rewardToken", "rewardTokenMigrated",
    ])
    .with(
      "accounts",
      .named(
        .object(
          StakingRewardsLedger.Account.keys + [
            "bgtReceived", "wberaReceived", "delegateTotalStaked", "stakedByDelegate",
          ]))
    )
    .with(
      "incentives",
      .named(.object(["minIncentiveRate", "incentiveRate", "amountRemaining", "manager"])))
    + ["whitelistedTokens", "stakedByDelegate"]

  static let operations =
    ([
      "jump": [], "stake": ["amount"], "stakeOnBehalf": ["account", "amount"],
      "delegateStake": ["account", "amount"], "delegateWithdraw": ["account", "amount"],
      "withdraw": ["amount"], "exit": ["recipient"], "getReward": ["account", "recipient"],
      "getPartialReward": ["account", "recipient", "amount"], "setOperator": ["operator"],
      "notifyRewardAmount": ["amount", "validator", "fund", "fundBgt"],
      "setRewardsDuration": ["value"],
      "setTargetRewardsPerSecond": ["value"], "setMinRewardDurationForTargetRate": ["value"],
      "whitelistIncentiveToken": ["token", "minIncentiveRate", "manager"],
      "removeIncentiveToken": ["token"], "updateIncentiveManager": ["token", "manager"],
      "setMaxIncentiveTokensCount": ["value"],
      "addIncentive": ["token", "amount", "incentiveRate"],
      "accountIncentives": ["token", "amount"], "pause": [], "unpause": [],
      "setDistributor": ["value"], "setRewardVaultManager": ["value"],
      "recoverERC20": ["token", "amount"], "fundDistributor": ["amount", "amountBgt"],
      "setAllowance": ["token", "amount"], "upgrade": [], "setIncentiveFeeRate": ["value"],
      "setIncentiveTokensCollector": ["value"], "setCommission": ["validator", "value"],
      "donateIncentiveToken": ["token", "amount"],
      "pauseToken": ["token", "function", "recipient"],
      "unpauseToken": ["token", "function", "recipient"],
    ] as OperationKeys).with(["caller"])
}
