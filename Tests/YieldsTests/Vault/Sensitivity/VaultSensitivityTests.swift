import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing
@testable import Contracts

/// Effects of the inputs on the APR, held against the kernel that computes APRs.
struct VaultSensitivityTests {
  private static func vault(
    rate: ExactInteger = 19_290_123_456_790_123_456_790_123_456_790_123,
    supply: ExactInteger = 2_500_000_000_000
  ) throws -> VaultSnapshot {
    VaultSnapshot(
      rewardRate: try RewardRate(raw: rate), periodFinish: nil,
      totalSupply: try TokenAmount(raw: supply, decimals: TokenDecimals(6)),
      rewardPrice: try Price(Wad(parsing: "2.35")), stakePrice: try Price(Wad(parsing: "0.9998")))
  }

  @Test func `one percent of each input does what the kernel says`() throws {
    let snapshot = try Self.vault()
    let equation = VaultEquation(snapshot: snapshot, year: .days365)
    let sensitivity = try #require(VaultSensitivity(of: snapshot, year: .days365))
    #expect(sensitivity.rows.map(\.input) == VaultSensitivity.inputs)
    for row in sensitivity.rows {
      // A hundredfold input makes one percent of it a whole number of on-chain units.
      let scaled = equation.snapshot(with: row.input, at: row.raw * 100)
      let wide = VaultEquation(snapshot: scaled, year: .days365)
      let up = try #require(wide.apr(with: row.input, at: row.raw * 101))
      let down = try #require(wide.apr(with: row.input, at: row.raw * 99))
      let scale = ExactRational(row.input.raisesAPR ? 100 : 1)
      let back = ExactRational(row.input.raisesAPR ? 1 : 100)
      #expect(try (row.aprAfterRise * scale).divided(by: back).wad(rounding: .down) == up.wad)
      #expect(try (row.aprAfterFall * scale).divided(by: back).wad(rounding: .down) == down.wad)
    }
  }

  @Test func `elasticities are the limits of finite effects`() throws {
    let sensitivity = try #require(VaultSensitivity(of: try Self.vault(), year: .days365))
    for row in sensitivity.rows {
      // Between the effects of a percent down and a percent up, by the curve's convexity.
      let up = try (row.aprAfterRise - sensitivity.apr).divided(by: sensitivity.apr)
      let down = try (sensitivity.apr - row.aprAfterFall).divided(by: sensitivity.apr)
      let percent = ExactRational(row.elasticity) * .powerOfTen(-2)
      #expect(min(up, down) <= percent && percent <= max(up, down))
    }
  }

  /// By mpmath: r = 0.571947722877908915, n = 365,
  /// `r*(1+r/n)**(n-1)/((1+r/n)**n-1)` at 40 digits.
  @Test func `the elasticity of the APY is mpmath's`() throws {
    let sensitivity = try #require(VaultSensitivity(of: try Self.vault(), year: .days365))
    let expected = try Wad(parsing: "1.311793473774219660")
    #expect(sensitivity.rows.map(\.apyElasticity) == [expected, expected, -expected, -expected])
  }

  @Test func `steps and units are exact differences`() throws {
    let snapshot = try Self.vault()
    let sensitivity = try #require(VaultSensitivity(of: snapshot, year: .days365))
    let row = try #require(sensitivity.rows.first { $0.input == .totalSupply })
    let more = VaultEquation(
      snapshot: VaultEquation(snapshot: snapshot, year: .days365)
        .snapshot(with: .totalSupply, at: row.raw + 1), year: .days365)
    #expect(try #require(more.exactAPR) - sensitivity.apr == row.stepEffect)
    #expect(row.unit == "1 stake token")
    let token = VaultEquation(
      snapshot: VaultEquation(snapshot: snapshot, year: .days365)
        .snapshot(with: .totalSupply, at: row.raw + 1_000_000), year: .days365)
    #expect(try #require(token.exactAPR) - sensitivity.apr == row.unitEffect)
  }

  @Test func `without an APR there is nothing to be sensitive`() throws {
    #expect(VaultSensitivity(of: try Self.vault(supply: 0), year: .days365) == nil)
    #expect(VaultSensitivity(of: try Self.vault(rate: 0), year: .days365) == nil)
  }

  @Test func `break-evens reach the hurdle and no more`() throws {
    let equation = VaultEquation(snapshot: try Self.vault(), year: .days365)
    let hurdle = APR(try Wad(parsing: "0.2"))
    let table = BreakEven.table(of: equation, hurdle: ExactRational(hurdle.wad), rules: .deployed)
    #expect(table.map(\.commission.value) == [0, 500, 1000, 1500, 2000])
    for row in table {
      let net = equation.withCommission(row.commission)
      let price = try #require(row.rewardPrice).wad.rawValue
      let (reached, missed) = (
        try #require(net.apr(with: .rewardPrice, at: price)),
        try #require(net.apr(with: .rewardPrice, at: price - 1))
      )
      #expect(reached >= hurdle && missed < hurdle)
      let supply = try #require(row.totalSupply)
      let (borne, diluted) = (
        try #require(net.apr(with: .totalSupply, at: supply)),
        try #require(net.apr(with: .totalSupply, at: supply + 1))
      )
      #expect(borne >= hurdle && diluted < hurdle)
    }
  }

  /// By fractions: the exact APR as the hurdle gives back the present price and stake.
  @Test func `the present APR breaks even at the present values`() throws {
    let equation = VaultEquation(snapshot: try VaultReportTests.documentation(), year: .days365)
    let apr = try #require(equation.exactAPR)
    let table = BreakEven.table(of: equation, hurdle: apr, rules: .deployed)
    #expect(table[0].rewardPrice?.description == "7.8")
    #expect(table[0].tvl?.description == "133999994.799907219508652572")
    #expect(table[0].totalSupply == equation.snapshot.totalSupply.raw)
    #expect(table[1].rewardPrice?.description == "8.210526315789473685")
  }

  @Test func `nobody stakes: no net APR, but the stake that the hurdle bears`() throws {
    let equation = VaultEquation(snapshot: try Self.vault(supply: 0), year: .days365)
    let row = BreakEven(of: equation, hurdle: .one, commission: .zero)
    #expect(row.netAPR == nil)
    #expect(row.rewardPrice == nil)
    #expect(row.tvl != nil)
  }
}
