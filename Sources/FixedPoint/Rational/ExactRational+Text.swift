extension ExactRational {
  /// The number with a fixed count of decimals, rounded once; a rounded zero has no sign.
  ///
  /// - Parameters:
  ///   - fractionDigits: how many decimals are written, at least 0.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: plain decimals such as `7.80`.
  public func text(fractionDigits: Int, rounding: RoundingRule) -> String {
    precondition(fractionDigits >= 0, "a negative count of decimals")
    let scaled = (self * .powerOfTen(fractionDigits)).integer(rounding: rounding)
    return DecimalLayout(isNegative: scaled.isNegative, places: fractionDigits)
      .text(of: scaled.unsigned)
  }

  /// All decimals of the number, or nil where they never end.
  package var finiteDecimal: String? {
    // A denominator 2^a * 5^b divides the power of ten of its bits.
    let places = denominator.bitWidth
    let scaled = self * .powerOfTen(places)
    return scaled.isInteger ? scaled.numerator.decimalText(places: places) : nil
  }

  /// All decimals of the number; where they never end, 18 of them, half to even.
  package var plainText: String { finiteDecimal ?? wad(rounding: .halfEven).text() }

  /// The power of ten of the first digit: 2 for 123.4, -3 for 0.0012; 0 for zero.
  package var decimalExponent: Int {
    guard !isZero else { return 0 }
    // The difference of the digit counts is right or one too large.
    let exponent = Self.digitCount(numerator.magnitude) - Self.digitCount(denominator)
    return magnitude < .powerOfTen(exponent) ? exponent - 1 : exponent
  }

  private static func digitCount(_ magnitude: ExactInteger) -> Int {
    magnitude.description.utf8.count
  }
}
