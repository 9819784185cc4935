import TestSupport
import Testing

@testable import FixedPoint

/// The yield of a growth, case by case.
///
///     once a year ── the growth less 1
///     n times     ── the APY of the APR n * (g - 1), compounded n times
///     a root      ── exact where it is rational
///     no growth, loss, and what has no yield
struct CompoundingGrowthTests {
  @Test func `Observed once a year, the yield is the growth itself`() throws {
    let growth = try ExactRational(1_234_567, 1_200_000)
    #expect(
      try Compounding.apy(fromGrowth: growth, timesPerYear: .one, rounding: .down)
        == (growth - .one).wad(rounding: .down))
  }

  @Test(arguments: RoundingRule.allCases)
  func `A day's growth compounds as its APR does`(rounding: RoundingRule) throws {
    var generator = SeededGenerator(seed: 3_101)
    for _ in 0..<20 {
      let gain = try ExactRational(
        ExactInteger(Int64.random(in: -1_000_000...5_000_000, using: &generator)),
        ExactInteger(1_000_000_000))
      let growth = ExactRational.one + gain
      #expect(
        try Compounding.apy(
          fromGrowth: growth, timesPerYear: ExactRational(365), rounding: rounding)
          == Compounding(periodsPerYear: 365).apy(
            fromAPR: gain * ExactRational(365), rounding: rounding))
    }
  }

  @Test func `A rational root is recognised in every direction`() throws {
    // 1.21 over two years is 1.1 a year.
    for rounding in RoundingRule.allCases {
      #expect(
        try Compounding.apy(
          fromGrowth: try ExactRational(121, 100), timesPerYear: try ExactRational(1, 2),
          rounding: rounding) == Wad(parsing: "0.1"))
    }
  }

  @Test func `No growth is no yield, and ruin is almost all of it`() throws {
    #expect(
      try Compounding.apy(fromGrowth: .one, timesPerYear: ExactRational(7), rounding: .up) == .zero)
    let ruin = try Compounding.apy(
      fromGrowth: ExactRational.powerOfTen(-9), timesPerYear: ExactRational(365), rounding: .down)
    #expect(ruin == -Wad.one)
  }

  @Test func `A growth or a number that is not positive has no yield`() {
    for (growth, times) in [
      (ExactRational.zero, ExactRational.one), (-ExactRational.one, .one), (.one, .zero),
      (ExactRational(2), -.one),
    ] {
      #expect(throws: ArithmeticError.self) {
        try Compounding.apy(fromGrowth: growth, timesPerYear: times, rounding: .down)
      }
    }
  }
}

struct PowerBoundsTests {
  @Test func `The bounds hold the power, and close in as asked`() throws {
    var generator = SeededGenerator(seed: 3_102)
    for _ in 0..<30 {
      let base = Wad(
        raw: ExactInteger(UInt64.random(in: 1..<1_000_000_000_000_000_000, using: &generator)))
      let exponent = Wad(
        raw: ExactInteger(UInt64.random(in: 1..<1_000_000_000_000_000_000, using: &generator)))
      let bounds = try base.powerBounds(exponent, bits: 100)
      #expect(bounds.low <= bounds.high)
      #expect(bounds.high - bounds.low < (try ExactRational(1, ExactInteger(2).power(95))))
      // The correctly rounded power lies between the rounded bounds.
      let power = try base.pow(exponent, rounding: .down)
      #expect(bounds.low.wad(rounding: .down) <= power)
      #expect(power <= bounds.high.wad(rounding: .down))
    }
  }

  @Test func `Rational powers are exact`() throws {
    let quarter = try Wad(parsing: "0.25")
    let half = try Wad(parsing: "0.5")
    let bounds = try quarter.powerBounds(half, bits: 10)
    #expect(bounds.low == (try ExactRational(1, 2)) && bounds.high == bounds.low)
    #expect(try Wad.zero.powerBounds(half, bits: 10).high == .zero)
    #expect(try half.powerBounds(.zero, bits: 10).low == .one)
    #expect(throws: ArithmeticError.self) { try Wad(2).powerBounds(half, bits: 10) }
  }
}
