/// Products of 512 bits and the divisions that undo them, in digits of 128 bits.
extension UInt256 {
  /// The whole product, as two words.
  ///
  /// - Parameter other: The factor.
  /// - Returns: `high * 2^256 + low`, exactly `self * other`.
  public func multipliedFullWidth(by other: UInt256) -> (high: UInt256, low: UInt256) {
    let lowLow = low.multipliedFullWidth(by: other.low)
    let lowHigh = low.multipliedFullWidth(by: other.high)
    let highLow = high.multipliedFullWidth(by: other.low)
    let highHigh = high.multipliedFullWidth(by: other.high)
    let (sum, carry) = lowHigh.low.addingReportingOverflow(highLow.low)
    let (middle, carryIn) = sum.addingReportingOverflow(lowLow.high)
    // Schoolbook columns: the two carries of the middle column go to the upper word, which holds
    // them because the whole product is below 2^512.
    let carries = UInt128(carry ? 1 : 0) &+ UInt128(carryIn ? 1 : 0)
    let upper =
      UInt256(high: highHigh.high, low: highHigh.low) &+ UInt256(high: 0, low: lowHigh.high)
      &+ UInt256(high: 0, low: highLow.high) &+ UInt256(high: 0, low: carries)
    return (upper, UInt256(high: middle, low: lowLow.low))
  }

  /// Quotient rounded down and remainder.
  ///
  /// - Parameter divisor: The divisor.
  /// - Returns: `q` and `r` with `self = q * divisor + r` and `r < divisor`; `nil` for a zero
  ///   divisor.
  public func quotientAndRemainder(
    dividingBy divisor: UInt256
  ) -> (quotient: UInt256, remainder: UInt256)? {
    if divisor.high == 0 {
      return divisor.low == 0 ? nil : quotientAndRemainder(dividingBySingle: divisor.low)
    }
    if self < divisor { return (.zero, self) }
    let shift = divisor.high.leadingZeroBitCount
    let scaled = self << shift
    let overflow = shift == 0 ? 0 : high &>> UInt128(128 &- shift)
    let step = Self.quotientDigit(
      upper: UInt256(high: overflow, low: scaled.high), next: scaled.low, divisor << shift)
    return (UInt256(high: 0, low: step.quotient), step.remainder >> shift)
  }

  /// Divides 512 bits by a word when the quotient fits a word.
  ///
  /// Knuth, The Art of Computer Programming, volume 2, algorithm 4.3.1 D, with digits of 128 bits,
  /// so that at most two quotient digits are estimated.
  ///
  /// - Parameter dividend: The upper and the lower word of the dividend.
  /// - Returns: Quotient rounded down and remainder; `nil` when `self` is zero or the quotient
  ///   needs more than 256 bits (`dividend.high >= self`).
  public func dividingFullWidth(
    _ dividend: (high: UInt256, low: UInt256)
  ) -> (quotient: UInt256, remainder: UInt256)? {
    guard dividend.high < self else { return nil }
    if dividend.high.isZero { return dividend.low.quotientAndRemainder(dividingBy: self) }
    if high == 0 {
      let upper = low.dividingFullWidth((dividend.high.low, dividend.low.high))
      let lower = low.dividingFullWidth((upper.remainder, dividend.low.low))
      return (
        UInt256(high: upper.quotient, low: lower.quotient), UInt256(high: 0, low: lower.remainder)
      )
    }
    let shift = high.leadingZeroBitCount
    let divisor = self << shift
    let upperWord = (dividend.high << shift) | (dividend.low >> (256 - shift))
    let lowerWord = dividend.low << shift
    let first = Self.quotientDigit(upper: upperWord, next: lowerWord.high, divisor)
    let second = Self.quotientDigit(upper: first.remainder, next: lowerWord.low, divisor)
    return (
      UInt256(high: first.quotient, low: second.quotient), second.remainder >> shift
    )
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

  /// Division by one digit of 128 bits that is not zero.
  private func quotientAndRemainder(
    dividingBySingle divisor: UInt128
  ) -> (quotient: UInt256, remainder: UInt256) {
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (UInt256(high: 0, low: quotient), UInt256(high: 0, low: remainder))
    }
    let upper = high.quotientAndRemainder(dividingBy: divisor)
    let lower = divisor.dividingFullWidth((upper.remainder, low))
    return (
      UInt256(high: upper.quotient, low: lower.quotient), UInt256(high: 0, low: lower.remainder)
    )
  }

  /// One step of long division: three digits by a normalised divisor of two.
  ///
  /// Steps D3 to D6 of the algorithm. The estimate from the leading digits is at most two too
  /// large, and comparing with the divisor's second digit corrects it exactly.
  ///
  /// - Parameters:
  ///   - upper: The two leading digits, smaller than `divisor`.
  ///   - next: The third digit.
  ///   - divisor: A divisor whose top bit is set.
  /// - Returns: The quotient digit and the remainder.
  private static func quotientDigit(
    upper: UInt256, next: UInt128, _ divisor: UInt256
  ) -> (quotient: UInt128, remainder: UInt256) {
    var estimate: UInt128
    var rest: UInt128
    var exceeds = false
    if upper.high >= divisor.high {
      estimate = .max
      (rest, exceeds) = upper.low.addingReportingOverflow(divisor.high)
    } else {
      (estimate, rest) = divisor.high.dividingFullWidth((upper.high, upper.low))
    }
    while !exceeds {
      let product = estimate.multipliedFullWidth(by: divisor.low)
      guard UInt256(high: product.high, low: product.low) > UInt256(high: rest, low: next) else {
        break
      }
      estimate &-= 1
      (rest, exceeds) = rest.addingReportingOverflow(divisor.high)
    }
    let remainder =
      UInt256(high: upper.low, low: next) &- (UInt256(high: 0, low: estimate) &* divisor)
    return (estimate, remainder)
  }
}
