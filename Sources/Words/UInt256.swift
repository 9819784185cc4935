/// An unsigned word of the Ethereum virtual machine: an integer from 0 to 2^256 - 1.
///
/// Arithmetic comes in two spellings, as in Solidity. `try a + b` is checked and throws `Revert`
/// where a contract would revert; `a &+ b` wraps modulo 2^256 like the opcodes do. Nothing traps
/// on data.
public struct UInt256: Hashable, Sendable {
  /// The upper 128 bits.
  public let high: UInt128
  /// The lower 128 bits.
  public let low: UInt128

  /// Joins two halves: `high * 2^128 + low`.
  ///
  /// - Parameters:
  ///   - high: The upper 128 bits.
  ///   - low: The lower 128 bits.
  @inlinable
  public init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The number 0.
  @inlinable public static var zero: UInt256 { UInt256(high: 0, low: 0) }
  /// The number 1.
  @inlinable public static var one: UInt256 { UInt256(high: 0, low: 1) }
  /// The largest word, 2^256 - 1: `type(uint256).max`.
  @inlinable public static var max: UInt256 { UInt256(high: .max, low: .max) }
  /// The number of bits of the word.
  public static let bitWidth = 256

  /// Whether the number is 0.
  @inlinable public var isZero: Bool { (high | low) == 0 }

  /// How many of the 256 bits, from the top, are 0; 256 for zero.
  @inlinable public var leadingZeroBitCount: Int {
    high == 0 ? 128 + low.leadingZeroBitCount : high.leadingZeroBitCount
  }
}

extension UInt256 {
  /// Widens a native number.
  ///
  /// - Parameter value: Any 64-bit number.
  @inlinable
  public init(_ value: UInt64) {
    self.init(high: 0, low: UInt128(truncatingIfNeeded: value))
  }

  /// Converts a native integer that is not negative and not wider than 256 bits.
  ///
  /// - Parameter value: The number; `nil` results when it is negative or too wide.
  public init?(exactly value: some BinaryInteger) {
    guard value >= 0 else { return nil }
    if let low = UInt128(exactly: value) {
      self.init(high: 0, low: low)
      return
    }
    guard let high = UInt128(exactly: value >> 128) else { return nil }
    self.init(high: high, low: UInt128(truncatingIfNeeded: value))
  }
}

extension UInt256: Comparable {
  /// Whether `lhs` is the smaller number.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: Whether `lhs < rhs`.
  @inlinable
  public static func < (lhs: UInt256, rhs: UInt256) -> Bool {
    lhs.high == rhs.high ? lhs.low < rhs.low : lhs.high < rhs.high
  }
}

extension UInt256: ExpressibleByIntegerLiteral {
  /// Makes a word from a literal of any length.
  ///
  /// - Parameter literal: A constant from 0 to 2^256 - 1; anything else is a programming error.
  @inlinable @inline(__always)
  public init(integerLiteral literal: StaticBigInt) {
    precondition(
      literal.signum() >= 0 && literal.bitWidth <= 257, "literal does not fit 256 bits unsigned")
    self.init(wordsOf: literal)
  }

  /// The lower 256 bits of a literal in two's complement.
  ///
  /// Written out word by word, and always inlined: the compiler then folds a literal in the source
  /// into four constants.
  @inlinable @inline(__always)
  package init(wordsOf literal: StaticBigInt) {
    #if _pointerBitWidth(_64)
      let low = UInt128(truncatingIfNeeded: literal[1]) &<< 64
      let high = UInt128(truncatingIfNeeded: literal[3]) &<< 64
      self.init(
        high: high | UInt128(truncatingIfNeeded: literal[2]),
        low: low | UInt128(truncatingIfNeeded: literal[0]))
    #else
      #error("a literal's words are taken to be of 64 bits")
    #endif
  }
}

extension UInt64 {
  /// Narrows a word exactly.
  ///
  /// - Parameter value: The word; `nil` results when it does not fit 64 bits.
  public init?(exactly value: UInt256) {
    guard value.high == 0 else { return nil }
    self.init(exactly: value.low)
  }
}
