internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// A reward vault with its factory, validators and tokens.
///
/// A case may leave out all of `in.config`, and every part of it. Then the stake token is one that
/// everybody has enough of (with `stakeBalances` it is not), there is no incentive fee, every
/// validator's operator is named `operator of ...`, and the roles have the names of `Names`.
struct RewardVaultScenario: Scenario {
  static let subject = "RewardVault"

  /// Who holds a role where a scenario does not say.
  enum Names {
    static let distributor: Address = "distributor"
    static let rewardVaultManager: Address = "rvm"
    static let owner: Address = "gov"
    static let vaultManager: Address = "vaultManager"
    static let vaultPauser: Address = "pauser"
    static let incentiveManager: Address = "incMgr"
  }

  var vault: RewardVault
  /// The accounts that the state shows.
  let accounts: [Address]
  /// Whether a validator that is not listed has an operator all the same.
  let inventsOperators: Bool

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    var config = try setup.input.object("config", "how the vault is set up")
    var environment = VaultEnvironment(
      roles: .init(
        owner: Names.owner, vaultManager: Names.vaultManager, vaultPauser: Names.vaultPauser))
    var (distributor, manager) = (Names.distributor, Names.rewardVaultManager)
    if var roles = try config?.object("roles", "who holds which role") {
      try Self.read(&roles, into: &environment.roles, &distributor, &manager)
    }
    for key in ["t0", "b0"] {
      _ = try config?.field(key)?.narrowWord("a time or a block")
    }
    if let fee = try config?.field("incentiveFeeRateBps") {
      try Self.setFee(fee, &environment)
    }
    let balances = try Self.readStakeToken(&config, &environment)
    inventsOperators = try !Self.readValidators(&config, &environment)
    try config?.refuseUnknownKeys()
    vault = RewardVault(
      profile: setup.profile, environment: environment, distributor: distributor,
      rewardVaultManager: manager)
    let recorded = setup.initialState?.node["accounts"]?.members?.map { Address($0.key) }
    accounts = balances ?? recorded ?? Self.stakers(in: setup)
    try restore(&setup)
  }

  /// Everyone who stakes or is staked for.
  private static func stakers(in setup: ScenarioSetup) -> [Address] {
    let roles: Set<Address> = [
      Names.distributor, Names.rewardVaultManager, Names.owner, Names.vaultManager,
      Names.vaultPauser, Names.incentiveManager,
    ]
    return setup.names(under: ["caller", "account", "recipient"]).filter { !roles.contains($0) }
  }

  private static func read(
    _ reader: inout ObjectReader, into roles: inout VaultEnvironment.Roles,
    _ distributor: inout Address, _ manager: inout Address
  ) throws(Fault) {
    let what = "an account"
    roles.owner = try reader.optionalAddress("owner", what) ?? roles.owner
    roles.vaultManager = try reader.optionalAddress("vaultManager", what) ?? roles.vaultManager
    roles.vaultPauser = try reader.optionalAddress("vaultPauser", what) ?? roles.vaultPauser
    roles.rewardVaultHelper =
      try reader.optionalAddress("rewardVaultHelper", what) ?? roles.rewardVaultHelper
    distributor = try reader.optionalAddress("distributor", what) ?? distributor
    manager = try reader.optionalAddress("rewardVaultManager", what) ?? manager
    try reader.refuseUnknownKeys()
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
    _ config: inout ObjectReader?, _ environment: inout VaultEnvironment
  ) throws(Fault) -> [Address]? {
    let kind = try config?.field("stakeToken")
    guard var reader = try config?.object("stakeBalances", "stake tokens by account") else {
      guard let kind, kind.text != "free" else { return nil }
      throw kind.error(expected: "\"free\", or stakeBalances beside it")
    }
    let balances = try reader.words("stake token base units")
    if let kind, kind.text != "erc20", kind.text != "free" {
      throw kind.error(expected: "\"erc20\" or \"free\"")
    }
    if kind?.text != "free" {
      let held = Dictionary(balances.map { ($0.name, $0.word) }) { _, last in last }
      environment.stakeToken = TokenLedger(balances: held)
    }
    return balances.map(\.name)
  }

  /// Reads the validators; returns whether there was a list.
  private static func readValidators(
    _ config: inout ObjectReader?, _ environment: inout VaultEnvironment
  ) throws(Fault) -> Bool {
    guard var list = try config?.object("validators", "validators by name") else { return false }
    for name in list.names {
      var validator = try list.requiredObject(name, "a validator")
      let person = try validator.address("operator", "an account, or \"zero\"")
      let stored = try validator.optionalWord("commissionBps", "basis points")
      try validator.refuseUnknownKeys()
      environment.validators[ValidatorKey(name)] = ValidatorCommission(
        operator: person, stored: stored)
    }
    return true
  }
}
