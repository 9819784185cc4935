public import FixedPoint
public import Yields

/// What all points of a grid have in common, found without holding them.
public struct GridSummary: Hashable, Sendable {
  /// How many points there are.
  public let pointCount: Int
  /// The figures' summaries, in the order of the grid's metrics.
  public let metrics: [MetricSummary]
}

/// The distribution of one metric over a grid; exact.
public struct MetricSummary: Hashable, Sendable {
  /// A value and the first point, in row-major order, that has it.
  public struct Extremum: Hashable, Sendable {
    /// The value, in units of the metric's last decimal.
    public let value: ExactInteger
    /// The point's number.
    public let point: Int
  }

  /// A quantile.
  public struct Quantile: Hashable, Sendable {
    /// Which, in percent.
    public let percent: Int
    /// The smallest value that at least that part of the figures do not exceed: a figure of the grid,
    /// not an interpolation.
    ///
    /// In units of the metric's last decimal; `nil` where no point has a figure, and where the quantile
    /// falls on a point whose figure is too large to be stated.
    public let value: ExactInteger?
  }

  /// The metric.
  public let metric: FigureKey
  /// How many points have a figure.
  public let count: Int
  /// How many have none.
  public let absent: Int
  /// How many of those have none because it is too large to be stated, as the APY of an APR above 100:
  /// in the quantiles they rank above all figures, while the others are left out.
  public let unstated: Int
  /// The smallest figure.
  public let minimum: Extremum?
  /// The largest figure.
  public let maximum: Extremum?
  /// The exact mean, rounded half to even to the metric's scale.
  public let mean: ExactInteger?
  /// The quantiles of ``percents``.
  public let quantiles: [Quantile]

  /// The quantiles that are found.
  public static let percents = [5, 25, 50, 75, 95]

  /// A value of the metric as text.
  ///
  /// - Parameter value: in units of the metric's last decimal.
  /// - Returns: plain decimals without trailing zeros.
  public func text(_ value: ExactInteger) -> String {
    FigureValue(raw: value, decimals: metric.unit.decimals).text
  }
}
