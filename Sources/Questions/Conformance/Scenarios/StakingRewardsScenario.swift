internal import EVMArithmetic
internal import Contracts
internal import Platform
internal import Text
internal import Faults
internal import Inputs

/// The plain staking contract, through BGTStaker.
struct StakingRewardsScenario: Scenario {
  static let subject = "BGTStaker"
  static let inputKeys: KeyTree = ["t0"]
  static let stateKeys =
    StakingRewardsWords.keys
    + KeyTree(["rewardTokenBalance"])
    .with("accounts", .named(.object(StakingRewardsLedger.Account.keys + ["received"])))
  static let operations =
    ([
      "jump": [], "stake": ["account", "amount"], "withdraw": ["account", "amount"],
      "getReward": ["account"], "notifyRewardAmount": ["amount"], "setRewardsDuration": ["value"],
    ] as OperationKeys).with(["transferredBefore"])

  private var staker: BGTStaker
  let accounts: [ShownAccount]
  private var labels = Labels()

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    _ = try setup.input.field("t0")?.narrowWord("unix seconds")
    staker = BGTStaker(profile: setup.profile)
    let addresses = try setup.recordedAccounts() ?? setup.addresses(under: ["account"])
    accounts = setup.shown(addresses)
    try restore(&setup)
    labels = setup.labels
  }

  private mutating func restore(_ setup: inout ScenarioSetup) throws(Fault) {
    guard let state = setup.initialState else { return }
    try staker.ledger.words.restore(state)
    staker.rewardToken.balances[BGTStaker.address] = try state.optionalWord(
      "rewardTokenBalance", "reward wei")
    if let list = try state.object("accounts", "accounts by name") {
      for (name, account) in try list.addresses(&setup.labels) {
        let info = try list.requiredObject(name, "an account")
        staker.ledger.accounts[account] = try StakingRewardsLedger.Account(info)
        staker.rewardToken.balances[account] = try info.optionalWord(
          "received", "reward wei")
      }
    }
    setup.conflicts += staker.ledger.conflicts(with: state)
  }

  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome {
    let call = try read(operation, input)
    let arriving = try input.optionalWord("transferredBefore", "reward wei")
    guard let call else { return .output(.members([:])) }
    return Outcome.of { () throws(Revert) in
      // A transfer of its own: it stays even where the notification reverts.
      if let arriving { _ = try staker.perform(.receiveRewardToken(arriving), at: moment) }
      return try staker.perform(call, at: moment).output(labels)
    }
  }

  private mutating func read(
    _ operation: String, _ input: RecordedObject
  ) throws(Fault) -> BGTStaker.Operation? {
    let (who, amount) = ("an account", "wei")
    switch operation {
    case "jump": return nil
    case "stake":
      return .stake(
        account: try input.address("account", who, &labels),
        amount: try input.word("amount", amount))
    case "withdraw":
      return .withdraw(
        account: try input.address("account", who, &labels),
        amount: try input.word("amount", amount))
    case "getReward": return .getReward(account: try input.address("account", who, &labels))
    case "notifyRewardAmount": return .notifyRewardAmount(try input.word("amount", amount))
    case "setRewardsDuration": return .setRewardsDuration(try input.word("value", "seconds"))
    default: throw Self.unknown(operation, input)
    }
  }

  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    let now = UInt256(moment)
    var members = staker.ledger.words.members(at: now)
    members.append(
      "rewardTokenBalance", .word(staker.rewardToken.balance(of: BGTStaker.address)))
    members.append(
      "accounts", .named(accounts.map { ($0.label, state(of: $0.address, at: now)) }))
    return .object(members)
  }

  private func state(of account: Address, at now: UInt256) -> JSONValue {
    let info = staker.ledger.accounts[account] ?? .init()
    return .members([
      "balance": .word(info.balance),
      "earned": .view { () throws(Revert) in try staker.ledger.earned(by: account, at: now) },
      "rewards": .word(info.unclaimedReward),
      "userRewardPerTokenPaid": .word(info.rewardsPerTokenPaid),
      "received": .word(staker.rewardToken.balance(of: account)),
    ])
  }
}
