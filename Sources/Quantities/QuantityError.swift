/// Why a number cannot be the quantity it was offered as.
public enum QuantityError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The quantity cannot be below zero; `value` is what was offered.
  case negative(quantity: String, value: String)
  /// The quantity has a lower bound above zero; `value` is what was offered.
  case belowMinimum(quantity: String, value: String, minimum: String)
  /// The quantity has an upper bound; `value` is what was offered.
  case aboveMaximum(quantity: String, value: String, maximum: String)
  /// Two amounts of different scale met where only one scale makes sense.
  case decimalsMismatch(left: Int, right: Int)
  /// A time of 1e11 or more: milliseconds where seconds are meant.
  case millisecondsForSeconds(value: String)

  /// One sentence: what was found and what was expected.
  public var description: String {
    switch self {
    case .negative(let quantity, let value):
      "found \(value); expected a \(quantity) that is not negative"
    case .belowMinimum(let quantity, let value, let minimum):
      "found \(value); expected a \(quantity) of at least \(minimum)"
    case .aboveMaximum(let quantity, let value, let maximum):
      "found \(value); expected a \(quantity) of at most \(maximum)"
    case .decimalsMismatch(let left, let right):
      "found amounts of \(left) and \(right) decimals; expected the same token's scale"
    case .millisecondsForSeconds(let value):
      "found \(value), which looks like milliseconds; expected unix seconds (below 1e11)"
    }
  }
}
