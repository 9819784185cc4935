extension ExactInteger {
  /// The quotient, rounded once.
  ///
  /// - Parameters:
  ///   - divisor: the integer to divide by.
  ///   - rounding: the direction in which the exact quotient becomes an integer.
  /// - Returns: `self / divisor`, rounded.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func divided(
    by divisor: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) -> ExactInteger {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    return divided(byNonZero: divisor, rounding: rounding)
  }

  /// The quotient rounded toward zero, and the remainder, which has the sign of `self`.
  ///
  /// - Parameter divisor: the integer to divide by.
  /// - Returns: `quotient` and `remainder` with `self == quotient * divisor + remainder`.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func quotientAndRemainder(
    dividingBy divisor: ExactInteger
  ) throws(ArithmeticError) -> (quotient: ExactInteger, remainder: ExactInteger) {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    let result = unsigned.quotientAndRemainder(dividingBy: divisor.unsigned)
    return (
      ExactInteger(result.quotient, isNegative: negative != divisor.negative),
      ExactInteger(result.remainder, isNegative: negative)
    )
  }

  /// The product divided once, known as mulDiv: `self * factor / divisor`.
  ///
  /// The whole product is kept, whatever its width.
  ///
  /// - Parameters:
  ///   - factor: the integer to multiply by.
  ///   - divisor: the integer to divide by.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the rounded quotient.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func multiplied(
    by factor: ExactInteger, dividedBy divisor: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) -> ExactInteger {
    if divisor.isZero { throw .divisionByZero(dividend: (self * factor).abbreviatedText) }
    return multiplied(by: factor, dividedByNonZero: divisor, rounding: rounding)
  }

  /// `divided(by:rounding:)` for a divisor that the caller knows not to be zero.
  @inline(__always)
  func divided(byNonZero divisor: ExactInteger, rounding: RoundingRule) -> ExactInteger {
    var result = ExactInteger.zero
    result.formQuotient(of: self, byNonZero: divisor, rounding: rounding)
    return result
  }

  /// `multiplied(by:dividedBy:rounding:)` for a divisor that the caller knows not to be zero.
  @inline(__always)
  func multiplied(
    by factor: ExactInteger, dividedByNonZero divisor: ExactInteger, rounding: RoundingRule
  ) -> ExactInteger {
    var result = ExactInteger.zero
    result.formQuotient(ofProduct: self, factor, byNonZero: divisor, rounding: rounding)
    return result
  }

  /// `self * 2^count`.
  ///
  /// - Parameter count: how many bits, at least 0.
  /// - Returns: the exact product.
  public func shiftedLeft(by count: Int) -> ExactInteger {
    precondition(count >= 0, "a shift by a negative count")
    return ExactInteger(unsigned.shiftedLeft(by: count), isNegative: negative)
  }

  /// `self / 2^count`, rounded once.
  ///
  /// - Parameters:
  ///   - count: how many bits, at least 0.
  ///   - rounding: the direction in which the exact quotient becomes an integer.
  /// - Returns: the rounded quotient.
  public func shiftedRight(by count: Int, rounding: RoundingRule) -> ExactInteger {
    precondition(count >= 0, "a shift by a negative count")
    let kept = unsigned.shiftedRight(by: count)
    let grows = rounding.growsMagnitude(
      isNegative: negative, isOdd: kept.isOdd,
      discarded: unsigned.discardedPart(shiftingRightBy: count))
    return ExactInteger(grows ? kept.incremented() : kept, isNegative: negative)
  }
}
