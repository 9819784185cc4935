public import FixedPoint
public import Quantities
public import YieldKernels

// The figures of a snapshot, each one call of a kernel of module YieldKernels.

extension VaultSnapshot {
  /// What the year and the stake token's decimals contribute to the APR.
  ///
  /// - Parameters:
  ///   - year: the length of a year.
  ///   - commission: what is taken from the yield.
  /// - Returns: the factor that the kernels take.
  public func annualFactor(
    year: YearLength, commission: BasisPoints = .zero
  ) -> AnnualFactor {
    AnnualFactor(
      secondsPerYear: year.seconds, stakeDecimals: totalSupply.decimals.word,
      commissionBasisPoints: UInt16(commission.value))
  }

  /// The APR under a status: 0 when the period is over, nil when none exists.
  ///
  /// - Parameters:
  ///   - status: the status at the time of evaluation.
  ///   - year: the length of a year.
  ///   - commission: what is taken from it, in the same division.
  /// - Returns: the APR, rounded down once.
  public func apr(
    status: VaultStatus, year: YearLength, commission: BasisPoints = .zero
  ) -> APR? {
    switch status {
    case .noStake, .zeroStakePrice: return nil
    case .expired, .neverNotified: return APR(.zero)
    case .active:
      return RewardVaultAPR.valueIfAny(
        rewardRate: rewardRate.raw, rewardPrice: rewardPrice.wad, totalSupply: totalSupply.raw,
        stakePrice: stakePrice.wad, factor: annualFactor(year: year, commission: commission)
      ).map(APR.init(_:))
    }
  }

  /// The value of the whole stake.
  public var tvl: USD {
    USD(
      unchecked: RewardVaultFlows.tvlUSD(
        totalSupply: totalSupply.raw, stakePrice: stakePrice.wad,
        stakeDecimals: totalSupply.decimals.word))
  }

  /// Whole reward tokens emitted at the present rate, rounded down to the wei.
  ///
  /// - Parameter seconds: the time.
  /// - Returns: whole tokens.
  public func rewards(over seconds: UInt64) -> Wad {
    RewardVaultFlows.rewards(rewardRate: rewardRate.raw, seconds: seconds)
  }

  /// The value of ``rewards(over:)`` before it is rounded to the wei.
  ///
  /// - Parameter seconds: the time.
  /// - Returns: USD, rounded down once.
  public func rewardsUSD(over seconds: UInt64) -> USD {
    USD(
      unchecked: RewardVaultFlows.rewardsUSD(
        rewardRate: rewardRate.raw, rewardPrice: rewardPrice.wad, seconds: seconds))
  }
}
