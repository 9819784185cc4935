internal import CGMP

extension LimbArithmetic {
  /// Writes the rounded quotient to `target`, one limb more than GMP's, and returns that count.
  ///
  /// Both runs are trimmed and the dividend is not shorter than the divisor. `remainder` has room for
  /// the divisor's count and may be the dividend itself, as mpn_tdiv_qr allows.
  @inline(__always)
  static func divide(
    _ limbs: UnsafePointer<UInt>, _ count: Int,
    by divisor: UnsafePointer<UInt>, _ divisorCount: Int,
    into target: UnsafeMutablePointer<UInt>, remainder: UnsafeMutablePointer<UInt>,
    isNegative: Bool, rounding: RoundingRule
  ) -> Int {
    let quotientCount = count - divisorCount + 1
    unsafe __gmpn_tdiv_qr(target, remainder, 0, limbs, count, divisor, divisorCount)
    let rest = unsafe trimmed(UnsafePointer(remainder), divisorCount)
    // A rule that does not look at the half is content with "something".
    let discarded =
      rest == 0 || rounding.looksAtHalf
      ? unsafe discardedPart(
        remainder: UnsafePointer(remainder), rest, divisor: divisor, divisorCount)
      : .belowHalf
    let grows = unsafe rounding.growsMagnitude(
      isNegative: isNegative, isOdd: target[0] & 1 == 1, discarded: discarded)
    unsafe target[quotientCount] =
      grows ? unsafe __gmpn_add_1(target, target, quotientCount, 1) : 0
    return quotientCount + 1
  }

  /// How `remainder` compares with one half of `divisor`; both trimmed, divisor not zero.
  static func discardedPart(
    remainder: UnsafePointer<UInt>, _ remainderCount: Int,
    divisor: UnsafePointer<UInt>, _ divisorCount: Int
  ) -> DiscardedPart {
    if remainderCount == 0 { return .nothing }
    if remainderCount < divisorCount - 1 { return .belowHalf }
    // Compare 2r with d from the top; the bit shifted out of r makes 2r one limb longer than d.
    var index = divisorCount - 1
    let top = remainderCount == divisorCount ? unsafe remainder[index] : 0
    if top >> 63 == 1 { return .aboveHalf }
    while index >= 0 {
      let limb = index < remainderCount ? unsafe remainder[index] : 0
      let below = unsafe index > 0 && index - 1 < remainderCount ? remainder[index - 1] : 0
      let doubled = limb << 1 | below >> 63
      let other = unsafe divisor[index]
      if doubled != other { return doubled < other ? .belowHalf : .aboveHalf }
      index -= 1
    }
    return .half
  }
}
