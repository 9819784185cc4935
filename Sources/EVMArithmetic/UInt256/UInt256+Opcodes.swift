/// The opcodes that give 0 for a zero divisor, and Solidity's cast from a signed word.
extension UInt256 {
  /// `DIV`: the quotient rounded down, 0 for a zero divisor.
  ///
  /// - Parameter divisor: The divisor.
  /// - Returns: The quotient.
  public func div(_ divisor: UInt256) -> UInt256 {
    quotientAndRemainder(dividingBy: divisor)?.quotient ?? .zero
  }

  /// `MOD`: the remainder, 0 for a zero modulus.
  ///
  /// - Parameter modulus: The modulus.
  /// - Returns: The remainder.
  public func mod(_ modulus: UInt256) -> UInt256 {
    quotientAndRemainder(dividingBy: modulus)?.remainder ?? .zero
  }

  /// `MULMOD`: the product modulo a word, without losing its upper bits.
  ///
  /// - Parameters:
  ///   - other: The factor.
  ///   - modulus: The modulus.
  /// - Returns: `self * other mod modulus`, 0 for a zero modulus.
  public func multiplied(by other: UInt256, modulo modulus: UInt256) -> UInt256 {
    let product = multipliedFullWidth(by: other)
    let upper = product.high.mod(modulus)
    return modulus.dividingFullWidth((upper, product.low))?.remainder ?? .zero
  }

  /// The explicit Solidity cast `uint256(x)`: the same 256 bits, read without a sign.
  ///
  /// - Parameter value: The signed word.
  public init(bitPattern value: Int256) {
    self = value.bits
  }
}
