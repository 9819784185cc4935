public import FixedPoint

/// The APR of a reward vault from raw values: the one formula behind single reports, CSV rows, grids
/// and sweeps.
///
///     APR = floor( R * year * Pr * 10^d / (1e18 * S * Ps) )        scaled by 1e18
///
/// with R = `rewardRate` scaled by 1e36, Pr and Ps prices scaled by 1e18, S = `totalSupply` in base
/// units of a token of d decimals (StakingRewards.sol for the scales). The division is the only
/// rounding, and it rounds down. Two implementations answer with the same result on every input: a
/// fixed-width one, whose range is checked first, and an unbounded one.
public enum RewardVaultAPR {
  /// The APR of any inputs.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - rewardPrice: price of the reward token in USD.
  ///   - totalSupply: stake, in base units of the stake token.
  ///   - stakePrice: price of the stake token in USD.
  ///   - factor: the year, the stake token's decimals and, for a net APR, the commission.
  /// - Returns: the APR, rounded down once at the end.
  /// - Throws: `ArithmeticError.divisionByZero(dividend:)` when the stake or its price
  ///   is zero.
  public static func apr(
    rewardRate: ExactInteger, rewardPrice: Wad, totalSupply: ExactInteger, stakePrice: Wad,
    factor: AnnualFactor
  ) throws(ArithmeticError) -> Wad {
    let value = valueIfAny(
      rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
      stakePrice: stakePrice, factor: factor)
    if let value { return value }
    let dividend = fraction(
      rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
      stakePrice: stakePrice, factor: factor
    ).numerator
    throw .divisionByZero(dividend: dividend.abbreviatedText)
  }

  /// ``apr(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)``, or nil when the stake or its price is
  /// zero.
  package static func valueIfAny(
    rewardRate: ExactInteger, rewardPrice: Wad, totalSupply: ExactInteger, stakePrice: Wad,
    factor: AnnualFactor
  ) -> Wad? {
    if let rate = UInt128(exactly: rewardRate), let supply = UInt128(exactly: totalSupply),
      let price = UInt128(exactly: rewardPrice.rawValue),
      let unit = UInt128(exactly: stakePrice.rawValue),
      let raw = fixedWidth(
        rewardRate: rate, rewardPrice: price, totalSupply: supply, stakePrice: unit,
        factor: factor)
    {
      return Wad(raw: ExactInteger(raw))
    }
    return unbounded(
      rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
      stakePrice: stakePrice, factor: factor)
  }

  /// The APR as the exact fraction that ``apr(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)``
  /// rounds, not reduced: `numerator / denominator` is the APR scaled by 1e18.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - rewardPrice: price of the reward token in USD.
  ///   - totalSupply: stake, in base units of the stake token.
  ///   - stakePrice: price of the stake token in USD.
  ///   - factor: the year, the stake token's decimals and, for a net APR, the commission.
  /// - Returns: numerator and denominator; the denominator is zero when the stake or its price is.
  public static func fraction(
    rewardRate: ExactInteger, rewardPrice: Wad, totalSupply: ExactInteger, stakePrice: Wad,
    factor: AnnualFactor
  ) -> (numerator: ExactInteger, denominator: ExactInteger) {
    let annual = factor.fraction
    return (
      rewardRate * rewardPrice.rawValue * annual.numerator,
      totalSupply * stakePrice.rawValue * annual.denominator
    )
  }

  /// The unbounded path: no range, any inputs; nil when the stake or its price is zero.
  package static func unbounded(
    rewardRate: ExactInteger, rewardPrice: Wad, totalSupply: ExactInteger, stakePrice: Wad,
    factor: AnnualFactor
  ) -> Wad? {
    let exact = fraction(
      rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
      stakePrice: stakePrice, factor: factor)
    if exact.denominator.isZero { return nil }
    return Wad(raw: exact.numerator.divided(byNonZero: exact.denominator, rounding: .down))
  }
}
