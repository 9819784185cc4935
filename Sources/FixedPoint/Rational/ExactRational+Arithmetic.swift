extension ExactRational {
  /// The exact sum.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  /// - Returns: `lhs + rhs`.
  public static func + (lhs: ExactRational, rhs: ExactRational) -> ExactRational {
    ExactRational(
      lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
      overNonZero: lhs.denominator * rhs.denominator)
  }

  /// The exact difference.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  /// - Returns: `lhs - rhs`.
  public static func - (lhs: ExactRational, rhs: ExactRational) -> ExactRational { lhs + -rhs }

  /// The exact product.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other.
  /// - Returns: `lhs * rhs`.
  public static func * (lhs: ExactRational, rhs: ExactRational) -> ExactRational {
    ExactRational(lhs.numerator * rhs.numerator, overNonZero: lhs.denominator * rhs.denominator)
  }

  /// The number with the opposite sign.
  ///
  /// - Parameter operand: the number to negate.
  /// - Returns: `0 - operand`.
  public static prefix func - (operand: ExactRational) -> ExactRational {
    ExactRational(reduced: -operand.numerator, operand.denominator)
  }

  /// The exact quotient.
  ///
  /// - Parameter divisor: the number to divide by.
  /// - Returns: `self / divisor`.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func divided(by divisor: ExactRational) throws(ArithmeticError) -> ExactRational {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    return divided(byNonZero: divisor)
  }

  /// ``divided(by:)`` for a divisor that cannot be zero.
  ///
  /// - Parameter divisor: the number to divide by; zero is a programming error.
  /// - Returns: `self / divisor`.
  package func divided(byNonZero divisor: ExactRational) -> ExactRational {
    ExactRational(
      numerator * divisor.denominator, overNonZero: denominator * divisor.numerator)
  }

  /// One over the number, exactly.
  ///
  /// - Returns: `1 / self`.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func reciprocal() throws(ArithmeticError) -> ExactRational {
    try ExactRational.one.divided(by: self)
  }

  /// The exact integer power.
  ///
  /// - Parameter exponent: the power, negative ones included; anything to the power 0 is 1.
  /// - Returns: `self` to the power `exponent`.
  /// - Throws: ``ArithmeticError/negativePowerOfZero(exponent:)``, and
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where the numerator or the
  ///   denominator would exceed ``ExactInteger/maximumPowerBits``.
  public func power(_ exponent: Int) throws(ArithmeticError) -> ExactRational {
    if isZero && exponent < 0 { throw .negativePowerOfZero(exponent: "\(exponent)") }
    let base = exponent < 0 ? try reciprocal() : self
    return ExactRational(
      reduced: try base.numerator.power(count: exponent.magnitude),
      try base.denominator.power(count: exponent.magnitude))
  }

  /// The absolute value.
  public var magnitude: ExactRational {
    ExactRational(reduced: numerator.magnitude, denominator)
  }

  /// The text for error messages, long integers abbreviated.
  var abbreviatedText: String {
    isInteger
      ? numerator.abbreviatedText
      : "\(numerator.abbreviatedText)/\(denominator.abbreviatedText)"
  }
}

extension ExactRational: Comparable {
  /// Whether one number is less than another.
  ///
  /// - Parameters:
  ///   - lhs: one number.
  ///   - rhs: the other.
  /// - Returns: true when `lhs` is the smaller one.
  public static func < (lhs: ExactRational, rhs: ExactRational) -> Bool {
    lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
  }
}
