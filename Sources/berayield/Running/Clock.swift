internal import Faults
internal import Quantities

/// The present time, read in one place.
enum Clock {
  /// Now.
  static func now() throws(Fault) -> Timestamp { try Timestamp(currentUnixSeconds()) }
}
