/// A signed word of the Ethereum virtual machine: two's complement, -2^255 to 2^255 - 1.
public struct Int256: Hashable, Sendable {
  /// The 256 bits as an unsigned word.
  public let bits: UInt256

  /// The explicit Solidity cast `int256(x)`: the same 256 bits, read with a sign.
  ///
  /// - Parameter bits: The unsigned word.
  @inlinable
  public init(bitPattern bits: UInt256) {
    self.bits = bits
  }

  /// The number 0.
  @inlinable public static var zero: Int256 { Int256(bitPattern: .zero) }
  /// The largest number, 2^255 - 1: `type(int256).max`.
  @inlinable public static var max: Int256 {
    Int256(bitPattern: UInt256(high: .max >> 1, low: .max))
  }
  /// The smallest number, -2^255: `type(int256).min`.
  @inlinable public static var min: Int256 { Int256(bitPattern: UInt256(high: 1 << 127, low: 0)) }

  /// Whether the number is 0.
  @inlinable public var isZero: Bool { bits.isZero }
  /// Whether the number is below 0.
  @inlinable public var isNegative: Bool { bits.high >> 127 == 1 }
  /// The absolute value, which for the smallest number only an unsigned word holds.
  @inlinable public var magnitude: UInt256 { isNegative ? .zero &- bits : bits }

  /// Converts a magnitude with a sign, when the number is in range.
  ///
  /// `nil` results outside -2^255 to 2^255 - 1.
  ///
  /// - Parameters:
  ///   - magnitude: The absolute value.
  ///   - isNegative: Whether to negate it.
  public init?(magnitude: UInt256, isNegative: Bool) {
    let word = Int256(bitPattern: isNegative ? .zero &- magnitude : magnitude)
    guard word.isNegative == isNegative || magnitude.isZero else { return nil }
    self = word
  }
}

extension Int256: Comparable {
  /// Whether `lhs` is the smaller number: `SLT`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: Whether `lhs < rhs` as signed numbers.
  @inlinable
  public static func < (lhs: Int256, rhs: Int256) -> Bool {
    lhs.isNegative == rhs.isNegative ? lhs.bits < rhs.bits : lhs.isNegative
  }
}

extension Int256: ExpressibleByIntegerLiteral {
  /// Makes a word from a literal of any length.
  ///
  /// - Parameter literal: A constant from -2^255 to 2^255 - 1; else it is a programming error.
  @inlinable @inline(__always)
  public init(integerLiteral literal: StaticBigInt) {
    precondition(literal.bitWidth <= 256, "literal does not fit 256 bits signed")
    self.init(bitPattern: UInt256(wordsOf: literal))
  }
}

extension Int256: LosslessStringConvertible {
  /// Reads a whole number in decimal or `0x` hexadecimal, with an optional minus sign.
  ///
  /// - Parameter text: The digits; `nil` results for anything malformed or out of range.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    guard let magnitude = UInt256(String(text.dropFirst(isNegative ? 1 : 0))) else { return nil }
    self.init(magnitude: magnitude, isNegative: isNegative)
  }

  /// The number in decimal digits, after a minus sign when it is negative.
  public var description: String { (isNegative ? "-" : "") + magnitude.description }
}
