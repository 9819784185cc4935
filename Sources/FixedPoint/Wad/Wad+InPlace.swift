// Arithmetic into storage that exists already; see `ExactInteger.formSum(of:_:)`.

extension Wad {
  /// Multiplies in place, rounded once to 18 decimals.
  ///
  /// - Parameters:
  ///   - factor: the number to multiply by.
  ///   - rounding: the direction of the one rounding.
  public mutating func multiply(by factor: Wad, rounding: RoundingRule) {
    rawValue.formQuotient(
      ofProductWith: factor.rawValue, byNonZero: Self.scale, rounding: rounding)
  }

  /// Divides in place, rounded once to 18 decimals.
  ///
  /// - Parameters:
  ///   - divisor: the number to divide by.
  ///   - rounding: the direction of the one rounding.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``; then the value is unchanged.
  public mutating func divide(by divisor: Wad, rounding: RoundingRule) throws(ArithmeticError) {
    if divisor.isZero { throw .divisionByZero(dividend: abbreviatedText) }
    rawValue.formQuotient(
      ofProductWith: Self.scale, byNonZero: divisor.rawValue, rounding: rounding)
  }

  /// Becomes the exact sum, in the present storage where it is wide, unshared and large enough.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  public mutating func formSum(of lhs: Wad, _ rhs: Wad) {
    rawValue.formSum(of: lhs.rawValue, rhs.rawValue)
  }

  /// Becomes the exact difference, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  public mutating func formDifference(of lhs: Wad, _ rhs: Wad) {
    rawValue.formDifference(of: lhs.rawValue, rhs.rawValue)
  }

  /// Becomes the product, rounded once, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other.
  ///   - rounding: the direction of the one rounding, to 18 decimals.
  public mutating func formProduct(of lhs: Wad, _ rhs: Wad, rounding: RoundingRule) {
    rawValue.formQuotient(
      ofProduct: lhs.rawValue, rhs.rawValue, byNonZero: Self.scale, rounding: rounding)
  }

  /// Becomes the quotient, rounded once, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - dividend: the number to divide.
  ///   - divisor: the number to divide by.
  ///   - rounding: the direction of the one rounding, to 18 decimals.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``; then the value is unchanged.
  public mutating func formQuotient(
    of dividend: Wad, by divisor: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) {
    if divisor.isZero { throw .divisionByZero(dividend: dividend.abbreviatedText) }
    rawValue.formQuotient(
      ofProduct: dividend.rawValue, Self.scale, byNonZero: divisor.rawValue, rounding: rounding)
  }

  /// Becomes a product divided once, known as mulDiv, in the present storage as
  /// ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other; the whole product is kept, whatever its width.
  ///   - divisor: the number to divide by.
  ///   - rounding: the direction of the one rounding, to 18 decimals.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``; then the value is unchanged.
  public mutating func formQuotient(
    ofProduct lhs: Wad, _ rhs: Wad, by divisor: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) {
    if divisor.isZero { throw .divisionByZero(dividend: lhs.abbreviatedText) }
    rawValue.formQuotient(
      ofProduct: lhs.rawValue, rhs.rawValue, byNonZero: divisor.rawValue, rounding: rounding)
  }

  /// Becomes the square root, rounded once, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - radicand: the number whose root is taken.
  ///   - rounding: the direction of the one rounding, to 18 decimals.
  /// - Throws: ``ArithmeticError/squareRootOfNegative(radicand:)``; then the value is unchanged.
  public mutating func formSquareRoot(
    of radicand: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) {
    if radicand.isNegative { throw .squareRootOfNegative(radicand: radicand.abbreviatedText) }
    try rawValue.formSquareRoot(
      ofProduct: radicand.rawValue, Self.scale, rounding: rounding)
  }
}
