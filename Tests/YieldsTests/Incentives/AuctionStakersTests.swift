import Contracts
import EVMArithmetic
import Faults
import FixedPoint
import Foundation
import Quantities
import TestSupport
import Testing
import Words

@testable import Yields

/// Who shares the payout of an auction.
///
///     recorded ── 96 claims of the real collector ── each part, and what it became
///     pool     ── a projection of sWBERA ── what claims of the contract leave there
///     edge     ── nobody stakes, no rate, amounts beyond a word
@Suite struct AuctionStakersTests {
  /// A case of `next_incentives_collector.json`, as far as a claim is concerned.
  private struct Recorded: Decodable {
    struct Collector: Decodable {
      let payoutAmount: String
      let wberaStakerVault: Vault
      let lstStakerVaults: [Vault]
    }
    struct Vault: Decodable {
      let vault: String?
      let rate: String?
      let totalAssets: String
    }
    struct Out: Decodable {
      let split: [String: String]?
      let lstReceived: [String: String]?
    }
    let before: Collector
    let out: Out?
    let after: Collector?
  }

  @Test func `parts are those of the claims of the real collector`() throws {
    struct File: Decodable { let cases: [Recorded] }
    let file = try JSONDecoder().decode(
      File.self, from: Data(try VectorFile.bytes("next_incentives_collector.json")))
    var claims = 0
    for recorded in file.cases {
      guard let out = recorded.out, let split = out.split else { continue }
      let before = recorded.before
      var stakers = try AuctionStakers(
        staked: try ExactInteger(parsing: before.wberaStakerVault.totalAssets),
        lstVaults: try before.lstStakerVaults.map { vault in
          try AuctionStakers.LSTVault(
            name: try #require(vault.vault),
            totalAssets: try ExactInteger(parsing: vault.totalAssets),
            rate: try ExactInteger(parsing: try #require(vault.rate)))
        })
      let parts = try stakers.pay(try ExactInteger(parsing: before.payoutAmount))
      #expect(parts.count == before.lstStakerVaults.count + 1)
      for part in parts {
        #expect(part.amount.description == split[part.name] ?? "0", "\(part)")
        let received = part.name == "sWBERA" ? split["sWBERA"] : out.lstReceived?[part.name]
        #expect(part.received.description == received ?? "0", "\(part)")
      }
      if let after = recorded.after {
        #expect(stakers.staked.description == after.wberaStakerVault.totalAssets)
        #expect(
          stakers.lstVaults.map(\.totalAssets.description)
            == after.lstStakerVaults.map(\.totalAssets))
      }
      claims += 1
    }
    #expect(claims == 96)
  }

  @Test(arguments: (0..<UInt64(40 * TestScale.factor)).map { 0xa7 + $0 })
  func `a projection of sWBERA ends where claims of the collector do`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func amount(_ digits: Int) throws -> ExactInteger {
      1 + (try ExactInteger.random(below: try ExactInteger(10).power(digits), using: &generator))
    }
    let (assets, payout, queued) = (try amount(24), try amount(21), try amount(21))
    let vaults = try (0..<Int.random(in: 0...3, using: &generator)).map { index in
      try AuctionStakers.LSTVault(
        name: "lst\(index)", totalAssets: try amount(24), rate: try amount(19))
    }
    let people = [Address(number: 0xb), Address(number: 0x9)]
    var collector = IncentivesCollector(
      payoutAmount: try payout.word("payout"),
      wberaStakerVault: .init(
        totalAssets: try assets.word("assets"), totalSupply: try assets.word("assets")),
      roles: .init(owner: people[1], pauser: people[1], manager: people[1]))
    collector.balances[.init(RewardToken.wbera.address, of: people[0])] = .max
    collector.allowances[people[0]] = .max
    for (index, vault) in vaults.enumerated() {
      _ = try collector.perform(
        .addLstStakerVault(
          .init(
            address: Address(number: UInt64(index) + 0x100), adapter: people[1],
            rate: try vault.rate.word("rate"),
            shares: .init(totalAssets: try vault.totalAssets.word("assets"), totalSupply: 1))),
        by: people[1])
    }
    _ = try collector.perform(
      .queuePayoutAmountChange(try queued.word("payout")), by: people[1])
    for _ in 0..<4 {
      _ = try collector.perform(.claim(recipient: people[0], tokens: []), by: people[0])
    }
    let pool = try StakingPool(
      rules: .documented, assets: try PoolAssets(consensusDeposits: assets), totalSupply: assets,
      feeRate: .zero, phase: .active, depositsPaused: false)
    let scenario = try PoolScenario(
      start: try Timestamp(1_760_000_000), horizon: Seconds(4 * 86_400), step: .day, sources: [],
      auctions: .init(
        next: .init(payout: payout, every: .day), later: .init(payout: queued, every: .day),
        stakers: try AuctionStakers(staked: 0, lstVaults: vaults)),
      blockTime: ExactRational(2), year: .days365)
    let projection = try PoolProjection(pool: pool, scenario: scenario)
    #expect(
      projection.finalPool.assets.total.description
        == collector.wberaStakerVault.totalAssets.description)
  }

  @Test func `where nobody stakes nobody is paid, and there is no yield`() throws {
    let parts = try AuctionStakers(staked: 0).parts(of: 100)
    #expect(parts.map(\.amount) == [0])
    #expect(parts[0].apr(claims: ExactRational(365)) == nil)
  }

  @Test func `a vault without a rate stakes nothing and gets nothing`() throws {
    let vault = try AuctionStakers.LSTVault(name: "a", totalAssets: 5, rate: 0)
    let parts = try AuctionStakers(staked: 7, lstVaults: [vault]).parts(of: 100)
    #expect(parts.map(\.amount) == [100, 0] && parts[1].received == 0)
  }

  @Test func `amounts beyond a word, and products beyond it, are refused`() throws {
    let large = try ExactInteger(2).power(255)
    let vault = try AuctionStakers.LSTVault(name: "a", totalAssets: large, rate: 4)
    #expect(
      throws: Fault.reverts(
        function: "IncentivesCollector.claim", revert: .arithmeticOverflow, field: "payout")
    ) { try AuctionStakers(staked: 1, lstVaults: [vault]).parts(of: 1) }
    #expect(throws: Fault.self) { try AuctionStakers(staked: large + large).parts(of: 1) }
    #expect(throws: Fault.self) { try AuctionStakers(staked: -1) }
  }
}
