extension ExactInteger {
  /// The exact sum.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  /// - Returns: `lhs + rhs`.
  public static func + (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    sum(lhs, rhs.unsigned, isNegative: rhs.negative)
  }

  /// The exact difference.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  /// - Returns: `lhs - rhs`.
  public static func - (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    sum(lhs, rhs.unsigned, isNegative: !rhs.negative)
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

  /// Adds exactly.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the summand.
  public static func += (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs + rhs }

  /// Subtracts exactly.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the subtrahend.
  public static func -= (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs - rhs }

  /// Multiplies exactly.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the factor.
  public static func *= (lhs: inout ExactInteger, rhs: ExactInteger) { lhs = lhs * rhs }

  @inline(__always)
  private static func sum(
    _ lhs: ExactInteger, _ rhs: Magnitude, isNegative: Bool
  ) -> ExactInteger {
    if lhs.negative == isNegative {
      return ExactInteger(lhs.unsigned + rhs, isNegative: isNegative)
    }
    return lhs.unsigned < rhs
      ? ExactInteger(rhs - lhs.unsigned, isNegative: isNegative)
      : ExactInteger(lhs.unsigned - rhs, isNegative: lhs.negative)
  }
}
