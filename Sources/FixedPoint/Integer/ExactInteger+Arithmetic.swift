extension ExactInteger {
  /// The exact sum.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  /// - Returns: `lhs + rhs`.
  public static func + (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    var result = ExactInteger.zero
    result.formSum(of: lhs, rhs)
    return result
  }

  /// The exact difference.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  /// - Returns: `lhs - rhs`.
  public static func - (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    var result = ExactInteger.zero
    result.formDifference(of: lhs, rhs)
    return result
  }

  /// The exact product.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other.
  /// - Returns: `lhs * rhs`.
  public static func * (lhs: ExactInteger, rhs: ExactInteger) -> ExactInteger {
    var result = ExactInteger.zero
    result.formProduct(of: lhs, rhs)
    return result
  }

  /// The value with the opposite sign.
  ///
  /// - Parameter operand: the integer to negate.
  /// - Returns: `0 - operand`.
  public static prefix func - (operand: ExactInteger) -> ExactInteger {
    ExactInteger(operand.unsigned, isNegative: !operand.negative)
  }
}
