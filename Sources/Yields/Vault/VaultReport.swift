public import FixedPoint
public import Quantities
public import YieldKernels
public import Faults

/// Everything that follows from a vault's raw values under one convention.
///
/// Every figure is computed exactly from the inputs and rounded once, down, to 18 decimals; the APYs
/// are correctly rounded (half to even) functions of the stated ``apr``, so that a reader can
/// recompute them from the printed figure. Beside the APR a figure is computed when it is asked for.
public struct VaultReport: Sendable {
  /// The values the report is about.
  public let snapshot: VaultSnapshot
  /// The conventions of the report.
  public let convention: YieldConvention
  /// Whether an APR exists, and if not, why.
  public let status: VaultStatus
  /// The APR; nil where nobody stakes.
  public let apr: APR?

  /// Evaluates a vault.
  ///
  /// Source of the APR: Berachain's documentation, "Reward Vaults", and `StakingRewards` for the
  /// scales. The kernels of module `YieldKernels` do the arithmetic, as they do for CSV rows and
  /// grids.
  ///
  /// - Parameters:
  ///   - snapshot: the vault's raw values and the prices.
  ///   - convention: time of evaluation, year and compounding.
  /// - Throws: `Fault` for a stake price of 0, which an APR divides by.
  public init(
    evaluating snapshot: VaultSnapshot, under convention: YieldConvention
  ) throws(Fault) {
    let status = snapshot.status(at: convention.time)
    guard status != .zeroStakePrice else { throw .zeroStakePrice }
    self.snapshot = snapshot
    self.convention = convention
    self.status = status
    apr = snapshot.apr(status: status, year: convention.year)
  }
}

extension VaultReport {
  /// Whether the period still runs at the time of evaluation.
  public var isActive: Bool { snapshot.isActive(at: convention.time) }

  /// Seconds until `periodFinish`; nil where that is not known.
  public var secondsLeft: Seconds? {
    snapshot.periodFinish.map { convention.time.seconds(until: $0) }
  }

  /// The value of the whole stake.
  public var tvl: USD { snapshot.tvl }

  /// Whole reward tokens that accrue to the stakers per day at the current rate; 0 when the period
  /// has finished or nobody stakes.
  public var rewardsPerDay: Wad { accrues ? snapshot.rewards(over: Seconds.day.count) : .zero }

  /// The same in a year of the convention.
  public var rewardsPerYear: Wad {
    accrues ? snapshot.rewards(over: convention.year.seconds) : .zero
  }

  /// The value of ``rewardsPerDay`` before it is rounded to the wei.
  public var rewardsPerDayUSD: USD {
    accrues ? snapshot.rewardsUSD(over: Seconds.day.count) : .zero
  }

  /// The value of ``rewardsPerYear`` before it is rounded to the wei.
  public var rewardsPerYearUSD: USD {
    accrues ? snapshot.rewardsUSD(over: convention.year.seconds) : .zero
  }

  /// What looks wrong about the inputs, with the evidence.
  public var warnings: [Warning] { Plausibility.vault(self) }

  private var accrues: Bool { status == .active }
}

extension VaultReport {
  /// The APY of ``apr`` compounded 365 times per year; nil without an APR, and above
  /// `Compounding.largestStatedAPR`.
  public var apyDaily: APY? { apy(.daily) }

  /// The APY of ``apr`` compounded continuously, e^APR - 1; nil as ``apyDaily`` is.
  public var apyContinuous: APY? { apy(.continuous) }

  /// The APY of ``apr`` for the convention's own number of compoundings; nil also without one.
  public var apy: APY? {
    apy(convention.compounding.flatMap { try? Compounding(periodsPerYear: $0) })
  }

  /// The APR after the convention's commission, one division for both; nil without one, or an APR.
  public var netAPR: APR? {
    guard let commission = convention.commission else { return nil }
    return snapshot.apr(status: status, year: convention.year, commission: commission)
  }

  /// The APY of ``netAPR``, for the convention's number of compoundings or else 365; nil as
  /// ``apyDaily`` is.
  public var netAPY: APY? {
    let periods = convention.compounding
    return apy(
      netAPR, periods.map { try? Compounding(periodsPerYear: $0) } ?? .daily)
  }

  private func apy(_ compounding: Compounding?) -> APY? { apy(apr, compounding) }

  private func apy(_ apr: APR?, _ compounding: Compounding?) -> APY? {
    guard let apr, let compounding else { return nil }
    return compounding.statedAPY(fromAPR: apr.wad, rounding: .halfEven).map(APY.init(_:))
  }
}
