public import FixedPoint

/// What the year, the stake token's decimals and a commission contribute to an APR, folded once for
/// many rows.
///
///     APR = R * Pr / (S * Ps) * year * 10^d / 1e18 * (10000 - commission) / 10000
///
/// 10^d and 1e18 cancel: from 18 decimals on the numerator keeps 10^(d-18), below the divisor keeps
/// 10^(18-d). With 18 decimals and no commission, the common case, only the year is left.
public struct AnnualFactor: Hashable, Sendable {
  /// The year of the protocol's own APR formula: 365 days, in seconds.
  public static let protocolYear: UInt64 = 31_536_000

  /// Seconds in a year, as the APR counts it.
  public let secondsPerYear: UInt64
  /// Decimals of the stake token.
  public let stakeDecimals: UInt8
  /// The part of the yield that is taken away, in basis points.
  public let commissionBasisPoints: UInt16

  /// The two parts of the factor as words, or zeros where one does not fit: rows then take the
  /// unbounded path.
  @usableFromInline let numeratorWord: UInt64
  @usableFromInline let divisorWord: UInt64
  /// 10^d, the base units of one stake token, or zero where it does not fit (39 decimals and more).
  let stakeUnit: UInt128

  /// Folds the parameters.
  ///
  /// - Parameters:
  ///   - secondsPerYear: the year, in seconds; the protocol's is ``protocolYear``.
  ///   - stakeDecimals: decimals of the stake token, 0 to 255.
  ///   - commissionBasisPoints: commission to subtract, at most 10,000 (all of it).
  public init(
    secondsPerYear: UInt64 = protocolYear, stakeDecimals: UInt8, commissionBasisPoints: UInt16 = 0
  ) {
    precondition(commissionBasisPoints <= 10_000, "a commission above the whole")
    self.secondsPerYear = secondsPerYear
    self.stakeDecimals = stakeDecimals
    self.commissionBasisPoints = commissionBasisPoints
    let exact = Self.fraction(
      secondsPerYear: secondsPerYear, stakeDecimals: stakeDecimals,
      commissionBasisPoints: commissionBasisPoints)
    let numerator = UInt64(exactly: exact.numerator)
    let divisor = UInt64(exactly: exact.denominator)
    stakeUnit = UInt128(exactly: ExactInteger.powerOfTen(Int(stakeDecimals))) ?? 0
    numeratorWord = divisor == nil ? 0 : numerator ?? 0
    divisorWord = numerator == nil ? 0 : divisor ?? 0
  }

  /// The factor, exactly.
  public var fraction: (numerator: ExactInteger, denominator: ExactInteger) {
    Self.fraction(
      secondsPerYear: secondsPerYear, stakeDecimals: stakeDecimals,
      commissionBasisPoints: commissionBasisPoints)
  }

  private static func fraction(
    secondsPerYear: UInt64, stakeDecimals: UInt8, commissionBasisPoints: UInt16
  ) -> (numerator: ExactInteger, denominator: ExactInteger) {
    let surplus = Int(stakeDecimals) - 18
    var numerator = ExactInteger(secondsPerYear) * .powerOfTen(max(surplus, 0))
    var denominator = ExactInteger.powerOfTen(max(-surplus, 0))
    if commissionBasisPoints > 0 {
      // Reduced here only: without a commission there is nothing worth a greatest common divisor.
      numerator *= ExactInteger(10_000 - commissionBasisPoints)
      denominator *= 10_000
      let common = numerator.greatestCommonDivisor(with: denominator)
      return (
        numerator.divided(byNonZero: common, rounding: .down),
        denominator.divided(byNonZero: common, rounding: .down)
      )
    }
    return (numerator, denominator)
  }
}
