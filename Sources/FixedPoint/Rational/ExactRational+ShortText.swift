extension ExactRational {
  /// 10 to a power of either sign, exactly.
  ///
  /// - Parameter exponent: the power.
  /// - Returns: the number.
  public static func powerOfTen(_ exponent: Int) -> ExactRational {
    let power = ExactInteger.powerOfTen(Int(clamping: exponent.magnitude))
    return exponent < 0 ? ExactRational(.one, overNonZero: power) : ExactRational(power)
  }

  /// About this number, to a few significant digits, for sentences: `2.7e-19`, `0.27`, `1.3e9`.
  ///
  /// Never a result: results print all their digits.
  ///
  /// - Parameter significantDigits: how many digits to keep, at least 1.
  /// - Returns: plain decimals between 0.001 and a million, scientific notation beyond.
  public func shortText(significantDigits: Int = 2) -> String {
    precondition(significantDigits > 0, "at least one digit")
    guard !isZero else { return "0" }
    var exponent = decimalExponent
    // Rounded digits, of which a carry makes one more: 9.96 becomes 10.
    let places = significantDigits - 1 - exponent
    let digits = (self * .powerOfTen(places)).integer(rounding: .halfEven)
    if digits.magnitude >= .powerOfTen(significantDigits) { exponent += 1 }
    guard (-3...6).contains(exponent) else {
      return digits.decimalText(places: places + exponent) + "e\(exponent)"
    }
    return places < 0
      ? (digits * .powerOfTen(-places)).description : digits.decimalText(places: places)
  }
}
