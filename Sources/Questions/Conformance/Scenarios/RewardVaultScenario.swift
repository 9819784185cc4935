internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// A reward vault with its factory, validators and tokens.
///
/// A case may leave out all of `in.config`, and every part of it. Then the stake token is one that
/// everybody has enough of (with `stakeBalances` it is not), there is no incentive fee, every
/// validator's operator is named `operator of ...`, and the roles have the names of `Names`. The era is
/// the profile's; the step `upgrade` moves a vault of the BGT era to PoL Next.
struct RewardVaultScenario: Scenario {
  static let subject = "RewardVault"

  /// Who holds a role where a scenario does not say.
  enum Names {
    static let distributor = "distributor"
    static let rewardVaultManager = "rvm"
    static let owner = "gov"
    static let vaultManager = "vaultManager"
    static let vaultPauser = "pauser"
    static let incentiveManager = "incMgr"
    static let collector = "collector"
  }

  var vault: RewardVault
  var labels: Labels
  /// The accounts that the state shows.
  let accounts: [ShownAccount]
  /// Whether a validator that is not listed has an operator all the same.
  let inventsOperators: Bool
  /// Whether answers tell BGT and WBERA apart: in PoL Next, and wherever a case names its era.
  let tellsTokens: Bool

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    let config = try setup.input.object("config", "how the vault is set up")
    let era = try config?.field("era", "bgt or polNext")?.recordedEra()
    let profile = setup.profile.inEra(era ?? setup.profile.era)
    tellsTokens = era != nil || profile.era == .polNext
    var environment = VaultEnvironment(
      roles: .init(
        owner: setup.labels.address(of: Names.owner),
        vaultManager: setup.labels.address(of: Names.vaultManager),
        vaultPauser: setup.labels.address(of: Names.vaultPauser)))
    environment.incentiveCollector = setup.labels.address(
      of: tellsTokens ? Names.collector : "feeCollector")
    environment.boosterDistributor = setup.labels.address(of: "boosterDistributor")
    var distributor = setup.labels.address(of: Names.distributor)
    var manager = setup.labels.address(of: Names.rewardVaultManager)
    if let roles = try config?.object("roles", "who holds which role") {
      try Self.read(roles, into: &environment.roles, &distributor, &manager, &setup.labels)
    }
    for key in ["t0", "b0"] {
      _ = try config?.field(key)?.narrowWord("a time or a block")
    }
    if let fee = try config?.field("incentiveFeeRateBps") {
      try Self.setFee(fee, &environment)
    }
    let balances = try Self.readStakeToken(config, &environment, &setup.labels)
    inventsOperators = try !Self.readValidators(config, &environment, &setup.labels)
    vault = RewardVault(
      profile: profile, environment: environment, distributor: distributor,
      rewardVaultManager: manager)
    let recorded = try setup.recordedAccounts()
    let addresses = balances ?? recorded ?? Self.stakers(in: &setup)
    accounts = setup.shown(addresses)
    labels = Labels()
    try restore(&setup)
    labels = setup.labels
  }

  /// Everyone who stakes or is staked for.
  private static func stakers(in setup: inout ScenarioSetup) -> [Address] {
    let roles = [
      Names.distributor, Names.rewardVaultManager, Names.owner, Names.vaultManager,
      Names.vaultPauser, Names.incentiveManager,
    ].map { setup.labels.address(of: $0) }
    return setup.addresses(under: ["caller", "account", "recipient"])
      .filter { !roles.contains($0) }
  }

  private static func read(
    _ reader: RecordedObject, into roles: inout VaultEnvironment.Roles,
    _ distributor: inout Address, _ manager: inout Address, _ labels: inout Labels
  ) throws(Fault) {
    func read(_ key: String, _ role: inout Address) throws(Fault) {
      role = try reader.optionalAddress(key, "an account", &labels) ?? role
    }
    try read("owner", &roles.owner)
    try read("vaultManager", &roles.vaultManager)
    try read("vaultPauser", &roles.vaultPauser)
    try read("rewardVaultHelper", &roles.rewardVaultHelper)
    try read("distributor", &distributor)
    try read("rewardVaultManager", &manager)
  }

  private static func setFee(
    _ field: Field, _ environment: inout VaultEnvironment
  ) throws(Fault) {
    let rate = try field.word("basis points")
    do throws(Revert) {
      try environment.incentiveFee.setRate(rate)
    } catch {
      throw field.error(expected: "basis points from 0 to 10000")
    }
  }

  /// Reads the stake token; returns the accounts whose balances are given.
  private static func readStakeToken(
    _ config: RecordedObject?, _ environment: inout VaultEnvironment, _ labels: inout Labels
  ) throws(Fault) -> [Address]? {
    let kind = try config?.field("stakeToken")
    guard let reader = try config?.object("stakeBalances", "stake tokens by account") else {
      guard let kind, kind.text != "free" else { return nil }
      throw kind.error(expected: "\"free\", or stakeBalances beside it")
    }
    let balances = try reader.words("stake token base units", &labels)
    if let kind, kind.text != "erc20", kind.text != "free" {
      throw kind.unknownName(among: ["erc20", "free"])
    }
    if kind?.text != "free" {
      let held = balances.map { ($0.address, $0.word) }
      environment.stakeToken = TokenLedger(balances: Dictionary(uniqueKeysWithValues: held))
    }
    return balances.map(\.address)
  }

  /// Reads the validators; returns whether there was a list.
  private static func readValidators(
    _ config: RecordedObject?, _ environment: inout VaultEnvironment, _ labels: inout Labels
  ) throws(Fault) -> Bool {
    guard let list = try config?.object("validators", "validators by name") else { return false }
    for name in list.names {
      let validator = try list.requiredObject(name, "a validator")
      let person = try validator.address("operator", "an account, or \"zero\"", &labels)
      let stored = try validator.optionalWord("commissionBps", "basis points")
      environment.validators[labels.key(of: name)] = ValidatorCommission(
        operator: person, stored: stored)
    }
    return true
  }
}

extension Field {
  /// An era as the recorded files name it, or as the command line does.
  fileprivate func recordedEra() throws(Fault) -> ProtocolProfile.Era {
    switch text {
    case "bgt": return .bgt
    case "polNext", ProtocolProfile.Era.polNext.rawValue: return .polNext
    default: throw unknownName(among: ["bgt", "polNext"])
    }
  }
}
