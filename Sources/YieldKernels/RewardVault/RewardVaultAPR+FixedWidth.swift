internal import FixedPoint
internal import Words

// The fast path, for inputs that fit 128 bits each. Its range, checked before anything can wrap:
//
//   year * 10^(d-18) * (commission part)   < 2^64     AnnualFactor, once per batch
//   that * Pr                              < 2^128
//   S * 10^(18-d) * (commission part)      < 2^128
//   S * 10^(18-d) * Ps                     < 2^192    and not zero
//   the APR                                < 2^128
//
// The numerator R * (factor * Pr) is then a product of two 128-bit numbers, below 2^256. Realistic
// vaults need some 206 bits of numerator and 147 of divisor.

extension RewardVaultAPR {
  /// The APR where every step fits the fixed width, else `nil`, which says nothing of the value: ask
  /// ``apr(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)`` then.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - rewardPrice: price of the reward token in USD, scaled by 1e18.
  ///   - totalSupply: stake, in base units of the stake token.
  ///   - stakePrice: price of the stake token in USD, scaled by 1e18.
  ///   - factor: the year, the stake token's decimals and, for a net APR, the commission.
  /// - Returns: the APR scaled by 1e18, rounded down, or `nil` outside the range.
  @inlinable
  public static func fixedWidth(
    rewardRate: UInt128, rewardPrice: UInt128, totalSupply: UInt128, stakePrice: UInt128,
    factor: AnnualFactor
  ) -> UInt128? {
    // Inlinable, so that a call from another module is one call, not a chain of two that copies all
    // words twice (10 ns of 23).
    fixedWidth(
      rewardRate, rewardPrice, totalSupply, stakePrice,
      numerator: factor.numeratorWord, divisor: factor.divisorWord)
  }

  @usableFromInline
  @inline(never)
  static func fixedWidth(
    _ rewardRate: UInt128, _ rewardPrice: UInt128, _ totalSupply: UInt128, _ stakePrice: UInt128,
    numerator: UInt64, divisor: UInt64
  ) -> UInt128? {
    quotient(
      rewardRate, rewardPrice, totalSupply, stakePrice, numerator: numerator, divisor: divisor)
  }

  /// The body of ``fixedWidth(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)``, and of a column's
  /// rows that have a guess.
  ///
  /// A zero factor marks one that does not fit.
  @inline(__always)
  static func quotient(
    _ rewardRate: UInt128, _ rewardPrice: UInt128, _ totalSupply: UInt128, _ stakePrice: UInt128,
    numerator: UInt64, divisor: UInt64, near guess: UInt128? = nil
  ) -> UInt128? {
    let (annualPrice, priceFits) = rewardPrice.multiplied(by: numerator)
    let (scaledSupply, supplyFits) = totalSupply.multiplied(by: divisor)
    guard priceFits, supplyFits, numerator != 0 else {
      return nil
    }
    let whole = UInt256(rewardRate, times: annualPrice)
    let parts = UInt256(scaledSupply, times: stakePrice)
    if let guess, let near = whole.narrowQuotient(near: guess, dividingBy: parts) {
      return near
    }
    return whole.narrowQuotient(dividingBy: parts)
  }

  /// The APR of an active row by whichever path has it, or `nil` where it exceeds 128 bits or the
  /// divisor is zero.
  package static func narrowAPR(
    _ rewardRate: UInt128, _ rewardPrice: UInt128, _ totalSupply: UInt128, _ stakePrice: UInt128,
    factor: AnnualFactor
  ) -> UInt128? {
    if let value = fixedWidth(
      rewardRate, rewardPrice, totalSupply, stakePrice, numerator: factor.numeratorWord,
      divisor: factor.divisorWord)
    {
      return value
    }
    let exact = unbounded(
      rewardRate: ExactInteger(rewardRate), rewardPrice: Wad(raw: ExactInteger(rewardPrice)),
      totalSupply: ExactInteger(totalSupply), stakePrice: Wad(raw: ExactInteger(stakePrice)),
      factor: factor)
    return exact.flatMap { UInt128(exactly: $0.rawValue) }
  }
}
