extension Wad {
  /// The integer power, the true real value rounded once to 18 decimals.
  ///
  /// - Parameters:
  ///   - exponent: the power, negative ones included; anything to the power 0 is 1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: `self` to the power `exponent`, rounded.
  /// - Throws: ``ArithmeticError/negativePowerOfZero(exponent:)``, and
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln |x^n| exceeds
  ///   ``maximumExponentialArgument``.
  public func power(_ exponent: Int, rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    // A short power is written out and divided once; a long one is enclosed until that is certain.
    let isShort =
      exponent.magnitude <= Self.writtenOutPower && rawValue.bitWidth <= Self.writtenOutBits
    guard isShort && !(isZero && exponent < 0) else {
      return try pow(Wad(exponent), rounding: rounding)
    }
    return try ExactRational(self).power(exponent).wad(rounding: rounding)
  }

  /// The largest exponent and width whose powers are written out: 16 * 256 bits at most.
  private static let writtenOutPower: UInt = 16
  private static let writtenOutBits = 256

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
