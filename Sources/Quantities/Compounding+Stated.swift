public import FixedPoint

/// What is shown to people and programs: no APY is stated for an APR so high that nobody compounds it.
///
/// ``Compounding`` itself goes far beyond; this is the one place that says how far statements go.
extension Compounding {
  /// The largest APR that an APY is stated for: 100, which is 10,000 %.
  ///
  /// Beyond it an APY is soon a number of thousands of digits, which nobody earns.
  public static let largestStatedAPR = Wad(100)

  /// Whether an APY is stated for an APR.
  ///
  /// - Parameter apr: the yearly rate.
  /// - Returns: true up to ``largestStatedAPR``.
  public static func isStated(apr: Wad) -> Bool { apr <= largestStatedAPR }

  /// Whether an APY is stated for an APR that is an exact fraction.
  ///
  /// - Parameter apr: the yearly rate.
  /// - Returns: true up to ``largestStatedAPR``.
  public static func isStated(apr: ExactRational) -> Bool { apr <= ExactRational(largestStatedAPR) }

  /// The yield of an APR where one is stated.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, or nil above ``largestStatedAPR`` and where 1 + r/n is not positive.
  public func statedAPY(fromAPR apr: Wad, rounding: RoundingRule) -> Wad? {
    Self.isStated(apr: apr) ? try? apy(fromAPR: apr, rounding: rounding) : nil
  }

  /// The yield of an APR that is an exact fraction, where one is stated.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate r.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, or nil above ``largestStatedAPR`` and where 1 + r/n is not positive.
  public func statedAPY(fromAPR apr: ExactRational, rounding: RoundingRule) -> Wad? {
    Self.isStated(apr: apr) ? try? apy(fromAPR: apr, rounding: rounding) : nil
  }

  /// The yield of an observed growth where one is stated: its simple yearly rate, (growth - 1) * times,
  /// decides.
  ///
  /// - Parameters:
  ///   - growth: the factor; 1 is no growth.
  ///   - timesPerYear: how many such spans fit into a year.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY, -1 where nothing is left, or nil above ``largestStatedAPR`` and where factor or
  ///   number are not positive.
  public static func statedAPY(
    fromGrowth growth: ExactRational, timesPerYear: ExactRational, rounding: RoundingRule
  ) -> Wad? {
    if growth.isZero, timesPerYear > .zero { return Wad(-1) }
    return isStated(apr: (growth - .one) * timesPerYear)
      ? try? apy(fromGrowth: growth, timesPerYear: timesPerYear, rounding: rounding) : nil
  }
}
