public import FixedPoint
internal import Words

/// What surrounds a vault's APR: the value at stake, and the rewards it emits over a time, in tokens
/// and in USD.
///
/// Each is one exact product divided once, rounded down.
///
/// As with ``RewardVaultAPR``, the `fixedWidth` twins answer for 128-bit words and return `nil`
/// outside their range; both give the same value.
public enum RewardVaultFlows {
  /// One day in seconds, for rewards per day.
  public static let day: UInt64 = 86_400

  /// 1e18: the scale of `rewardRate` above the reward token's base units.
  private static let ratePrecision: UInt128 = 1_000_000_000_000_000_000

  /// The value at stake: `floor(S * Ps / 10^d)`.
  ///
  /// - Parameters:
  ///   - totalSupply: stake, in base units of the stake token.
  ///   - stakePrice: price of the stake token in USD.
  ///   - stakeDecimals: decimals of the stake token.
  /// - Returns: USD, rounded down.
  public static func tvlUSD(
    totalSupply: ExactInteger, stakePrice: Wad, stakeDecimals: UInt8
  ) -> Wad {
    floor(totalSupply * stakePrice.rawValue, .powerOfTen(Int(stakeDecimals)))
  }

  /// The reward tokens emitted in a time: `floor(R * seconds / 1e18)` base units of 18 decimals.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - seconds: the time, for instance ``day`` or a year.
  /// - Returns: whole reward tokens, rounded down to their 18 decimals.
  public static func rewards(rewardRate: ExactInteger, seconds: UInt64) -> Wad {
    floor(rewardRate * ExactInteger(seconds), ExactInteger(ratePrecision))
  }

  /// The value of the reward tokens emitted in a time: `floor(R * seconds * Pr / 1e36)`.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - rewardPrice: price of the reward token in USD.
  ///   - seconds: the time, for instance a year.
  /// - Returns: USD, rounded down.
  public static func rewardsUSD(
    rewardRate: ExactInteger, rewardPrice: Wad, seconds: UInt64
  ) -> Wad {
    floor(
      rewardRate * ExactInteger(seconds) * rewardPrice.rawValue,
      ExactInteger(ratePrecision) * ExactInteger(ratePrecision))
  }

  private static func floor(_ numerator: ExactInteger, _ divisor: ExactInteger) -> Wad {
    Wad(raw: numerator.divided(byNonZero: divisor, rounding: .down))
  }
}

extension RewardVaultFlows {
  /// ``tvlUSD(totalSupply:stakePrice:stakeDecimals:)`` of 128-bit words.
  ///
  /// - Parameters:
  ///   - totalSupply: stake, in base units of the stake token.
  ///   - stakePrice: price of the stake token in USD, scaled by 1e18.
  ///   - factor: carries the decimals of the stake token.
  /// - Returns: USD scaled by 1e18, or `nil` outside the range.
  public static func fixedWidthTVL(
    totalSupply: UInt128, stakePrice: UInt128, factor: AnnualFactor
  ) -> UInt128? {
    UInt256(totalSupply, times: stakePrice)
      .narrowQuotient(dividingBy: UInt256(high: 0, low: factor.stakeUnit))
  }

  /// ``rewards(rewardRate:seconds:)`` of 128-bit words.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - seconds: the time.
  /// - Returns: tokens scaled by 1e18, or `nil` outside the range.
  public static func fixedWidthRewards(rewardRate: UInt128, seconds: UInt64) -> UInt128? {
    UInt256(rewardRate, times: UInt128(seconds))
      .narrowQuotient(dividingBy: UInt256(high: 0, low: ratePrecision))
  }

  /// ``rewardsUSD(rewardRate:rewardPrice:seconds:)`` of 128-bit words.
  ///
  /// - Parameters:
  ///   - rewardRate: reward per second, scaled by 1e36.
  ///   - rewardPrice: price of the reward token in USD, scaled by 1e18.
  ///   - seconds: the time.
  /// - Returns: USD scaled by 1e18, or `nil` outside the range.
  public static func fixedWidthRewardsUSD(
    rewardRate: UInt128, rewardPrice: UInt128, seconds: UInt64
  ) -> UInt128? {
    let (annualPrice, fits) = rewardPrice.multiplied(by: seconds)
    guard fits else {
      return nil
    }
    return UInt256(rewardRate, times: annualPrice)
      .narrowQuotient(dividingBy: UInt256(high: 0, low: ratePrecision &* ratePrecision))
  }
}
