internal import EVMArithmetic
internal import Contracts
internal import Platform
internal import Text
internal import Faults

/// The plain staking contract, through BGTStaker.
struct StakingRewardsScenario: Scenario {
  static let subject = "BGTStaker"

  private var staker: BGTStaker
  private let accounts: [Address]

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    _ = try setup.input.field("t0")?.narrowWord("unix seconds")
    staker = BGTStaker(profile: setup.profile)
    let recorded = setup.initialState?.node["accounts"]?.members?.map { Address($0.key) }
    accounts = recorded ?? setup.names(under: ["account"])
    guard var state = setup.initialState else { return }
    for view in [
      "rewardPerToken", "lastTimeRewardApplicable", "getRewardForDuration",
    ] { _ = state.node(view) }
    try staker.ledger.restore(&state)
    staker.rewardToken.balances[BGTStaker.address] = try state.optionalWord(
      "rewardTokenBalance", "reward wei")
    if var list = try state.object("accounts", "accounts by name") {
      for name in list.names {
        var info = try list.requiredObject(name, "an account")
        _ = info.node("earned")
        staker.ledger.accounts[Address(name)] = try StakingRewardsLedger.Account(&info)
        staker.rewardToken.balances[Address(name)] = try info.optionalWord(
          "received", "reward wei")
        try info.refuseUnknownKeys()
      }
    }
    try state.refuseUnknownKeys()
    setup.conflicts += staker.ledger.conflicts(with: state)
  }

  mutating func run(
    _ operation: String, _ input: inout ObjectReader, at moment: UInt64
  ) throws(Fault) -> Outcome {
    let call = try read(operation, &input)
    let arriving = try input.optionalWord("transferredBefore", "reward wei")
    try input.refuseUnknownKeys()
    guard let call else { return .output(.members([:])) }
    return Outcome.of { () throws(Revert) in
      // A transfer of its own: it stays even where the notification reverts.
      if let arriving { _ = try staker.perform(.receiveRewardToken(arriving), at: moment) }
      return RewardVaultScenario.output(try staker.perform(call, at: moment))
    }
  }

  private func read(
    _ operation: String, _ input: inout ObjectReader
  ) throws(Fault) -> BGTStaker.Operation? {
    let (who, amount) = ("an account", "wei")
    switch operation {
    case "jump": return nil
    case "stake":
      return .stake(
        account: try input.address("account", who), amount: try input.word("amount", amount))
    case "withdraw":
      return .withdraw(
        account: try input.address("account", who), amount: try input.word("amount", amount))
    case "getReward": return .getReward(account: try input.address("account", who))
    case "notifyRewardAmount": return .notifyRewardAmount(try input.word("amount", amount))
    case "setRewardsDuration": return .setRewardsDuration(try input.word("value", "seconds"))
    default: throw Self.unknown(operation, input)
    }
  }

  func state(at moment: UInt64) -> JSONValue {
    let now = UInt256(moment)
    let ledger = staker.ledger
    return .members([
      "rewardRate": .word(ledger.rewardRate),
      "undistributedRewards": .word(ledger.undistributedRewards),
      "rewardPerTokenStored": .word(ledger.rewardPerTokenStored),
      "rewardPerToken": .view { () throws(Revert) in try ledger.rewardPerToken(at: now) },
      "totalSupply": .word(ledger.totalSupply),
      "periodFinish": .word(ledger.periodFinish),
      "rewardsDuration": .word(ledger.rewardsDuration),
      "lastUpdateTime": .word(ledger.lastUpdateTime),
      "lastTimeRewardApplicable": .word(ledger.lastTimeRewardApplicable(at: now)),
      "getRewardForDuration": .view { () throws(Revert) in try ledger.rewardForDuration() },
      "rewardTokenBalance": .word(staker.rewardToken.balance(of: BGTStaker.address)),
      "accounts": .named(accounts.map { ($0.name, state(of: $0, at: now)) }),
    ])
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
