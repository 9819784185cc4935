import FixedPoint
import Testing

@Suite struct RationalTextTests {
  @Test(arguments: [
    (1, 3, 4, RoundingRule.down, "0.3333"), (2, 3, 4, .up, "0.6667"),
    (-1, 3, 2, .halfEven, "-0.33"),
    (1, 8, 2, .halfEven, "0.12"), (3, 8, 2, .halfEven, "0.38"), (5, 1, 0, .down, "5"),
    (-1, 1_000, 2, .halfEven, "0.00"), (12_345, 10, 1, .down, "1234.5"),
  ])
  func `decimals are rounded once`(
    numerator: Int, denominator: Int, digits: Int, rounding: RoundingRule, text: String
  ) throws {
    let value = try ExactRational(ExactInteger(numerator), ExactInteger(denominator))
    #expect(value.text(fractionDigits: digits, rounding: rounding) == text)
  }

  @Test(arguments: [
    (0, 1, 0), (1, 1, 0), (9, 1, 0), (10, 1, 1), (99, 1, 1), (1, 10, -1), (1, 11, -2),
    (99, 100, -1),
    (1_234, 10, 2), (-1_234, 1, 3), (1, 999, -3), (1_000, 999, 0), (998, 999, -1),
  ])
  func `the power of ten of the first digit`(numerator: Int, denominator: Int, power: Int) throws {
    let value = try ExactRational(ExactInteger(numerator), ExactInteger(denominator))
    #expect(value.decimalExponent == power)
  }
}
