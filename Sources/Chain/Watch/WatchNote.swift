package import Faults
package import Quantities

/// What a watch says while it goes on.
package enum WatchNote: Hashable, Sendable {
  /// Readings began to fail.
  case failing(ChainFailure, since: Timestamp)
  /// They succeed again.
  case again(since: Timestamp)
  /// Marks passed without a reading.
  case missed(from: Timestamp, every: Seconds, count: UInt64)
  /// Marks of the past have no state any more.
  case lost(count: Int)
  /// The machine's clock was set.
  case clock(movedBy: Int64)

  /// As many times are listed one by one.
  private static let listed: UInt64 = 5

  /// The same as a note for the user.
  package var fault: Fault {
    switch self {
    case .failing(let failure, let since):
      note(
        "no reading since \(since.date): \(failure.host): \(failure.kind): \(failure.text)",
        "tried again until there is one")
    case .again(let since):
      note("readings again, the first since \(since.date)")
    case .missed(let first, let every, let count):
      note(Self.missed(first.seconds, every, count), "not made up for")
    case .lost(let count):
      note("\(count) \(count == 1 ? "time" : "times") without state at the endpoints", "left out")
    case .clock(let seconds):
      note(
        "the clock was set \(seconds < 0 ? "back" : "forward") by "
          + Seconds(seconds.magnitude).span, "the times go on from there")
    }
  }

  private func note(_ found: String, _ hint: String? = nil) -> Fault {
    Fault(.unread, severity: .note, found: found, expected: "", hint: hint)
  }

  private static func missed(_ first: UInt64, _ every: Seconds, _ count: UInt64) -> String {
    func date(_ index: UInt64) -> String { ISO8601.text(of: first + index * every.count) }
    guard count > listed else {
      let dates = (0..<count).map(date).joined(separator: ", ")
      return "\(count) \(count == 1 ? "reading" : "readings") missed: \(dates)"
    }
    return "\(count) readings missed: \(date(0)) to \(date(count - 1)), one every \(every.span)"
  }
}
