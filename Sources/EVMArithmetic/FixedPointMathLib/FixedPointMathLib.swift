/// Solady's `FixedPointMathLib`, bit for bit, with its errors as `Revert`.
///
/// Source: Vectorized/solady, `src/utils/FixedPointMathLib.sol`, v0.0.263 (commit d223d43), which
/// berachain/contracts pins. A "wad" is a number times 1e18. These are the contract's results,
/// with the contract's roundings; the correctly rounded functions live in `FixedPoint`.
public enum FixedPointMathLib {
  /// The scale of a wad: 1e18.
  @inlinable public static var wad: UInt256 { 1_000_000_000_000_000_000 }
  /// The scale of a wad as a signed word.
  static var signedWad: Int256 { Int256(bitPattern: wad) }
  /// The scale of a wad as a divisor: 1e18 * 2^4 has its top bit set.
  static var wadReciprocal: WordReciprocal {
    WordReciprocal(
      normalised: 0xde0b_6b3a_7640_0000, reciprocal: 0x2725_dd1d_243a_ba0e, shift: 4)
  }
}

extension FixedPointMathLib {
  /// `mulWad`: the product of two wads, rounded down.
  ///
  /// - Parameters:
  ///   - x: A wad.
  ///   - y: A wad.
  /// - Returns: `floor(x * y / 1e18)`.
  /// - Throws: `MulWadFailed` when `x * y` exceeds 256 bits.
  public static func mulWad(_ x: UInt256, _ y: UInt256) throws(Revert) -> UInt256 {
    try product(x, y, orThrow: "MulWadFailed")
      .quotientAndRemainder(dividingBy: wadReciprocal).quotient
  }

  /// `mulWadUp`: the product of two wads, rounded up.
  ///
  /// - Parameters:
  ///   - x: A wad.
  ///   - y: A wad.
  /// - Returns: `ceil(x * y / 1e18)`.
  /// - Throws: `MulWadFailed` when `x * y` exceeds 256 bits.
  public static func mulWadUp(_ x: UInt256, _ y: UInt256) throws(Revert) -> UInt256 {
    let (quotient, remainder) = try product(x, y, orThrow: "MulWadFailed")
      .quotientAndRemainder(dividingBy: wadReciprocal)
    return remainder == 0 ? quotient : quotient &+ .one
  }

  /// `divWad`: the quotient of two wads, rounded down.
  ///
  /// - Parameters:
  ///   - x: A wad.
  ///   - y: A wad.
  /// - Returns: `floor(x * 1e18 / y)`.
  /// - Throws: `DivWadFailed` when `y` is zero or `x * 1e18` exceeds 256 bits.
  public static func divWad(_ x: UInt256, _ y: UInt256) throws(Revert) -> UInt256 {
    let scaled = try product(x, wad, orThrow: "DivWadFailed")
    if y.isZero { throw .custom("DivWadFailed") }
    return scaled.div(y)
  }

  /// `divWadUp`: the quotient of two wads, rounded up.
  ///
  /// - Parameters:
  ///   - x: A wad.
  ///   - y: A wad.
  /// - Returns: `ceil(x * 1e18 / y)`.
  /// - Throws: `DivWadFailed` when `y` is zero or `x * 1e18` exceeds 256 bits.
  public static func divWadUp(_ x: UInt256, _ y: UInt256) throws(Revert) -> UInt256 {
    let scaled = try product(x, wad, orThrow: "DivWadFailed")
    if y.isZero { throw .custom("DivWadFailed") }
    return ceiling(scaled, y)
  }

  /// `sMulWad`: the product of two signed wads, truncated toward zero.
  ///
  /// - Parameters:
  ///   - x: A signed wad.
  ///   - y: A signed wad.
  /// - Returns: `x * y / 1e18` without its fraction.
  /// - Throws: `SMulWadFailed` when `x * y` is outside the signed range.
  public static func sMulWad(_ x: Int256, _ y: Int256) throws(Revert) -> Int256 {
    try product(x, y, orThrow: "SMulWadFailed").sdiv(signedWad)
  }

  /// `sDivWad`: the quotient of two signed wads, truncated toward zero.
  ///
  /// - Parameters:
  ///   - x: A signed wad.
  ///   - y: A signed wad.
  /// - Returns: `x * 1e18 / y` without its fraction.
  /// - Throws: `SDivWadFailed` when `y` is zero or `x * 1e18` is outside the signed range.
  public static func sDivWad(_ x: Int256, _ y: Int256) throws(Revert) -> Int256 {
    if y.isZero { throw .custom("SDivWadFailed") }
    return try product(x, signedWad, orThrow: "SDivWadFailed").sdiv(y)
  }

  /// The product in one word, or the error of the function that needs it.
  @inline(__always)
  static func product(
    _ x: UInt256, _ y: UInt256, orThrow error: String
  ) throws(Revert) -> UInt256 {
    let (product, overflow) = x.multipliedReportingOverflow(by: y)
    if overflow { throw .custom(error) }
    return product
  }

  private static func product(
    _ x: Int256, _ y: Int256, orThrow name: String
  ) throws(Revert) -> Int256 {
    do {
      return try x * y
    } catch {
      throw .custom(name)
    }
  }

  /// `add(iszero(iszero(mod(x, d))), div(x, d))`: the quotient rounded up.
  static func ceiling(_ x: UInt256, _ d: UInt256) -> UInt256 {
    guard let (quotient, remainder) = x.quotientAndRemainder(dividingBy: d) else { return .zero }
    return remainder.isZero ? quotient : quotient &+ .one
  }
}
