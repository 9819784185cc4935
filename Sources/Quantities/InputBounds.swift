package import FixedPoint

/// How large the numbers of an input may be, in every command, column and axis, and how a message says
/// so: each sentence is the end of "expected ...".
package enum InputBounds {
  /// The largest integer that a contract holds.
  package static let largestWord = ExactInteger.one.shiftedLeft(by: 256) - 1
  package static let word = "at most 2^256 - 1, as a uint256 holds it"

  /// No decimal number comes to that: with its 18 decimals a contract would not hold it.
  package static let decimalLimit = Wad(raw: .powerOfTen(77))
  package static let decimal = "below 1e59, as a uint256 holds it with 18 decimals"
}
