import FixedPoint
import TestSupport
import Testing

@testable import Chain

/// Made pools, none of a chain: by Python's integers and fractions, and mpmath where a value is no root.
@Suite("Values of pool tokens against Python")
struct StakeTokenMathTests {
  private struct Row: CustomStringConvertible {
    /// The numbers of each part.
    let parts: [[ExactInteger]]
    let number: ExactInteger
    let supply: ExactRational
    let value: Wad
    let description: String

    static func all(_ kind: String) throws -> [Row] {
      try VectorRow.all(in: "stake_token_values.csv").filter { try $0.text("kind") == kind }.map {
        row in
        let units = try row.value("supply") { try ExactInteger(parsing: $0) }
        let decimals = try row.value("supplyDecimals") { Int($0) }
        return Row(
          parts: try row.text("parts").split(separator: " ").map {
            try $0.split(separator: ":").map { try ExactInteger(parsing: String($0)) }
          },
          number: try row.value("number") { try ExactInteger(parsing: $0) },
          supply: ExactRational(units, overNonZero: ExactInteger.powerOfTen(decimals)),
          value: Wad(raw: try row.value("value") { try ExactInteger(parsing: $0) }),
          description: row.description)
      }
    }

    /// The parts as amounts of a pool.
    var amounts: [PooledAmount] {
      get throws {
        try parts.map {
          PooledAmount(
            units: $0[0], decimals: try #require(UInt8(exactly: Int(exactly: $0[1]) ?? -1)),
            price: Wad(raw: $0[2]))
        }
      }
    }
  }

  @Test func `pairs at their fair reserves`() throws {
    let rows = try Row.all("pair")
    #expect(rows.count >= 30)
    for row in rows {
      let amounts = try row.amounts
      #expect(
        StakeTokenMath.fairPair(amounts[0], amounts[1], supply: row.supply) == row.value, "\(row)")
      #expect(
        StakeTokenMath.fairPair(amounts[1], amounts[0], supply: row.supply) == row.value, "\(row)")
    }
  }

  @Test func `sums of what a pool holds`() throws {
    let rows = try Row.all("sum")
    #expect(rows.count >= 30)
    for row in rows {
      #expect(StakeTokenMath.parts(try row.amounts, supply: row.supply) == row.value, "\(row)")
    }
  }

  @Test func `stable pools at their lowest price`() throws {
    for row in try Row.all("stable") {
      let prices = row.parts.map { Wad(raw: $0[0]) }
      #expect(StakeTokenMath.stable(rate: row.number, prices: prices) == row.value, "\(row)")
      #expect(StakeTokenMath.stable(rate: row.number, prices: prices.reversed()) == row.value)
    }
  }

  @Test func `weighted pools, ties and their neighbours included`() throws {
    let rows = try Row.all("weighted")
    #expect(rows.count >= 100)
    for row in rows {
      let parts = row.parts.map { (price: Wad(raw: $0[0]), weight: $0[1]) }
      for parts in [parts, parts.reversed()] {
        let value = StakeTokenMath.weighted(
          invariant: row.number, supply: row.supply, parts: parts)
        #expect(value == row.value, "\(row): \(value.map { "\($0.rawValue)" } ?? "none")")
      }
    }
  }

  @Test func `a share is worth its assets, rounded down`() {
    func share(_ units: Int, _ decimals: UInt8, _ raw: Int) -> ExactInteger {
      StakeTokenMath.share(
        assets: PooledAmount(
          units: ExactInteger(units), decimals: decimals, price: Wad(raw: ExactInteger(raw)))
      ).rawValue
    }
    #expect(share(1_000_001, 6, 999_999_999_999_999_999) == ExactInteger(1_000_000_999_999_999_998))
    #expect(share(1, 18, 999_999_999_999_999_999) == .zero)
    #expect(share(1, 0, 3) == ExactInteger(3))
  }

  @Test func `what nobody holds, and what has no weight, has no value`() {
    let one = PooledAmount(units: 1, decimals: 0, price: .one)
    #expect(StakeTokenMath.fairPair(one, one, supply: .zero) == nil)
    #expect(StakeTokenMath.parts([one], supply: .zero) == nil)
    #expect(StakeTokenMath.stable(rate: 1, prices: []) == nil)
    let half = ExactInteger(500_000_000_000_000_000)
    func weighted(
      _ parts: [(price: Wad, weight: ExactInteger)], invariant: ExactInteger = 1,
      supply: ExactRational = .one
    ) -> Wad? {
      StakeTokenMath.weighted(invariant: invariant, supply: supply, parts: parts)
    }
    #expect(weighted([(.one, half), (.one, half)]) != nil)
    #expect(weighted([(.one, half), (.one, half)], supply: .zero) == nil)
    #expect(weighted([(.one, half), (.one, half)], invariant: .zero) == nil)
    #expect(weighted([(.one, half), (.zero, half)]) == nil)
    #expect(weighted([(.one, half), (.one, half - 1)]) == nil)
    #expect(weighted([(.one, half), (.one, half), (.one, .zero)]) == nil)
    #expect(weighted([]) == nil)
  }
}
