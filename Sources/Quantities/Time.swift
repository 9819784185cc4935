public import Faults

/// A span of whole seconds.
public struct Seconds: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number of seconds.
  public let count: UInt64

  /// Takes a number of seconds.
  public init(_ count: UInt64) { self.count = count }

  /// 86_400 seconds.
  public static let day = Seconds(86_400)

  /// The number as text.
  public var description: String { String(count) }

  /// Orders by length.
  public static func < (left: Seconds, right: Seconds) -> Bool { left.count < right.count }
}

/// A point in time in whole unix seconds, as `block.timestamp` is.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: UInt64

  /// From here on (the year 5138) a number is taken for milliseconds and refused.
  public static let millisecondsThreshold: UInt64 = 100_000_000_000

  /// Takes unix seconds.
  ///
  /// - Parameter seconds: below 1e11.
  /// - Throws: a `Fault` from 1e11 on.
  public init(_ seconds: UInt64) throws(Fault) {
    guard seconds < Self.millisecondsThreshold else {
      throw .millisecondsForSeconds(value: String(seconds))
    }
    self.init(unchecked: seconds)
  }

  /// Takes unix seconds that cannot be 1e11 or more.
  package init(unchecked seconds: UInt64) {
    precondition(seconds < Self.millisecondsThreshold, "a time that cannot be so late is")
    self.seconds = seconds
  }

  /// The number as text.
  public var description: String { String(seconds) }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  /// The seconds from this time until `later`; zero when `later` has passed.
  public func seconds(until later: Timestamp) -> Seconds {
    Seconds(later.seconds > seconds ? later.seconds - seconds : 0)
  }
}

/// How long a year is: a convention, and a usual reason why two published yields differ.
public struct YearLength: Hashable, Sendable, CustomStringConvertible {
  /// Seconds, at least 1.
  public let seconds: UInt64

  /// 365 days, 31_536_000 s: the convention of the protocol's APR formula, and the default.
  public static let days365 = YearLength(unchecked: 31_536_000)
  /// 365.25 days, 31_557_600 s: the Julian year.
  public static let days365And6Hours = YearLength(unchecked: 31_557_600)

  /// Takes a number of seconds.
  ///
  /// - Parameter seconds: at least 1 and below 1e11.
  /// - Throws: `Fault` outside of that.
  public init(seconds: UInt64) throws(Fault) {
    guard seconds > 0 else {
      throw .belowMinimum(quantity: "year", value: "0", minimum: "1 second")
    }
    guard seconds < Timestamp.millisecondsThreshold else {
      throw .millisecondsForSeconds(value: String(seconds))
    }
    self.init(unchecked: seconds)
  }

  private init(unchecked seconds: UInt64) { self.seconds = seconds }

  /// The length in seconds, as text.
  public var description: String { String(seconds) }
}
