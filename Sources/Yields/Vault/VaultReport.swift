public import FixedPoint
public import Quantities
public import YieldKernels
public import Faults

/// Everything that follows from a vault's raw values under one convention.
///
/// Every figure is computed exactly from the inputs and rounded once, down, to 18 decimals; the APYs
/// are correctly rounded (half to even) functions of the stated ``apr``, so that a reader can
/// recompute them from the printed figure.
public struct VaultReport: Sendable {
  /// The values the report is about.
  public let snapshot: VaultSnapshot
  /// The conventions of the report.
  public let convention: YieldConvention
  /// Whether an APR exists, and if not, why.
  public let status: VaultStatus
  /// Whether the period still runs at the time of evaluation.
  public let isActive: Bool
  /// The APR; nil where nobody stakes.
  public let apr: APR?
  /// The APY of ``apr`` compounded 365 times a year; nil without an APR, and above
  /// `Compounding.largestStatedAPR`.
  public let apyDaily: APY?
  /// The APY of ``apr`` compounded continuously, e^APR - 1; nil as ``apyDaily`` is.
  public let apyContinuous: APY?
  /// The APY of ``apr`` for the convention's own number of compoundings; nil also without one.
  public let apy: APY?
  /// The value of the whole stake.
  public let tvl: USD
  /// Whole reward tokens that accrue to the stakers in a day at the present rate; 0 when the period
  /// has finished or nobody stakes.
  public let rewardsPerDay: Wad
  /// The same in a year of the convention.
  public let rewardsPerYear: Wad
  /// The value of ``rewardsPerDay`` before it is rounded to the wei.
  public let rewardsPerDayUSD: USD
  /// The value of ``rewardsPerYear`` before it is rounded to the wei.
  public let rewardsPerYearUSD: USD
  /// Seconds until `periodFinish`; nil where that is not known.
  public let secondsLeft: Seconds?
  /// What looks wrong about the inputs, with the evidence.
  public let warnings: [VaultWarning]

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
    isActive = snapshot.isActive(at: convention.time)
    secondsLeft = snapshot.periodFinish.map { convention.time.seconds(until: $0) }

    let apr = snapshot.apr(status: status, year: convention.year)
    self.apr = apr
    apyDaily = Self.apy(of: apr, .daily)
    apyContinuous = Self.apy(of: apr, .continuous)
    apy = Self.apy(
      of: apr, convention.compounding.flatMap { try? Compounding(periodsPerYear: $0) })

    tvl = snapshot.tvl
    let accrues = status == .active
    let (day, year) = (Seconds.day.count, convention.year.seconds)
    rewardsPerDay = accrues ? snapshot.rewards(over: day) : .zero
    rewardsPerYear = accrues ? snapshot.rewards(over: year) : .zero
    rewardsPerDayUSD = accrues ? snapshot.rewardsUSD(over: day) : .zero
    rewardsPerYearUSD = accrues ? snapshot.rewardsUSD(over: year) : .zero
    warnings = VaultWarning.all(for: snapshot, under: convention, apr: apr, tvl: tvl)
  }

  private static func apy(of apr: APR?, _ compounding: Compounding?) -> APY? {
    guard let apr, let compounding else { return nil }
    return compounding.statedAPY(fromAPR: apr.wad, rounding: .halfEven).map(APY.init(_:))
  }
}
