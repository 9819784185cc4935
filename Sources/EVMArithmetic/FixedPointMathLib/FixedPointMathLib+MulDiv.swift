extension FixedPointMathLib {
  /// `mulDiv`: multiply in one word, then divide, rounded down.
  ///
  /// - Parameters:
  ///   - x: A factor.
  ///   - y: A factor.
  ///   - d: The divisor.
  /// - Returns: `floor(x * y / d)`.
  /// - Throws: `MulDivFailed` when `d` is zero or `x * y` exceeds 256 bits.
  public static func mulDiv(_ x: UInt256, _ y: UInt256, _ d: UInt256) throws(Revert) -> UInt256 {
    let numerator = try product(x, y, orThrow: "MulDivFailed")
    if d.isZero { throw .custom("MulDivFailed") }
    return numerator.div(d)
  }

  /// `mulDivUp`: multiply in one word, then divide, rounded up.
  ///
  /// - Parameters:
  ///   - x: A factor.
  ///   - y: A factor.
  ///   - d: The divisor.
  /// - Returns: `ceil(x * y / d)`.
  /// - Throws: `MulDivFailed` when `d` is zero or `x * y` exceeds 256 bits.
  public static func mulDivUp(_ x: UInt256, _ y: UInt256, _ d: UInt256) throws(Revert) -> UInt256 {
    let numerator = try product(x, y, orThrow: "MulDivFailed")
    if d.isZero { throw .custom("MulDivFailed") }
    return ceiling(numerator, d)
  }

  /// `fullMulDiv`: the exact product of 512 bits divided, rounded down.
  ///
  /// The contract works modulo powers of two; the quotient is the same integer.
  ///
  /// - Parameters:
  ///   - x: A factor.
  ///   - y: A factor.
  ///   - d: The divisor.
  /// - Returns: `floor(x * y / d)`.
  /// - Throws: `FullMulDivFailed` when `d` is zero or the quotient exceeds 256 bits.
  public static func fullMulDiv(
    _ x: UInt256, _ y: UInt256, _ d: UInt256
  ) throws(Revert) -> UInt256 {
    guard let division = divideProduct(x, y, by: d) else { throw .custom("FullMulDivFailed") }
    return division.quotient
  }

  /// `fullMulDivUp`: the exact product of 512 bits divided, rounded up.
  ///
  /// - Parameters:
  ///   - x: A factor.
  ///   - y: A factor.
  ///   - d: The divisor.
  /// - Returns: `ceil(x * y / d)`.
  /// - Throws: `FullMulDivFailed` when `d` is zero or the result exceeds 256 bits.
  public static func fullMulDivUp(
    _ x: UInt256, _ y: UInt256, _ d: UInt256
  ) throws(Revert) -> UInt256 {
    guard let division = divideProduct(x, y, by: d) else { throw .custom("FullMulDivFailed") }
    if division.remainder.isZero { return division.quotient }
    let (rounded, overflow) = division.quotient.addingReportingOverflow(.one)
    if overflow { throw .custom("FullMulDivFailed") }
    return rounded
  }

  /// `divUp`: the quotient rounded up.
  ///
  /// - Parameters:
  ///   - x: The dividend.
  ///   - d: The divisor.
  /// - Returns: `ceil(x / d)`.
  /// - Throws: `DivFailed` when `d` is zero.
  public static func divUp(_ x: UInt256, _ d: UInt256) throws(Revert) -> UInt256 {
    if d.isZero { throw .custom("DivFailed") }
    return ceiling(x, d)
  }

  /// The exact product divided; `nil` for a zero divisor or a quotient of more than 256 bits.
  @inline(__always)
  private static func divideProduct(
    _ x: UInt256, _ y: UInt256, by d: UInt256
  ) -> (quotient: UInt256, remainder: UInt256)? {
    // Amounts and rates mostly fit 128 bits, and their product a word.
    if (x.high | y.high) == 0 {
      return UInt256(x.low, times: y.low).quotientAndRemainder(dividingBy: d)
    }
    return d.dividingFullWidth(x.multipliedFullWidth(by: y))
  }
}
