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
}
