internal import Quantities

/// The own times of rows that were written, counted row by row.
struct RowTimes: Hashable {
  private var count = 0
  private var earliest = UInt64.max
  private var latest: UInt64 = 0
  private var endedPeriods = 0

  @inline(__always)
  mutating func add(_ time: UInt64, finish: UInt64, now: UInt64) {
    count &+= 1
    earliest = min(earliest, time)
    latest = max(latest, time)
    endedPeriods &+= finish <= now ? 1 : 0
  }

  mutating func merge(_ other: RowTimes) {
    count += other.count
    earliest = min(earliest, other.earliest)
    latest = max(latest, other.latest)
    endedPeriods += other.endedPeriods
  }

  var total: OwnTimes {
    guard count > 0 else { return OwnTimes() }
    return OwnTimes(
      count: count, earliest: Timestamp(unchecked: earliest), latest: Timestamp(unchecked: latest),
      endedPeriods: endedPeriods)
  }
}
