extension ExactRational {
  /// 10 to a power of either sign, exactly.
  ///
  /// - Parameter exponent: the power.
  /// - Returns: the number.
  public static func powerOfTen(_ exponent: Int) -> ExactRational {
    let power = ExactInteger.powerOfTen(Int(clamping: exponent.magnitude))
    return exponent < 0 ? ExactRational(reducing: .one, power) : ExactRational(power)
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
    // The exponent from the digit counts is right or one too large.
    var exponent = Self.digitCount(numerator.magnitude) - Self.digitCount(denominator)
    if magnitude < .powerOfTen(exponent) { exponent -= 1 }
    let scaled = magnitude * .powerOfTen(significantDigits - 1 - exponent)
    var digits = scaled.integer(rounding: .halfEven).description
    if digits.utf8.count > significantDigits {
      // 9.96 rounds up to 10: one digit more, the last of them a zero.
      digits.removeLast()
      exponent += 1
    }
    let sign = isNegative ? "-" : ""
    let kept = String(digits.reversed().drop { $0 == "0" }.reversed())
    guard (-3...6).contains(exponent) else {
      let fraction = kept.dropFirst()
      return "\(sign)\(kept.prefix(1))" + (fraction.isEmpty ? "" : ".\(fraction)") + "e\(exponent)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + kept
    }
    let whole = kept.prefix(exponent + 1)
    let padding = String(repeating: "0", count: exponent + 1 - whole.count)
    let fraction = kept.dropFirst(exponent + 1)
    return sign + whole + padding + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private static func digitCount(_ magnitude: ExactInteger) -> Int {
    magnitude.description.utf8.count
  }
}

extension ExactInteger {
  /// This integer divided by a power of ten, exactly, as plain decimals without trailing zeros.
  ///
  /// - Parameter places: how many places the point moves to the left, not negative.
  /// - Returns: for example `0.27` for 27 and 2 places.
  public func decimalText(places: Int) -> String {
    precondition(places >= 0, "the point moves to the left")
    let digits = magnitude.description
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(places)
    let fraction = String(padded.suffix(places).reversed().drop { $0 == "0" }.reversed())
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
