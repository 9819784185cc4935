internal import FixedPoint

/// An exact fraction that is never brought to lowest terms: comparing two costs two products, where a
/// greatest common divisor would cost more than all the rest of a search.
struct UnreducedFraction: Comparable, Sendable {
  let numerator: ExactInteger
  /// More than 0.
  let denominator: ExactInteger

  init(_ numerator: ExactInteger, over denominator: ExactInteger = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static let zero = UnreducedFraction(0)

  var isZero: Bool { numerator.isZero }

  static func == (left: UnreducedFraction, right: UnreducedFraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: UnreducedFraction, right: UnreducedFraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  static func + (left: UnreducedFraction, right: UnreducedFraction) -> UnreducedFraction {
    UnreducedFraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func - (left: UnreducedFraction, right: UnreducedFraction) -> UnreducedFraction {
    UnreducedFraction(
      left.numerator * right.denominator - right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func * (left: UnreducedFraction, count: Int) -> UnreducedFraction {
    UnreducedFraction(left.numerator * ExactInteger(count), over: left.denominator)
  }
}
