package import Quantities
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

  /// The inputs that a grid's metric takes where they are given, besides those that it needs.
  private var optionalInputs: [InputKey] {
    switch self {
    case .apr, .apyDaily, .apyContinuous, .netApr, .apy:
      [.stakeDecimals, .periodFinish, .timestamp]
    case .netApy: FigureKey.netApr.optionalInputs + [.compounding]
    case .tvlUsd: [.stakeDecimals]
    case .rewardsPerDay, .rewardsPerYear, .rewardsPerDayUsd, .rewardsPerYearUsd:
      // Without stake there are no rewards.
      [.totalSupply, .periodFinish, .timestamp]
    case .emissionRate, .emissionDurationSeconds: [.minDuration]
    case .poolNetApr: [.commission, .poolFee]
    case .poolNetApy: FigureKey.poolNetApr.optionalInputs + [.compounding]
    case .vault, .name, .status, .active, .aprPercent, .compounding, .periodFinish, .secondsLeft,
      .warnings, .commissionBps, .conventions, .figure, .difference, .hypotheses, .evaluatedAt,
      .yearSeconds:
      []
    }
  }

  /// Whether a grid's metric depends on an input.
  ///
  /// - Parameter input: what an axis can be.
  /// - Returns: false where the metric is the same without the input.
  package func hangs(on input: InputKey) -> Bool {
    requiredInputs.joined().contains(input) || optionalInputs.contains(input)
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
