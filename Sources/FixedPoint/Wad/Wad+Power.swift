extension Wad {
  /// The integer power, the true real value rounded once to 18 decimals.
  ///
  /// - Parameters:
  ///   - exponent: the power, negative ones included; anything to the power 0 is 1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: `self` to the power `exponent`, rounded.
  /// - Throws: ``ArithmeticError/negativePowerOfZero(exponent:)``, and
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` beyond
  ///   ``ExactInteger/maximumPowerBits``.
  public func power(_ exponent: Int, rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if exponent == 0 { return .one }
    let base = ExactRational(self)
    if IntegerPower.isShort(base, exponent) {
      return try base.power(exponent).wad(rounding: rounding)
    }
    return try IntegerPower(base, exponent).wad(rounding: rounding)
  }

  /// The square root, the true real value rounded once to 18 decimals.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the square root, rounded.
  /// - Throws: ``ArithmeticError/squareRootOfNegative(radicand:)``.
  public func squareRoot(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if isNegative { throw .squareRootOfNegative(radicand: abbreviatedText) }
    return Wad(raw: try (rawValue * Self.scale).squareRoot(rounding: rounding))
  }
}
