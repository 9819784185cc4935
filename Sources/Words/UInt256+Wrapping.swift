/// Arithmetic modulo 2^256, shifts and bits: what the machine's opcodes of the same names do.
extension UInt256 {
  /// The sum modulo 2^256, and whether it wrapped.
  ///
  /// - Parameter other: The number to add.
  /// - Returns: The low 256 bits, and whether a carry was lost.
  @inlinable
  public func addingReportingOverflow(
    _ other: UInt256
  ) -> (partialValue: UInt256, overflow: Bool) {
    let (lowSum, carry) = low.addingReportingOverflow(other.low)
    let (highSum, overflow) = high.addingReportingOverflow(other.high)
    let (carried, carryOut) = highSum.addingReportingOverflow(carry ? 1 : 0)
    return (UInt256(high: carried, low: lowSum), overflow || carryOut)
  }

  /// The product modulo 2^256, and whether it wrapped.
  ///
  /// - Parameter other: The factor.
  /// - Returns: The low 256 bits, and whether higher bits were lost.
  @inlinable
  public func multipliedReportingOverflow(
    by other: UInt256
  ) -> (partialValue: UInt256, overflow: Bool) {
    if high != 0 && other.high != 0 { return (self &* other, true) }
    // One factor is narrow: what is above 256 bits comes from the other's upper half alone.
    let wide = high | other.high
    let narrow = high == 0 ? low : other.low
    let lower = UInt256(low, times: other.low)
    if wide == 0 { return (lower, false) }
    let upper = UInt256(wide, times: narrow)
    let (sum, carry) = lower.high.addingReportingOverflow(upper.low)
    return (UInt256(high: sum, low: lower.low), carry || upper.high != 0)
  }

  /// `ADD`: the sum modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped sum.
  @inlinable
  public static func &+ (lhs: UInt256, rhs: UInt256) -> UInt256 {
    let low = lhs.low &+ rhs.low
    return UInt256(high: lhs.high &+ rhs.high &+ (low < rhs.low ? 1 : 0), low: low)
  }

  /// `SUB`: the difference modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped difference.
  @inlinable
  public static func &- (lhs: UInt256, rhs: UInt256) -> UInt256 {
    let borrow: UInt128 = lhs.low < rhs.low ? 1 : 0
    return UInt256(high: lhs.high &- rhs.high &- borrow, low: lhs.low &- rhs.low)
  }

  /// `MUL`: the product modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped product.
  @inlinable @inline(__always)
  public static func &* (lhs: UInt256, rhs: UInt256) -> UInt256 {
    let product = UInt256(lhs.low, times: rhs.low)
    let cross = lhs.high &* rhs.low &+ lhs.low &* rhs.high
    return UInt256(high: product.high &+ cross, low: product.low)
  }

  /// The product with one 64-bit word modulo 2^256.
  @inlinable @inline(__always)
  package func multipliedWrapping(by factor: UInt64) -> UInt256 {
    let p0 = UInt128(low.lowWord, times: factor)
    let p1 = UInt128(low.highWord, times: factor) &+ UInt128(truncatingIfNeeded: p0.highWord)
    let p2 = UInt128(high.lowWord, times: factor) &+ UInt128(truncatingIfNeeded: p1.highWord)
    let p3 = high.highWord &* factor &+ p2.highWord
    return UInt256(high: UInt128(p3, p2.lowWord), low: UInt128(p1.lowWord, p0.lowWord))
  }

  /// `SHL`: bits move up and out; 256 or more leave zero.
  ///
  /// - Parameters:
  ///   - lhs: The word.
  ///   - rhs: How far; negative is a programming error.
  /// - Returns: `lhs * 2^rhs` modulo 2^256.
  @inlinable
  public static func << (lhs: UInt256, rhs: Int) -> UInt256 {
    precondition(rhs >= 0, "a shift needs a distance of zero or more")
    let distance = UInt128(truncatingIfNeeded: rhs)
    switch rhs {
    case 0: return lhs
    case 1..<128:
      let high = (lhs.high &<< distance) | (lhs.low &>> (128 &- distance))
      return UInt256(high: high, low: lhs.low &<< distance)
    case 128..<256: return UInt256(high: lhs.low &<< (distance &- 128), low: 0)
    default: return .zero
    }
  }

  /// `SHR`: bits move down and out; 256 or more leave zero.
  ///
  /// - Parameters:
  ///   - lhs: The word.
  ///   - rhs: How far; negative is a programming error.
  /// - Returns: `floor(lhs / 2^rhs)`.
  @inlinable
  public static func >> (lhs: UInt256, rhs: Int) -> UInt256 {
    precondition(rhs >= 0, "a shift needs a distance of zero or more")
    let distance = UInt128(truncatingIfNeeded: rhs)
    switch rhs {
    case 0: return lhs
    case 1..<128:
      let low = (lhs.low &>> distance) | (lhs.high &<< (128 &- distance))
      return UInt256(high: lhs.high &>> distance, low: low)
    case 128..<256: return UInt256(high: 0, low: lhs.high &>> (distance &- 128))
    default: return .zero
    }
  }

  /// `NOT`: every bit turned over.
  ///
  /// - Parameter word: A word.
  /// - Returns: `2^256 - 1 - word`.
  @inlinable
  public static prefix func ~ (word: UInt256) -> UInt256 {
    UInt256(high: ~word.high, low: ~word.low)
  }

  /// `AND`, bit by bit.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The bits set in both.
  @inlinable
  public static func & (lhs: UInt256, rhs: UInt256) -> UInt256 {
    UInt256(high: lhs.high & rhs.high, low: lhs.low & rhs.low)
  }

  /// `OR`, bit by bit.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The bits set in either.
  @inlinable
  public static func | (lhs: UInt256, rhs: UInt256) -> UInt256 {
    UInt256(high: lhs.high | rhs.high, low: lhs.low | rhs.low)
  }
}
