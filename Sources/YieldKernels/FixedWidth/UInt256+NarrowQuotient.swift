internal import CKernels
internal import Words

// The one division of a yield formula. A general division (`Words`) prepares the whole divisor; here only the
// words that the estimate of the quotient looks at are shifted, and the remainder is formed from the operands
// as they are (Knuth, The Art of Computer Programming, volume 2, 4.3.1):
//
//   D' = the top 64 bits of D, N' = the 128 bits of N at the same place. floor(N' / D') is never below
//   floor(N / D) and at most 2 above it (Knuth's theorems A and B, D' having its top bit set).
//   N - estimate * D then lies in [-2D, D), so its sign is the top bit, and at most two additions of D correct
//   the estimate.

extension UInt256 {
  /// `floor(self / divisor)` where that is below 2^128, else `nil`; `nil` too for a divisor of zero.
  ///
  /// Fast for a divisor of three words and a quotient of one, as real vaults have.
  @inline(__always)
  func narrowQuotient(dividingBy divisor: UInt256) -> UInt128? {
    if divisor.high.highWord == 0, divisor.high.lowWord != 0 {
      let (top, window) = aligned(to: divisor)
      if window.highWord < top {
        let estimate = berayield_divide_full_width(window.highWord, window.lowWord, top)
        return UInt128(truncatingIfNeeded: corrected(estimate, divisor))
      }
    }
    return generalQuotient(dividingBy: divisor)
  }

  /// `floor(self / divisor)` by multiplication alone, where `guess` is that or one beside it, else `nil`.
  ///
  /// The answer q proves itself: `0 <= self - q divisor < divisor`.
  @inline(__always)
  func narrowQuotient(near guess: UInt128, dividingBy divisor: UInt256) -> UInt128? {
    var quotient = guess &+ 1
    var (product, isWide) = divisor.multipliedReportingOverflow(by: UInt256(high: 0, low: quotient))
    guard quotient != 0, !isWide else {
      return nil
    }
    for _ in 0..<2 where product > self {
      quotient &-= 1
      product = product &- divisor
    }
    guard product <= self, self &- product < divisor else {
      return nil
    }
    return quotient
  }

  @inline(never)
  private func generalQuotient(dividingBy divisor: UInt256) -> UInt128? {
    guard let (quotient, _) = quotientAndRemainder(dividingBy: divisor), quotient.high == 0 else {
      return nil
    }
    return quotient.low
  }

  /// The divisor's top 64 bits, normalised, and the 128 bits of `self` at the same place, for a divisor of
  /// three words.
  ///
  /// Bits of `self` above the window saturate it, so that its upper word is not below `top`.
  @inline(__always)
  private func aligned(to divisor: UInt256) -> (top: UInt64, window: UInt128) {
    let shift = UInt64(truncatingIfNeeded: divisor.high.lowWord.leadingZeroBitCount)
    let (w3, w2, w1) = (high.highWord, high.lowWord, low.highWord)
    let top = divisor.high.lowWord &<< shift | (divisor.low.highWord &>> 1) &>> (63 &- shift)
    let overflow = (w3 &>> 1) &>> (63 &- shift)
    let upper = w3 &<< shift | (w2 &>> 1) &>> (63 &- shift)
    let lower = w2 &<< shift | (w1 &>> 1) &>> (63 &- shift)
    return (top, UInt128(overflow == 0 ? upper : .max, lower))
  }

  /// The quotient, which is the estimate or at most 2 less.
  @inline(__always)
  private func corrected(_ estimate: UInt64, _ divisor: UInt256) -> UInt64 {
    var quotient = estimate
    var remainder = self &- divisor.multipliedWrapping(by: estimate)
    while Int64(bitPattern: remainder.high.highWord) < 0 {
      quotient &-= 1
      remainder = remainder &+ divisor
    }
    return quotient
  }
}
