/// How many times per year a yield is compounded: the one way from an APR to its APY and back.
///
/// An APR r compounded n times per year gives the APY (1 + r/n)^n - 1, compounded continuously
/// e^r - 1. The inverses are n * ((1 + y)^(1/n) - 1) and ln(1 + y). Rates are plain fractions: 0.5 is
/// 50 % per year. Each result is the true real value rounded once.
///
/// Rates may be wads or exact fractions. An APR calculated as a fraction can thus be compounded
/// without having been rounded before. Wads take a fixed-width path where that decides the rounding,
/// and an unbounded one elsewhere; both give the same value.
///
/// ```swift
/// let apy = try Compounding.daily.apy(fromAPR: Wad(parsing: "0.5"), rounding: .halfEven)
/// ```
public struct Compounding: Hashable, Sendable {
  /// How many times per year the yield is compounded, or nil for continuously.
  public let periodsPerYear: Int?
  let fixedWidth: FixedWidthCompounding

  /// The most compounding periods in a year: one per second, 365 days.
  public static let maximumPeriodsPerYear = 31_536_000

  /// Daily compounding, 365 times per year.
  public static let daily = Compounding(periods: 365)

  /// Continuous compounding, e^r - 1.
  public static let continuous = Compounding(periods: nil)

  /// Compounding n times per year.
  ///
  /// - Parameter periodsPerYear: n, from 1 to ``maximumPeriodsPerYear``.
  /// - Throws: ``ArithmeticError/periodsOutOfRange(periods:limit:)``.
  public init(periodsPerYear: Int) throws(ArithmeticError) {
    if periodsPerYear < 1 || periodsPerYear > Self.maximumPeriodsPerYear {
      throw .periodsOutOfRange(
        periods: String(periodsPerYear), limit: Self.maximumPeriodsPerYear)
    }
    self.init(periods: periodsPerYear)
  }

  private init(periods: Int?) {
    periodsPerYear = periods
    fixedWidth = FixedWidthCompounding(periodsPerYear: periods)
  }

  /// The yield of an APR.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r, greater than -n.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` where 1 + r/n is not
  ///   positive, or ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln(1 + APY)
  ///   exceeds ``Wad/maximumExponentialArgument``.
  public func apy(
    fromAPR apr: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if let apy = fixedWidthAPY(fromAPR: apr, rounding: rounding) { return apy }
    return try unboundedAPY(of: apr.rawValue, over: Wad.scale, rounding: rounding)
  }

  /// The yield of an APR below 2^64 units, 1844 %, where the fixed width decides it.
  @inline(__always)
  func fixedWidthAPY(fromAPR apr: Wad, rounding: RoundingRule) -> Wad? {
    guard let word = UInt128(exactly: apr.rawValue) else { return nil }
    return fixedWidth.apy(fromAPR: word, rounding: rounding).map { Wad(raw: ExactInteger($0)) }
  }

  /// The yield of an APR that is an exact fraction.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r, greater than -n.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, rounded.
  /// - Throws: as for an APR in 18 decimals.
  public func apy(
    fromAPR apr: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try unboundedAPY(of: apr.numerator, over: apr.denominator, rounding: rounding)
  }
}
