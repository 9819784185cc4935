public import FixedPoint
public import Quantities
public import Faults

/// The span of time that a realised yield is asked for.
public enum RealizedWindow: Hashable, Sendable {
  /// The last so much time of the history.
  case last(Seconds)
  /// The whole history.
  case all
}

/// What a pool really yielded between two observations.
///
/// APR = (p1/p0 - 1) * year / (t1 - t0); APY = (p1/p0)^(year / (t1 - t0)) - 1. The share prices are
/// exact ratios; each figure is rounded once.
public struct RealizedYield: Hashable, Sendable {
  /// The observation at the start.
  public let first: PoolObservation
  /// The observation at the end.
  public let last: PoolObservation
  /// The length of the year.
  public let year: YearLength

  /// The yield between two observations.
  ///
  /// - Parameters:
  ///   - first: the earlier observation.
  ///   - last: the later observation.
  ///   - year: the year that the yield is scaled to.
  /// - Throws: `Fault` unless `last` is later than `first`, and where the first price is 0, from which
  ///   nothing can grow.
  public init(
    first: PoolObservation, last: PoolObservation, year: YearLength
  ) throws(Fault) {
    guard last.timestamp > first.timestamp else {
      throw .invalid(
        field: "timestamp", found: last.timestamp.date,
        expected: "a time after \(first.timestamp.date)")
    }
    try Fault.requirePositive(first.sharePrice.numerator, "share_price")
    self.init(from: first, to: last, year: year)
  }

  /// The yield between two observations of which the second is known to be later, and the first to have
  /// a price.
  init(from first: PoolObservation, to last: PoolObservation, year: YearLength) {
    precondition(last.timestamp > first.timestamp, "a later observation is not")
    self.first = first
    self.last = last
    self.year = year
  }

  /// The time between the observations.
  public var length: Seconds { first.timestamp.seconds(until: last.timestamp) }

  /// p1 / p0, exact.
  public var growth: ExactRational { last.sharePrice.divided(byNonZero: first.sharePrice) }

  /// year / (t1 - t0), exact.
  private var timesPerYear: ExactRational {
    ExactRational(ExactInteger(year.seconds), overNonZero: ExactInteger(length.count))
  }

  /// (p1/p0 - 1) * year / (t1 - t0), exact, a fraction; negative after a loss.
  public var apr: ExactRational { (growth - .one) * timesPerYear }

  /// (p1/p0)^(year / (t1 - t0)) - 1, correctly rounded, a fraction.
  ///
  /// - Parameter rounding: the one rounding, to 18 decimals.
  /// - Returns: the APY, or nil above `Compounding.largestStatedAPR`.
  public func apy(rounding: RoundingRule) -> APY? {
    Compounding.statedAPY(fromGrowth: growth, timesPerYear: timesPerYear, rounding: rounding)
      .map(APY.init(_:))
  }
}

extension PoolHistory {
  /// What the history says about a window.
  public enum WindowResult: Hashable, Sendable {
    /// The yield, between the last observation and the latest one at or before the window's start.
    case yield(RealizedYield)
    /// The history is too short: it starts after the window does. Missing, not zero.
    case notCovered(missing: Seconds)
    /// Fewer than two observations.
    case tooFewObservations
    /// There were no shares in between: the holders after that are others, at a price of their own.
    case interrupted(at: Timestamp)
    /// The share price at the start is 0, from which nothing can grow.
    case startsAtZero
  }

  /// The realised yield over a window that ends at the last observation.
  ///
  /// The window starts at the latest observation that is at least its length old, so the yield is
  /// never extrapolated beyond observed prices; `RealizedYield.length` tells the real length.
  ///
  /// - Parameters:
  ///   - window: the span asked for.
  ///   - year: the year that the yield is scaled to.
  /// - Returns: the yield, or why there is none.
  /// - Throws: `Fault` for a window of no length.
  public func realized(
    over window: RealizedWindow, year: YearLength
  ) throws(Fault) -> WindowResult {
    guard let last = observations.last, let first = observations.first, observations.count > 1
    else { return .tooFewObservations }
    let opening: PoolObservation
    switch window {
    case .all: opening = first
    case .last(let length):
      let covered = first.timestamp.seconds(until: last.timestamp)
      guard length <= covered else {
        return .notCovered(missing: Seconds(length.count - covered.count))
      }
      opening =
        observations.last { $0.timestamp.seconds(until: last.timestamp) >= length } ?? first
    }
    if let end = end(after: opening.timestamp, before: last.timestamp) {
      return .interrupted(at: end)
    }
    guard !opening.sharePrice.isZero else { return .startsAtZero }
    return .yield(try RealizedYield(first: opening, last: last, year: year))
  }
}
