internal import EVMArithmetic
internal import Contracts
internal import Platform
internal import Text
internal import Faults
internal import Inputs

/// The sWBERA vault.
///
/// Where a case does not say what accounts hold, each has plenty of WBERA.
struct StakerVaultScenario: Scenario {
  static let subject = "WBERAStakerVault"
  static let inputKeys: KeyTree = ["t0"]
  static let stateKeys =
    KeyTree(["totalAssets", "totalSupply", "reservedAssets", "wberaBalance"] + rates)
    .with(
      "accounts",
      .named(.object(["shares", "maxWithdraw", "wbera", "requestIds", "legacyRequest"])))
  static let operations =
    ([
      "jump": [], "deposit": ["assets"], "mint": ["shares"], "depositNative": ["assets", "value"],
      "withdraw": ["assets"], "redeem": ["shares"], "queueWithdraw": ["assets"],
      "queueRedeem": ["shares"], "completeWithdrawalLegacy": ["isNative"],
      "completeWithdrawal": ["requestId", "isNative"], "cancelQueuedWithdrawal": ["requestId"],
      "receiveRewards": ["amount"], "donate": ["amount"], "approve": ["spender", "amount"],
      "pause": [], "unpause": [],
    ] as OperationKeys).with(["caller", "receiver", "owner"])

  private var vault: WBERAStakerVault
  let accounts: [ShownAccount]
  private var labels = Labels()

  /// A trillion WBERA.
  private static let plenty: UInt256 = 1_000_000_000_000_000_000_000_000_000_000

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    _ = try setup.input.field("t0")?.narrowWord("unix seconds")
    vault = WBERAStakerVault(profile: setup.profile)
    vault.pauser = setup.labels.address(of: "pauser")
    vault.manager = setup.labels.address(of: "manager")
    let addresses =
      try setup.recordedAccounts() ?? setup.addresses(under: ["caller", "receiver", "owner"])
    accounts = setup.shown(addresses)
    for account in accounts { vault.wbera.balances[account.address] = Self.plenty }
    try restore(&setup)
    labels = setup.labels
  }

  /// Takes over balances, shares and reserves; requests under way cannot be restored.
  private mutating func restore(_ setup: inout ScenarioSetup) throws(Fault) {
    guard let state = setup.initialState else { return }
    let held = try state.optionalWord("wberaBalance", "WBERA wei") ?? 0
    let supply = try state.optionalWord("totalSupply", "shares")
    let reserved = try state.optionalWord("reservedAssets", "WBERA wei") ?? 0
    vault.wbera.balances[WBERAStakerVault.address] = held
    var shares: [Address: UInt256] = [:]
    var sum: UInt256? = .zero
    if let list = try state.object("accounts", "accounts by name") {
      for (name, account) in try list.addresses(&setup.labels) {
        let info = try list.requiredObject(name, "an account")
        let owned = try info.optionalWord("shares", "shares") ?? 0
        shares[account] = owned
        sum = sum.flatMap { try? $0 + owned }
        if let wbera = try info.optionalWord("wbera", "WBERA wei") {
          vault.wbera.balances[account] = wbera
        }
        if try info.array("requestIds", "requests under way")?.isEmpty == false {
          setup.conflicts.append(
            info.conflict(
              "requestIds", found: "requests under way",
              expected: "none, because a scenario does not hold their terms"))
        }
      }
    }
    let totalSupply = supply ?? sum ?? .max
    if reserved > held {
      setup.conflicts.append(
        state.conflict(
          "reservedAssets", found: reserved.description,
          expected: "at most wberaBalance, \(held)"))
    }
    if sum.map({ $0 > totalSupply }) ?? true {
      setup.conflicts.append(
        state.conflict(
          "totalSupply", found: totalSupply.description,
          expected: "at least the sum of the accounts' shares, \(sum?.description ?? "too many")"))
    }
    vault.restore(shares: shares, totalSupply: totalSupply, reservedAssets: reserved)
  }

  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome {
    let caller = try input.optionalAddress("caller", "an account", &labels)
    let call = try read(operation, input, caller ?? .zero)
    guard let call else { return .output(.members([:])) }
    guard caller != nil || Self.needsNoCaller.contains(operation) else {
      throw input.missing("caller", "the account that calls \(operation)")
    }
    return Outcome.of { () throws(Revert) in
      let returned = try vault.perform(call, by: caller ?? .zero, at: moment)
      switch returned.count {
      case 0: return .members([:])
      case 1: return .members(["ret": .word(returned[0])])
      default: return .members(["ret": .elements(returned.map { .word($0) })])
      }
    }
  }

  private static let needsNoCaller: Set = ["jump", "receiveRewards", "donate"]

  private mutating func read(
    _ operation: String, _ input: RecordedObject, _ caller: Address
  ) throws(Fault) -> WBERAStakerVault.Operation? {
    let (who, wei) = ("an account", "WBERA wei")
    let receiver = try input.optionalAddress("receiver", who, &labels) ?? caller
    let owner = try input.optionalAddress("owner", who, &labels) ?? caller
    switch operation {
    case "jump": return nil
    case "deposit": return .deposit(try input.word("assets", wei), receiver: receiver)
    case "mint": return .mint(try input.word("shares", "shares"), receiver: receiver)
    case "depositNative":
      let assets = try input.word("assets", wei)
      let value = try input.optionalWord("value", wei) ?? assets
      return .depositNative(assets, receiver: receiver, value: value)
    case "withdraw":
      return .withdraw(try input.word("assets", wei), receiver: receiver, owner: owner)
    case "redeem":
      return .redeem(try input.word("shares", "shares"), receiver: receiver, owner: owner)
    case "queueWithdraw":
      return .queueWithdraw(try input.word("assets", wei), receiver: receiver, owner: owner)
    case "queueRedeem":
      return .queueRedeem(try input.word("shares", "shares"), receiver: receiver, owner: owner)
    case "completeWithdrawalLegacy":
      return .completeWithdrawalLegacy(isNative: try input.flag("isNative", "paid in BERA"))
    case "completeWithdrawal":
      let isNative = try input.flag("isNative", "paid in BERA")
      return .completeWithdrawal(try input.word("requestId", "a request"), isNative: isNative)
    case "cancelQueuedWithdrawal":
      return .cancelQueuedWithdrawal(try input.word("requestId", "a request"))
    case "receiveRewards": return .receiveRewards(try input.word("amount", wei))
    case "donate": return .donate(try input.word("amount", wei))
    case "approve":
      let spender = try input.address("spender", who, &labels)
      return .approve(spender: spender, try input.word("amount", "shares"))
    case "pause": return .pause
    case "unpause": return .unpause
    default: throw Self.unknown(operation, input)
    }
  }
}

extension StakerVaultScenario {
  /// The views of one whole token or share.
  private static let rates = [
    "convertToAssets(1e18)", "convertToShares(1e18)", "previewDeposit(1e18)",
    "previewMint(1e18)", "previewWithdraw(1e18)", "previewRedeem(1e18)",
  ]

  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("totalAssets", .view { () throws(Revert) in try vault.totalAssets() }),
      ("totalSupply", .word(vault.words.totalSupply)),
      ("reservedAssets", .word(vault.words.reservedAssets)),
      ("wberaBalance", .word(vault.wbera.balance(of: WBERAStakerVault.address))),
    ]
    members += Self.rates.map { name in
      (name, .view { () throws(Revert) in try rate(name) })
    }
    members.append(("accounts", .named(accounts.map { ($0.label, state(of: $0.address)) })))
    return .named(members)
  }

  private func rate(_ name: String) throws(Revert) -> UInt256 {
    let conversions = try vault.conversions()
    let one = FixedPointMathLib.wad
    return switch name.prefix(while: { $0 != "(" }) {
    case "convertToAssets": try conversions.assets(forShares: one, rounding: .down)
    case "convertToShares": try conversions.shares(forAssets: one, rounding: .down)
    case "previewDeposit": try conversions.previewDeposit(one)
    case "previewMint": try conversions.previewMint(one)
    case "previewWithdraw": try conversions.previewWithdraw(one)
    default: try conversions.previewRedeem(one)
    }
  }

  private func state(of account: Address) -> JSONValue {
    let legacy = vault.legacyRequests[account]
    return .members([
      "shares": .word(vault.shares.balance(of: account)),
      "maxWithdraw": .view { () throws(Revert) in try vault.maxWithdraw(of: account) },
      "wbera": .word(vault.wbera.balance(of: account)),
      "requestIds": .elements(vault.requests.ids(of: account).map { .word($0) }),
      "legacyRequest": .members([
        "assets": .word(legacy?.assets ?? 0), "shares": .word(legacy?.shares ?? 0),
        "requestTime": .word(legacy?.requestTime ?? 0),
      ]),
    ])
  }
}
