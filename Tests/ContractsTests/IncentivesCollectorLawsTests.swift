import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// What holds for the auction of incentives whatever the sequence.
@Suite struct IncentivesCollectorLawsTests {
  @Test func `the parts of a payout are floors of the stakes' shares, and sWBERA has the dust`()
    throws
  {
    var fixture = RewardVaultFixture(seed: 0xa0c)
    for round in 0..<(400 * TestScale.factor) {
      let (payout, staked) = (fixture.amount(digits: 24), fixture.amount(digits: 26))
      let vaults = (0..<(round % 4)).map { _ in
        (totalAssets: fixture.amount(digits: 26), rate: fixture.amount(digits: 19))
      }
      let split = try PayoutSplit(of: payout, staked: staked, vaults: vaults)
      let stakes = try vaults.map { try ($0.totalAssets * $0.rate) / FixedPointMathLib.wad }
      let sum = try stakes.reduce(staked) { try $0 + $1 }
      let paid = try split.lstStakerVaults.reduce(split.wberaStakerVault) { try $0 + $1 }
      #expect(paid == (sum.isZero ? 0 : payout), "nothing is created and nothing is lost")
      guard !sum.isZero else { continue }
      #expect(split.lstStakerVaults == (try stakes.map { try (payout * $0) / sum }))
      let floor = try (payout * staked) / sum
      #expect(split.wberaStakerVault >= floor)
      #expect(try split.wberaStakerVault <= floor + UInt256(UInt64(vaults.count)))
    }
  }

  private static let wbera = RewardToken.wbera.address

  private static func collector(_ fixture: inout RewardVaultFixture) -> IncentivesCollector {
    var collector = IncentivesCollector(
      payoutAmount: 1, wberaStakerVault: .init(totalAssets: 7, totalSupply: 5),
      roles: .init(owner: "gov", pauser: "pauser", manager: "manager"))
    for person in RewardVaultFixture.people {
      collector.balances[.init(wbera, of: person)] = fixture.amount(digits: 26)
      collector.allowances[person] = .max
    }
    for token in RewardVaultFixture.tokens {
      collector.balances[.init(token)] = fixture.amount(digits: 20)
    }
    return collector
  }

  private static func operation(
    _ fixture: inout RewardVaultFixture, _ generator: inout SeededGenerator
  ) -> (IncentivesCollector.Operation, Address) {
    let vaults: [Address] = ["lst0", "lst1", "lst2"]
    let vault = vaults.randomElement(using: &generator) ?? "lst0"
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return (.queuePayoutAmountChange(fixture.amount(digits: 24)), "gov")
    case 1, 2:
      return (
        .addLstStakerVault(
          .init(
            address: vault, adapter: "adapter", rate: fixture.amount(digits: 19),
            isBroken: Int.random(in: 0..<8, using: &generator) == 0,
            shares: .init(
              totalAssets: fixture.amount(digits: 26), totalSupply: fixture.amount(digits: 20)))),
        "gov"
      )
    case 3: return (.removeLstStakerVault(vault), "gov")
    case 4: return (Bool.random(using: &generator) ? .pause : .unpause, "pauser")
    case 5: return (.unpause, "manager")
    default:
      let tokens = [wbera] + RewardVaultFixture.tokens.shuffled(using: &generator)
      return (.claim(recipient: fixture.person(), tokens: tokens), fixture.person())
    }
  }

  @Test(arguments: (0..<UInt64(16 * TestScale.factor)).map { 0xc011 + $0 })
  func `a claim's payout is what stakers get or what stays, and a revert leaves no trace`(
    seed: UInt64
  ) throws {
    var fixture = RewardVaultFixture(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var collector = Self.collector(&fixture)
    var claims = 0
    for _ in 0..<120 {
      let (operation, caller) = Self.operation(&fixture, &generator)
      let before = collector
      guard let answer = try? collector.perform(operation, by: caller) else {
        #expect(collector == before)
        continue
      }
      guard let auction = answer.auction else { continue }
      claims += 1
      let payout = before.words.payoutAmount
      let paid = try auction.split.lstStakerVaults
        .reduce(auction.split.wberaStakerVault) { try $0 + $1 }
      #expect(paid == payout || paid.isZero)
      let taken = try auction.claimed.filter { $0.of == Self.wbera }
        .reduce(UInt256.zero) { try $0 + $1.amount }
      let kept = collector.balances[.init(Self.wbera)] ?? 0
      let held = before.balances[.init(Self.wbera)] ?? 0
      #expect(try kept + taken + paid == held + payout, "WBERA is neither made nor lost")
      for token in RewardVaultFixture.tokens {
        #expect((collector.balances[.init(token)] ?? 0).isZero, "the claim takes all")
      }
      if !before.words.queuedPayoutAmount.isZero {
        #expect(collector.words.payoutAmount == before.words.queuedPayoutAmount)
      }
    }
    #expect(claims > 0, "hardly any claim succeeded: the test says little")
  }
}
