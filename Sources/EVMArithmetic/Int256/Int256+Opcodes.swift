/// The machine's signed arithmetic: wrapping, `SDIV` truncates toward zero, `SAR` floors.
extension Int256 {
  /// `ADD`: the sum modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped sum.
  public static func &+ (lhs: Int256, rhs: Int256) -> Int256 {
    Int256(bitPattern: lhs.bits &+ rhs.bits)
  }

  /// `SUB`: the difference modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped difference.
  public static func &- (lhs: Int256, rhs: Int256) -> Int256 {
    Int256(bitPattern: lhs.bits &- rhs.bits)
  }

  /// `MUL`: the product modulo 2^256.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The wrapped product.
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
  public static func << (lhs: Int256, rhs: Int) -> Int256 {
    Int256(bitPattern: lhs.bits << rhs)
  }

  /// `SAR`: bits move down and the sign is kept, so that the quotient by 2^rhs is rounded down.
  ///
  /// - Parameters:
  ///   - lhs: The word.
  ///   - rhs: How far; negative is a programming error.
  /// - Returns: `floor(lhs / 2^rhs)`.
  public static func >> (lhs: Int256, rhs: Int) -> Int256 {
    guard lhs.isNegative else { return Int256(bitPattern: lhs.bits >> rhs) }
    return Int256(bitPattern: ~(~lhs.bits >> rhs))
  }
}
