public import Faults

/// The own times of values that were evaluated at them: from when to when, and what has ended since.
public struct OwnTimes: Hashable, Sendable {
  /// How many snapshots or rows were evaluated at their own time.
  public private(set) var count: Int
  /// The earliest of the times; nil where there is none.
  public private(set) var earliest: Timestamp?
  /// The latest of the times; nil where there is none.
  public private(set) var latest: Timestamp?
  /// How many of them have a known period that is over at the present time.
  public private(set) var endedPeriods: Int

  /// None so far.
  public init() { (count, endedPeriods) = (0, 0) }

  /// Takes totals as they are.
  package init(count: Int, earliest: Timestamp, latest: Timestamp, endedPeriods: Int) {
    (self.count, self.endedPeriods) = (count, endedPeriods)
    (self.earliest, self.latest) = (earliest, latest)
  }

  /// Counts values that were evaluated at `time`, whose period ends at `finish`.
  package mutating func add(_ time: Timestamp, finish: Timestamp?, now: Timestamp) {
    count += 1
    earliest = min(earliest ?? time, time)
    latest = max(latest ?? time, time)
    if let finish, finish <= now { endedPeriods += 1 }
  }

  /// The times as a note: how old they are, and whether periods have ended since.
  ///
  /// - Parameters:
  ///   - thing: what has the times, `snapshot` or `row`.
  ///   - now: the present time.
  /// - Returns: a note; nil where there is no such time.
  public func note(of thing: String, now: Timestamp) -> Fault? {
    guard let earliest, let latest else { return nil }
    var text =
      count == 1
      ? "evaluated at the \(thing)'s own time, \(earliest.date), \(earliest.age(at: now))"
      : earliest == latest
        ? "\(count) \(thing)s evaluated at their own time, \(earliest.date), "
          + earliest.age(at: now)
        : "\(count) \(thing)s evaluated at their own times, \(earliest.date) "
          + "(\(earliest.age(at: now))) to \(latest.date) (\(latest.age(at: now)))"
    if endedPeriods > 0 {
      text +=
        count == 1
        ? "; the period is over by now"
        : endedPeriods == 1
          ? "; 1 period is over by now" : "; \(endedPeriods) periods are over by now"
    }
    return Fault(.ownTime, severity: .note, found: text, expected: "")
  }
}

extension Timestamp {
  /// How far the time is from the present one: `325 d 8 h ago`.
  fileprivate func age(at now: Timestamp) -> String {
    self <= now ? "\(seconds(until: now).span) ago" : "\(now.seconds(until: self).span) from now"
  }
}

extension Fault {
  /// The note that values were evaluated at the present time, as none was given.
  public static func evaluatedNow(_ now: Timestamp) -> Fault {
    Fault(
      .assumedValue, severity: .note,
      found: "evaluated at \(now) (\(now.date)), since no time is given", expected: "")
  }

  /// The note that the own time of some values is passed over; `what` names it.
  public static func unusedTime(_ what: String, at place: Place? = nil) -> Fault {
    Fault(
      .unusedValue, severity: .note, at: place, found: "\(what) is not used, since --at is given",
      expected: "")
  }
}
