/// Yearly rates with and without compounding, each result the true real value rounded once.
///
/// An APR r that is compounded n times a year gives the APY (1 + r/n)^n - 1, compounded continuously
/// e^r - 1. The inverses are n * ((1 + y)^(1/n) - 1) and ln(1 + y). Rates are plain fractions: 0.5 is
/// 50 % a year.
///
/// Rates may be wads or exact fractions. An APR calculated as a fraction can thus be compounded
/// without having been rounded before.
public enum Compounding {
  /// The most compounding periods in a year: one a second, 365 days.
  public static let maximumPeriodsPerYear = 31_536_000

  /// The yield of an APR compounded n times a year, (1 + r/n)^n - 1.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r, greater than -n.
  ///   - periodsPerYear: n, from 1 to ``maximumPeriodsPerYear``.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: ``ArithmeticError/periodsOutOfRange(periods:limit:)``,
  ///   ``ArithmeticError/outsideDomain(function:argument:bound:)`` where 1 + r/n is not positive, or
  ///   ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln(1 + APY) exceeds
  ///   ``Wad/maximumExponentialArgument``.
  public static func apy(
    fromAPR apr: Wad, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apy(
      of: apr.rawValue, over: Wad.scale, periodsPerYear: periodsPerYear, rounding: rounding)
  }

  /// The yield of an APR that is an exact fraction, compounded n times a year, (1 + r/n)^n - 1.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r, greater than -n.
  ///   - periodsPerYear: n, from 1 to ``maximumPeriodsPerYear``.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: as for an APR in 18 decimals.
  public static func apy(
    fromAPR apr: ExactRational, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apy(
      of: apr.numerator, over: apr.denominator, periodsPerYear: periodsPerYear, rounding: rounding)
  }

  /// The yield of an APR compounded continuously, e^r - 1.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)`` beyond
  ///   ``Wad/maximumExponentialArgument``.
  public static func apyContinuous(
    fromAPR apr: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apr.expm1(rounding: rounding)
  }

  /// The yield of an APR that is an exact fraction, compounded continuously, e^r - 1.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)`` beyond
  ///   ``Wad/maximumExponentialArgument``.
  public static func apyContinuous(
    fromAPR apr: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try Wad.exponential(
      of: apr.numerator, over: apr.denominator, less: true, operation: "expm1",
      rounding: rounding)
  }

  /// (1 + u/(v n))^n - 1, v > 0.
  private static func apy(
    of u: ExactInteger, over v: ExactInteger, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    let periods = try checkedPeriods(periodsPerYear)
    let denominator = v * periods
    let numerator = denominator + u
    if numerator.signum <= 0 {
      throw .outsideDomain(
        function: "apy", argument: ExactRational(reducing: u, v).abbreviatedText,
        bound: "-\(periodsPerYear)")
    }
    if periodsPerYear == 1 || u.isZero {
      return ExactRational(reducing: u, v).wad(rounding: rounding)
    }
    let growth = RealPower(base: numerator, over: denominator, exponent: periods, over: .one)
    switch growth.size {
    case .negligible: return BreakpointCell.justAboveMinusOne.wad(rounding: rounding)
    case .excessive:
      throw .resultTooLarge(
        operation: "compounding \(ExactRational(reducing: u, v).abbreviatedText) "
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

  /// The number of periods as an exact integer.
  static func checkedPeriods(_ periods: Int) throws(ArithmeticError) -> ExactInteger {
    if periods < 1 || periods > maximumPeriodsPerYear {
      throw .periodsOutOfRange(periods: String(periods), limit: maximumPeriodsPerYear)
    }
    return ExactInteger(periods)
  }
}
