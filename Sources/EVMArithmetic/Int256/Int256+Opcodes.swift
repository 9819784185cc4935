/// The machine's signed arithmetic: wrapping, `SDIV` truncates toward zero, `SAR` floors.
extension Int256 {
  /// `ADD`: the sum modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped sum.
  @inlinable
  public static func &+ (lhs: Int256, rhs: Int256) -> Int256 {
    Int256(bitPattern: lhs.bits &+ rhs.bits)
  }

  /// `SUB`: the difference modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped difference.
  @inlinable
  public static func &- (lhs: Int256, rhs: Int256) -> Int256 {
    Int256(bitPattern: lhs.bits &- rhs.bits)
  }

  /// `MUL`: the product modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped product.
  @inline(__always)
  public static func &* (lhs: Int256, rhs: Int256) -> Int256 {
    Int256(bitPattern: lhs.bits &* rhs.bits)
  }

  /// `SDIV`: the quotient truncated toward zero, 0 for a zero divisor.
  ///
  /// The smallest number divided by -1 wraps to itself, as on the machine.
  ///
  /// - Parameter divisor: The divisor.
  /// - Returns: The quotient.
  public func sdiv(_ divisor: Int256) -> Int256 {
    let quotient = magnitude.div(divisor.magnitude)
    return Int256(bitPattern: isNegative == divisor.isNegative ? quotient : .zero &- quotient)
  }

  /// `SMOD`: the remainder that belongs to `sdiv`, with the sign of the dividend.
  ///
  /// - Parameter modulus: The modulus; 0 gives 0.
  /// - Returns: The remainder.
  public func smod(_ modulus: Int256) -> Int256 {
    let remainder = magnitude.mod(modulus.magnitude)
    return Int256(bitPattern: isNegative ? .zero &- remainder : remainder)
  }

  /// `SHL`: bits move up and out; 256 or more leave zero.
  ///
  /// - Parameters:
  ///   - lhs: The word.
  ///   - rhs: How far; negative is a programming error.
  /// - Returns: `lhs * 2^rhs`, wrapped.
  @inlinable
  public static func << (lhs: Int256, rhs: Int) -> Int256 {
    Int256(bitPattern: lhs.bits << rhs)
  }

  /// `SAR`: bits move down and the sign is kept, so that the quotient by 2^rhs is rounded down.
  ///
  /// - Parameters:
  ///   - lhs: The word.
  ///   - rhs: How far; negative is a programming error.
  /// - Returns: `floor(lhs / 2^rhs)`.
  @inlinable
  public static func >> (lhs: Int256, rhs: Int) -> Int256 {
    precondition(rhs >= 0, "a shift needs a distance of zero or more")
    let high = Int128(truncatingIfNeeded: lhs.bits.high)
    let distance = UInt128(truncatingIfNeeded: rhs)
    switch rhs {
    case 0: return lhs
    case 1..<128:
      let low = (lhs.bits.low &>> distance) | (lhs.bits.high &<< (128 &- distance))
      return Int256(
        bitPattern: UInt256(high: UInt128(truncatingIfNeeded: high &>> Int128(rhs)), low: low))
    default:
      // From 255 on nothing but the sign is left.
      let low = UInt128(truncatingIfNeeded: high &>> Int128(Swift.min(rhs - 128, 127)))
      return Int256(bitPattern: UInt256(high: UInt128(truncatingIfNeeded: high &>> 127), low: low))
    }
  }
}
