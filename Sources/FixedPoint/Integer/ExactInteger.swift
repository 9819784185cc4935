/// A signed integer without bounds.
///
/// Values up to 256 bits of magnitude live inside the struct: adding, multiplying and dividing them
/// touches no heap. Wider values own an array of GMP's limbs, and each result is a new value. Every
/// operation is exact; the ones that divide take a ``RoundingRule``.
///
/// ```swift
/// let rate = try ExactInteger(parsing: "228260869565217391304347826086956521")
/// let yearly = rate * 31_536_000
/// ```
public struct ExactInteger: Hashable, Sendable {
  var unsigned: Magnitude
  /// Never true for zero, so that equal values have one form.
  var negative: Bool

  @inline(__always)
  init(_ unsigned: Magnitude, isNegative: Bool) {
    self.unsigned = unsigned
    self.negative = isNegative && !unsigned.isZero
  }

  /// The integer 0.
  public static let zero = ExactInteger(.zero, isNegative: false)

  /// The integer 1.
  public static let one = ExactInteger(.one, isNegative: false)

  /// Whether the value is 0.
  public var isZero: Bool { unsigned.isZero }

  /// Whether the value is less than 0.
  public var isNegative: Bool { negative }

  /// Whether the value is not a multiple of 2.
  public var isOdd: Bool { unsigned.isOdd }

  /// -1, 0 or 1 as the value is negative, zero or positive.
  public var signum: Int { isZero ? 0 : (negative ? -1 : 1) }

  /// The absolute value.
  public var magnitude: ExactInteger { ExactInteger(unsigned, isNegative: false) }

  /// The number of bits of the absolute value without leading zeros; 0 for zero.
  public var bitWidth: Int { unsigned.bitWidth }

  /// The number of zero bits below the lowest one bit of the absolute value; 0 for zero.
  public var trailingZeroBitCount: Int { unsigned.trailingZeroBitCount }
}
