public import Contracts
public import Quantities

/// The conventions under which a yield is stated.
///
/// They are why two honest figures for one vault can
/// differ, so every report carries its own.
public struct YieldConvention: Hashable, Sendable {
  /// The time of evaluation: it decides whether the period still runs.
  public var time: Timestamp
  /// How long a year is; 365 days by the protocol's own APR formula.
  public var year: YearLength
  /// Compoundings per year, 1 to 31_536_000, of an APY stated beside daily and continuous.
  public var compounding: Int?

  /// The commission that net figures are after; nil where none is wanted.
  public var commission: BasisPoints?

  /// What rewards are paid in, where the era is known: it decides what is a reward token's price.
  public var rewardToken: RewardToken?

  /// Puts the conventions together.
  public init(
    time: Timestamp, year: YearLength = .days365, compounding: Int? = nil,
    commission: BasisPoints? = nil, rewardToken: RewardToken? = nil
  ) {
    self.time = time
    self.year = year
    self.compounding = compounding
    self.commission = commission
    self.rewardToken = rewardToken
  }
}
