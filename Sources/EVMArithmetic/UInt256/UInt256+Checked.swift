/// Solidity's checked arithmetic (0.8 and later): out of range is `Panic(0x11)`, division by zero
/// is `Panic(0x12)`.
extension UInt256 {
  /// The sum, checked.
  ///
  /// - Parameter other: The number to add.
  /// - Returns: `self + other`.
  /// - Throws: `Panic(0x11)` when the sum needs more than 256 bits.
  @inlinable
  public func adding(_ other: UInt256) throws(Revert) -> UInt256 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw .arithmeticOverflow }
    return sum
  }

  /// The difference, checked.
  ///
  /// - Parameter other: The number to take away.
  /// - Returns: `self - other`.
  /// - Throws: `Panic(0x11)` when `other` is larger.
  @inlinable
  public func subtracting(_ other: UInt256) throws(Revert) -> UInt256 {
    if self < other { throw .arithmeticOverflow }
    return self &- other
  }

  /// The product, checked.
  ///
  /// - Parameter other: The factor.
  /// - Returns: `self * other`.
  /// - Throws: `Panic(0x11)` when the product needs more than 256 bits.
  public func multiplied(by other: UInt256) throws(Revert) -> UInt256 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    if overflow { throw .arithmeticOverflow }
    return product
  }

  /// The quotient rounded down.
  ///
  /// - Parameter other: The divisor.
  /// - Returns: `floor(self / other)`.
  /// - Throws: `Panic(0x12)` when `other` is zero.
  public func divided(by other: UInt256) throws(Revert) -> UInt256 {
    guard let (quotient, _) = quotientAndRemainder(dividingBy: other) else {
      throw .divisionByZero
    }
    return quotient
  }

  /// The remainder of the division rounded down.
  ///
  /// - Parameter other: The modulus.
  /// - Returns: `self mod other`.
  /// - Throws: `Panic(0x12)` when `other` is zero.
  public func remainder(dividingBy other: UInt256) throws(Revert) -> UInt256 {
    guard let (_, remainder) = quotientAndRemainder(dividingBy: other) else {
      throw .divisionByZero
    }
    return remainder
  }

  /// Solidity's checked `a + b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The sum.
  /// - Throws: `Panic(0x11)` on overflow.
  @inlinable
  public static func + (lhs: UInt256, rhs: UInt256) throws(Revert) -> UInt256 {
    try lhs.adding(rhs)
  }

  /// Solidity's checked `a - b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The difference.
  /// - Throws: `Panic(0x11)` when `rhs` is larger.
  @inlinable
  public static func - (lhs: UInt256, rhs: UInt256) throws(Revert) -> UInt256 {
    try lhs.subtracting(rhs)
  }

  /// Solidity's checked `a * b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The product.
  /// - Throws: `Panic(0x11)` on overflow.
  public static func * (lhs: UInt256, rhs: UInt256) throws(Revert) -> UInt256 {
    try lhs.multiplied(by: rhs)
  }

  /// Solidity's `a / b`, rounded down.
  ///
  /// - Parameters:
  ///   - lhs: The dividend.
  ///   - rhs: The divisor.
  /// - Returns: The quotient.
  /// - Throws: `Panic(0x12)` when `rhs` is zero.
  public static func / (lhs: UInt256, rhs: UInt256) throws(Revert) -> UInt256 {
    try lhs.divided(by: rhs)
  }

  /// Solidity's `a % b`.
  ///
  /// - Parameters:
  ///   - lhs: The dividend.
  ///   - rhs: The modulus.
  /// - Returns: The remainder.
  /// - Throws: `Panic(0x12)` when `rhs` is zero.
  public static func % (lhs: UInt256, rhs: UInt256) throws(Revert) -> UInt256 {
    try lhs.remainder(dividingBy: rhs)
  }
}
