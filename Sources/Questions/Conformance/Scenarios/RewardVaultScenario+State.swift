internal import EVMArithmetic
internal import Contracts
internal import Text

extension RewardVaultScenario {
  /// All views, in the order of the recorded files.
  func state(at moment: UInt64) -> JSONValue {
    let now = UInt256(moment)
    let ledger = vault.ledger
    let distributor = vault.distributor
    return .members([
      "rewardRate": .word(ledger.rewardRate),
      "undistributedRewards": .word(ledger.undistributedRewards),
      "rewardPerTokenStored": .word(ledger.rewardPerTokenStored),
      "rewardPerToken": .view { () throws(Revert) in try ledger.rewardPerToken(at: now) },
      "totalSupply": .word(ledger.totalSupply),
      "periodFinish": .word(ledger.periodFinish),
      "rewardsDuration": .word(ledger.rewardsDuration),
      "pendingRewardsDuration": .word(vault.pendingRewardsDuration),
      "targetRewardsPerSecond": .word(vault.targetRewardsPerSecond),
      "minRewardDurationForTargetRate": .word(vault.minRewardDurationForTargetRate),
      "lastUpdateTime": .word(ledger.lastUpdateTime),
      "lastTimeRewardApplicable": .word(ledger.lastTimeRewardApplicable(at: now)),
      "getRewardForDuration": .view { () throws(Revert) in try ledger.rewardForDuration() },
      "bgtAllowance": .word(vault.environment.rewardAllowances[distributor] ?? 0),
      "bgtDistributorBalance": .word(vault.environment.rewardToken.balance(of: distributor)),
      "accounts": .named(accounts.map { ($0.name, state(of: $0, at: now)) }),
      "incentives": .named(
        vault.whitelistedTokens.map { ($0.name, incentive(vault.incentives[$0])) }),
      "whitelistedTokens": .elements(vault.whitelistedTokens.map { .string($0.name) }),
    ])
  }

  private func state(of account: Address, at now: UInt256) -> JSONValue {
    let info = vault.ledger.accounts[account] ?? .init()
    let delegated = vault.delegateStakes[account]
    var members: [(String, JSONValue)] = [
      ("balance", .word(info.balance)),
      ("earned", .view { () throws(Revert) in try vault.ledger.earned(by: account, at: now) }),
      ("rewards", .word(info.unclaimedReward)),
      ("userRewardPerTokenPaid", .word(info.rewardsPerTokenPaid)),
      ("delegateTotalStaked", .word(delegated?.total ?? 0)),
      ("bgtReceived", .word(vault.environment.rewardToken.balance(of: account))),
    ]
    let stakes = (delegated?.byDelegate ?? [:]).filter { !$0.value.isZero }
      .sorted { $0.key.name < $1.key.name }
    if !stakes.isEmpty {
      members.append(("stakedByDelegate", .named(stakes.map { ($0.key.name, .word($0.value)) })))
    }
    return .named(members)
  }

  private func incentive(_ incentive: RewardVault.Incentive?) -> JSONValue {
    guard let incentive else { return .null }
    return .members([
      "minIncentiveRate": .word(incentive.minIncentiveRate),
      "incentiveRate": .word(incentive.incentiveRate),
      "amountRemaining": .word(incentive.amountRemaining),
    ])
  }

  /// What a call left behind, as the files record it: nothing where there is nothing.
  static func output(_ receipt: Receipt) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let returned = receipt.returned.first { members.append(("ret", .word(returned))) }
    if !receipt.events.isEmpty {
      members.append(("events", .elements(receipt.events.map(event))))
    }
    let paid = payments(receipt.incentivePayments)
    if !paid.isEmpty { members.append(("incentivesPaid", .named(paid))) }
    return .named(members)
  }

  static func event(_ event: VaultEvent) -> JSONValue {
    .members([
      "event": .string(event.name),
      "args": .named(event.arguments.map { ($0.name, .string($0.value.description)) }),
    ])
  }

  /// Payments summed by token and recipient.
  private static func payments(_ payments: [IncentivePayment]) -> [(String, JSONValue)] {
    var tokens: [Address] = []
    var sums: [Address: [(recipient: Address, amount: UInt256)]] = [:]
    for payment in payments {
      if sums[payment.token] == nil { tokens.append(payment.token) }
      var paid = sums[payment.token] ?? []
      if let index = paid.firstIndex(where: { $0.recipient == payment.recipient }) {
        paid[index].amount = paid[index].amount &+ payment.amount
      } else {
        paid.append((payment.recipient, payment.amount))
      }
      sums[payment.token] = paid
    }
    return tokens.map { token in
      (token.name, .named((sums[token] ?? []).map { ($0.recipient.name, .word($0.amount)) }))
    }
  }
}
