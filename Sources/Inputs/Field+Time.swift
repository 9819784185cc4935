package import Quantities
internal import FixedPoint
package import Faults

// Text to time: unix seconds, or a time as people write it, in UTC where it names no zone.

extension Field {
  /// Unix seconds, or a time as `2026-05-01T12:00:00Z`.
  ///
  /// - Returns: the time.
  /// - Throws: `Fault`, milliseconds and fractions of a second by name.
  package func timestamp() throws(Fault) -> Timestamp {
    switch hasDigitsAlone ? nil : WrittenTime(text) {
    case .seconds(let seconds, _):
      do { return try Timestamp(seconds) } catch {
        throw self.error(.outOfRange, expected: "a time before the year 5138")
      }
    case .fraction: throw fractionOfSecond
    case nil: break
    }
    let number = hasDigitsAlone ? self : Field(text: try withoutZeroFraction(), place: place)
    let count = try number.secondCount(expected: NumberForm.time)
    do { return try Timestamp(count) } catch { throw millisecondsError() }
  }

  /// The same; a time without a zone is noted once, and `now`, `-7d` or `+36h` are told by the clock.
  ///
  /// - Parameter notes: has the clock, where there is one.
  /// - Returns: the time.
  /// - Throws: `Fault`, as ``timestamp()``.
  package func timestamp(notes: inout InputNotes) throws(Fault) -> Timestamp {
    if let time = try relativeTime(to: notes.clock) {
      notes.addClock(time, at: place)
      return time
    }
    let time = try timestamp()
    if hasDigitsAlone { return time }
    if case .seconds(_, hasZone: false) = WrittenTime(text) { notes.addZone(at: place) }
    return time
  }

  /// `now`, or a span before or after it; nil for any other text.
  private func relativeTime(to clock: Timestamp?) throws(Fault) -> Timestamp? {
    let isBefore = text.hasPrefix("-")
    guard text == "now" || isBefore || text.hasPrefix("+") else { return nil }
    guard let span = text == "now" ? Seconds(0) : Seconds(written: String(text.dropFirst())) else {
      return nil
    }
    guard let clock else {
      throw error(expected: NumberForm.time, hint: "there is no clock to count from here")
    }
    let limit = isBefore ? clock.seconds : Timestamp.millisecondsThreshold - 1 - clock.seconds
    guard span.count <= limit else {
      throw error(.outOfRange, expected: "a time from 1970 to the year 5138")
    }
    return Timestamp(
      unchecked: isBefore ? clock.seconds - span.count : clock.seconds + span.count)
  }

  private var fractionOfSecond: Fault {
    error(expected: "whole seconds", found: "\(quoted), a fraction of a second")
  }

  /// The digits of `1762766700.0`.
  private func withoutZeroFraction() throws(Fault) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) })
    else { return text }
    guard parts[1].allSatisfy({ $0 == "0" }) else { throw fractionOfSecond }
    return String(parts[0])
  }

  /// A span of whole seconds: their number, or `7d`, `36h`.
  ///
  /// - Parameter what: what the span is, for the error.
  /// - Returns: the span.
  /// - Throws: `Fault`.
  package func duration(_ what: String) throws(Fault) -> Seconds {
    let limit = Timestamp.millisecondsThreshold
    func bound() -> Fault { error(.outOfRange, expected: "\(what) of at most \(limit - 1) s") }
    if let span = Seconds(written: text) {
      guard span.count < limit else { throw bound() }
      return span
    }
    let count = try secondCount(expected: NumberForm.seconds(what))
    guard count < limit else { throw bound() }
    return Seconds(count)
  }

  /// A span between two times; `10m` are minutes too, as no interval is a number of months.
  ///
  /// - Parameter what: what the span is, for the error.
  /// - Returns: the span.
  /// - Throws: `Fault`.
  package func interval(_ what: String) throws(Fault) -> Seconds {
    if text.hasSuffix("m"), let span = Seconds(written: text + "in") {
      return try Field(text: String(span.count), place: place).duration(what)
    }
    return try duration(what)
  }

  /// The length of a year: days (`365`, `365.25`, `365.2425`), or a number of seconds of at least 1000.
  ///
  /// - Returns: the length.
  /// - Throws: `Fault`.
  package func yearLength() throws(Fault) -> YearLength {
    let expected = "365, 365.25, another number of days below 1000, or the seconds in a year"
    if let days = try? ExactRational(parsing: text), days < ExactRational(Self.fewestYearSeconds) {
      let seconds = days * ExactRational(Seconds.day.count)
      guard seconds.isInteger, seconds.numerator.signum > 0,
        let count = UInt64(exactly: seconds.numerator)
      else { throw error(expected: expected, hint: "a year has whole seconds") }
      do { return try YearLength(seconds: count) } catch { throw self.error(expected: expected) }
    }
    let count = try secondCount(expected: expected)
    // Hexadecimal digits are no number of days.
    guard count >= Self.fewestYearSeconds else { throw error(expected: expected) }
    do { return try YearLength(seconds: count) } catch { throw self.error(expected: expected) }
  }

  /// No year has fewer: what is less are days.
  private static let fewestYearSeconds: UInt64 = 1_000

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
