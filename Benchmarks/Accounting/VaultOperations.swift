import Benchmark
import EVMArithmetic
import Contracts
import SuiteSettings

/// Operations on a reward vault whose accounts already stake, by the number of accounts: the cost of
/// an operation must not depend on it.
struct VaultOperations {
  let accounts: Int
  private let names: [Address]
  private let start: UInt64 = 1_800_000_000
  private let stakeOfEach: UInt256 = 1_000_000_000_000_000_000

  init(accounts: Int) {
    self.accounts = accounts
    names = (1...UInt64(accounts)).map { Address(number: 1 << 32 + $0) }
  }

  func register() {
    measure("stake") { _ in [.stake(7)] }
    measure("withdraw") { _ in [.withdraw(1)] }
    measure("claim") { [.getReward(account: $0, recipient: $0)] }
    measure("stake, withdraw, claim") { account in
      [
        .stake(7), .withdraw(5), .getReward(account: account, recipient: account),
      ]
    }
  }

  private func measure(
    _ name: String, _ operations: @escaping (Address) -> [RewardVault.Operation]
  ) {
    Benchmark("\(name), \(accounts) accounts") { benchmark in
      var vault = try staked()
      var time = start
      benchmark.startMeasurement()
      for iteration in benchmark.scaledIterations {
        let account = names[iteration % accounts]
        time += 1
        for operation in operations(account) {
          blackHole(try vault.perform(operation, by: account, at: time))
        }
      }
      benchmark.stopMeasurement()
      var total: UInt256 = 0
      for account in vault.ledger.accounts.values {
        total = try total + account.balance
      }
      let addsUp = total == vault.ledger.totalSupply && !vault.ledger.rewardPerTokenStored.isZero
      Suite.check(benchmark, addsUp)
    }
  }

  /// A vault that emits, all of whose accounts stake.
  private func staked() throws -> RewardVault {
    let (team, distributor) = (Address(number: 0x7ea3), Address(number: 0xd157))
    let roles = VaultEnvironment.Roles(owner: team, vaultManager: team, vaultPauser: team)
    var vault = RewardVault(
      profile: .polNext, environment: VaultEnvironment(roles: roles), distributor: distributor,
      rewardVaultManager: team)
    for name in names {
      _ = try vault.perform(.stake(stakeOfEach), by: name, at: start)
    }
    let reward: UInt256 = 1_000_000_000_000_000_000_000
    _ = try vault.perform(
      .notifyRewardAmount(validator: ValidatorKey(number: 1), reward, funded: reward),
      by: distributor, at: start)
    return vault
  }
}
