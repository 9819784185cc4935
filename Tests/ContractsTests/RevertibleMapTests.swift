import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// A reverted operation leaves no trace in any map, whatever it wrote before it reverted.
@Suite struct RevertibleMapTests {
  @Test func `maps with the same entries are equal, whatever was written before`() {
    var map: RevertibleMap<String, Int> = ["a": 1]
    map["b"] = 2
    map["a", default: 0] += 4
    map["b"] = nil
    #expect(map == RevertibleMap(["a": 5]))
    #expect(map.hashValue == RevertibleMap(["a": 5]).hashValue)
    #expect(map["b"] == nil && map["c", default: 7] == 7)
    #expect(Array(map.keys) == ["a"] && map.map(\.value) == [5])
  }

  @Test(arguments: (0..<UInt64(8)).map { 0x4a9 + $0 })
  func `a map does what a dictionary does, and takes back what it is told to`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var map: RevertibleMap<Int, Int> = [:]
    var twin: [Int: Int] = [:]
    // Many keys that come and go, so that the map grows and closes its gaps.
    for round in 0..<200 {
      let before = twin
      map.apply(.begin)
      for _ in 0..<Int.random(in: 0..<40, using: &generator) {
        let key = Int.random(in: 0..<(round % 3 == 0 ? 10_000 : 50), using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0, 1:
          map[key] = nil
          twin[key] = nil
        case 2:
          map[key] = round
          twin[key] = round
        default:
          map[key, default: 7] += 1
          twin[key, default: 7] += 1
        }
      }
      if Bool.random(using: &generator) {
        map.apply(.rollBack)
        twin = before
      }
      #expect(map.count == twin.count)
      #expect(Dictionary(uniqueKeysWithValues: map.map { ($0.key, $0.value) }) == twin)
    }
    #expect(map == RevertibleMap(twin) && map.hashValue == RevertibleMap(twin).hashValue)
    #expect(twin.allSatisfy { map[$0.key] == $0.value } && map[-1] == nil)
  }

  @Test func `a stake that the token refuses is taken back whole`() {
    var fixture = RewardVaultFixture(seed: 3)
    fixture.vault.environment.stakeToken = TokenLedger(balances: ["alice": 100, "bob": 5])
    fixture.perform(.stake(60), by: "alice")
    let before = fixture.vault
    // The account and the supply are credited before the token is asked.
    #expect(fixture.perform(.delegateStake(account: "carol", 6), by: "bob") == nil)
    #expect(fixture.vault == before)
    #expect(fixture.vault.ledger.accounts["carol"] == nil)
    #expect(fixture.perform(.delegateStake(account: "carol", 5), by: "bob") != nil)
    #expect(fixture.vault.environment.stakeToken?.balance(of: "bob") == 0)
  }

  @Test func `a payment that the token refuses is taken back whole`() throws {
    var fixture = RewardVaultFixture(seed: 4)
    fixture.perform(.stake(60), by: "alice")
    fixture.perform(
      .notifyRewardAmount(validator: "v1", 1_000_000_000, funded: 1_000_000_000),
      by: "distributor")
    fixture.now += 86_400
    let before = fixture.vault
    // exit withdraws before it pays; address(0) cannot be paid.
    #expect(fixture.perform(.exit(recipient: .zero), by: "alice") == nil)
    #expect(fixture.vault == before)
    #expect(fixture.perform(.exit(recipient: "bob"), by: "alice") != nil)
    #expect(fixture.vault.ledger.totalSupply == 0)
  }

  @Test func `an early completion gives the request back`() throws {
    var vault = WBERAStakerVault(profile: .polNext, wbera: TokenLedger(balances: ["alice": 100]))
    _ = try vault.perform(.deposit(60, receiver: "alice"), by: "alice", at: 5)
    _ = try vault.perform(.queueRedeem(10, receiver: "alice", owner: "alice"), by: "alice", at: 6)
    let before = vault
    #expect(throws: Revert.custom("WithdrawalNotReady")) {
      _ = try vault.perform(.completeWithdrawal(0, isNative: false), by: "alice", at: 7)
    }
    #expect(vault == before)
    #expect(vault.requests.ids(of: "alice") == [0])
    #expect(
      try vault.perform(.queueRedeem(1, receiver: "alice", owner: "alice"), by: "alice", at: 8)[1]
        == 1)
  }
}
