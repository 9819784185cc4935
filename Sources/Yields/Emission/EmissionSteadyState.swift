public import FixedPoint
public import Quantities
public import Faults

/// Where a stream takes a vault's emission in the long run, in exact fractions.
///
/// Each notification h seconds after the one before spreads `amount + rate * (D - h)` over a new
/// period D, so the distance to the inflow shrinks by the factor (1 - h/D) every time: the rate tends
/// to `amount / h`. Under a target T the same holds with the minimum duration as D, as long as the
/// inflow is not above T; above it the rate stays at T and the rest piles up.
public enum EmissionSteadyState: Hashable, Sendable {
  /// The rate tends to the inflow. `remaining` is the factor by which the distance to it shrinks with
  /// each notification: 1 - h/D.
  case constant(rate: ExactRational, remaining: ExactRational)
  /// The notifications are too far apart: each period runs out before the next begins. `rate` while
  /// it runs, for `running` seconds of every `interval` seconds.
  case interrupted(rate: ExactRational, running: ExactRational, interval: ExactRational)
  /// The target is below the inflow: emission stays at the target and `backlogPerDay` (scale 1e36)
  /// piles up, so the time left grows by `finishDriftPerDay` seconds per day.
  case backlog(target: RewardRate, backlogPerDay: ExactRational, finishDriftPerDay: ExactRational)

  /// Where a stream leads.
  ///
  /// - Parameters:
  ///   - stream: what arrives.
  ///   - terms: duration or target rate.
  /// - Throws: `Fault` for a period, minimum or target of 0.
  public init(of stream: EmissionStream, terms: EmissionTerms) throws(Fault) {
    try terms.validate()
    switch terms {
    case .duration(let period):
      self = Self.spreading(stream, over: period)
    case .targetRate(let target, let minimum):
      let limit = ExactRational(target.raw)
      guard stream.inflow > limit else {
        self = Self.spreading(stream, over: minimum, limit: limit)
        return
      }
      let surplus = (stream.inflow - limit) * ExactRational(Seconds.day.count)
      self = .backlog(
        target: target, backlogPerDay: surplus,
        finishDriftPerDay: surplus.divided(byNonZero: limit))
    }
  }

  private static func spreading(
    _ stream: EmissionStream, over period: Seconds, limit: ExactRational? = nil
  ) -> EmissionSteadyState {
    let period = ExactRational(period.count)
    let interval = stream.interval
    guard period < interval else {
      return .constant(rate: stream.inflow, remaining: .one - interval.divided(byNonZero: period))
    }
    let full = (stream.inflow * interval).divided(byNonZero: period)
    guard let limit, full > limit else {
      return .interrupted(rate: full, running: period, interval: interval)
    }
    // Held down to the target, the period lasts longer than the minimum.
    let lasting = (stream.inflow * interval).divided(byNonZero: limit)
    return .interrupted(rate: limit, running: lasting, interval: interval)
  }

  /// How many notifications bring the rate within a fraction of the inflow, starting from nothing.
  ///
  /// - Parameter tolerance: the fraction, for example 1/100; more than 0, less than 1.
  /// - Returns: the least number, or nil where the rate does not tend to the inflow or would take
  ///   more than `EmissionStreamRun.maximumCount` notifications.
  public func notificationsUntilConstant(within tolerance: ExactRational) -> Int? {
    guard case .constant(_, let remaining) = self, tolerance > .zero, tolerance < .one else {
      return nil
    }
    if remaining.isZero { return 1 }
    func isReached(_ count: Int) -> Bool {
      // A power too long to be calculated has not been reached before that either.
      guard let left = try? remaining.power(count) else { return false }
      return left <= tolerance
    }
    var low = 0
    var high = 1
    while high <= EmissionStreamRun.maximumCount, !isReached(high) {
      (low, high) = (high, high * 2)
    }
    guard high <= EmissionStreamRun.maximumCount else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isReached(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
