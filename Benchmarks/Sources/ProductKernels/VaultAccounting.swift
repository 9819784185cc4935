import EVMArithmetic
import Foundation
import Contracts
import Workbench

/// Operations on a reward vault with contract-identical accounting: stakes, withdrawals and claims.
struct VaultAccounting {
  let bench: Workbench

  private static let start: UInt64 = 1_800_000_000
  private static let firstStake: UInt256 = 1_000_000_000_000_000_000
  private static let reward: UInt256 = 1_000_000_000_000_000_000_000

  func run() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: bench.directory)
    for file in files.sorted() where file.hasPrefix("accounting-") {
      let digits = file.dropFirst("accounting-".count).prefix { $0.isNumber }
      if let accounts = Int(digits) {
        try run(accounts: accounts, words: bench.words(file))
      }
    }
  }

  private func run(accounts: Int, words: [UInt64]) throws {
    let names = (1...UInt64(accounts)).map { Address(number: 1 << 32 + $0) }
    let fresh = try staked(names)
    let steps = stride(from: 0, to: words.count, by: 3).map { at in
      let account = names[Int(words[at + 1])]
      let operation: RewardVault.Operation =
        switch words[at] {
        case 0: .stake(UInt256(words[at + 2]))
        case 1: .withdraw(UInt256(words[at + 2]))
        default: .getReward(account: account, recipient: account)
        }
      return (operation, account)
    }
    var vault = fresh
    let nanoseconds = try bench.measure(operations: steps.count) {
      vault = fresh
      var time = Self.start
      for (operation, account) in steps {
        time += 1
        consume(try vault.perform(operation, by: account, at: time))
      }
    }
    var fold = Fold()
    fold.append(vault.ledger.rewardPerTokenStored)
    fold.append(vault.ledger.totalSupply)
    for name in names {
      let account = vault.ledger.accounts[name]
      fold.append(account?.balance ?? 0)
      fold.append(account?.unclaimedReward ?? 0)
      fold.append(account?.rewardsPerTokenPaid ?? 0)
    }
    bench.report(
      "accounting/\(accounts)", "product", nanoseconds: nanoseconds, operations: steps.count,
      fold: fold)
  }

  private func staked(_ names: [Address]) throws -> RewardVault {
    let (team, distributor) = (Address(number: 0x7ea3), Address(number: 0xd157))
    let roles = VaultEnvironment.Roles(owner: team, vaultManager: team, vaultPauser: team)
    var vault = RewardVault(
      profile: .polNext, environment: VaultEnvironment(roles: roles), distributor: distributor,
      rewardVaultManager: team)
    for name in names {
      _ = try vault.perform(.stake(Self.firstStake), by: name, at: Self.start)
    }
    _ = try vault.perform(
      .notifyRewardAmount(
        validator: ValidatorKey(number: 1), Self.reward, funded: Self.reward),
      by: distributor, at: Self.start)
    return vault
  }
}
