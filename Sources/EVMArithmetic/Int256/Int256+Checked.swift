/// Solidity's checked signed arithmetic: out of range is `Panic(0x11)`, division by zero is
/// `Panic(0x12)`.
extension Int256 {
  /// Solidity's checked `a + b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The sum.
  /// - Throws: `Panic(0x11)` when the sum is out of range.
  public static func + (lhs: Int256, rhs: Int256) throws(Revert) -> Int256 {
    let sum = lhs &+ rhs
    if lhs.isNegative == rhs.isNegative && sum.isNegative != lhs.isNegative {
      throw .arithmeticOverflow
    }
    return sum
  }

  /// Solidity's checked `a - b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The difference.
  /// - Throws: `Panic(0x11)` when the difference is out of range.
  public static func - (lhs: Int256, rhs: Int256) throws(Revert) -> Int256 {
    let difference = lhs &- rhs
    if lhs.isNegative != rhs.isNegative && difference.isNegative != lhs.isNegative {
      throw .arithmeticOverflow
    }
    return difference
  }

  /// Solidity's checked `a * b`.
  ///
  /// - Parameters:
  ///   - lhs: A word.
  ///   - rhs: A word.
  /// - Returns: The product.
  /// - Throws: `Panic(0x11)` when the product is out of range.
  public static func * (lhs: Int256, rhs: Int256) throws(Revert) -> Int256 {
    let (magnitude, overflow) = lhs.magnitude.multipliedReportingOverflow(by: rhs.magnitude)
    let isNegative = lhs.isNegative != rhs.isNegative
    guard !overflow, let product = Int256(magnitude: magnitude, isNegative: isNegative) else {
      throw .arithmeticOverflow
    }
    return product
  }

  /// Solidity's checked `a / b`, truncated toward zero.
  ///
  /// - Parameters:
  ///   - lhs: The dividend.
  ///   - rhs: The divisor.
  /// - Returns: The quotient.
  /// - Throws: `Panic(0x12)` for a zero divisor, `Panic(0x11)` for the smallest number by -1.
  public static func / (lhs: Int256, rhs: Int256) throws(Revert) -> Int256 {
    if rhs.isZero { throw .divisionByZero }
    if lhs == .min && rhs == -1 { throw .arithmeticOverflow }
    return lhs.sdiv(rhs)
  }

  /// Solidity's `a % b`, with the sign of the dividend.
  ///
  /// - Parameters:
  ///   - lhs: The dividend.
  ///   - rhs: The modulus.
  /// - Returns: The remainder.
  /// - Throws: `Panic(0x12)` for a zero modulus.
  public static func % (lhs: Int256, rhs: Int256) throws(Revert) -> Int256 {
    if rhs.isZero { throw .divisionByZero }
    return lhs.smod(rhs)
  }

  /// A signed number as an unsigned word, refused when negative.
  ///
  /// - Returns: The same number.
  /// - Throws: `Panic(0x11)` for a negative number.
  public func unsigned() throws(Revert) -> UInt256 {
    if isNegative { throw .arithmeticOverflow }
    return bits
  }
}

extension UInt256 {
  /// An unsigned word as a signed number, refused from 2^255 on.
  ///
  /// - Returns: The same number.
  /// - Throws: `Panic(0x11)` when it does not fit.
  public func signed() throws(Revert) -> Int256 {
    let word = Int256(bitPattern: self)
    if word.isNegative { throw .arithmeticOverflow }
    return word
  }
}
