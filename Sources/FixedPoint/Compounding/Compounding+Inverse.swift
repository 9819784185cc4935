extension Compounding {
  /// The APR that compounds to a yield in n periods a year, n * ((1 + y)^(1/n) - 1).
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - periodsPerYear: n, from 1 to ``maximumPeriodsPerYear``.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, rounded.
  /// - Throws: ``ArithmeticError/periodsOutOfRange(periods:limit:)``,
  ///   ``ArithmeticError/outsideDomain(function:argument:bound:)`` where 1 + y is not positive, or
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln(1 + y) / n exceeds
  ///   ``Wad/maximumExponentialArgument``.
  public static func apr(
    fromAPY apy: Wad, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apr(
      of: apy.rawValue, over: Wad.scale, periodsPerYear: periodsPerYear, rounding: rounding)
  }

  /// The APR that compounds to a yield that is an exact fraction, n * ((1 + y)^(1/n) - 1).
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - periodsPerYear: n, from 1 to ``maximumPeriodsPerYear``.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, rounded.
  /// - Throws: as for a yield in 18 decimals.
  public static func apr(
    fromAPY apy: ExactRational, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apr(
      of: apy.numerator, over: apy.denominator, periodsPerYear: periodsPerYear, rounding: rounding)
  }

  /// The APR that compounds continuously to a yield, ln(1 + y).
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` where 1 + y is not
  ///   positive.
  public static func aprContinuous(
    fromAPY apy: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try aprContinuous(fromAPY: ExactRational(apy), rounding: rounding)
  }

  /// The APR that compounds continuously to a yield that is an exact fraction, ln(1 + y).
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, rounded.
  /// - Throws: as for a yield in 18 decimals.
  public static func aprContinuous(
    fromAPY apy: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    let growth = apy.numerator + apy.denominator
    try checkGrowth(growth, of: apy.numerator, over: apy.denominator)
    return try Wad.logarithm(of: growth, over: apy.denominator, rounding: rounding)
  }

  /// n * ((1 + u/v)^(1/n) - 1), v > 0.
  private static func apr(
    of u: ExactInteger, over v: ExactInteger, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    let periods = try checkedPeriods(periodsPerYear)
    let growth = u + v
    try checkGrowth(growth, of: u, over: v)
    if periodsPerYear == 1 || u.isZero {
      return ExactRational(reducing: u, v).wad(rounding: rounding)
    }
    let root = RealPower(base: growth, over: v, exponent: .one, over: periods)
    // A tiny root brings the result close to -n; the enclosure tells the two apart like any others.
    let resultBits: Int
    switch root.size {
    case .negligible: resultBits = 0
    case .bits(let bits): resultBits = bits
    case .excessive:
      throw .resultTooLarge(
        operation: "the root of order \(periodsPerYear) of 1 + "
          + ExactRational(reducing: u, v).abbreviatedText,
        limitBits: Exponential.resultBitsLimit)
    }
    return try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in
        try root.exactValue().map { ($0 - .one) * ExactRational(periods) }
      },
      enclosure: { bits throws(ArithmeticError) in
        root.enclosure(bits: bits + periods.bitWidth, resultBits: resultBits)
          .minusOne.scaled(by: periods)
      })
  }

  private static func checkGrowth(
    _ growth: ExactInteger, of u: ExactInteger, over v: ExactInteger
  ) throws(ArithmeticError) {
    if growth.signum <= 0 {
      throw .outsideDomain(
        function: "apr", argument: ExactRational(reducing: u, v).abbreviatedText, bound: "-1")
    }
  }
}
