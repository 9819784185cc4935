internal import CKernels

// The one division of a yield formula: four words by one, two or three words.
//
// Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D, specialised. A general
// division normalises both operands completely; here only the words that the estimate of a quotient
// digit looks at are shifted, and the remainder is formed from the operands as they are:
//
//   D' = the top 64 bits of D, N' = N shifted by the same amount (128 bits when the quotient fits one
//   word). floor(N' / D') is never below floor(N / D) and at most 2 above it (Knuth's theorems A and
//   B, D' having its top bit set). N - estimate * D then lies in [-2D, D), so its sign is the top
//   bit, and at most two additions of D correct the estimate.

extension Limbs256 {
  /// `floor(self / divisor)` where the quotient is below 2^128 and the divisor below 2^192, or `nil`
  /// where it is not (or the divisor is zero): the caller then takes the unbounded path.
  @inline(__always)
  package func quotient(dividingBy divisor: Limbs256) -> UInt128? {
    if divisor.w3 == 0, divisor.w2 != 0 {
      let (top, window) = aligned(to: divisor)
      if window.highWord < top {
        let estimate = berayield_divide_full_width(window.highWord, window.lowWord, top)
        return UInt128(corrected(estimate, divisor).digit)
      }
    }
    return wideQuotient(dividingBy: divisor)
  }

  /// The quotients of two words, and the narrow divisors.
  @inline(never)
  private func wideQuotient(dividingBy divisor: Limbs256) -> UInt128? {
    if divisor.w3 != 0 {
      return nil
    }
    if divisor.w2 != 0 {
      let (first, rest) = Limbs256(w1, w2, w3, 0).digit(divisor)
      return UInt128(first, Limbs256(w0, rest.w0, rest.w1, rest.w2).digit(divisor).digit)
    }
    // A two-word divisor, one word further up, is one of three words with the same quotient.
    if divisor.w1 != 0 {
      let scaled = Limbs256(0, divisor.w0, divisor.w1, 0)
      guard high < divisor.low else {
        return nil
      }
      let (first, rest) = Limbs256(0, w1, w2, w3).digit(scaled)
      return UInt128(first, Limbs256(0, w0, rest.w1, rest.w2).digit(scaled).digit)
    }
    guard high < divisor.w0 else {
      return nil
    }
    let (first, rest) = divisor.w0.dividingFullWidth((w2, w1))
    return UInt128(first, divisor.w0.dividingFullWidth((rest, w0)).quotient)
  }

  /// One quotient digit and the remainder, for a divisor of three words and `self` below
  /// `divisor * 2^64`.
  @inline(__always)
  private func digit(_ divisor: Limbs256) -> (digit: UInt64, rest: Limbs256) {
    let (top, window) = aligned(to: divisor)
    // Knuth's case of an estimate that does not fit: the largest digit is again at most 2 too big.
    guard window.highWord < top else {
      return corrected(.max, divisor)
    }
    return corrected(
      berayield_divide_full_width(window.highWord, window.lowWord, top), divisor)
  }

  /// The divisor's top 64 bits, normalised, and the 128 bits of `self` at the same place, for a
  /// divisor of three words.
  ///
  /// Bits of `self` above the window saturate it, so that they fail the
  /// comparison of its upper word with `top`.
  @inline(__always)
  private func aligned(to divisor: Limbs256) -> (top: UInt64, window: UInt128) {
    let shift = UInt64(truncatingIfNeeded: divisor.w2.leadingZeroBitCount)
    let top = divisor.w2 &<< shift | (divisor.w1 &>> 1) &>> (63 &- shift)
    let overflow = (w3 &>> 1) &>> (63 &- shift)
    let upper = w3 &<< shift | (w2 &>> 1) &>> (63 &- shift)
    let lower = w2 &<< shift | (w1 &>> 1) &>> (63 &- shift)
    return (top, UInt128(overflow == 0 ? upper : .max, lower))
  }

  /// Takes back the at most 2 by which the estimate of a quotient digit exceeds the digit.
  @inline(__always)
  private func corrected(
    _ estimate: UInt64, _ divisor: Limbs256
  ) -> (digit: UInt64, rest: Limbs256) {
    var digit = estimate
    var rest = subtractingWrapping(divisor.multipliedWrapping(by: estimate))
    while Int64(bitPattern: rest.w3) < 0 {
      digit &-= 1
      rest = rest.addingWrapping(divisor)
    }
    return (digit, rest)
  }
}
