extension Compounding {
  /// (1 + u/(v n))^n - 1, or e^(u/v) - 1, for v > 0: any rate, no range.
  func unboundedAPY(
    of u: ExactInteger, over v: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    guard let periodsPerYear else {
      return try Wad.exponential(
        of: u, over: v, less: true, operation: "expm1", rounding: rounding)
    }
    let periods = ExactInteger(periodsPerYear)
    let denominator = v * periods
    let numerator = denominator + u
    if numerator.signum <= 0 {
      throw .outsideDomain(
        function: "apy", argument: ExactRational(u, overNonZero: v).abbreviatedText,
        bound: "-\(periodsPerYear)")
    }
    if periodsPerYear == 1 || u.isZero {
      return ExactRational(u, overNonZero: v).wad(rounding: rounding)
    }
    let growth = RealPower(base: numerator, over: denominator, exponent: periods, over: .one)
    switch growth.size {
    case .negligible: return BreakpointCell.justAboveMinusOne.wad(rounding: rounding)
    case .excessive:
      throw .resultTooLarge(
        operation: "compounding \(ExactRational(u, overNonZero: v).abbreviatedText) "
          + "over \(periodsPerYear) periods",
        limitBits: Exponential.resultBitsLimit)
    case .bits(let resultBits):
      return try CorrectRounding.wad(
        rounding: rounding,
        exactly: { () throws(ArithmeticError) in try growth.exactValue().map { $0 - .one } },
        enclosure: { bits throws(ArithmeticError) in
          growth.enclosure(bits: bits, resultBits: resultBits).minusOne
        })
    }
  }
}
