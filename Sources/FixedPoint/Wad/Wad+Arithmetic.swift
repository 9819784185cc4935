extension Wad {
  /// The exact sum.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  /// - Returns: `lhs + rhs`.
  public static func + (lhs: Wad, rhs: Wad) -> Wad { Wad(raw: lhs.rawValue + rhs.rawValue) }

  /// The exact difference.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  /// - Returns: `lhs - rhs`.
  public static func - (lhs: Wad, rhs: Wad) -> Wad { Wad(raw: lhs.rawValue - rhs.rawValue) }

  /// The number with the opposite sign.
  ///
  /// - Parameter operand: the number to negate.
  /// - Returns: `0 - operand`.
  public static prefix func - (operand: Wad) -> Wad { Wad(raw: -operand.rawValue) }

  /// Adds exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the number to change.
  ///   - rhs: the summand.
  public static func += (lhs: inout Wad, rhs: Wad) { lhs.rawValue += rhs.rawValue }

  /// Subtracts exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the number to change.
  ///   - rhs: the subtrahend.
  public static func -= (lhs: inout Wad, rhs: Wad) { lhs.rawValue -= rhs.rawValue }

  /// The product, rounded once to 18 decimals; known as mulWad.
  ///
  /// - Parameters:
  ///   - factor: the number to multiply by.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: `self * factor`, rounded.
  public func multiplied(by factor: Wad, rounding: RoundingRule) -> Wad {
    Wad(
      raw: rawValue.multiplied(
        by: factor.rawValue, dividedByNonZero: Self.scale, rounding: rounding))
  }

  /// The quotient, rounded once to 18 decimals; known as divWad.
  ///
  /// - Parameters:
  ///   - divisor: the number to divide by.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: `self / divisor`, rounded.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func divided(by divisor: Wad, rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    return Wad(
      raw: rawValue.multiplied(
        by: Self.scale, dividedByNonZero: divisor.rawValue, rounding: rounding))
  }

  /// The product divided once, known as mulDiv: `self * factor / divisor`.
  ///
  /// The whole product is kept, whatever its width.
  ///
  /// - Parameters:
  ///   - factor: the number to multiply by.
  ///   - divisor: the number to divide by.
  ///   - rounding: the direction of the one rounding, to 18 decimals.
  /// - Returns: the rounded quotient.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public func multiplied(
    by factor: Wad, dividedBy divisor: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    return Wad(
      raw: rawValue.multiplied(
        by: factor.rawValue, dividedByNonZero: divisor.rawValue, rounding: rounding))
  }
}
