/// Products of 512 bits and the divisions that undo them.
extension UInt256 {
  /// The whole product, as two words.
  ///
  /// - Parameter other: The factor.
  /// - Returns: `high * 2^256 + low`, exactly `self * other`.
  @inlinable
  public func multipliedFullWidth(by other: UInt256) -> (high: UInt256, low: UInt256) {
    let lowLow = UInt256(low, times: other.low)
    let lowHigh = UInt256(low, times: other.high)
    let highLow = UInt256(high, times: other.low)
    let highHigh = UInt256(high, times: other.high)
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
  @inlinable
  public func dividingFullWidth(
    _ dividend: (high: UInt256, low: UInt256)
  ) -> (quotient: UInt256, remainder: UInt256)? {
    guard dividend.high < self else { return nil }
    if dividend.high.isZero { return dividend.low.quotientAndRemainder(dividingBy: self) }
    if high == 0 { return LongDivision.divide(dividend.high.low, dividend.low, by: low) }
    return LongDivision.divide(dividend, by: self)
  }

  /// Quotient rounded down and remainder.
  ///
  /// - Parameter divisor: The divisor.
  /// - Returns: `q` and `r` with `self = q * divisor + r` and `r < divisor`; `nil` for a zero
  ///   divisor.
  @inlinable
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

  /// Quotient rounded down and remainder, for a divisor that cannot be zero.
  @inlinable @inline(__always)
  package func quotientAndRemainder(
    dividingByNonZero divisor: UInt256
  ) -> (quotient: UInt256, remainder: UInt256) {
    guard let result = quotientAndRemainder(dividingBy: divisor) else {
      preconditionFailure("a divisor that cannot be zero is zero")
    }
    return result
  }

  /// Quotient rounded down and remainder, for a divisor of one word whose reciprocal is known.
  @inlinable @inline(__always)
  package func quotientAndRemainder(
    dividingBy divisor: WordReciprocal
  ) -> (quotient: UInt256, remainder: UInt64) {
    let (quotient, remainder) = LongDivision.divide(0, self, by: divisor)
    return (quotient, remainder.low.lowWord)
  }

  /// The exact product of two halves; it cannot overflow.
  @inlinable @inline(__always)
  package init(_ a: UInt128, times b: UInt128) {
    let low = UInt128(a.lowWord, times: b.lowWord)
    let crossA = UInt128(a.highWord, times: b.lowWord)
    let crossB = UInt128(a.lowWord, times: b.highWord)
    // Each sum stays in 128 bits: (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
    let middle = crossA &+ UInt128(truncatingIfNeeded: low.highWord)
    let column = crossB &+ UInt128(truncatingIfNeeded: middle.lowWord)
    let high =
      UInt128(a.highWord, times: b.highWord) &+ UInt128(truncatingIfNeeded: middle.highWord)
      &+ UInt128(truncatingIfNeeded: column.highWord)
    self.init(high: high, low: UInt128(column.lowWord, low.lowWord))
  }
}
