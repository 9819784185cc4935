internal import EVMArithmetic
internal import Contracts
internal import Platform
internal import Text
internal import Faults
internal import Inputs

extension RewardVaultScenario {
  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome {
    let caller = try input.optionalAddress("caller", "an account", &labels)
    if operation == "jump" {
      return .output(.members([:]))
    }
    let (call, defaultCaller) = try read(operation, input, caller)
    guard let sender = caller ?? defaultCaller else {
      throw input.missing("caller", "the account that calls \(operation)")
    }
    return Outcome.of { () throws(Revert) in
      try vault.perform(call, by: sender, at: moment).output(labels, tellsTokens: tellsTokens)
    }
  }

  private typealias Call = (operation: RewardVault.Operation, caller: Address?)

  /// The call that a step names, and who makes it where the step does not say.
  private mutating func read(
    _ operation: String, _ input: RecordedObject, _ caller: Address?
  ) throws(Fault) -> Call {
    let what = "an account"
    switch operation {
    case "stake": return (.stake(try input.amount()), nil)
    case "stakeOnBehalf":
      return (
        .stakeOnBehalf(account: try input.address("account", what, &labels), try input.amount()),
        nil
      )
    case "delegateStake":
      return (
        .delegateStake(account: try input.address("account", what, &labels), try input.amount()),
        nil
      )
    case "delegateWithdraw":
      let account = try input.address("account", what, &labels)
      return (.delegateWithdraw(account: account, try input.amount()), nil)
    case "withdraw": return (.withdraw(try input.amount()), nil)
    case "exit":
      let recipient = try input.optionalAddress("recipient", what, &labels)
      return (.exit(recipient: recipient ?? caller ?? .zero), nil)
    case "getReward":
      let (account, recipient) = try input.claim(caller, &labels)
      return (.getReward(account: account, recipient: recipient), nil)
    case "getPartialReward":
      let (account, recipient) = try input.claim(caller, &labels)
      let amount = try input.amount()
      return (.getPartialReward(account: account, recipient: recipient, amount), nil)
    case "setOperator": return (.setOperator(try input.address("operator", what, &labels)), nil)
    case "notifyRewardAmount":
      return (try readNotification(input, caller), vault.settings.distributor)
    default: return try readSetting(operation, input)
    }
  }

  /// A notification; the distributor funds what it notifies unless `fund` says otherwise.
  private mutating func readNotification(
    _ input: RecordedObject, _ caller: Address?
  ) throws(Fault) -> RewardVault.Operation {
    let amount = try input.amount()
    let name = try input.field("validator", "a validator: a name or a public key")
    let key = labels.key(of: name?.text ?? "validator")
    introduce(key)
    let isDistributor = caller ?? vault.settings.distributor == vault.settings.distributor
    let fundedBGT = try input.optionalWord("fundBgt", "BGT wei")
    let funded =
      try input.optionalWord("fund", "reward wei")
      ?? (isDistributor && fundedBGT == nil ? amount : .zero)
    guard let fundedBGT, !fundedBGT.isZero else {
      return .notifyRewardAmount(validator: key, amount, funded: funded)
    }
    return .notifyMixedRewardAmount(
      validator: key, amount, funded: funded, fundedBGT: fundedBGT)
  }

  /// Gives a validator that is not listed an operator, where there is no list.
  private mutating func introduce(_ key: ValidatorKey) {
    guard inventsOperators, vault.environment.validators[key] == nil else { return }
    vault.environment.validators[key] = ValidatorCommission(
      operator: labels.address(of: "operator of \(labels.text(of: key))"))
  }

  private mutating func readSetting(
    _ operation: String, _ input: RecordedObject
  ) throws(Fault) -> Call {
    let roles = vault.environment.roles
    let manager = vault.settings.rewardVaultManager
    switch operation {
    case "setRewardsDuration": return (.setRewardsDuration(try input.value("seconds")), manager)
    case "setTargetRewardsPerSecond":
      return (.setTargetRewardsPerSecond(try input.value("wei per second times 1e18")), manager)
    case "setMinRewardDurationForTargetRate":
      return (.setMinRewardDurationForTargetRate(try input.value("seconds")), manager)
    case "setMaxIncentiveTokensCount":
      return (.setMaxIncentiveTokensCount(try input.value("a count")), roles.owner)
    case "pause": return (.pause, roles.vaultPauser)
    case "unpause": return (.unpause, roles.vaultManager)
    case "setDistributor":
      return (.setDistributor(try input.address("value", "an account", &labels)), roles.owner)
    case "setRewardVaultManager":
      let new = try input.address("value", "an account", &labels)
      return (.setRewardVaultManager(new), roles.vaultManager)
    case "fundDistributor":
      let amountBGT = try input.optionalWord("amountBgt", "BGT wei") ?? .zero
      return (.fundDistributor(try input.amount(), bgt: amountBGT, allowance: 0), roles.owner)
    case "setAllowance":
      let amount = try input.amount()
      return (.setAllowance(of: try readRewardToken(input), amount), vault.settings.distributor)
    case "upgrade": return (.upgrade, roles.owner)
    case "setIncentiveTokensCollector":
      let new = try input.address("value", "an account", &labels)
      return (.setIncentiveTokensCollector(new), roles.owner)
    case "setIncentiveFeeRate":
      return (.setIncentiveFeeRate(try input.value("basis points")), roles.owner)
    case "setCommission":
      let key = labels.key(
        of: try input.requiredField(
          "validator", "a validator: a name or a public key"
        ).text)
      introduce(key)
      return (.setCommission(validator: key, try input.value("basis points")), roles.owner)
    default: return try readIncentive(operation, input)
    }
  }

  private mutating func readIncentive(
    _ operation: String, _ input: RecordedObject
  ) throws(Fault) -> Call {
    let roles = vault.environment.roles
    guard Self.operations[operation]?.contains("token") == true else {
      throw Self.unknown(operation, input)
    }
    let token = try input.address("token", "a token", &labels)
    let incentiveManager = labels.address(of: Names.incentiveManager)
    let fundedBy = vault.incentives[token]?.manager ?? incentiveManager
    switch operation {
    case "whitelistIncentiveToken":
      let rate = try input.word("minIncentiveRate", "token base units per 1e18 wei")
      let manager = try input.optionalAddress("manager", "an account", &labels) ?? incentiveManager
      return (
        .whitelistIncentiveToken(token: token, minIncentiveRate: rate, manager: manager),
        roles.owner
      )
    case "removeIncentiveToken": return (.removeIncentiveToken(token), roles.vaultManager)
    case "updateIncentiveManager":
      let manager = try input.address("manager", "an account", &labels)
      return (.updateIncentiveManager(token: token, manager), roles.owner)
    case "addIncentive":
      let rate = try input.word("incentiveRate", "token base units per 1e18 wei")
      let amount = try input.amount()
      return (.addIncentive(token: token, amount: amount, incentiveRate: rate), fundedBy)
    case "accountIncentives":
      return (.accountIncentives(token: token, amount: try input.amount()), fundedBy)
    case "recoverERC20": return (.recoverERC20(token: token, try input.amount()), roles.owner)
    case "donateIncentiveToken":
      return (.donateIncentiveToken(token: token, try input.amount()), roles.owner)
    default:
      return (try readFault(token, begins: operation == "pauseToken", input), roles.owner)
    }
  }

}

extension RecordedObject {
  fileprivate func amount() throws(Fault) -> UInt256 {
    try word("amount", "an amount in base units")
  }

  fileprivate func value(_ what: String) throws(Fault) -> UInt256 {
    try word("value", what)
  }

  /// Whose rewards, and who receives them: the caller where a step does not say.
  fileprivate func claim(
    _ caller: Address?, _ labels: inout Labels
  ) throws(Fault) -> (account: Address, recipient: Address) {
    let account = try optionalAddress("account", "an account", &labels) ?? caller
    let recipient = try optionalAddress("recipient", "an account", &labels) ?? account
    guard let account, let recipient else { throw missing("caller", "the account that claims") }
    return (account, recipient)
  }
}
