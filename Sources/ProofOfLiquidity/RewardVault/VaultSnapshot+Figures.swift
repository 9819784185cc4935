public import FixedPoint
public import Quantities
public import YieldKernels

// The figures of a snapshot, each one call of a kernel of module YieldKernels.

extension VaultSnapshot {
  /// What the year and the stake token's decimals contribute to the APR.
  ///
  /// - Parameter year: the length of a year.
  /// - Returns: the factor that the kernels take.
  public func annualFactor(year: YearLength) -> AnnualFactor {
    AnnualFactor(
      secondsPerYear: year.seconds,
      stakeDecimals: UInt8(truncatingIfNeeded: totalSupply.decimals.count))
  }

  /// The APR under a status: 0 when the period is over, nil when none exists.
  ///
  /// - Parameters:
  ///   - status: the status at the time of evaluation.
  ///   - year: the length of a year.
  /// - Returns: the APR, rounded down once.
  public func apr(status: VaultStatus, year: YearLength) -> APR? {
    switch status {
    case .noStake, .zeroStakePrice: return nil
    case .expired: return APR(.zero)
    case .active:
      let wad = try? RewardVaultAPR.apr(
        rewardRate: rewardRate.raw, rewardPrice: rewardPrice.wad, totalSupply: totalSupply.raw,
        stakePrice: stakePrice.wad, factor: annualFactor(year: year))
      return wad.map(APR.init(_:))
    }
  }

  /// The value of the whole stake: `floor(S * Ps / 10^d)`, scale 1e18.
  public var tvl: USD {
    USD(
      unchecked: Wad(
        raw: Self.quotient(
          totalSupply.raw * stakePrice.wad.rawValue, totalSupply.decimals.unitsPerToken)))
  }

  /// Whole reward tokens emitted at the present rate: `floor(R * dt / 1e18)` wei.
  ///
  /// - Parameter seconds: dt.
  /// - Returns: tokens, rounded down to the wei.
  public func rewards(over seconds: UInt64) -> Wad {
    Wad(raw: Self.quotient(rewardRate.raw * ExactInteger(seconds), .powerOfTen(18)))
  }

  /// The value of ``rewards(over:)`` before it is rounded: `floor(R * dt * Pr / 1e36)`, scale 1e18.
  ///
  /// - Parameter seconds: dt.
  /// - Returns: USD, rounded down once.
  public func rewardsUSD(over seconds: UInt64) -> USD {
    let product = rewardRate.raw * ExactInteger(seconds) * rewardPrice.wad.rawValue
    return USD(unchecked: Wad(raw: Self.quotient(product, .powerOfTen(36))))
  }

  /// `floor(dividend / divisor)` for a divisor that is a power of ten and thus never zero.
  private static func quotient(_ dividend: ExactInteger, _ divisor: ExactInteger) -> ExactInteger {
    (try? dividend.divided(by: divisor, rounding: .down)) ?? .zero
  }
}
