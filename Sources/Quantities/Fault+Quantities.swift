public import Faults

// Why a number cannot be the quantity it was offered as; the caller knows the place.

extension Fault {
  /// The quantity cannot be below zero; `value` is what was offered.
  public static func negative(quantity: String, value: String) -> Fault {
    Fault(.outOfRange, found: value, expected: "a \(quantity), 0 or more")
  }

  /// The quantity has a lower bound above zero; `value` is what was offered.
  public static func belowMinimum(quantity: String, value: String, minimum: String) -> Fault {
    Fault(.outOfRange, found: value, expected: "a \(quantity) of at least \(minimum)")
  }

  /// The quantity has an upper bound; `value` is what was offered.
  public static func aboveMaximum(quantity: String, value: String, maximum: String) -> Fault {
    Fault(.outOfRange, found: value, expected: "a \(quantity) of at most \(maximum)")
  }

  /// Two amounts of different scale met where only one scale makes sense.
  public static func decimalsMismatch(left: Int, right: Int) -> Fault {
    Fault(
      .conflict, found: "amounts of \(left) and \(right) decimals",
      expected: "the same token's scale")
  }

  /// A time of 1e11 or more: milliseconds where seconds are meant.
  public static func millisecondsForSeconds(value: String) -> Fault {
    Fault(
      .outOfRange, found: "\(value), which looks like milliseconds",
      expected: "unix seconds (below 1e11)")
  }
}
