internal import Quantities
public import Yields

extension FigureKey {
  /// The inputs without which a grid's metric has no value: one of each list.
  ///
  /// What no grid has as a metric needs none.
  var requiredInputs: [[InputKey]] {
    switch self {
    case .apr, .apyDaily, .apyContinuous:
      [[.rewardRate], [.totalSupply], [.rewardPrice], [.stakePrice]]
    case .netApr, .netApy: FigureKey.apr.requiredInputs + [[.commission]]
    case .apy: FigureKey.apr.requiredInputs + [[.compounding]]
    case .tvlUsd: [[.totalSupply], [.stakePrice]]
    case .rewardsPerDay, .rewardsPerYear: [[.rewardRate]]
    case .rewardsPerDayUsd, .rewardsPerYearUsd: [[.rewardRate], [.rewardPrice]]
    case .emissionRate, .emissionDurationSeconds:
      [[.reward, .undistributed], [.targetRate, .duration]]
    case .poolNetApr, .poolNetApy: [[.grossApr]]
    case .vault, .name, .status, .active, .aprPercent, .compounding, .periodFinish, .secondsLeft,
      .warnings, .commissionBps, .conventions, .figure, .difference, .hypotheses, .evaluatedAt,
      .yearSeconds:
      []
    }
  }

  /// Whether a grid's metric depends on the length of a year.
  public var hangsOnYear: Bool {
    switch self {
    case .apr, .apyDaily, .apyContinuous, .netApr, .netApy, .apy, .aprPercent, .rewardsPerYear,
      .rewardsPerYearUsd, .yearSeconds:
      true
    case .tvlUsd, .rewardsPerDay, .rewardsPerDayUsd, .emissionRate, .emissionDurationSeconds,
      .poolNetApr, .poolNetApy, .vault, .name, .status, .active, .compounding, .periodFinish,
      .secondsLeft, .warnings, .commissionBps, .evaluatedAt, .conventions, .figure, .difference,
      .hypotheses:
      false
    }
  }
}
