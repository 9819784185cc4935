internal import EVMArithmetic
internal import Contracts
internal import Quantities
internal import Text
internal import Faults
internal import Inputs

extension RewardVaultScenario {
  /// Puts the vault in the recorded state before the first step.
  ///
  /// Views among the members are not read: they follow from the rest. What is missing stays as in
  /// a new vault.
  mutating func restore(_ setup: inout ScenarioSetup) throws(Fault) {
    guard let state = setup.initialState else { return }
    try vault.ledger.words.restore(state)
    if let pending = try state.optionalWord("pendingRewardsDuration", "seconds") {
      vault.settings.emission.pendingRewardsDuration = pending
    }
    if let target = try state.optionalWord("targetRewardsPerSecond", "wei per second, times 1e18") {
      vault.settings.emission.targetRewardsPerSecond = target
    }
    if let shortest = try state.optionalWord("minRewardDurationForTargetRate", "seconds") {
      vault.settings.emission.minRewardDurationForTargetRate = shortest
    }
    let distributor = vault.settings.distributor
    try vault.environment.rewardFunds.bgt.restore(state, "bgt", distributor)
    try vault.environment.rewardFunds.wbera.restore(state, "wbera", distributor)
    if try state.flag("rewardTokenMigrated", "whether the stored reward token is WBERA") {
      vault.settings.rewardToken = .wbera
    }
    try restoreAccounts(state, &setup.labels)
    try restoreIncentives(state, &setup)
    setup.conflicts += vault.ledger.conflicts(with: state)
    let shortest = UInt256(setup.profile.rewardVault.minRewardDuration)
    let duration = vault.ledger.words.period.rewardsDuration
    // 0 is refused with the ledger's conflicts.
    if !duration.isZero, duration < shortest {
      setup.conflicts.append(
        state.conflict(
          "rewardsDuration", found: duration.description, expected: "at least \(shortest) seconds"))
    }
    let emission = vault.settings.emission
    if !emission.targetRewardsPerSecond.isZero && emission.minRewardDurationForTargetRate.isZero {
      setup.conflicts.append(
        state.conflict(
          "minRewardDurationForTargetRate", found: "0, because there is a target rate",
          expected: "at least \(setup.profile.rewardVault.minRewardDuration) seconds"))
    }
    vault.environment.stakeToken?.balances[VaultEnvironment.vault] =
      vault.ledger.words.totalSupply
  }

  private mutating func restoreAccounts(
    _ state: RecordedObject, _ labels: inout Labels
  ) throws(Fault) {
    guard let list = try state.object("accounts", "accounts by name") else { return }
    let beside = try state.object("stakedByDelegate", "stakes by account and delegate")
    for (name, account) in try list.addresses(&labels) {
      let info = try list.requiredObject(name, "an account")
      vault.ledger.accounts[account] = try StakingRewardsLedger.Account(info)
      vault.environment.rewardFunds.bgt.token.balances[account] = try info.optionalWord(
        "bgtReceived", "BGT wei")
      vault.environment.rewardFunds.wbera.token.balances[account] = try info.optionalWord(
        "wberaReceived", "WBERA wei")
      let total = try info.optionalWord("delegateTotalStaked", "stake token base units") ?? 0
      var delegates: [Address: UInt256] = [:]
      var stakes = try info.object("stakedByDelegate", "stakes by delegate")
      if stakes == nil { stakes = try beside?.object(name, "stakes by delegate") }
      if let stakes {
        for (delegate, stake) in try stakes.words("stake token base units", &labels) {
          delegates[delegate] = stake
        }
      }
      guard let delegated = try? RewardVault.DelegateStake(byDelegate: delegates),
        delegated.total == total, total <= vault.ledger.accounts[account]?.balance ?? 0
      else {
        throw info.conflict(
          "delegateTotalStaked", found: total.description,
          expected: "the sum of stakedByDelegate, at most the balance")
      }
      if !delegates.isEmpty { vault.delegateStakes[account] = delegated }
    }
  }

  private mutating func restoreIncentives(
    _ state: RecordedObject, _ setup: inout ScenarioSetup
  ) throws(Fault) {
    if let list = try state.object("incentives", "incentives by token") {
      for (name, token) in try list.addresses(&setup.labels) {
        let terms = try list.requiredObject(name, "an incentive")
        let remaining = try terms.word("amountRemaining", "token base units")
        vault.incentives[token] = RewardVault.Incentive(
          minIncentiveRate: try terms.word("minIncentiveRate", "token base units per 1e18 wei"),
          incentiveRate: try terms.word("incentiveRate", "token base units per 1e18 wei"),
          amountRemaining: remaining,
          manager: try terms.optionalAddress("manager", "an account", &setup.labels)
            ?? setup.labels.address(of: Names.incentiveManager))
        vault.environment.incentiveTokens[token, default: .init()].vaultBalance = remaining
      }
    }
    let order = try state.array("whitelistedTokens", "tokens in the order of payment")
    let tokens = (order ?? []).compactMap(\.json.string)
    vault.settings.whitelistedTokens = tokens.map { setup.labels.address(of: $0) }
    if Set(vault.settings.whitelistedTokens) != Set(vault.incentives.keys) {
      setup.conflicts.append(
        state.conflict(
          "whitelistedTokens", found: "\(tokens)",
          expected: "the tokens of incentives, each once"))
    }
  }
}

extension RewardFunds.Purse {
  /// What a recorded state says that the distributor holds and allows of a token.
  fileprivate mutating func restore(
    _ state: RecordedObject, _ token: String, _ distributor: Address
  ) throws(Fault) {
    allowances[distributor] = try state.optionalWord("\(token)Allowance", "wei")
    self.token.balances[distributor] = try state.optionalWord("\(token)DistributorBalance", "wei")
  }
}

extension StakingRewardsLedger {
  /// What of a restored state no sequence of calls could have led to.
  func conflicts(with state: RecordedObject) -> [Fault] {
    var conflicts: [Fault] = []
    var sum: UInt256? = .zero
    for account in accounts.values { sum = sum.flatMap { try? $0 + account.balance } }
    // Accounts may be left out: a real vault has more stakers than anyone lists.
    if sum.map({ $0 > words.totalSupply }) ?? true {
      conflicts.append(
        state.conflict(
          "totalSupply", found: words.totalSupply.description,
          expected: "at least the sum of the accounts' balances, \(sum?.description ?? "too many")")
      )
    }
    if words.period.rewardsDuration.isZero {
      conflicts.append(
        state.conflict("rewardsDuration", found: "0", expected: "a number of seconds above 0"))
    }
    if !words.period.rewardRate.isZero, words.period.periodFinish.isZero {
      conflicts.append(
        state.conflict(
          "periodFinish", found: "0, although there is a rewardRate",
          expected: "the end of the period that has the rate"))
    }
    if words.lastUpdateTime > words.period.periodFinish {
      conflicts.append(
        state.conflict(
          "lastUpdateTime", found: words.lastUpdateTime.description,
          expected: "at most periodFinish, \(words.period.periodFinish)"))
    }
    return conflicts
  }
}

extension StakingRewardsLedger.Account {
  /// The keys of an account in a recorded state; `earned` follows from the others.
  static let keys: KeyTree = ["balance", "earned", "rewards", "userRewardPerTokenPaid"]

  /// What a recorded state keeps of an account.
  init(_ info: RecordedObject) throws(Fault) {
    self.init(
      balance: try info.optionalWord("balance", "stake token base units") ?? 0,
      unclaimedReward: try info.optionalWord("rewards", "reward wei") ?? 0,
      rewardsPerTokenPaid: try info.optionalWord("userRewardPerTokenPaid", "wei times 1e18") ?? 0)
  }
}
