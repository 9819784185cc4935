import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// What holds for an LST staker vault whatever the sequence, and where it is the sWBERA vault's like.
@Suite struct LSTStakerVaultLawsTests {
  private static let plenty: UInt256 = 1_000_000_000_000_000_000_000_000_000_000
  private static let balances: [Address: UInt256] = [
    "alice": plenty, "bob": plenty, "carol": plenty, "dave": plenty,
  ]

  /// Every operation that both vaults have, with its twin.
  private static func operations(
    _ fixture: inout RewardVaultFixture, _ generator: inout SeededGenerator,
    _ vault: LSTStakerVault, _ caller: Address
  ) -> (LSTStakerVault.Operation, WBERAStakerVault.Operation) {
    let held = vault.shares.balance(of: caller)
    let id = vault.requests.ids(of: caller).randomElement(using: &generator) ?? 99
    let (amount, receiver) = (fixture.amount(), fixture.person())
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return (.deposit(amount, receiver: receiver), .deposit(amount, receiver: receiver))
    case 2: return (.mint(amount, receiver: caller), .mint(amount, receiver: caller))
    case 3:
      return (
        .queueRedeem(held >> 1, receiver: receiver, owner: caller),
        .queueRedeem(held >> 1, receiver: receiver, owner: caller)
      )
    case 4:
      return (
        .queueWithdraw(amount, receiver: receiver, owner: caller),
        .queueWithdraw(amount, receiver: receiver, owner: caller)
      )
    case 5: return (.cancelQueuedWithdrawal(id), .cancelQueuedWithdrawal(id))
    case 6: return (.completeWithdrawal(id), .completeWithdrawal(id, isNative: false))
    default: return (.donate(amount), .donate(amount))
    }
  }

  @Test(arguments: (0..<UInt64(16 * TestScale.factor)).map { 0x157 + $0 })
  func `what both vaults have, both do alike, and a revert leaves no trace`(seed: UInt64) throws {
    var fixture = RewardVaultFixture(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var vault = LSTStakerVault(profile: .polNext, asset: TokenLedger(balances: Self.balances))
    var twin = WBERAStakerVault(profile: .polNext, wbera: TokenLedger(balances: Self.balances))
    var completed = 0
    for _ in 0..<150 {
      fixture.wait()
      let (before, caller) = (vault, fixture.person())
      let (operation, other) = Self.operations(&fixture, &generator, vault, caller)
      let answer = try? vault.perform(operation, by: caller, at: fixture.now)
      let expected = try? twin.perform(other, by: caller, at: fixture.now)
      #expect(answer == expected, "\(operation)")
      if answer == nil { #expect(vault == before) } else { completed += 1 }
      #expect(vault.words == twin.words && vault.shares == twin.shares)
      #expect(try vault.totalAssets() == twin.totalAssets())
      let owned = try vault.shares.balances.values.reduce(.zero) { try $0 + $1 }
      #expect(owned == vault.words.totalSupply)
    }
    #expect(completed > 40, "most random operations reverted: the test says little")
  }

  @Test func `direct withdrawals are refused once their limit is checked`() throws {
    var vault = LSTStakerVault(profile: .polNext, asset: TokenLedger(balances: Self.balances))
    _ = try vault.perform(.deposit(100, receiver: "alice"), by: "alice", at: 5)
    func revert(_ operation: LSTStakerVault.Operation, by caller: Address) -> String? {
      var copy = vault
      do throws(Revert) {
        _ = try copy.perform(operation, by: caller, at: 6)
        return nil
      } catch {
        return error.name
      }
    }
    #expect(revert(.withdraw(101, owner: "alice"), by: "alice") == "ERC4626ExceededMaxWithdraw")
    #expect(revert(.withdraw(100, owner: "alice"), by: "alice") == "MethodNotAllowed")
    #expect(revert(.redeem(101, owner: "alice"), by: "alice") == "ERC4626ExceededMaxRedeem")
    #expect(revert(.redeem(1, owner: "alice"), by: "bob") == "MethodNotAllowed")
    #expect(revert(.receiveRewards(1), by: "nobody") == "TransferFromFailed")
    #expect(revert(.pause, by: "alice") == "OwnableUnauthorizedAccount")
    #expect(revert(.unpause, by: vault.manager) == "ExpectedPause")
    _ = try vault.perform(.pause, by: vault.pauser, at: 7)
    #expect(revert(.deposit(1, receiver: "bob"), by: "bob") == "EnforcedPause")
    #expect(revert(.withdraw(1, owner: "alice"), by: "alice") == "MethodNotAllowed")
  }
}
