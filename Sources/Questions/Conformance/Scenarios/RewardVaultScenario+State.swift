internal import EVMArithmetic
internal import Contracts
internal import Text

extension RewardVaultScenario {
  /// All views, in the order of the recorded files.
  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    let now = UInt256(moment)
    let (settings, funds) = (vault.settings, vault.environment.rewardFunds)
    let emission = settings.emission
    let tokens = settings.whitelistedTokens.map { ($0, labels.text(of: $0)) }
    var members = vault.ledger.words.members(
      at: now,
      settings: [
        ("pendingRewardsDuration", emission.pendingRewardsDuration),
        ("targetRewardsPerSecond", emission.targetRewardsPerSecond),
        ("minRewardDurationForTargetRate", emission.minRewardDurationForTargetRate),
      ])
    members += Self.members(of: funds.bgt, "bgt", settings.distributor)
    if tellsTokens {
      members += Self.members(of: funds.wbera, "wbera", settings.distributor)
      members.append("rewardToken", .string(labels.text(of: vault.rewardToken)))
      members.append("rewardTokenMigrated", .bool(settings.rewardToken == .wbera))
    }
    members.append(
      "accounts", .named(accounts.map { ($0.label, state(of: $0.address, at: now)) }))
    members.append("incentives", .named(tokens.map { ($1, incentive(vault.incentives[$0])) }))
    members.append("whitelistedTokens", .elements(tokens.map { .string($1) }))
    if tellsTokens {
      // The accounts of PoL Next are recorded without: it stands beside them.
      let stakes = accounts.map { ($0.label, stakedByDelegate(for: $0.address)) }
        .filter { !$0.1.isEmpty }
      if !stakes.isEmpty {
        members.append("stakedByDelegate", .named(stakes.map { ($0, .named($1)) }))
      }
    }
    return .object(members)
  }

  private static func members(
    of purse: RewardFunds.Purse, _ token: String, _ distributor: Address
  ) -> [JSONMember] {
    [
      JSONMember(
        key: "\(token)Allowance", value: .word(purse.allowance(of: distributor))),
      JSONMember(
        key: "\(token)DistributorBalance", value: .word(purse.token.balance(of: distributor))),
    ]
  }

  private func state(of account: Address, at now: UInt256) -> JSONValue {
    let info = vault.ledger.accounts[account] ?? .init()
    let delegated = vault.delegateStakes[account]
    let funds = vault.environment.rewardFunds
    var members: [JSONMember] = []
    members.reserveCapacity(8)
    members.append("balance", .word(info.balance))
    members.append(
      "earned", .view { () throws(Revert) in try vault.ledger.earned(by: account, at: now) })
    members.append("rewards", .word(info.unclaimedReward))
    members.append("userRewardPerTokenPaid", .word(info.rewardsPerTokenPaid))
    members.append("delegateTotalStaked", .word(delegated?.total ?? 0))
    members.append("bgtReceived", .word(funds.bgt.token.balance(of: account)))
    if tellsTokens {
      members.append("wberaReceived", .word(funds.wbera.token.balance(of: account)))
    }
    let stakes = tellsTokens ? [] : stakedByDelegate(for: account)
    if !stakes.isEmpty { members.append("stakedByDelegate", .named(stakes)) }
    return .object(members)
  }

  /// What each delegate staked for an account, where it is more than nothing.
  private func stakedByDelegate(for account: Address) -> [(String, JSONValue)] {
    (vault.delegateStakes[account]?.byDelegate ?? [:]).filter { !$0.value.isZero }
      .map { (labels.text(of: $0), JSONValue.word($1)) }.sorted { $0.0 < $1.0 }
  }

  private func incentive(_ incentive: RewardVault.Incentive?) -> JSONValue {
    guard let incentive else { return .null }
    return .members([
      "minIncentiveRate": .word(incentive.minIncentiveRate),
      "incentiveRate": .word(incentive.incentiveRate),
      "amountRemaining": .word(incentive.amountRemaining),
    ])
  }
}

extension Receipt {
  /// What a call left behind, as the files record it: nothing where there is nothing.
  func output(_ labels: Labels, tellsTokens: Bool = false) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let returned = returned.first { members.append(("ret", .word(returned))) }
    members += eventMembers(labels)
    if !incentivePayments.isEmpty {
      members.append(("incentivesPaid", .named(sums(labels))))
    }
    if tellsTokens, let paid = rewardPayment {
      members.append(
        (
          "paidFrom",
          .members(["bgtRedeemed": .word(paid.bgt), "wbera": .word(paid.wbera)])
        ))
    }
    return .named(members)
  }

  /// The events, where there are any.
  func eventMembers(_ labels: Labels) -> [(String, JSONValue)] {
    events.isEmpty ? [] : [("events", .elements(events.map { $0.output(labels) }))]
  }

  /// Incentive payments summed by token and recipient.
  private func sums(_ labels: Labels) -> [(String, JSONValue)] {
    var tokens: [Address] = []
    var sums: [Address: [(recipient: Address, amount: UInt256)]] = [:]
    for payment in incentivePayments {
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
      let paid = (sums[token] ?? []).map {
        (labels.text(of: $0.recipient), JSONValue.word($0.amount))
      }
      return (labels.text(of: token), .named(paid))
    }
  }
}

extension VaultEvent {
  fileprivate func output(_ labels: Labels) -> JSONValue {
    .members([
      "event": .string(name),
      "args": .named(arguments.map { ($0.name, .string($0.value.text(labels))) }),
    ])
  }
}

extension VaultEvent.Value {
  fileprivate func text(_ labels: Labels) -> String {
    switch self {
    case .number(let number): number.description
    case .address(let address): labels.text(of: address)
    case .validator(let key): labels.text(of: key)
    }
  }
}
