/// A figure of every point of a grid.
///
/// All are the figures of single reports and CSV rows: the same functions compute them.
public enum GridMetric: String, CaseIterable, Hashable, Sendable {
  /// The vault's APR as a fraction; none where nothing is staked.
  case apr
  /// The APR less a commission, one division for both.
  case netApr
  /// The APY of `apr` compounded 365 times a year.
  case apyDaily
  /// The APY of `apr` compounded continuously.
  case apyContinuous
  /// The APY of `apr` for the parameter `compounding`.
  case apy
  /// The value of the stake in USD.
  case tvlUsd
  /// Whole reward tokens in a day; 0 unless active.
  case rewardsPerDay
  /// Whole reward tokens in a year; 0 unless active.
  case rewardsPerYear
  /// The value of a day's rewards in USD; 0 unless active.
  case rewardsPerDayUsd
  /// The value of a year's rewards in USD; 0 unless active.
  case rewardsPerYearUsd
  /// The `rewardRate` that a notification makes, scaled by 1e36: a raw integer.
  case emissionRate
  /// The period in seconds that a notification makes: an integer.
  case emissionDuration
  /// A pool's APR after commission and fee.
  case poolNetApr
  /// The APY of the exact net APR of a pool, for the parameter `compounding`, else 365.
  case poolNetApy

  /// Decimals of the figure's text.
  public var decimals: Int {
    self == .emissionRate || self == .emissionDuration ? 0 : 18
  }

  /// The metric with a name, in camel or snake case: `tvlUsd`, `tvl_usd`.
  ///
  /// - Parameter name: the name.
  public init?(named name: String) {
    let key = name.filter { $0 != "_" }.lowercased()
    guard let metric = Self.allCases.first(where: { $0.rawValue.lowercased() == key }) else {
      return nil
    }
    self = metric
  }

  /// The parameters without which the metric has no value: one of each list.
  var requirements: [[GridParameter]] {
    switch self {
    case .apr, .apyDaily, .apyContinuous:
      [[.rewardRate], [.totalSupply], [.rewardPrice], [.stakePrice]]
    case .netApr: GridMetric.apr.requirements + [[.commission]]
    case .apy: GridMetric.apr.requirements + [[.compounding]]
    case .tvlUsd: [[.totalSupply], [.stakePrice]]
    case .rewardsPerDay, .rewardsPerYear: [[.rewardRate]]
    case .rewardsPerDayUsd, .rewardsPerYearUsd: [[.rewardRate], [.rewardPrice]]
    case .emissionRate, .emissionDuration:
      [[.reward, .undistributed], [.targetRate, .duration]]
    case .poolNetApr, .poolNetApy: [[.grossApr]]
    }
  }
}
