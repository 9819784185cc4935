import EVMArithmetic
import Contracts
import Testing

/// The example of the article "Contracts" prints what it says.
@Suite struct AccountingArticleTests {
  @Test func `the article's example`() throws {
    let (alice, team) = (Address(number: 0xa11ce), Address(number: 0x7ea3))
    let distributor = Address(number: 0xd157)
    var vault = RewardVault(
      profile: .bgt,
      environment: VaultEnvironment(
        roles: .init(owner: team, vaultManager: team, vaultPauser: team)),
      distributor: distributor, rewardVaultManager: team)
    _ = try vault.perform(.stake(1_000), by: alice, at: 1_770_000_000)
    _ = try vault.perform(
      .notifyRewardAmount(validator: ValidatorKey(number: 1), 604_800, funded: 604_800),
      by: distributor, at: 1_770_000_000)
    let earned = try vault.ledger.earned(by: alice, at: 1_770_086_400)
    #expect(earned == 86_400)
    #expect(vault.ledger.rewardRate == FixedPointMathLib.wad)
  }
}
