import FixedPoint
import TestSupport
import Testing

@Suite("Laws of the correctly rounded functions")
struct TranscendentalLawTests {
  static let cases = 60 * TestScale.factor
  static let unit = Wad(raw: 1)

  @Test(arguments: FunctionUnderTest.all)
  func `the directions bracket the value, and meet only where it is exact`(
    function: FunctionUnderTest
  ) throws {
    var random = SeededGenerator(seed: 0xB4AC)
    for _ in 0..<Self.cases {
      let x = function.argument(&random)
      let down = try function.apply(x, .down)
      let up = try function.apply(x, .up)
      #expect(down == up || up - down == Self.unit, "\(function.name) of \(x)")
      if let exactArgument = function.exactArgument {
        #expect((down == up) == (x == exactArgument), "\(function.name) of \(x)")
      }
      let nearest = try function.apply(x, .halfEven)
      #expect(nearest == down || nearest == up)
      let towardZero = try function.apply(x, .towardZero)
      #expect(towardZero == (down.isNegative ? up : down))
      // A tie needs a value with exactly 19 decimals.
      let half = try function.apply(x, .halfUp)
      #expect(half == nearest || half == up)
    }
  }

  @Test(arguments: FunctionUnderTest.all)
  func `larger arguments never have smaller results`(function: FunctionUnderTest) throws {
    var random = SeededGenerator(seed: 0x303)
    for index in 0..<Self.cases {
      let rule = RoundingRule.allCases[index % RoundingRule.allCases.count]
      let x = function.argument(&random)
      let above = x + FunctionUnderTest.positive(&random, digits: index % 2 == 0 ? 2 : 17)
      let low = try function.apply(x, rule)
      let high = try function.apply(above, rule)
      #expect(
        function.isIncreasing ? low <= high : low >= high, "\(function.name) of \(x), \(above)")
    }
  }

  @Test func `exp and ln undo each other within a unit where they do not magnify errors`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<Self.cases {
      let x = FunctionUnderTest.positive(&random, digits: 20)
      let back = try x.exp(rounding: .halfEven).ln(rounding: .halfEven)
      #expect((back - x).magnitude <= Self.unit)
      let small = FunctionUnderTest.positive(&random, digits: 18)
      let forth = try small.ln(rounding: .halfEven).exp(rounding: .halfEven)
      #expect((forth - small).magnitude <= Self.unit)
    }
  }

  @Test(arguments: RoundingRule.allCases)
  func `expm1 and log1p are exp and ln moved by one`(rule: RoundingRule) throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<Self.cases {
      let x = FunctionUnderTest.signed(&random, digits: 20)
      // Toward zero, the sign of the result decides.
      let expRule = rule == .towardZero ? (x.isNegative ? .up : .down) : rule
      if rule != .halfEven {
        #expect(try x.expm1(rounding: rule) == x.exp(rounding: expRule) - .one)
      }
      let y = FunctionUnderTest.positive(&random, digits: 25) - Wad(raw: Wad.scale - 1)
      #expect(try y.log1p(rounding: rule) == (y + .one).ln(rounding: rule))
    }
  }

  @Test(arguments: RoundingRule.allCases)
  func `whole powers agree with exact fractions`(rule: RoundingRule) throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<Self.cases {
      let x = FunctionUnderTest.signed(&random, digits: 21)
      let n = Int.random(in: -20...40, using: &random)
      let exact = try ExactRational(x).power(n).wad(rounding: rule)
      #expect(try x.pow(Wad(n), rounding: rule) == exact, "\(x)^\(n)")
    }
  }

  @Test(arguments: [
    "0.5", "-0.5", "0.25", "0.2", "0.125", "1.5", "-1.5", "2", "-2", "10", "4", "0.75",
  ])
  func `powers of short bases agree with exact fractions`(base: String) throws {
    let x = try Wad(parsing: base)
    for n in -70...70 {
      let exact = try ExactRational(x).power(n)
      for rule in RoundingRule.allCases {
        #expect(
          try x.pow(Wad(n), rounding: rule) == exact.wad(rounding: rule), "\(base)^\(n) \(rule)")
      }
    }
  }

  @Test(arguments: RoundingRule.allCases)
  func `the power one half is the square root`(rule: RoundingRule) throws {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<Self.cases {
      let x = FunctionUnderTest.positive(&random, digits: 40)
      #expect(
        try x.pow(Wad(raw: 500_000_000_000_000_000), rounding: rule)
          == x.squareRoot(rounding: rule))
    }
  }

  @Test func `roots of perfect powers are exact in every direction`() throws {
    var random = SeededGenerator(seed: 11)
    for order in [2, 4, 5, 8, 10, 16, 20, 25, 40, 50, 125] {
      for _ in 0..<4 {
        let root = Int.random(in: 2...50, using: &random)
        let power = try Wad(root).power(order, rounding: .down)
        let exponent = try Wad.one.divided(by: Wad(order), rounding: .down)
        for rule in RoundingRule.allCases {
          #expect(try power.pow(exponent, rounding: rule) == Wad(root))
          #expect(try power.pow(-exponent, rounding: rule) == Wad(root).power(-1, rounding: rule))
        }
      }
    }
  }

  @Test func `logarithms of powers of their base are whole`() throws {
    for rule in RoundingRule.allCases {
      for k in -18...300 {
        let two = try Wad(2).power(k, rounding: .down)
        #expect(try two.log2(rounding: rule) == Wad(k))
        let ten = k >= 0 ? Wad(ExactInteger.powerOfTen(k)) : Wad(raw: .powerOfTen(18 + k))
        #expect(try ten.log10(rounding: rule) == Wad(k))
      }
    }
  }
}
