internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// The auction of incentives, with the staker vaults that its payout goes to.
///
/// A case is one call between two states, or a sequence.
struct IncentivesCollectorScenario: Scenario {
  static let subject = "IncentivesCollector"
  static let inputKeys: KeyTree = []
  static let stateKeys = KeyTree(["payoutAmount", "queuedPayoutAmount", "paused"])
    .with("wberaStakerVault", .object(vaultKeys))
    .with("lstStakerVaults", .objects(vaultKeys + ["vault", "adapter", "rate", "adapterBroken"]))
    .with("balances", .named(.value))
  private static let vaultKeys: KeyTree = ["totalAssets", "totalSupply", "assetsPerShareWad"]
  static let operations =
    ([
      "jump": [], "claim": claimKeys, "claimFees": claimKeys, "queuePayoutAmountChange": ["value"],
      "addLstStakerVault": [
        "vault", "adapter", "rate", "totalAssets", "totalSupply", "decimals",
      ],
      "removeLstStakerVault": ["vault"], "pause": [], "unpause": [],
    ] as OperationKeys).with(["caller"])
  private static let claimKeys = [
    "tokens", "recipient", "callerWbera", "callerAllowance", "falsTransfersFail",
  ]

  /// None: the state shows what the collector holds.
  let accounts: [ShownAccount] = []
  private var collector: IncentivesCollector
  private var labels: Labels
  /// The tokens whose balances the state shows, as the file names them.
  private let tokens: [ShownAccount]
  /// What the state after a single call says of the vaults, which no input does.
  private let vaultsAfter: [JSONNode]

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    labels = setup.labels
    let state = setup.initialState
    var collector = IncentivesCollector(
      payoutAmount: try state?.optionalWord("payoutAmount", "WBERA wei") ?? Self.usualPayout(setup),
      wberaStakerVault: try state?.object("wberaStakerVault", "assets and shares")?.shares()
        ?? ERC4626Shares(totalAssets: .zero, totalSupply: .zero),
      roles: .init(
        owner: labels.address(of: "gov"), pauser: labels.address(of: "pauser"),
        manager: labels.address(of: "manager")))
    collector.words.queuedPayoutAmount =
      try state?.optionalWord("queuedPayoutAmount", "WBERA wei") ?? .zero
    collector.words.isPaused = try state?.flag("paused", "whether claims are stopped") ?? false
    for node in try state?.array("lstStakerVaults", "LST staker vaults") ?? [] {
      let vault = try RecordedObject(node, "an LST staker vault")
      collector.lstStakerVaults.append(try IncentivesCollector.LSTVault(vault, &labels))
    }
    var tokens: [ShownAccount] = []
    if let balances = try state?.object("balances", "base units by token") {
      for (name, token) in try balances.addresses(&labels) {
        collector.balances[.init(token)] = try balances.word(name, "base units")
        tokens.append(ShownAccount(label: name, address: token))
      }
    }
    self.collector = collector
    self.tokens = tokens
    vaultsAfter = setup.finalState?["lstStakerVaults"]?.elements ?? []
  }

  private static func usualPayout(_ setup: ScenarioSetup) -> UInt256 {
    UInt256(high: 0, low: setup.profile.pool.auctionPayout)
  }

  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome {
    let caller = try input.optionalAddress("caller", "an account", &labels)
    if operation == "jump" { return .output(.members([:])) }
    let (call, usual) = try read(operation, input, caller)
    guard let sender = caller ?? usual else {
      throw input.missing("caller", "the account that calls \(operation)")
    }
    return Outcome.of { () throws(Revert) in
      output(of: try collector.perform(call, by: sender))
    }
  }

  private typealias Call = (operation: IncentivesCollector.Operation, caller: Address?)

  /// The call that a step names, and who makes it where the step does not say.
  private mutating func read(
    _ operation: String, _ input: RecordedObject, _ caller: Address?
  ) throws(Fault) -> Call {
    let roles = collector.roles
    switch operation {
    case "claim", "claimFees": return (try readClaim(input, caller), nil)
    case "queuePayoutAmountChange":
      return (.queuePayoutAmountChange(try input.word("value", "WBERA wei")), roles.owner)
    case "addLstStakerVault":
      return (.addLstStakerVault(try readVault(input)), roles.owner)
    case "removeLstStakerVault":
      return (.removeLstStakerVault(try input.address("vault", "a vault", &labels)), roles.owner)
    case "pause": return (.pause, roles.pauser)
    case "unpause": return (.unpause, roles.manager)
    default: throw Self.unknown(operation, input)
    }
  }

  /// A claim; what the caller holds and allows is taken over first.
  private mutating func readClaim(
    _ input: RecordedObject, _ caller: Address?
  ) throws(Fault) -> IncentivesCollector.Operation {
    var tokens: [Address] = []
    guard let list = try input.array("tokens", "tokens to take") else {
      throw input.missing("tokens", "an array: tokens to take")
    }
    for token in list {
      tokens.append(labels.address(of: try token.field("a token: a name or an address").text))
    }
    let recipient = try input.optionalAddress("recipient", "an account", &labels)
    let held = try input.optionalWord("callerWbera", "WBERA wei") ?? collector.words.payoutAmount
    let allowed = try input.optionalWord("callerAllowance", "WBERA wei") ?? .max
    if try input.flag("falsTransfersFail", "whether transfers of FALS return false") {
      collector.failingTokens = [labels.address(of: "FALS")]
    } else {
      collector.failingTokens = []
    }
    if let caller {
      collector.balances[.init(RewardToken.wbera.address, of: caller)] = held
      collector.allowances[caller] = allowed
    }
    return .claim(recipient: recipient ?? caller ?? .zero, tokens: tokens)
  }

  /// A vault to add: its terms are the step's, or those of the recorded state after it, or a new vault's.
  private mutating func readVault(
    _ input: RecordedObject
  ) throws(Fault) -> IncentivesCollector.LSTVault {
    let address = try input.address("vault", "a vault", &labels)
    let adapter = try input.address("adapter", "an adapter", &labels)
    let recorded = vaultsAfter.first { $0["vault"]?.string == labels.text(of: address) }
    func word(_ key: String, _ what: String, usual: UInt256) throws(Fault) -> UInt256 {
      try input.optionalWord(key, what)
        ?? recorded?[key]?.scalarText.flatMap { UInt256($0) } ?? usual
    }
    let rate = try word("rate", "BERA wei per 1e18 of the asset", usual: FixedPointMathLib.wad)
    let initial = LSTStakerVault.initialDeposit
    let shares = ERC4626Shares(
      totalAssets: try word("totalAssets", "asset base units", usual: initial),
      totalSupply: try word("totalSupply", "shares", usual: initial))
    // The recorded files call the vault whose asset has six decimals sixVault.
    let usual: UInt64 = labels.text(of: address) == "sixVault" ? 6 : 18
    let decimals =
      try input.field("decimals", "a number of decimals")?.narrowWord("a number of decimals")
      ?? usual
    return IncentivesCollector.LSTVault(
      address: address, adapter: adapter, rate: rate,
      isBroken: recorded?["adapterBroken"]?.bool ?? false, shares: shares,
      decimals: UInt8(clamping: decimals))
  }

  private func output(of answer: IncentivesCollector.Answer) -> JSONValue {
    var members = answer.receipt.eventMembers(labels)
    guard let auction = answer.auction else { return .named(members) }
    let parts = zip(collector.lstStakerVaults, auction.split.lstStakerVaults).map {
      (labels.text(of: $0.address), JSONValue.word($1))
    }
    members += [
      ("split", .named([("sWBERA", .word(auction.split.wberaStakerVault))] + parts)),
      (
        "lstReceived",
        .named(auction.received.map { (labels.text(of: $0.of), JSONValue.word($0.amount)) })
      ),
      (
        "claimed",
        .elements(
          auction.claimed.map { .elements([.string(labels.text(of: $0.of)), .word($0.amount)]) })
      ),
    ]
    return .named(members)
  }

  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    let words = collector.words
    return .members([
      "payoutAmount": .word(words.payoutAmount),
      "queuedPayoutAmount": .word(words.queuedPayoutAmount), "paused": .bool(words.isPaused),
      "wberaStakerVault": .named(collector.wberaStakerVault.members),
      "lstStakerVaults": .elements(
        collector.lstStakerVaults.map { vault in
          .named(
            [
              ("vault", .string(labels.text(of: vault.address))),
              ("adapter", .string(labels.text(of: vault.adapter))), ("rate", .word(vault.rate)),
            ] + vault.shares.members + [("adapterBroken", .bool(vault.isBroken))])
        }),
      "balances": .named(
        tokens.map { ($0.label, .word(collector.balances[.init($0.address)] ?? .zero)) }),
    ])
  }
}

extension ERC4626Shares {
  /// Assets, shares and what a whole share is worth, as the recorded states have them.
  fileprivate var members: [(String, JSONValue)] {
    [
      ("totalAssets", .word(totalAssets)), ("totalSupply", .word(totalSupply)),
      (
        "assetsPerShareWad",
        .view { () throws(Revert) in try assets(forShares: FixedPointMathLib.wad, rounding: .down) }
      ),
    ]
  }
}

extension RecordedObject {
  /// The assets and shares of a recorded vault.
  fileprivate func shares() throws(Fault) -> ERC4626Shares {
    ERC4626Shares(
      totalAssets: try word("totalAssets", "asset base units"),
      totalSupply: try word("totalSupply", "shares"))
  }
}

extension IncentivesCollector.LSTVault {
  /// A vault of a recorded state.
  fileprivate init(_ vault: RecordedObject, _ labels: inout Labels) throws(Fault) {
    self.init(
      address: try vault.address("vault", "a vault", &labels),
      adapter: try vault.address("adapter", "an adapter", &labels),
      rate: try vault.word("rate", "BERA wei per 1e18 of the asset"),
      isBroken: try vault.flag("adapterBroken", "whether the adapter reverts"),
      shares: try vault.shares())
  }
}
