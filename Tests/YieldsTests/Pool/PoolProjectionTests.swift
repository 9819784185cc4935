import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Contracts
@testable import Yields
@testable import Faults

@Suite struct PoolProjectionTests {
  private let bera = Wad.scale
  private let day: UInt64 = 86_400

  private func scenario(
    days: UInt64 = 365, step: UInt64 = 86_400, apr: String = "0.1", commission: Int = 0,
    auctions: PoolScenario.Auctions? = nil, events: [PoolScenario.Event] = []
  ) throws -> PoolScenario {
    try PoolScenario(
      start: try Timestamp(1_760_000_000), horizon: Seconds(days * 86_400), step: Seconds(step),
      sources: [
        PoolScenario.Source(
          name: "blocks", flow: .apr(ExactRational(try Wad(parsing: apr))),
          commission: try BasisPoints(commission))
      ],
      auctions: auctions, events: events, blockTime: StakingPoolTests.blockTime, year: .days365)
  }

  @Test func `Daily compounding without fees grows as (1 + r/365)^365, less the floors`() throws {
    let pool = try StakingPoolTests.pool(feeBps: 0)
    let projection = try PoolProjection(pool: pool, scenario: try scenario())
    #expect(projection.points.count == 366)
    let growth = try #require(projection.realized(year: .days365)).growth
    let apy = try Compounding.daily.apy(fromAPR: try Wad(parsing: "0.1"), rounding: .down)
    let difference = ExactRational(apy) + .one - growth
    // Each of 365 floors takes less than a wei from 3e23; the APY's own floor less than 1e-18.
    #expect(difference > -ExactRational.powerOfTen(-18))
    #expect(difference < ExactRational.powerOfTen(-20))
  }

  @Test func `Commission and fee leave the stakers their part, and go where they belong`() throws {
    let pool = try StakingPoolTests.pool(feeBps: 1_000)
    let projection = try PoolProjection(
      pool: pool, scenario: try scenario(days: 1, commission: 500))
    // 30_000 a year on 300_000: a day's part, 5 % commission, then 10 % fee.
    let gross = try (30_000 * bera).divided(by: 365, rounding: .down)
    let commission = try gross.divided(by: 20, rounding: .down)
    #expect(projection.commission == commission)
    #expect(projection.fees == (try (gross - commission).divided(by: 10, rounding: .down)))
    #expect(projection.finalPool.assets.total == 300_000 * bera + gross - commission)
    #expect(projection.finalPool.totalSupply == 300_000 * bera + projection.feeShares)
  }

  @Test func `Events happen at their time; what the pool refuses is told, not fatal`() throws {
    let start: UInt64 = 1_760_000_000
    let projection = try PoolProjection(
      pool: try StakingPoolTests.pool(),
      scenario: try scenario(
        days: 10,
        events: [
          .init(at: try Timestamp(start + 100), action: .deposit(20_000 * bera)),
          .init(at: try Timestamp(start + day), action: .pause),
          .init(at: try Timestamp(start + day), action: .deposit(bera)),
          .init(at: try Timestamp(start + 2 * day), action: .withdraw(1_000 * bera)),
          .init(at: try Timestamp(start + 3 * day), action: .redeem(400_000 * bera)),
        ]))
    // Ten steps, the start, and one event between steps.
    #expect(projection.points.count == 12)
    #expect(projection.refusals.count == 2)
    #expect(projection.withdrawals.map(\.id) == [1])
    #expect(projection.finalPool.withdrawals.isEmpty)
    #expect(projection.points[1].at == (try Timestamp(start + 100)))
  }

  @Test func `Requests that are open at once are paid in their order`() throws {
    let start: UInt64 = 1_760_000_000
    let requests = try (0..<300).map { index in
      PoolScenario.Event(at: try Timestamp(start + UInt64(index)), action: .withdraw(bera))
    }
    let projection = try PoolProjection(
      pool: try StakingPoolTests.pool(feeBps: 0),
      scenario: try scenario(days: 10, apr: "0", events: requests))
    #expect(projection.withdrawals.map(\.id) == Array(1...300))
    #expect(projection.finalPool.withdrawals.isEmpty)
    let paid = projection.points.flatMap(\.events).compactMap { event in
      if case .finalized(let id) = event { id } else { nil }
    }
    #expect(paid == Array(1...300))
  }

  @Test func `Auctions pay on time, and the horizon ends the path`() throws {
    let auctions = PoolScenario.Auctions(
      next: .init(payout: 100 * bera, every: Seconds(3 * day / 2)))
    let projection = try PoolProjection(
      pool: try StakingPoolTests.pool(feeBps: 0),
      scenario: try scenario(days: 6, apr: "0", auctions: auctions))
    #expect(projection.finalPool.assets.total == 300_400 * bera)
    #expect(projection.points.last?.at == (try Timestamp(1_760_000_000 + 6 * day)))
  }

  @Test func `A pool below its threshold earns nothing`() throws {
    let projection = try PoolProjection(
      pool: try StakingPoolTests.pool(consensus: 10_000 * bera, supply: 10_000 * bera),
      scenario: try scenario(days: 30))
    #expect(projection.finalPool.assets.total == 10_000 * bera)
  }

  @Test func `BGT counts in the assets and stays with the operator; WBERA is deposited`() throws {
    for (compounds, phase) in [(false, StakingPool.Phase.collecting), (true, .active)] {
      var rules = ProtocolProfile.PoolRules.documented
      rules.compoundsOperatorRewards = compounds
      let pool = try StakingPool(
        rules: rules,
        assets: try PoolAssets(
          consensusDeposits: 245_000 * bera, operatorRewards: 20_000 * bera),
        totalSupply: 265_000 * bera, feeRate: .zero)
      let projection = try PoolProjection(pool: pool, scenario: try scenario(days: 2, apr: "0"))
      #expect(projection.points.last?.phase == phase)
      #expect(projection.finalPool.assets.total == 265_000 * bera)
      #expect(
        projection.finalPool.assets.operatorRewards == (compounds ? 0 : 20_000 * bera))
    }
  }

  @Test func `BGT pays no withdrawal, at a full exit neither`() throws {
    var rules = ProtocolProfile.PoolRules.deployed
    rules.compoundsOperatorRewards = false
    var pool = try StakingPool(
      rules: rules,
      assets: try PoolAssets(consensusDeposits: 250_000 * bera, operatorRewards: 5_000 * bera),
      totalSupply: 255_000 * bera, feeRate: .zero)
    let made = try pool.requestWithdrawal(
      of: 10_000 * bera, at: try Timestamp(0), blockTime: StakingPoolTests.blockTime)
    #expect(made.coveredByOperator == 0 && made.triggeredFullExit)
    #expect(pool.assets.operatorRewards == 5_000 * bera)
    #expect(pool.assets.buffer == 240_000 * bera)
    #expect(throws: Fault.self) {
      try pool.requestWithdrawal(
        of: 240_001 * bera, at: try Timestamp(0), blockTime: StakingPoolTests.blockTime)
    }
  }

  @Test func `Impossible scenarios are refused by field`() throws {
    func field(_ make: () throws -> PoolScenario) -> String? {
      do {
        _ = try make()
        return nil
      } catch let fault as Fault {
        return fault.place?.member
      } catch {
        return "\(error)"
      }
    }
    #expect(field { try scenario(days: 0) } == "horizonSeconds")
    #expect(field { try scenario(step: 0) } == "stepSeconds")
    #expect(field { try scenario(step: 1) } == "stepSeconds")
    #expect(
      field {
        try scenario(events: [.init(at: try Timestamp(5), action: .pause)])
      } == "events[0].at")
  }
}
