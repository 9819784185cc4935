import EVMArithmetic
import Contracts
import Testing

/// Functions of the vault that no recorded sequence calls: expectations read off RewardVault.sol.
@Suite struct RewardVaultAdministrationTests {
  private static func vault(with token: Address? = nil) -> RewardVaultFixture {
    var fixture = RewardVaultFixture(seed: 7)
    if let token {
      fixture.perform(
        .whitelistIncentiveToken(token: token, minIncentiveRate: 5, manager: "incMgr"), by: "gov")
    }
    return fixture
  }

  private static func revert(
    _ fixture: RewardVaultFixture, _ operation: RewardVault.Operation, by caller: Address
  ) -> String? {
    var vault = fixture.vault
    do throws(Revert) {
      _ = try vault.perform(operation, by: caller, at: fixture.now)
      return nil
    } catch {
      return error.name
    }
  }

  @Test func `only the roles may administer`() {
    let fixture = Self.vault(with: "HONEY")
    let unauthorized = "OwnableUnauthorizedAccount"
    for operation: RewardVault.Operation in [
      .setDistributor("new"), .setRewardVaultManager("new"), .recoverERC20(token: "X", 1),
      .updateIncentiveManager(token: "HONEY", "new"), .setMaxIncentiveTokensCount(5), .pause,
      .unpause, .removeIncentiveToken("HONEY"),
    ] {
      #expect(Self.revert(fixture, operation, by: "mallory") == unauthorized)
    }
    #expect(Self.revert(fixture, .setDistributor(.zero), by: "gov") == "ZeroAddress")
    #expect(
      Self.revert(fixture, .setRewardVaultManager(.zero), by: "vaultManager") == "ZeroAddress")
  }

  @Test func `a new manager and a new distributor take over`() throws {
    var fixture = Self.vault(with: "HONEY")
    let receipt = try fixture.vault.perform(
      .setRewardVaultManager("rvm2"), by: "vaultManager", at: fixture.now)
    #expect(receipt.events.map(\.name) == ["RewardVaultManagerSet"])
    #expect(Self.revert(fixture, .setRewardsDuration(300_000), by: "rvm") != nil)
    #expect(Self.revert(fixture, .setRewardsDuration(300_000), by: "rvm2") == nil)
    fixture.perform(.setDistributor("distributor2"), by: "gov")
    let notification = RewardVault.Operation.notifyRewardAmount(
      validator: "v1", 5, funded: 5)
    #expect(Self.revert(fixture, notification, by: "distributor") == "NotDistributor")
    #expect(Self.revert(fixture, notification, by: "distributor2") == nil)
  }

  @Test func `an incentive's manager can be replaced`() {
    var fixture = Self.vault(with: "HONEY")
    let operation = RewardVault.Operation.updateIncentiveManager(token: "HONEY", "desk")
    #expect(
      Self.revert(fixture, .updateIncentiveManager(token: "X", "desk"), by: "gov")
        == "TokenNotWhitelisted")
    #expect(
      Self.revert(fixture, .updateIncentiveManager(token: "HONEY", .zero), by: "gov")
        == "ZeroAddress")
    let receipt = fixture.perform(operation, by: "gov")
    let values = receipt?.events.first?.arguments.map(\.value)
    #expect(values == [.address("HONEY"), .address("desk"), .address("incMgr")])
    let payment = RewardVault.Operation.addIncentive(
      token: "HONEY", amount: 9, incentiveRate: 6)
    #expect(Self.revert(fixture, payment, by: "incMgr") == "NotIncentiveManager")
    #expect(Self.revert(fixture, payment, by: "desk") == nil)
  }

  @Test func `stakes and incentives cannot be recovered, gifts can`() {
    var fixture = Self.vault(with: "HONEY")
    fixture.vault.environment.stakeToken = TokenLedger(balances: ["alice": 100])
    fixture.perform(.stake(60), by: "alice")
    fixture.perform(.donateIncentiveToken(token: VaultEnvironment.stakeTokenAddress, 3), by: "x")
    fixture.perform(.donateIncentiveToken(token: "GIFT", 4), by: "x")
    func recover(_ token: Address, _ amount: UInt256) -> String? {
      Self.revert(fixture, .recoverERC20(token: token, amount), by: "gov")
    }
    #expect(recover("HONEY", 0) == "CannotRecoverIncentiveToken")
    #expect(recover(VaultEnvironment.stakeTokenAddress, 4) == "NotEnoughBalance")
    #expect(recover(VaultEnvironment.stakeTokenAddress, 3) == nil)
    #expect(recover("GIFT", 5) == "ERC20InsufficientBalance")
    #expect(recover("GIFT", 4) == nil)
  }

  @Test func `an incentive in the staked token counts only what is not staked`() {
    let token = VaultEnvironment.stakeTokenAddress
    var fixture = Self.vault(with: token)
    fixture.vault.environment.stakeToken = TokenLedger(balances: ["alice": 100])
    fixture.perform(.stake(60), by: "alice")
    func account(_ amount: UInt256) -> String? {
      Self.revert(fixture, .accountIncentives(token: token, amount: amount), by: "incMgr")
    }
    #expect(account(5) == "NotEnoughBalance")
    fixture.perform(.donateIncentiveToken(token: token, 7), by: "x")
    #expect(account(7) == nil && account(8) == "NotEnoughBalance")
  }

  @Test func `the claim helper and nobody else may claim for others`() {
    var fixture = Self.vault()
    fixture.vault.environment.roles.rewardVaultHelper = "helper"
    let claim = RewardVault.Operation.getReward(account: "alice", recipient: "alice")
    #expect(Self.revert(fixture, claim, by: "helper") == nil)
    #expect(Self.revert(fixture, claim, by: "bob") == "NotOperator")
  }
}
