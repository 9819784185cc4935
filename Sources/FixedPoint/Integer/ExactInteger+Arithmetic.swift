extension ExactInteger {
  /// The exact sum.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  /// - Returns: `lhs + rhs`.
  public static func + (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    signedSum(lhs.unsigned, lhs.negative, rhs.unsigned, rhs.negative)
  }

  /// The exact difference.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  /// - Returns: `lhs - rhs`.
  public static func - (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    signedSum(lhs.unsigned, lhs.negative, rhs.unsigned, !rhs.negative)
  }

  /// The exact product.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other.
  /// - Returns: `lhs * rhs`.
  public static func * (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    ExactInteger(lhs.unsigned * rhs.unsigned, isNegative: lhs.negative != rhs.negative)
  }

  /// The value with the opposite sign.
  ///
  /// - Parameter operand: the integer to negate.
  /// - Returns: `0 - operand`.
  public static prefix func - (operand: ExactInteger) -> ExactInteger {
    ExactInteger(operand.unsigned, isNegative: !operand.negative)
  }

  /// Adds exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the summand.
  public static func += (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs + rhs }

  /// Subtracts exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the subtrahend.
  public static func -= (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs - rhs }

  /// Multiplies exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the factor.
  public static func *= (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs * rhs }

  @inline(__always)
  private static func signedSum(
    _ a: Magnitude, _ aNegative: Bool, _ b: Magnitude, _ bNegative: Bool
  ) -> ExactInteger {
    if aNegative == bNegative { return ExactInteger(a + b, isNegative: aNegative) }
    return a.compared(to: b) >= 0
      ? ExactInteger(a - b, isNegative: aNegative) : ExactInteger(b - a, isNegative: bNegative)
  }
}
