import FixedPoint
import TestSupport
import Testing

@Suite("Compounding and its inverses")
struct CompoundingTests {
  static let cases = 40 * TestScale.factor
  static let unit = Wad(raw: 1)

  @Test(arguments: [1, 2, 3, 4, 12, 19, 24, 52])
  func `few periods agree with exact fractions`(n: Int) throws {
    var random = SeededGenerator(seed: UInt64(n))
    for _ in 0..<Self.cases {
      let r = FunctionUnderTest.positive(&random, digits: 20) - Wad(raw: Wad.scale - 1)
      let step = try ExactRational(r).divided(by: ExactRational(n))
      let exact = try (.one + step).power(n) - .one
      for rule in RoundingRule.allCases {
        #expect(
          try Compounding(periodsPerYear: n).apy(fromAPR: r, rounding: rule)
            == exact.wad(rounding: rule))
      }
    }
  }

  @Test(arguments: [1, 2, 12, 365, 8760, 31_536_000])
  func `the inverse leads back within a unit`(n: Int) throws {
    var random = SeededGenerator(seed: UInt64(n))
    for _ in 0..<Self.cases {
      // For r >= 0 the inverse has a slope of at most 1.
      let r = FunctionUnderTest.positive(&random, digits: 20)
      let y = try Compounding(periodsPerYear: n).apy(fromAPR: r, rounding: .halfEven)
      let back = try Compounding(periodsPerYear: n).apr(fromAPY: y, rounding: .halfEven)
      #expect((back - r).magnitude <= Self.unit, "r = \(r)")
    }
  }

  @Test func `continuous compounding leads back within a unit`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<Self.cases {
      let r = FunctionUnderTest.positive(&random, digits: 20)
      let y = try Compounding.continuous.apy(fromAPR: r, rounding: .halfEven)
      let back = try Compounding.continuous.apr(fromAPY: y, rounding: .halfEven)
      #expect((back - r).magnitude <= Self.unit)
    }
  }

  @Test func `more periods yield more, up to the continuous yield`() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<Self.cases {
      let r = FunctionUnderTest.positive(&random, digits: 19)
      let yields = try [1, 2, 12, 365, 31_536_000].map {
        try Compounding(periodsPerYear: $0).apy(fromAPR: r, rounding: .down)
      }
      #expect(yields == yields.sorted())
      #expect(yields.last ?? .zero <= (try Compounding.continuous.apy(fromAPR: r, rounding: .down)))
      #expect(yields.first == r)
    }
  }

  @Test func `a fraction is compounded without being rounded first`() throws {
    let third = try ExactRational(1, 3)
    // 1 + (1/3)/3 = 10/9, and (10/9)^3 - 1 = 271/729.
    let expected = try ExactRational(271, 729)
    let tiny = try ExactRational(1, ExactInteger.powerOfTen(19) * 2)
    for rule in RoundingRule.allCases {
      #expect(
        try Compounding(periodsPerYear: 3).apy(fromAPR: third, rounding: rule)
          == expected.wad(rounding: rule))
      #expect(
        try Compounding(periodsPerYear: 3).apr(fromAPY: expected, rounding: rule)
          == third.wad(rounding: rule))
      #expect(
        try Compounding.continuous.apy(fromAPR: tiny, rounding: rule)
          == (rule == .up ? Self.unit : .zero))
      #expect(
        try Compounding.continuous.apr(fromAPY: tiny, rounding: rule)
          == (rule == .up ? Self.unit : .zero))
    }
  }

  @Test func `wads and the same fractions agree`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<Self.cases {
      let x = FunctionUnderTest.positive(&random, digits: 20) - Wad(raw: Wad.scale - 1)
      let fraction = ExactRational(x)
      #expect(
        try Compounding(periodsPerYear: 365).apy(fromAPR: x, rounding: .down)
          == Compounding(periodsPerYear: 365).apy(fromAPR: fraction, rounding: .down))
      #expect(
        try Compounding(periodsPerYear: 365).apr(fromAPY: x, rounding: .up)
          == Compounding(periodsPerYear: 365).apr(fromAPY: fraction, rounding: .up))
      #expect(
        try Compounding.continuous.apy(fromAPR: x, rounding: .up)
          == Compounding.continuous.apy(fromAPR: fraction, rounding: .up))
    }
  }

  @Test(arguments: [Int.min, -1, 0, 31_536_001, Int.max])
  func `the number of periods has its range`(n: Int) {
    let error = ArithmeticError.periodsOutOfRange(periods: String(n), limit: 31_536_000)
    #expect(throws: error) {
      try Compounding(periodsPerYear: n).apy(fromAPR: Wad.one, rounding: .down)
    }
    #expect(throws: error) {
      try Compounding(periodsPerYear: n).apr(fromAPY: Wad.one, rounding: .down)
    }
  }

  @Test func `a period may not lose everything`() throws {
    for r in [Wad(-365), Wad(-366), Wad(-ExactInteger.powerOfTen(30))] {
      let error = ArithmeticError.outsideDomain(
        function: "apy", argument: r.text(), bound: "-365")
      #expect(throws: error) {
        try Compounding(periodsPerYear: 365).apy(fromAPR: r, rounding: .down)
      }
    }
    for rule in RoundingRule.allCases {
      let almost = try Compounding(periodsPerYear: 365).apy(
        fromAPR: Self.unit - Wad(365), rounding: rule)
      #expect(almost == (rule == .up || rule == .towardZero ? Self.unit - .one : -.one))
    }
  }

  @Test func `a year may not lose everything either`() {
    for y in [Wad(-1), Wad(-2)] {
      let error = ArithmeticError.outsideDomain(
        function: "apr", argument: y.text(), bound: "-1")
      #expect(throws: error) {
        try Compounding(periodsPerYear: 12).apr(fromAPY: y, rounding: .down)
      }
      #expect(throws: error) { try Compounding.continuous.apr(fromAPY: y, rounding: .down) }
    }
  }

  @Test func `yields stop at the limit of the exponential`() {
    let rate = Wad(20_000_000)
    #expect(
      throws: ArithmeticError.resultTooLarge(
        operation: "compounding 20000000 over 31536000 periods", limitBits: 1 << 24)
    ) { try Compounding(periodsPerYear: 31_536_000).apy(fromAPR: rate, rounding: .down) }
    #expect(
      throws: ArithmeticError.resultTooLarge(operation: "expm1(20000000)", limitBits: 1 << 24)
    ) { try Compounding.continuous.apy(fromAPR: rate, rounding: .down) }
  }
}
