import EVMArithmetic
import Contracts
import Testing

/// The example of the article "Contract-identical accounting" prints what it says.
@Suite struct AccountingArticleTests {
  @Test func `the article's example`() throws {
    var vault = RewardVault(
      profile: .bgt,
      environment: VaultEnvironment(
        roles: .init(owner: "governance", vaultManager: "manager", vaultPauser: "pauser")),
      distributor: "distributor", rewardVaultManager: "team")
    _ = try vault.perform(.stake(1_000), by: "alice", at: 1_770_000_000)
    _ = try vault.perform(
      .notifyRewardAmount(validator: "v1", 604_800, funded: 604_800),
      by: "distributor", at: 1_770_000_000)
    let earned = try vault.ledger.earned(by: "alice", at: 1_770_086_400)
    #expect(earned == 86_400)
    #expect(vault.ledger.rewardRate == FixedPointMathLib.wad)
  }
}
