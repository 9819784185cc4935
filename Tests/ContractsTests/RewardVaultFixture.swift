import EVMArithmetic
import Contracts
import TestSupport

/// A new vault with its roles, and a source of random operations on it.
struct RewardVaultFixture {
  static let people: [Address] = ["alice", "bob", "carol", "dave"]
  static let tokens: [Address] = ["HONEY", "USDC", "iBGT"]
  static let start: UInt64 = 1_770_000_000

  var vault: RewardVault
  var now = start
  private var generator: SeededGenerator

  init(seed: UInt64, profile: ProtocolProfile = .bgt) {
    generator = SeededGenerator(seed: seed)
    var environment = VaultEnvironment(
      roles: .init(owner: "gov", vaultManager: "vaultManager", vaultPauser: "pauser"))
    environment.validators["v1"] = ValidatorCommission(operator: "op1")
    environment.validators["v2"] = ValidatorCommission(operator: "op2", stored: 1_234)
    environment.validators["v3"] = ValidatorCommission(operator: .zero)
    vault = RewardVault(
      profile: profile, environment: environment, distributor: "distributor",
      rewardVaultManager: "rvm")
  }

  /// Lets time pass, mostly a little, sometimes beyond the period.
  mutating func wait() {
    let span: UInt64 =
      [0, 1, 2, 3_600, 86_400, 400_000, 900_000].randomElement(
        using: &generator) ?? 0
    now += span == 0 ? 0 : UInt64.random(in: 0...span, using: &generator)
  }

  /// An amount of a random magnitude, 0 included.
  mutating func amount(digits: Int = 28) -> UInt256 {
    let count = Int.random(in: 0...digits, using: &generator)
    let text = (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    return UInt256(text) ?? 0
  }

  mutating func person() -> Address { Self.people.randomElement(using: &generator) ?? "alice" }

  private mutating func token() -> Address { Self.tokens.randomElement(using: &generator) ?? "x" }

  /// Runs an operation; a revert is an answer like any other.
  @discardableResult
  mutating func perform(_ operation: RewardVault.Operation, by caller: Address) -> Receipt? {
    try? vault.perform(operation, by: caller, at: now)
  }

  /// A random operation of stakers, delegates and managers, with its caller.
  mutating func operation() -> (RewardVault.Operation, Address) {
    let (caller, account) = (person(), person())
    switch Int.random(in: 0..<22, using: &generator) {
    case 0...3: return (.stake(amount()), caller)
    case 4: return (.stakeOnBehalf(account: account, amount()), caller)
    case 5, 6: return (.delegateStake(account: account, amount()), caller)
    case 7: return (.delegateWithdraw(account: account, amount()), caller)
    case 8, 9: return (.withdraw(amount()), caller)
    case 10: return (.withdraw(vault.ledger.accounts[caller]?.balance ?? 0), caller)
    case 11: return (.exit(recipient: account), caller)
    case 12: return (.getReward(account: caller, recipient: account), caller)
    case 13: return (.getPartialReward(account: caller, recipient: account, amount()), caller)
    case 14...17:
      let reward = amount(digits: 24)
      let keys: [ValidatorKey] = ["v1", "v2", "v3"]
      let validator = keys.randomElement(using: &generator) ?? "v1"
      // Where there are two tokens, a part of the reward comes in the older one.
      guard vault.settings.generation == .polNext, Bool.random(using: &generator) else {
        return (
          .notifyRewardAmount(validator: validator, reward, funded: reward), "distributor"
        )
      }
      let bgt = reward >> 1
      return (
        .notifyMixedRewardAmount(
          validator: validator, reward, funded: reward &- bgt, fundedBGT: bgt), "distributor"
      )
    case 18: return (.setRewardsDuration(amount(digits: 6)), "rvm")
    case 19: return (.setMinRewardDurationForTargetRate(amount(digits: 6)), "rvm")
    case 20:
      let target = Bool.random(using: &generator) ? amount(digits: 38) : 0
      return (.setTargetRewardsPerSecond(target), "rvm")
    default: return incentiveOperation()
    }
  }

  private mutating func incentiveOperation() -> (RewardVault.Operation, Address) {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1:
      return (
        .whitelistIncentiveToken(token: token(), minIncentiveRate: 1, manager: "incMgr"), "gov"
      )
    case 2:
      let rate = amount(digits: 20)
      return (
        .addIncentive(token: token(), amount: amount(digits: 22), incentiveRate: rate), "incMgr"
      )
    case 3: return (.setIncentiveFeeRate(amount(digits: 4)), "gov")
    default: return (.setTransfersFail(token: token(), Bool.random(using: &generator)), "gov")
    }
  }
}
