internal import Contracts
internal import Text

/// The contracts that sequences are about.
enum RecordedContract: CaseIterable {
  case rewardVault, stakingRewards, stakerVault, lstStakerVault, incentivesCollector, commission

  /// What drives it.
  var scenario: any Scenario.Type {
    switch self {
    case .rewardVault: RewardVaultScenario.self
    case .stakingRewards: StakingRewardsScenario.self
    case .stakerVault: StakerVaultScenario<WBERAStakerVault>.self
    case .lstStakerVault: StakerVaultScenario<LSTStakerVault>.self
    case .incentivesCollector: IncentivesCollectorScenario.self
    case .commission: CommissionScenario.self
    }
  }

  /// Which contract a sequence is about: by its set-up, its state, or its operations.
  init(of node: JSONNode) {
    let input = node["in"]
    let state = node["initialState"] ?? node["steps"]?.elements?.first?["state"]
    self =
      if input?["fn"]?.string == "commissionSequence" {
        .commission
      } else if input?["config"] != nil {
        .rewardVault
      } else if state?["wberaBalance"] != nil {
        .stakerVault
      } else if state?["assetBalance"] != nil {
        .lstStakerVault
      } else if state?["payoutAmount"] != nil {
        .incentivesCollector
      } else if state?["rewardTokenBalance"] != nil {
        .stakingRewards
      } else if state?["whitelistedTokens"] != nil {
        .rewardVault
      } else {
        Self(byOperationsOf: node)
      }
  }

  private init(byOperationsOf node: JSONNode) {
    let operations = (node["steps"]?.elements ?? []).compactMap { $0["in"] }
    let names = Set(operations.compactMap { $0["op"]?.string })
    if !names.isDisjoint(with: [
      "deposit", "mint", "depositNative", "redeem", "queueWithdraw", "queueRedeem",
    ]) {
      self = .stakerVault
      return
    }
    if !names.isDisjoint(with: ["claim", "claimFees", "queuePayoutAmountChange"]) {
      self = .incentivesCollector
      return
    }
    // BGTStaker is told for whom BGT calls; a vault's staker calls for itself.
    let isTold = operations.contains {
      $0["transferredBefore"] != nil || ($0["account"] != nil && $0["caller"] == nil)
    }
    self = isTold ? .stakingRewards : .rewardVault
  }
}
