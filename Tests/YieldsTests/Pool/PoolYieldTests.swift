import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Yields
@testable import Faults

@Suite struct PoolYieldTests {
  @Test(arguments: try AnalyticsVector.cases("pool", kind: "netYield"))
  func `A pool's yield comes apart as in Python`(vector: VectorCase) throws {
    let sources = try vector.input.elements("sources").map {
      try PoolYieldSource(
        name: "s", grossAPR: ExactRational(try $0.wad("grossApr")),
        commission: try $0.bps("commissionBps"))
    }
    let yield = PoolNetYield(sources: sources, feeRate: try vector.input.bps("feeBps"))
    for (value, key) in [
      (yield.grossAPR, "grossApr"), (yield.commissionAPR, "commissionApr"),
      (yield.feeAPR, "feeApr"), (yield.netAPR, "netApr"),
    ] {
      #expect(value.wad(rounding: .down) == (try vector.output.wad(key)), "\(key)")
    }
    #expect(yield.commissionAPR + yield.feeAPR + yield.netAPR == yield.grossAPR)
    let periods = try vector.input.int("periods")
    #expect(
      try yield.netAPY(periodsPerYear: periods, rounding: .down)?.wad
        == (try vector.output.wad("netApy")))
  }

  @Test(arguments: try AnalyticsVector.cases("pool", kind: "realized"))
  func `Realised yields are mpmath's`(vector: VectorCase) throws {
    let input = vector.input
    let first = try PoolObservation(
      timestamp: try Timestamp(0), totalAssets: try input.integer("assets0"),
      totalSupply: try input.integer("supply0"))
    let last = try PoolObservation(
      timestamp: try Timestamp(UInt64(try input.int("seconds"))),
      totalAssets: try input.integer("assets1"), totalSupply: try input.integer("supply1"))
    let yield = try RealizedYield(first: first, last: last, year: .days365)
    #expect(yield.apr.wad(rounding: .down) == (try vector.output.wad("apr")))
    #expect(yield.apy(rounding: .down)?.wad == (try vector.output.wad("apy")))
  }

  @Test func `Windows start at observed prices only, and a short history is not zero`() throws {
    let day: UInt64 = 86_400
    let history = try PoolHistory(
      try [0, 1, 2, 3, 4, 5, 6, 9].map { (number: UInt64) in
        try PoolObservation(
          timestamp: try Timestamp(number * day),
          totalAssets: 1_000_000 + ExactInteger(number) * 100, totalSupply: 1_000_000)
      })
    func length(_ days: UInt64) throws -> UInt64? {
      guard
        case .yield(let yield) = try history.realized(
          over: .last(Seconds(days * day)), year: .days365)
      else { return nil }
      return yield.length.count / day
    }
    #expect(try length(1) == 3)
    #expect(try length(7) == 7)
    #expect(try length(9) == 9)
    #expect(
      try history.realized(over: .last(Seconds(30 * day)), year: .days365)
        == .notCovered(missing: Seconds(21 * day)))
    #expect(
      try PoolHistory([]).realized(over: .all, year: .days365) == .tooFewObservations)
  }

  @Test func `A growth beyond what is compounded has an APR and no APY`() throws {
    let yield = try RealizedYield(
      first: try PoolObservation(timestamp: try Timestamp(0), totalAssets: 1, totalSupply: 1),
      last: try PoolObservation(
        timestamp: try Timestamp(1), totalAssets: ExactInteger.powerOfTen(70), totalSupply: 1),
      year: .days365)
    #expect(yield.apr > ExactRational(1_000_000))
    #expect(yield.apy(rounding: .down) == nil)
  }

  @Test func `Flat stretches are exact ones`() throws {
    let prices: [ExactInteger] = [100, 100, 100, 101, 101, 102, 102, 102]
    let history = try PoolHistory(
      try prices.enumerated().map { index, price in
        try PoolObservation(
          timestamp: try Timestamp(UInt64(index) * 3_600), totalAssets: price * 7,
          totalSupply: 100 * 7)
      })
    let all = history.flatStretches(atLeast: Seconds(1))
    #expect(all.map(\.observations) == [3, 2, 3])
    #expect(all.map(\.from.seconds) == [0, 3 * 3_600, 5 * 3_600])
    #expect(history.flatStretches(atLeast: Seconds(7_200)).count == 2)
    #expect(history.flatStretches(atLeast: Seconds(7_201)).isEmpty)
  }

  @Test func `Observations out of order, or without a price, are refused`() throws {
    let one = try PoolObservation(timestamp: try Timestamp(5), totalAssets: 1, totalSupply: 1)
    #expect(throws: Fault.self) { try PoolHistory([one, one]) }
    #expect(throws: Fault.self) {
      try PoolObservation(timestamp: try Timestamp(5), totalAssets: 1, totalSupply: 0)
    }
    let lost = try PoolObservation(timestamp: try Timestamp(6), totalAssets: 0, totalSupply: 1)
    #expect(lost.sharePrice == .zero)
    #expect(throws: Fault.self) { try RealizedYield(first: lost, last: one, year: .days365) }
    #expect(
      try RealizedYield(first: one, last: lost, year: .days365).apy(rounding: .down)?.wad == Wad(-1)
    )
  }
}
