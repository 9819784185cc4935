import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// What holds for the sWBERA vault whatever the sequence.
@Suite struct WBERAStakerVaultLawsTests {
  @Test(arguments: (0..<UInt64(16 * TestScale.factor)).map { 0x5be2a + $0 })
  func `the share price never falls and every share has an owner`(seed: UInt64) throws {
    var fixture = RewardVaultFixture(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let plenty: UInt256 = 1_000_000_000_000_000_000_000_000_000_000
    var vault = WBERAStakerVault(
      profile: .polNext,
      wbera: TokenLedger(balances: ["alice": plenty, "bob": plenty, "carol": plenty]))
    var completed = 0
    for _ in 0..<150 {
      fixture.wait()
      let before = try vault.conversions()
      let caller = fixture.person()
      let operation = Self.operation(&fixture, &generator, vault, caller)
      let answer = try? vault.perform(operation, by: caller, at: fixture.now)
      let after = try vault.conversions()
      if answer == nil { #expect(before == after) } else { completed += 1 }
      // (assets + 1) / (supply + 1) compared crosswise, in 512 bits.
      let old = (try before.totalAssets + 1).multipliedFullWidth(by: try after.totalSupply + 1)
      let new = (try after.totalAssets + 1).multipliedFullWidth(by: try before.totalSupply + 1)
      #expect((new.high, new.low) >= (old.high, old.low), "\(operation)")
      let owned = try vault.shares.balances.values.reduce(.zero) { try $0 + $1 }
      #expect(owned == vault.words.totalSupply)
    }
    #expect(completed > 50, "most random operations reverted: the test says little")
  }

  private static func operation(
    _ fixture: inout RewardVaultFixture, _ generator: inout SeededGenerator,
    _ vault: WBERAStakerVault, _ caller: Address
  ) -> WBERAStakerVault.Operation {
    let held = vault.shares.balance(of: caller)
    let id = vault.requests.ids(of: caller).randomElement(using: &generator) ?? 99
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1: return .deposit(fixture.amount(), receiver: fixture.person())
    case 2: return .mint(fixture.amount(), receiver: caller)
    case 3: return .depositNative(fixture.amount(), receiver: caller, value: 5)
    case 4: return .withdraw(fixture.amount(), receiver: caller, owner: caller)
    case 5: return .redeem(held >> 1, receiver: caller, owner: caller)
    case 6: return .queueRedeem(held >> 1, receiver: fixture.person(), owner: caller)
    case 7: return .queueWithdraw(fixture.amount(), receiver: caller, owner: caller)
    case 8: return .cancelQueuedWithdrawal(id)
    case 9: return .completeWithdrawal(id, isNative: Bool.random(using: &generator))
    case 10: return .completeWithdrawalLegacy(isNative: true)
    default: return .receiveRewards(fixture.amount(digits: 22))
    }
  }

  @Test func `pausing, allowances and native value`() throws {
    var vault = WBERAStakerVault(profile: .polNext, wbera: TokenLedger(balances: ["alice": 100]))
    func revert(_ operation: WBERAStakerVault.Operation, by caller: Address) -> String? {
      var copy = vault
      do throws(Revert) {
        _ = try copy.perform(operation, by: caller, at: 1_770_000_000)
        return nil
      } catch {
        return error.name
      }
    }
    _ = try vault.perform(.deposit(60, receiver: "alice"), by: "alice", at: 1_770_000_000)
    #expect(
      revert(.depositNative(5, receiver: "bob", value: 4), by: "bob") == "InsufficientNativeValue")
    #expect(revert(.deposit(1, receiver: .zero), by: "alice") == "ERC20InvalidReceiver")
    let request = WBERAStakerVault.Operation.queueRedeem(10, receiver: "bob", owner: "alice")
    #expect(revert(request, by: "bob") == "ERC20InsufficientAllowance")
    _ = try vault.perform(.approve(spender: "bob", 10), by: "alice", at: 1_770_000_000)
    #expect(revert(request, by: "bob") == nil)
    #expect(revert(.pause, by: "alice") == "AccessControlUnauthorizedAccount")
    _ = try vault.perform(.pause, by: vault.pauser, at: 1_770_000_000)
    #expect(revert(.deposit(1, receiver: "alice"), by: "alice") == "EnforcedPause")
    #expect(revert(request, by: "bob") == "EnforcedPause")
    #expect(revert(.receiveRewards(1), by: "x") == nil)
    #expect(revert(.pause, by: vault.pauser) == "EnforcedPause")
    _ = try vault.perform(.unpause, by: vault.manager, at: 1_770_000_000)
    #expect(revert(.unpause, by: vault.manager) == "ExpectedPause")
  }
}
