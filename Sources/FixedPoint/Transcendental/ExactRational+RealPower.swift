extension ExactRational {
  /// The power with a rational exponent, `self^(exponent/root)`, correctly rounded to 18 decimals.
  ///
  /// - Parameters:
  ///   - exponent: the exponent's numerator.
  ///   - root: the exponent's denominator, at least 1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the power of a positive number, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` for a number that is not
  ///   positive or a root below 1, or ``ArithmeticError/resultTooLarge(operation:limitBits:)``.
  public func power(
    _ exponent: Int, root: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if numerator.signum <= 0 {
      throw .outsideDomain(function: "power", argument: abbreviatedText, bound: "0")
    }
    if root < 1 { throw .outsideDomain(function: "root", argument: "\(root)", bound: "0") }
    if exponent == 0 || self == .one { return .one }
    let power = RealPower(
      base: numerator, over: denominator, exponent: ExactInteger(exponent), over: ExactInteger(root)
    )
    switch power.size {
    case .negligible: return BreakpointCell.justAboveZero.wad(rounding: rounding)
    case .excessive:
      throw .resultTooLarge(
        operation: "\(abbreviatedText) to the power \(exponent)/\(root)",
        limitBits: Exponential.resultBitsLimit)
    case .bits(let resultBits):
      return try CorrectRounding.wad(
        rounding: rounding,
        exactly: { () throws(ArithmeticError) in try power.exactValue() },
        enclosure: { bits throws(ArithmeticError) in
          power.enclosure(bits: bits, resultBits: resultBits)
        })
    }
  }

  /// A multiple of the power of a number above one, `factor * self^(exponent/root)`, rounded once to an
  /// integer.
  ///
  /// - Parameters:
  ///   - exponent: the exponent's numerator, above 0.
  ///   - root: the exponent's denominator, above 0.
  ///   - factor: above 0.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the integer.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)``.
  package func power(
    _ exponent: Int, root: Int, times factor: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> ExactInteger {
    precondition(self > .one && exponent > 0 && root > 0 && factor > .zero)
    let power = RealPower(
      base: numerator, over: denominator, exponent: ExactInteger(exponent), over: ExactInteger(root)
    )
    guard case .bits(let resultBits) = power.size else {
      throw .resultTooLarge(
        operation: "\(abbreviatedText) to the power \(exponent)/\(root)",
        limitBits: Exponential.resultBitsLimit)
    }
    // The integer is the last decimal of a wad.
    let scaled = factor * .powerOfTen(-Wad.fractionDigits)
    let factorBits = max(0, scaled.numerator.bitWidth - scaled.denominator.bitWidth + 1)
    let wad = try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in
        try power.exactValue(
          breakpointBits: CorrectRounding.breakpointBits + scaled.numerator.bitWidth
        ).map { $0 * scaled }
      },
      enclosure: { bits throws(ArithmeticError) in
        power.enclosure(bits: bits + factorBits, resultBits: resultBits)
          .scaled(by: scaled.numerator).divided(by: scaled.denominator)
      })
    return wad.rawValue
  }
}
