extension Wad {
  /// The power x^y, the true real value rounded once to 18 decimals.
  ///
  /// Rational results are recognised: integer exponents, and roots of perfect powers such as
  /// 0.25^0.5 = 0.5. All other results are irrational.
  ///
  /// Edge cases: x^0 = 1 for every x, 0 included; 0^y = 0 for y > 0; a negative x has powers with
  /// integer y only.
  ///
  /// - Parameters:
  ///   - exponent: the number y.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: this number to the power y, rounded.
  /// - Throws: ``ArithmeticError/negativePowerOfZero(exponent:)``,
  ///   ``ArithmeticError/fractionalPowerOfNegative(base:exponent:)``, or
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln |x^y| exceeds
  ///   ``maximumExponentialArgument``.
  public func pow(_ exponent: Wad, rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if exponent.isZero { return .one }
    if isZero {
      if exponent.isNegative { throw .negativePowerOfZero(exponent: exponent.abbreviatedText) }
      return .zero
    }
    let whole = exponent.integer(rounding: .towardZero)
    let isWhole = whole * Self.scale == exponent.rawValue
    if isNegative && !isWhole {
      throw .fractionalPowerOfNegative(
        base: abbreviatedText, exponent: exponent.abbreviatedText)
    }
    let isNegativePower = isNegative && whole.isOdd
    if rawValue.magnitude == Self.scale { return isNegativePower ? -.one : .one }
    let power = RealPower(
      base: rawValue.magnitude, over: Self.scale,
      exponent: isWhole ? whole : exponent.rawValue, over: isWhole ? .one : Self.scale)
    switch power.size {
    case .negligible:
      let cell: BreakpointCell = isNegativePower ? .justBelowZero : .justAboveZero
      return cell.wad(rounding: rounding)
    case .excessive:
      throw .resultTooLarge(
        operation: "\(abbreviatedText) to the power \(exponent.abbreviatedText)",
        limitBits: Exponential.resultBitsLimit)
    case .bits(let resultBits):
      return try CorrectRounding.wad(
        rounding: rounding,
        exactly: { () throws(ArithmeticError) in
          let value = try power.exactValue()
          return isNegativePower ? value.map { -$0 } : value
        },
        enclosure: { bits throws(ArithmeticError) in
          let enclosure = power.enclosure(bits: bits, resultBits: resultBits)
          return isNegativePower ? enclosure.negated : enclosure
        })
    }
  }
}
