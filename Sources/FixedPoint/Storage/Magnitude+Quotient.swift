internal import CGMP

extension Magnitude {
  /// The quotient rounded toward zero and the remainder; `divisor` is not zero.
  func quotientAndRemainder(
    dividingBy divisor: Magnitude
  ) -> (quotient: Magnitude, remainder: Magnitude) {
    if isInline && divisor.isInline && divisor.high == 0 {
      let result = Self.divide(high, low, by: divisor.low)
      return (Magnitude(low: result.low, high: result.high), Magnitude(result.remainder))
    }
    if compared(to: divisor) < 0 { return (.zero, self) }
    var quotient = Magnitude.zero
    var remainder = Magnitude.zero
    unsafe withLimbs { limbs, count in
      unsafe divisor.withLimbs { divisorLimbs, divisorCount in
        let quotientCount = count - divisorCount + 1
        unsafe LimbArithmetic.withScratch(quotientCount + divisorCount) { scratch in
          let rest = unsafe scratch + quotientCount
          unsafe __gmpn_tdiv_qr(scratch, rest, 0, limbs, count, divisorLimbs, divisorCount)
          unsafe quotient.become(UnsafePointer(scratch), count: quotientCount)
          unsafe remainder.become(UnsafePointer(rest), count: divisorCount)
        }
      }
    }
    return (quotient, remainder)
  }

  /// Becomes `a / divisor`, rounded as a value of the given sign, in the present storage where that
  /// is possible; `divisor` is not zero.
  @inline(__always)
  mutating func formQuotient(
    of a: Magnitude, by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) {
    if a.isInline && divisor.isInline && divisor.high == 0 {
      self = Self.narrowQuotient(
        high: a.high, low: a.low, by: divisor.low, isNegative: isNegative, rounding: rounding)
    } else {
      formLongQuotient(of: a, by: divisor, isNegative: isNegative, rounding: rounding)
    }
  }

  /// Becomes `a * b / divisor` with the whole product kept, rounded as a value of the given sign.
  @inline(__always)
  mutating func formQuotient(
    ofProduct a: Magnitude, _ b: Magnitude, by divisor: Magnitude, isNegative: Bool,
    rounding: RoundingRule
  ) {
    if a.isNarrow(with: b) && a.isNarrow(with: divisor) {
      let product = a.low.multipliedFullWidth(by: b.low)
      self = Self.narrowQuotient(
        high: product.high, low: product.low, by: divisor.low, isNegative: isNegative,
        rounding: rounding)
      return
    }
    formLongQuotient(ofProduct: a, b, by: divisor, isNegative: isNegative, rounding: rounding)
  }

  /// Multiplies by `b` and divides by `divisor` in place, rounded as a value of the given sign.
  @inline(__always)
  mutating func formQuotient(
    ofProductWith b: Magnitude, by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) {
    if isInline {
      formQuotient(
        ofProduct: self, b, by: divisor, isNegative: isNegative, rounding: rounding)
    } else {
      formWideQuotient(
        ofProductWith: b, by: divisor, isNegative: isNegative, rounding: rounding)
    }
  }

  @inline(never)
  private mutating func formLongQuotient(
    of a: Magnitude, by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) {
    unsafe a.withLimbs { limbs, count in
      unsafe divisor.withLimbs { divisorLimbs, divisorCount in
        unsafe LimbArithmetic.withScratch(divisorCount) { remainder in
          unsafe formQuotient(
            limbs, count, by: divisorLimbs, divisorCount, remainder: remainder,
            isNegative: isNegative, rounding: rounding)
        }
      }
    }
  }

  @inline(never)
  private mutating func formLongQuotient(
    ofProduct a: Magnitude, _ b: Magnitude, by divisor: Magnitude, isNegative: Bool,
    rounding: RoundingRule
  ) {
    unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        unsafe formQuotient(
          ofProduct: aLimbs, aCount, bLimbs, bCount, by: divisor, isNegative: isNegative,
          rounding: rounding)
      }
    }
  }

  @inline(never)
  private mutating func formWideQuotient(
    ofProductWith b: Magnitude, by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) {
    // No reference is taken, so that the storage stays unique; valid until it is overwritten.
    let (own, count) = unsafe (UnsafePointer(wideLimbs), wideCount)
    unsafe b.withLimbs { bLimbs, bCount in
      unsafe formQuotient(
        ofProduct: own, count, bLimbs, bCount, by: divisor, isNegative: isNegative,
        rounding: rounding)
    }
  }

  /// Becomes the rounded quotient of a product that is formed outside of the present storage.
  @inline(__always)
  private mutating func formQuotient(
    ofProduct aLimbs: UnsafePointer<UInt>, _ aCount: Int,
    _ bLimbs: UnsafePointer<UInt>, _ bCount: Int,
    by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) {
    if aCount == 0 || bCount == 0 {
      self = .zero
      return
    }
    unsafe divisor.withLimbs { divisorLimbs, divisorCount in
      let count = aCount + bCount
      unsafe LimbArithmetic.withScratch(max(count, divisorCount)) { product in
        unsafe LimbArithmetic.multiply(aLimbs, aCount, bLimbs, bCount, into: product)
        let used = unsafe LimbArithmetic.trimmed(UnsafePointer(product), count)
        // mpn_tdiv_qr allows the remainder to replace the dividend.
        unsafe formQuotient(
          UnsafePointer(product), used, by: divisorLimbs, divisorCount, remainder: product,
          isNegative: isNegative, rounding: rounding)
      }
    }
  }

  /// Becomes the rounded quotient of trimmed runs of limbs; `remainder` has room for the divisor's
  /// count and may be the dividend.
  @inline(__always)
  private mutating func formQuotient(
    _ limbs: UnsafePointer<UInt>, _ count: Int,
    by divisor: UnsafePointer<UInt>, _ divisorCount: Int,
    remainder: UnsafeMutablePointer<UInt>, isNegative: Bool, rounding: RoundingRule
  ) {
    let quotientCount = count - divisorCount + 1
    if quotientCount <= 0 {
      let discarded = unsafe LimbArithmetic.discardedPart(
        remainder: limbs, count, divisor: divisor, divisorCount)
      let grows = rounding.growsMagnitude(
        isNegative: isNegative, isOdd: false, discarded: discarded)
      replace(by: Magnitude(grows ? 1 : 0))
      return
    }
    unsafe overwrite(room: quotientCount + 1) { target in
      unsafe LimbArithmetic.divide(
        limbs, count, by: divisor, divisorCount, into: target, remainder: remainder,
        isNegative: isNegative, rounding: rounding)
    }
  }
}
