import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

/// Made readings, by Python's integers.
@Suite("What two readings of an accumulator say, against Python")
struct RealizedRewardTests {
  @Test("Every row")
  func rows() throws {
    let rows = try VectorRow.all(in: "realized_rewards.csv")
    #expect(rows.count > 400)
    var (found, none) = (0, 0)
    for row in rows {
      func integer(_ name: String) throws -> ExactInteger {
        try row.value(name) { try ExactInteger(parsing: $0) }
      }
      func time(_ name: String) throws -> Timestamp {
        try Timestamp(row.value(name) { UInt64($0) })
      }
      let realized = RealizedReward(
        from: .init(rewardPerToken: try integer("first"), time: try time("from")),
        to: .init(rewardPerToken: try integer("last"), time: try time("to")))
      guard let realized else {
        #expect(try row.text("apr").isEmpty, "\(row)")
        none += 1
        continue
      }
      let apr = try realized.apr(
        decimals: TokenDecimals(row.value("decimals") { Int($0) }),
        rewardPrice: Price(unchecked: Wad(raw: try integer("rewardPrice"))),
        stakePrice: Price(unchecked: Wad(raw: try integer("stakePrice"))),
        year: YearLength(seconds: row.value("year") { UInt64($0) }))
      #expect(apr.wad == Wad(raw: try integer("apr")), "\(row)")
      found += 1
    }
    #expect(found == 401 && none == 3)
  }

  @Test("A stake price of zero has no APR")
  func worthless() throws {
    let realized = try #require(
      RealizedReward(
        from: .init(rewardPerToken: 0, time: Timestamp(1)),
        to: .init(rewardPerToken: 1, time: Timestamp(2))))
    #expect(throws: (any Error).self) {
      try realized.apr(
        decimals: .eighteen, rewardPrice: Price(unchecked: .one),
        stakePrice: Price(unchecked: .zero),
        year: .days365)
    }
  }
}
