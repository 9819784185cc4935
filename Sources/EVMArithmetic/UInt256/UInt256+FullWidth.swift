/// Products of 512 bits and the divisions that undo them.
extension UInt256 {
  /// The whole product, as two words.
  ///
  /// - Parameter other: The factor.
  /// - Returns: `high * 2^256 + low`, exactly `self * other`.
  public func multipliedFullWidth(by other: UInt256) -> (high: UInt256, low: UInt256) {
    let lowLow = Self.product(low, other.low)
    let lowHigh = Self.product(low, other.high)
    let highLow = Self.product(high, other.low)
    let highHigh = Self.product(high, other.high)
    let (sum, carry) = lowHigh.low.addingReportingOverflow(highLow.low)
    let (middle, carryIn) = sum.addingReportingOverflow(lowLow.high)
    // Schoolbook columns: the two carries of the middle column go to the upper word, which holds
    // them because the whole product is below 2^512.
    let (cross, crossCarry) = lowHigh.high.addingReportingOverflow(highLow.high)
    let upper =
      highHigh &+ UInt256(high: crossCarry ? 1 : 0, low: cross)
      &+ UInt256(high: 0, low: UInt128(carry ? 1 : 0) &+ UInt128(carryIn ? 1 : 0))
    return (upper, UInt256(high: middle, low: lowLow.low))
  }

  /// Divides 512 bits by a word when the quotient fits a word.
  ///
  /// - Parameter dividend: The upper and the lower word of the dividend.
  /// - Returns: Quotient rounded down and remainder; `nil` when `self` is zero or the quotient
  ///   needs more than 256 bits (`dividend.high >= self`).
  public func dividingFullWidth(
    _ dividend: (high: UInt256, low: UInt256)
  ) -> (quotient: UInt256, remainder: UInt256)? {
    guard dividend.high < self else { return nil }
    if dividend.high.isZero { return dividend.low.quotientAndRemainder(dividingBy: self) }
    if high == 0 { return LongDivision.divide(dividend.high.low, dividend.low, by: low) }
    return LongDivision.divide(dividend, by: self)
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

  /// Quotient rounded down and remainder.
  ///
  /// - Parameter divisor: The divisor.
  /// - Returns: `q` and `r` with `self = q * divisor + r` and `r < divisor`; `nil` for a zero
  ///   divisor.
  public func quotientAndRemainder(
    dividingBy divisor: UInt256
  ) -> (quotient: UInt256, remainder: UInt256)? {
    if divisor.high != 0 {
      return self < divisor ? (.zero, self) : LongDivision.divide(self, by: divisor)
    }
    if divisor.low == 0 { return nil }
    if high != 0 { return LongDivision.divide(0, self, by: divisor.low) }
    let quotient = low / divisor.low
    return (
      UInt256(high: 0, low: quotient),
      UInt256(high: 0, low: low &- quotient &* divisor.low)
    )
  }

  /// The exact product of two halves.
  @inline(__always)
  static func product(_ a: UInt128, _ b: UInt128) -> UInt256 {
    let low = wide(a.lowWord, b.lowWord)
    let crossA = wide(a.highWord, b.lowWord)
    let crossB = wide(a.lowWord, b.highWord)
    // Each sum stays in 128 bits: (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
    let middle = crossA &+ UInt128(truncatingIfNeeded: low.highWord)
    let column = crossB &+ UInt128(truncatingIfNeeded: middle.lowWord)
    let high =
      wide(a.highWord, b.highWord) &+ UInt128(truncatingIfNeeded: middle.highWord)
      &+ UInt128(truncatingIfNeeded: column.highWord)
    return UInt256(high: high, low: UInt128(column.lowWord, low.lowWord))
  }
}
