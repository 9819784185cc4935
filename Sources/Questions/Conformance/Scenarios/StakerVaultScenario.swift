internal import EVMArithmetic
internal import Contracts
internal import Platform
internal import Text
internal import Faults
internal import Inputs

/// A staker vault that sequences can drive.
protocol RecordedStakerVault: Sendable {
  associatedtype Operation: Sendable

  /// The contract's name.
  static var subject: String { get }
  /// What recorded states call the asset: `wbera`, of which the vault holds `wberaBalance`.
  static var assetKey: String { get }
  /// The vault's own address.
  static var address: Address { get }
  /// What each operation takes.
  static var operations: OperationKeys { get }

  /// The operations that nobody in particular does.
  static var needsNoCaller: Set<String> { get }
  /// What a state shows of an account beside what both vaults have.
  static var ownKeys: [String] { get }

  /// Balances of the asset.
  var asset: TokenLedger { get set }
  var words: StakerVaultWords { get }
  var shares: TokenLedger { get }
  var requests: WithdrawalRequests { get }

  /// An empty vault, whose roles have the labels of the recorded files.
  init(_ profile: ProtocolProfile, _ labels: inout Labels)
  func totalAssets() throws(Revert) -> UInt256
  func conversions() throws(Revert) -> ERC4626Shares
  func maxWithdraw(of owner: Address) throws(Revert) -> UInt256
  mutating func restore(
    shares: [Address: UInt256], totalSupply: UInt256, reservedAssets: UInt256)
  mutating func perform(
    _ operation: Operation, by caller: Address, at timestamp: UInt64
  ) throws(Revert) -> [UInt256]

  /// The call that a step names.
  static func read(
    _ operation: String, _ input: RecordedObject, _ parties: StakerVaultParties,
    _ labels: inout Labels
  ) throws(Fault) -> Operation
  /// The values of `ownKeys`.
  func ownMembers(of account: Address) -> [(String, JSONValue)]
}

/// Who receives and whose shares are meant; the caller where a step does not say.
struct StakerVaultParties {
  let receiver: Address
  let owner: Address
}

/// A staker vault: of WBERA, or of a liquid staking token.
///
/// Where a case does not say what accounts hold, each has plenty of the asset.
struct StakerVaultScenario<Vault: RecordedStakerVault>: Scenario {
  static var subject: String { Vault.subject }
  static var inputKeys: KeyTree { ["t0"] }
  static var stateKeys: KeyTree {
    KeyTree(["totalAssets", "totalSupply", "reservedAssets", balanceKey] + rates).with(
      "accounts",
      .named(
        .object(
          KeyTree(["shares", "maxWithdraw", Vault.assetKey, "requestIds"] + Vault.ownKeys))))
  }
  static var operations: OperationKeys { Vault.operations.with(["caller", "receiver", "owner"]) }

  private static var balanceKey: String { "\(Vault.assetKey)Balance" }

  private var vault: Vault
  let accounts: [ShownAccount]
  private var labels = Labels()

  /// A trillion tokens.
  private static var plenty: UInt256 { 1_000_000_000_000_000_000_000_000_000_000 }

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    _ = try setup.input.field("t0")?.narrowWord("unix seconds")
    vault = Vault(setup.profile, &setup.labels)
    let addresses =
      try setup.recordedAccounts() ?? setup.addresses(under: ["caller", "receiver", "owner"])
    accounts = setup.shown(addresses)
    for account in accounts { vault.asset.balances[account.address] = Self.plenty }
    try restore(&setup)
    labels = setup.labels
  }

  /// Takes over balances, shares and reserves; requests under way cannot be restored.
  private mutating func restore(_ setup: inout ScenarioSetup) throws(Fault) {
    guard let state = setup.initialState else { return }
    let held = try state.optionalWord(Self.balanceKey, "asset base units") ?? 0
    let supply = try state.optionalWord("totalSupply", "shares")
    let reserved = try state.optionalWord("reservedAssets", "asset base units") ?? 0
    vault.asset.balances[Vault.address] = held
    var shares: [Address: UInt256] = [:]
    var sum: UInt256? = .zero
    if let list = try state.object("accounts", "accounts by name") {
      for (name, account) in try list.addresses(&setup.labels) {
        let info = try list.requiredObject(name, "an account")
        let owned = try info.optionalWord("shares", "shares") ?? 0
        shares[account] = owned
        sum = sum.flatMap { try? $0 + owned }
        if let own = try info.optionalWord(Vault.assetKey, "asset base units") {
          vault.asset.balances[account] = own
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
          expected: "at most \(Self.balanceKey), \(held)"))
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
    let parties = StakerVaultParties(
      receiver: try input.optionalAddress("receiver", "an account", &labels) ?? caller ?? .zero,
      owner: try input.optionalAddress("owner", "an account", &labels) ?? caller ?? .zero)
    guard operation != "jump" else { return .output(.members([:])) }
    guard Vault.operations[operation] != nil else { throw Self.unknown(operation, input) }
    let call = try Vault.read(operation, input, parties, &labels)
    guard caller != nil || Vault.needsNoCaller.contains(operation) else {
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
}

extension StakerVaultScenario {
  /// The views of one whole token or share.
  private static var rates: [String] {
    [
      "convertToAssets(1e18)", "convertToShares(1e18)", "previewDeposit(1e18)",
      "previewMint(1e18)", "previewWithdraw(1e18)", "previewRedeem(1e18)",
    ]
  }

  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("totalAssets", .view { () throws(Revert) in try vault.totalAssets() }),
      ("totalSupply", .word(vault.words.totalSupply)),
      ("reservedAssets", .word(vault.words.reservedAssets)),
      (Self.balanceKey, .word(vault.asset.balance(of: Vault.address))),
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
    .named(
      [
        ("shares", .word(vault.shares.balance(of: account))),
        ("maxWithdraw", .view { () throws(Revert) in try vault.maxWithdraw(of: account) }),
        (Vault.assetKey, .word(vault.asset.balance(of: account))),
        ("requestIds", .elements(vault.requests.ids(of: account).map { .word($0) })),
      ] + vault.ownMembers(of: account))
  }
}
