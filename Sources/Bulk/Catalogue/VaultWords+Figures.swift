internal import FixedPoint
internal import YieldKernels
internal import Yields

// The figures of a vault by the fixed-width kernels, for rows and points alike. Each is equal to what
// the catalogue's `VaultFigure` computes from exact numbers, or `beyond`.

extension VaultWords {
  /// The APR; `factor` carries the year, and in a grid a commission.
  @inline(__always)
  func apr(_ status: VaultStatus, _ factor: AnnualFactor) -> FixedFigure {
    switch status {
    case .active:
      FixedFigure(
        RewardVaultAPR.fixedWidth(
          rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
          stakePrice: stakePrice, factor: factor))
    case .expired, .neverNotified: .decimal(0)
    case .noStake, .zeroStakePrice: .none
    }
  }

  /// Whether the period still runs.
  @inline(__always)
  var isActive: Bool { timestamp < periodFinish }

  /// Seconds until the period's end.
  @inline(__always)
  var secondsLeft: UInt64 { isActive ? periodFinish &- timestamp : 0 }

  /// A figure of ``VaultFigure``.
  ///
  /// - Parameters:
  ///   - key: which.
  ///   - status: the words' own.
  ///   - factor: the year and the words' decimals, for what is net a commission too.
  ///   - compounding: the compoundings of `apy` and `netApy`, if there are any.
  /// - Returns: the figure, or that there is none, or that it is beyond the kernels' range.
  @inline(never)
  func figure(
    _ key: FigureKey, _ status: VaultStatus, _ factor: AnnualFactor,
    compounding: Compounding? = nil
  ) -> FixedFigure {
    switch key {
    case .apr, .netApr: apr(status, factor)
    case .aprPercent: percent(of: apr(status, factor))
    case .apyDaily: CompoundedFigure.of(apr(status, factor), by: .daily)
    case .apyContinuous: CompoundedFigure.of(apr(status, factor), by: .continuous)
    case .apy: compounding.map { CompoundedFigure.of(apr(status, factor), by: $0) } ?? .none
    case .netApy: CompoundedFigure.of(apr(status, factor), by: compounding ?? .daily)
    case .active: .flag(isActive)
    case .status: .status(status)
    case .secondsLeft:
      periodFinish == VaultStatus.noPeriodFinish ? .none : .count(secondsLeft)
    case .tvlUsd:
      FixedFigure(
        RewardVaultFlows.fixedWidthTVL(
          totalSupply: totalSupply, stakePrice: stakePrice, factor: factor))
    case .rewardsPerDay: rewards(status, over: RewardVaultFlows.day)
    case .rewardsPerYear: rewards(status, over: factor.secondsPerYear)
    case .rewardsPerDayUsd: rewardsUSD(status, over: RewardVaultFlows.day)
    case .rewardsPerYearUsd: rewardsUSD(status, over: factor.secondsPerYear)
    case .vault, .name, .compounding, .periodFinish, .evaluatedAt, .yearSeconds, .commissionBps,
      .emissionRate, .emissionDurationSeconds, .poolNetApr, .poolNetApy, .warnings, .conventions,
      .figure, .difference, .hypotheses:
      .beyond
    }
  }

  private func percent(of apr: FixedFigure) -> FixedFigure {
    guard case .decimal(let word) = apr else { return apr }
    let (percent, overflows) = word.multipliedReportingOverflow(by: 100)
    return overflows ? .beyond : .decimal(percent)
  }

  private func rewards(_ status: VaultStatus, over seconds: UInt64) -> FixedFigure {
    guard status == .active else { return .decimal(0) }
    return FixedFigure(RewardVaultFlows.fixedWidthRewards(rewardRate: rewardRate, seconds: seconds))
  }

  private func rewardsUSD(_ status: VaultStatus, over seconds: UInt64) -> FixedFigure {
    guard status == .active else { return .decimal(0) }
    return FixedFigure(
      RewardVaultFlows.fixedWidthRewardsUSD(
        rewardRate: rewardRate, rewardPrice: rewardPrice, seconds: seconds))
  }
}
