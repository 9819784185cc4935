import FixedPoint
import Testing

/// The table of `RoundingRule`'s documentation, word for word.
@Suite struct RoundingRuleTests {
  static let halves = [
    "-2.5", "-2.1", "-2", "-1.5", "-0.5", "0.5", "1.5", "2", "2.1", "2.5", "2.9",
  ]

  @Test(arguments: [
    (RoundingRule.down, [-3, -3, -2, -2, -1, 0, 1, 2, 2, 2, 2]),
    (.up, [-2, -2, -2, -1, 0, 1, 2, 2, 3, 3, 3]),
    (.towardZero, [-2, -2, -2, -1, 0, 0, 1, 2, 2, 2, 2]),
    (.halfEven, [-2, -2, -2, -2, 0, 0, 2, 2, 2, 2, 3]),
    (.halfUp, [-2, -2, -2, -1, 0, 1, 2, 2, 2, 3, 3]),
  ])
  func `the documented table`(rule: RoundingRule, expected: [Int]) throws {
    for (text, integer) in zip(Self.halves, expected) {
      let value = try Wad(parsing: text)
      #expect(value.integer(rounding: rule) == ExactInteger(integer), "\(text)")
      #expect(ExactRational(value).integer(rounding: rule) == ExactInteger(integer), "\(text)")
    }
  }
}
