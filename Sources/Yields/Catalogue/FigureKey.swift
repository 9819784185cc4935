public import Quantities

/// A figure of a vault, a pool or an emission, by the one name that it has everywhere.
///
/// `rawValue` is its key in JSON and its name as a metric; its column follows by rule. This is the
/// only list of figures: reports, CSV columns, grid points, messages and documents read it. The order
/// is that of documents.
public enum FigureKey: String, SpelledKey {
  /// The vault's address.
  case vault
  /// What people call the vault.
  case name
  /// Whether an APR exists: `active`, `expired` (it is 0), `noStake` (there is none).
  case status
  /// Whether the period runs at the time of evaluation.
  case active
  /// The APR as a fraction, rounded down; none where nobody stakes.
  case apr
  /// The APR in percent, no digit lost.
  case aprPercent
  /// The APY of ``apr`` compounded 365 times per year, correctly rounded.
  case apyDaily
  /// The APY of ``apr`` compounded continuously, correctly rounded.
  case apyContinuous
  /// The APY of ``apr`` for a chosen number of compoundings, correctly rounded.
  case apy
  /// The compoundings per year of ``apy``.
  case compounding
  /// The value of the stake in USD.
  case tvlUsd
  /// Whole reward tokens per day at the current rate; 0 unless active.
  case rewardsPerDay
  /// Whole reward tokens per year at the current rate; 0 unless active.
  case rewardsPerYear
  /// The USD value of the rewards per day; 0 unless active.
  case rewardsPerDayUsd
  /// The USD value of the rewards per year; 0 unless active.
  case rewardsPerYearUsd
  /// When the emission ends.
  case periodFinish
  /// Seconds until ``periodFinish``; 0 when it has passed.
  case secondsLeft
  /// When the vault is evaluated.
  case evaluatedAt
  /// The length of a year.
  case yearSeconds
  /// A commission on the yield.
  case commissionBps
  /// The APR less a commission, one division for both.
  case netApr
  /// The APY of ``netApr``: the commission comes off first, then the rest compounds.
  case netApy
  /// The `rewardRate` that a notification makes, scaled by 1e36.
  case emissionRate
  /// The period that a notification makes.
  case emissionDurationSeconds
  /// A pool's APR after commission and fee.
  case poolNetApr
  /// The APY of the exact net APR of a pool.
  case poolNetApy
  /// The codes of the warnings about a row's inputs.
  case warnings
  /// The conventions that would explain a published yield.
  case conventions
  /// The yield that these conventions give.
  case figure
  /// How far that yield is from the published one.
  case difference
  /// How many conventions and pairs of them were tried.
  case hypotheses
}

extension FigureKey {
  /// What can be appended to a row of a CSV file.
  public static let columns: [FigureKey] = [
    .apr, .aprPercent, .active, .status, .tvlUsd, .rewardsPerDay, .rewardsPerYear,
    .rewardsPerDayUsd, .rewardsPerYearUsd, .apyDaily, .apyContinuous, .netApr, .netApy,
    .secondsLeft,
    .warnings,
  ]

  /// What can be appended to a row besides, where it has a published yield.
  public static let comparison: [FigureKey] = [.conventions, .figure, .difference, .hypotheses]

  /// Whether the figure is net of a commission, which has to be given.
  package var isNet: Bool { self == .netApr || self == .netApy }

  /// What is appended to a row when nothing is asked for.
  public static let usualColumns: [FigureKey] = [.apr, .active]

  /// What can be computed for the points of a grid.
  public static let metrics: [FigureKey] = [
    .apr, .netApr, .netApy, .apyDaily, .apyContinuous, .apy, .tvlUsd, .rewardsPerDay,
    .rewardsPerYear,
    .rewardsPerDayUsd, .rewardsPerYearUsd, .emissionRate, .emissionDurationSeconds, .poolNetApr,
    .poolNetApy,
  ]
}
