// Division of up to 256 bits by up to 128 bits in registers, without GMP: half the time of
// mpn_tdiv_qr, most of whose cost at these widths is the way there.

extension Magnitude {
  /// `(high, low) / divisor` rounded as a value of the given sign; `divisor` is not zero.
  @inline(__always)
  static func narrowQuotient(
    high: UInt128, low: UInt128, by divisor: UInt128, isNegative: Bool, rounding: RoundingRule
  ) -> Magnitude {
    let (quotientHigh, quotientLow, remainder) = divide(high, low, by: divisor)
    if remainder == 0 { return Magnitude(low: quotientLow, high: quotientHigh) }
    let rest = divisor &- remainder
    let grows = rounding.growsMagnitude(
      isNegative: isNegative, isOdd: quotientLow & 1 == 1,
      discarded: remainder < rest ? .belowHalf : (remainder == rest ? .half : .aboveHalf))
    // A remainder means a divisor of at least two, hence a quotient that can grow by one.
    let (sum, carry) = quotientLow.addingReportingOverflow(grows ? 1 : 0)
    return Magnitude(low: sum, high: quotientHigh &+ (carry ? 1 : 0))
  }

  /// The quotient, as two halves, and the remainder of `(high, low) / divisor`.
  @inline(__always)
  static func divide(
    _ high: UInt128, _ low: UInt128, by divisor: UInt128
  ) -> (high: UInt128, low: UInt128, remainder: UInt128) {
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (0, quotient, remainder)
    }
    if high < divisor {
      let (quotient, remainder) = divideFourWords(high, low, by: divisor)
      return (0, quotient, remainder)
    }
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (lower, remainder) = divideFourWords(rest, low, by: divisor)
    return (upper, lower, remainder)
  }

  /// Four words by two, `high < divisor`: two steps of Knuth's Algorithm D (The Art of Computer
  /// Programming, volume 2, section 4.3.1).
  private static func divideFourWords(
    _ high: UInt128, _ low: UInt128, by divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    let shift = UInt128(truncatingIfNeeded: divisor.leadingZeroBitCount)
    let normalized = divisor << shift
    let upper = high << shift | (shift == 0 ? 0 : low >> (128 - shift))
    let lower = low << shift
    let (q1, rest) = divideThreeWords(
      upper, UInt64(truncatingIfNeeded: lower >> 64), by: normalized)
    let (q0, remainder) = divideThreeWords(
      rest, UInt64(truncatingIfNeeded: lower), by: normalized)
    return (UInt128(q1) << 64 | UInt128(q0), remainder >> shift)
  }

  /// Three words `(upper, lower)` by two, `upper < divisor`, the divisor's top bit set.
  @inline(__always)
  private static func divideThreeWords(
    _ upper: UInt128, _ lower: UInt64, by divisor: UInt128
  ) -> (quotient: UInt64, remainder: UInt128) {
    let (v1, v0) = (UInt64(truncatingIfNeeded: divisor >> 64), UInt64(truncatingIfNeeded: divisor))
    let u2 = UInt64(truncatingIfNeeded: upper >> 64)
    // The estimate from the leading words is right or up to two too large.
    var quotient =
      u2 >= v1
      ? UInt64.max : v1.dividingFullWidth((u2, UInt64(truncatingIfNeeded: upper))).quotient
    let product = UInt128(quotient) &* UInt128(v0)
    let (word, borrow) = lower.subtractingReportingOverflow(UInt64(truncatingIfNeeded: product))
    let subtrahend = product >> 64 &+ UInt128(quotient) &* UInt128(v1)
    let (partial, under) = upper.subtractingReportingOverflow(subtrahend)
    let (rest, underOfBorrow) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
    // The remainder has three words, the top one of which is all ones while it is negative.
    var isNegative = under || underOfBorrow
    var top = UInt64(truncatingIfNeeded: rest >> 64)
    var remainder = rest << 64 | UInt128(word)
    while isNegative {
      quotient &-= 1
      let (sum, carry) = remainder.addingReportingOverflow(divisor)
      remainder = sum
      if carry {
        let (next, overflow) = top.addingReportingOverflow(1)
        top = next
        isNegative = !overflow
      }
    }
    return (quotient, remainder)
  }
}
