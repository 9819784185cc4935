extension Compounding {
  /// The yield of a growth that was observed over a part of a year, growth^times - 1.
  ///
  /// A share price that grew by the factor 1.001 in a week grows by 1.001^(365/7) in a year that goes
  /// on like that.
  ///
  /// - Parameters:
  ///   - growth: the factor, greater than 0; 1 is no growth.
  ///   - timesPerYear: how many such spans fit into a year, greater than 0.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` where the factor or the
  ///   number is not positive, or ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where the
  ///   logarithm of the result exceeds ``Wad/maximumExponentialArgument``.
  public static func apy(
    fromGrowth growth: ExactRational, timesPerYear: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    guard growth > .zero, timesPerYear > .zero else {
      throw .outsideDomain(
        function: "apy",
        argument: growth > .zero ? timesPerYear.abbreviatedText : growth.abbreviatedText,
        bound: "0")
    }
    if growth == .one { return .zero }
    let power = RealPower(
      base: growth.numerator, over: growth.denominator, exponent: timesPerYear.numerator,
      over: timesPerYear.denominator)
    switch power.size {
    case .negligible: return BreakpointCell.justAboveMinusOne.wad(rounding: rounding)
    case .excessive:
      throw .resultTooLarge(
        operation: "the growth \(growth.abbreviatedText) over a year",
        limitBits: Exponential.resultBitsLimit)
    case .bits(let resultBits):
      return try CorrectRounding.wad(
        rounding: rounding,
        exactly: { () throws(ArithmeticError) in try power.exactValue().map { $0 - .one } },
        enclosure: { bits throws(ArithmeticError) in
          power.enclosure(bits: bits, resultBits: resultBits).minusOne
        })
    }
  }
}
