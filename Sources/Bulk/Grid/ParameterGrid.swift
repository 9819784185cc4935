public import Contracts
public import Faults
public import FixedPoint
public import Quantities
public import Yields

/// The cartesian product of axes, with figures of every point: lazily, in row-major order.
///
/// Points are numbered from zero, the last axis varying fastest. Nothing is computed until a point, a
/// file or a summary is asked for, so a grid may be larger than memory. The figures are those of
/// single reports, whichever path computes them.
///
/// ```swift
/// let prices = try GridAxis(
///   .rewardPrice, from: ExactRational(1), through: ExactRational(10), count: 1_000)
/// let stakes = try GridAxis(
///   logarithmic: .totalSupply, from: .powerOfTen(20), through: .powerOfTen(26), count: 1_000)
/// let grid = try ParameterGrid(
///   axes: [stakes, prices],
///   fixed: [.rewardRate: .powerOfTen(36), .stakePrice: .powerOfTen(18)],
///   metrics: [.apr, .tvlUsd])
/// let summary = grid.summary()
/// try grid.write(to: "grid.csv", format: .csv)
/// ```
public struct ParameterGrid: Sendable {
  /// What varies; the last axis fastest.
  public let axes: [GridAxis]
  /// What is held fixed, in units of each input's last decimal.
  public let fixed: [InputKey: ExactInteger]
  /// The figures of a point, in the order of the output's columns.
  public let metrics: [FigureKey]
  /// The length of a year.
  public let year: YearLength
  /// The protocol's rules, for the metrics of emission.
  public let profile: ProtocolProfile
  /// How many points there are.
  public let pointCount: Int

  let vaultKernel: VaultGridKernel?

  /// Puts a grid together.
  ///
  /// - Parameters:
  ///   - axes: what varies; the last axis fastest.
  ///   - fixed: what is held fixed, in units of each input's last decimal. `stakeDecimals` is 18
  ///     unless given; without `periodFinish` or without `timestamp` a vault's period is taken as
  ///     active.
  ///   - metrics: the figures of a point, some of `FigureKey.metrics`.
  ///   - year: the length of a year.
  ///   - profile: the protocol's rules.
  /// - Throws: `Fault` at the input, the metric or the part of the grid.
  public init(
    axes: [GridAxis], fixed: [InputKey: ExactInteger] = [:], metrics: [FigureKey],
    year: YearLength = .days365, profile: ProtocolProfile = .polNext
  ) throws(Fault) {
    var seen = Set(fixed.keys)
    for axis in axes where !seen.insert(axis.key).inserted { throw .repeatedInput(axis.key) }
    guard !metrics.isEmpty, Set(metrics).count == metrics.count,
      Set(FigureKey.metrics).isSuperset(of: metrics)
    else { throw .badMetrics }
    for metric in metrics {
      for alternatives in metric.requiredInputs where seen.isDisjoint(with: alternatives) {
        throw .missingInput(of: metric, among: alternatives)
      }
    }
    for (key, value) in fixed { _ = try GridAxis(key, raw: [value]) }
    var points = 1
    for axis in axes {
      let (product, overflow) = points.multipliedReportingOverflow(by: axis.count)
      guard !overflow, product >> 62 == 0 else { throw .tooManyPoints }
      points = product
    }
    self.axes = axes
    self.fixed = fixed
    self.metrics = metrics
    self.year = year
    self.profile = profile
    pointCount = points
    vaultKernel = VaultGridKernel(axes: axes, fixed: fixed, metrics: metrics, year: year)
  }

  /// Points in a run along the last axis.
  var rowLength: Int { axes.last?.count ?? 1 }

  /// The places on the axes of a point.
  ///
  /// - Parameter point: which, from zero.
  /// - Returns: an index for each axis.
  public func indices(ofPoint point: Int) -> [Int] {
    var rest = point
    var indices = [Int](repeating: 0, count: axes.count)
    for level in axes.indices.reversed() {
      (rest, indices[level]) = rest.quotientAndRemainder(dividingBy: axes[level].count)
    }
    return indices
  }

  /// The values on the axes of a point, as text.
  ///
  /// - Parameter point: which, from zero.
  /// - Returns: a value for each axis.
  public func coordinates(ofPoint point: Int) -> [String] {
    zip(axes, indices(ofPoint: point)).map { axis, index in axis.text(at: index) }
  }

  /// The figures of consecutive points.
  ///
  /// - Parameter points: which, within `0..<pointCount`.
  /// - Returns: a column for each metric.
  public func evaluate(_ points: Range<Int>) -> GridBlock {
    precondition(
      points.lowerBound >= 0 && points.upperBound <= pointCount, "points outside the grid")
    var evaluator = GridEvaluator(self)
    return evaluator.evaluate(points)
  }
}
