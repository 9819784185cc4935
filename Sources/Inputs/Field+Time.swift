package import Quantities
internal import FixedPoint
package import Faults

// Text to time: unix seconds or ISO-8601 in UTC.

extension Field {
  /// Unix seconds, or a date as `2026-05-01T12:00:00Z`.
  ///
  /// - Returns: the time.
  /// - Throws: `Fault`, milliseconds by name.
  package func timestamp() throws(Fault) -> Timestamp {
    if let seconds = ISO8601.seconds(of: text) {
      do { return try Timestamp(seconds) } catch { throw self.error(expected: NumberForm.time) }
    }
    let count = try secondCount(expected: NumberForm.time)
    do { return try Timestamp(count) } catch { throw millisecondsError() }
  }

  /// A span of whole seconds.
  ///
  /// - Parameter what: what the span is, for the error.
  /// - Returns: the span.
  /// - Throws: `Fault`, milliseconds by name.
  package func duration(_ what: String) throws(Fault) -> Seconds {
    let count = try secondCount(expected: NumberForm.seconds(what))
    guard count < Timestamp.millisecondsThreshold else { throw millisecondsError() }
    return Seconds(count)
  }

  /// The length of a year: `365`, `365.25` (days), or a number of seconds of at least 1000.
  ///
  /// - Returns: the length.
  /// - Throws: `Fault`.
  package func yearLength() throws(Fault) -> YearLength {
    switch text {
    case "365": return .days365
    case "365.25": return .days365And6Hours
    default:
      let expected = "365, 365.25, or the seconds in a year (at least 1000)"
      let count = try secondCount(expected: expected)
      guard count >= 1000 else {
        throw error(
          expected: expected, hint: "for example, 366 days are 31622400 seconds")
      }
      do {
        return try YearLength(seconds: count)
      } catch {
        throw self.error(expected: expected)
      }
    }
  }

  private func secondCount(expected: String) throws(Fault) -> UInt64 {
    let raw = try wholeNumber(expected, expected: expected)
    guard let count = UInt64(exactly: raw) else { throw error(expected: expected) }
    return count
  }

  private func millisecondsError() -> Fault {
    error(
      expected: "unix seconds (below 1e11)", found: "\(quoted), which looks like milliseconds",
      hint: "divide by 1000")
  }
}
