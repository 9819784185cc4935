/// A figure that is appended to each row.
public enum CSVMetric: UInt8, CaseIterable, Hashable, Sendable {
  /// The APR as a fraction, 18 decimals, rounded down; empty where no APR exists.
  case apr
  /// The APR in percent, no digit lost; empty where no APR exists.
  case aprPercent
  /// Whether the period runs at the time of evaluation: `true` or `false`.
  case active
  /// `active`, `expired` (the APR is 0) or `noStake` (no APR exists).
  case status
  /// The value of the stake in USD.
  case tvlUSD
  /// Whole reward tokens in a day at the present rate; 0 unless active.
  case rewardsPerDay
  /// Whole reward tokens in a year at the present rate; 0 unless active.
  case rewardsPerYear
  /// The value in USD of a day's rewards; 0 unless active.
  case rewardsPerDayUSD
  /// The value in USD of a year's rewards; 0 unless active.
  case rewardsPerYearUSD
  /// The APY of the APR compounded 365 times a year, correctly rounded; empty where no APR exists.
  case apyDaily
  /// The APY of the APR compounded continuously, correctly rounded; empty where no APR exists.
  case apyContinuous
  /// Seconds until `period_finish`; 0 when it has passed.
  case secondsLeft

  /// The name of the appended column: `tvl_usd`.
  public var name: String {
    switch self {
    case .apr: "apr"
    case .aprPercent: "apr_percent"
    case .active: "active"
    case .status: "status"
    case .tvlUSD: "tvl_usd"
    case .rewardsPerDay: "rewards_per_day"
    case .rewardsPerYear: "rewards_per_year"
    case .rewardsPerDayUSD: "rewards_per_day_usd"
    case .rewardsPerYearUSD: "rewards_per_year_usd"
    case .apyDaily: "apy_daily"
    case .apyContinuous: "apy_continuous"
    case .secondsLeft: "seconds_left"
    }
  }

  /// The metric with a name, in snake or camel case: `tvl_usd`, `tvlUsd`.
  ///
  /// - Parameter name: the name.
  public init?(named name: String) {
    let key = name.filter { $0 != "_" }.lowercased()
    guard let metric = Self.allCases.first(where: { $0.name.filter { $0 != "_" } == key }) else {
      return nil
    }
    self = metric
  }

  /// What is appended when nothing is asked for.
  public static let standard: [CSVMetric] = [.apr, .active]
}
