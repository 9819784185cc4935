import FixedPoint
import Testing

@Suite("Where the correctly rounded functions are defined")
struct TranscendentalDomainTests {
  static let unit = Wad(raw: 1)

  @Test(arguments: RoundingRule.allCases)
  func `logarithms ask for positive numbers`(rule: RoundingRule) {
    for (x, text) in [(Wad.zero, "0"), (-Self.unit, "-0.000000000000000001"), (Wad(-7), "-7")] {
      #expect(throws: ArithmeticError.outsideDomain(function: "ln", argument: text, bound: "0")) {
        try x.ln(rounding: rule)
      }
      #expect(throws: ArithmeticError.outsideDomain(function: "log2", argument: text, bound: "0")) {
        try x.log2(rounding: rule)
      }
      #expect(throws: ArithmeticError.outsideDomain(function: "log10", argument: text, bound: "0"))
      {
        try x.log10(rounding: rule)
      }
    }
    #expect(throws: ArithmeticError.outsideDomain(function: "log1p", argument: "-1", bound: "-1")) {
      try Wad(-1).log1p(rounding: rule)
    }
    #expect(throws: ArithmeticError.outsideDomain(function: "log1p", argument: "-2", bound: "-1")) {
      try Wad(-2).log1p(rounding: rule)
    }
  }

  @Test func `the exponential stops at its limit`() throws {
    let limit = Wad.maximumExponentialArgument
    let beyond = limit + Self.unit
    #expect(
      throws: ArithmeticError.resultTooLarge(
        operation: "exp(11629079000000000000000001/1000000000000000000)", limitBits: 1 << 24)
    ) { try beyond.exp(rounding: .down) }
    #expect(
      throws: ArithmeticError.resultTooLarge(operation: "expm1(20000000)", limitBits: 1 << 24)
    ) { try Wad(20_000_000).expm1(rounding: .up) }
    #expect(throws: ArithmeticError.self) {
      try Wad(ExactInteger.powerOfTen(5000)).exp(rounding: .down)
    }
  }

  @Test func `far below zero the exponential is all but zero, at once`() throws {
    for x in [-43, -44, -1_000_000_000, Int.min / 2].map({ Wad($0) })
      + [-Wad(ExactInteger.powerOfTen(3000))]
    {
      for rule in RoundingRule.allCases {
        #expect(try x.exp(rounding: rule) == (rule == .up ? Self.unit : .zero))
        let isAbove = rule == .up || rule == .towardZero
        #expect(try x.expm1(rounding: rule) == (isAbove ? Self.unit - .one : -.one))
      }
    }
  }

  @Test func `powers without a value are refused`() {
    let half = Wad(raw: 500_000_000_000_000_000)
    #expect(throws: ArithmeticError.negativePowerOfZero(exponent: "-3")) {
      try Wad.zero.pow(Wad(-3), rounding: .down)
    }
    #expect(throws: ArithmeticError.negativePowerOfZero(exponent: "-0.5")) {
      try Wad.zero.pow(-half, rounding: .down)
    }
    #expect(throws: ArithmeticError.fractionalPowerOfNegative(base: "-2", exponent: "0.5")) {
      try Wad(-2).pow(half, rounding: .down)
    }
    #expect(throws: ArithmeticError.fractionalPowerOfNegative(base: "-1", exponent: "-0.5")) {
      try Wad(-1).pow(-half, rounding: .down)
    }
  }

  @Test func `powers stop at the limit of the exponential`() throws {
    #expect(
      throws: ArithmeticError.resultTooLarge(
        operation: "2 to the power 16777300", limitBits: 1 << 24)
    ) { try Wad(2).pow(Wad(16_777_300), rounding: .down) }
    #expect(throws: ArithmeticError.self) {
      try Self.unit.pow(Wad(-1_000_000), rounding: .down)
    }
    #expect(throws: ArithmeticError.self) {
      try Wad(-3).pow(Wad(ExactInteger.powerOfTen(400) + 1), rounding: .down)
    }
    #expect(throws: ArithmeticError.self) {
      try Wad(raw: Wad.scale + 1).pow(Wad(ExactInteger.powerOfTen(400)), rounding: .down)
    }
    // 2^16777000 needs no logarithm to be certain; its estimate does.
    #expect(try Wad(2).pow(Wad(16_777_000), rounding: .down).rawValue.bitWidth == 16_777_060)
  }

  @Test func `vanishing powers round by their sign, at once`() throws {
    let half = Wad(raw: 500_000_000_000_000_000)
    for rule in RoundingRule.allCases {
      let tiny = rule == .up ? Self.unit : .zero
      let tinyNegative = rule == .down ? -Self.unit : .zero
      #expect(try half.pow(Wad(1_000_000_000_001), rounding: rule) == tiny)
      #expect(try (-half).pow(Wad(1_000_000_000_001), rounding: rule) == tinyNegative)
      #expect(try (-half).pow(Wad(1_000_000_000_002), rounding: rule) == tiny)
      #expect(try Self.unit.pow(Wad(ExactInteger.powerOfTen(300)), rounding: rule) == tiny)
      #expect(try Wad(10).pow(-Wad(raw: .powerOfTen(40) + 1), rounding: rule) == tiny)
      #expect(try half.pow(Wad(61), rounding: rule) == tiny)
    }
  }

  @Test(arguments: RoundingRule.allCases)
  func `zero and one have their powers`(rule: RoundingRule) throws {
    for y in [Self.unit, Wad(3), Wad(ExactInteger.powerOfTen(200))] {
      #expect(try Wad.zero.pow(y, rounding: rule) == .zero)
      #expect(try Wad.one.pow(y, rounding: rule) == .one)
      #expect(try Wad.one.pow(-y, rounding: rule) == .one)
    }
    for x in [Wad.zero, Wad.one, Wad(-1), Wad(-5), Wad(raw: 3)] {
      #expect(try x.pow(.zero, rounding: rule) == .one)
      #expect(try x.pow(.one, rounding: rule) == x)
    }
    #expect(try Wad(-1).pow(Wad(ExactInteger.powerOfTen(200)), rounding: rule) == .one)
    #expect(try Wad(-1).pow(Wad(ExactInteger.powerOfTen(200) + 1), rounding: rule) == Wad(-1))
  }
}
