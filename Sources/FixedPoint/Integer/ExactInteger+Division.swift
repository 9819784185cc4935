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
    return quotientAndRemainder(dividingByNonZero: divisor)
  }

  /// ``quotientAndRemainder(dividingBy:)`` for a divisor that cannot be zero.
  ///
  /// - Parameter divisor: the integer to divide by; zero is a programming error.
  /// - Returns: `quotient` and `remainder` with `self == quotient * divisor + remainder`.
  package func quotientAndRemainder(
    dividingByNonZero divisor: ExactInteger
  ) -> (quotient: ExactInteger, remainder: ExactInteger) {
    precondition(!divisor.isZero, "a divisor that cannot be zero is zero")
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

  /// ``divided(by:rounding:)`` for a divisor that cannot be zero.
  ///
  /// - Parameters:
  ///   - divisor: the integer to divide by; zero is a programming error.
  ///   - rounding: the direction in which the exact quotient becomes an integer.
  /// - Returns: `self / divisor`, rounded.
  @inline(__always)
  package func divided(byNonZero divisor: ExactInteger, rounding: RoundingRule) -> ExactInteger {
    precondition(!divisor.isZero, "a divisor that cannot be zero is zero")
    let isNegative = negative != divisor.negative
    return ExactInteger(
      unsigned.quotient(
        dividingBy: divisor.unsigned, isNegative: isNegative, rounding: rounding),
      isNegative: isNegative)
  }

  /// ``multiplied(by:dividedBy:rounding:)`` for a divisor that cannot be zero.
  ///
  /// - Parameters:
  ///   - factor: the integer to multiply by.
  ///   - divisor: the integer to divide by; zero is a programming error.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the rounded quotient.
  @inline(__always)
  package func multiplied(
    by factor: ExactInteger, dividedByNonZero divisor: ExactInteger, rounding: RoundingRule
  ) -> ExactInteger {
    precondition(!divisor.isZero, "a divisor that cannot be zero is zero")
    let isNegative = (negative != factor.negative) != divisor.negative
    return ExactInteger(
      unsigned.multiplied(
        by: factor.unsigned, dividedBy: divisor.unsigned, isNegative: isNegative,
        rounding: rounding),
      isNegative: isNegative)
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
    let discarded = DiscardedPart(shifting: unsigned, rightBy: count)
    return ExactInteger(
      unsigned.shiftedRight(by: count).rounded(discarded, negative, rounding), isNegative: negative)
  }
}
