internal import CGMP

/// Arithmetic on runs of little-endian limbs, in GMP's mpn conventions.
enum LimbArithmetic {
  /// `count` without the leading zero limbs.
  @inline(__always)
  static func trimmed(_ limbs: UnsafePointer<UInt>, _ count: Int) -> Int {
    var used = count
    while unsafe used > 0 && limbs[used - 1] == 0 { used -= 1 }
    return used
  }

  /// A capacity with room for a few more additions, so that sums in place rarely move.
  @inline(__always)
  static func roomy(_ count: Int) -> Int { (count &+ 3) & ~1 }

  /// Writes the product of two non-empty runs, `aCount + bCount` limbs, to `result`.
  @inline(__always)
  static func multiply(
    _ a: UnsafePointer<UInt>, _ aCount: Int, _ b: UnsafePointer<UInt>, _ bCount: Int,
    into result: UnsafeMutablePointer<UInt>
  ) {
    if unsafe a == b && aCount == bCount {
      unsafe __gmpn_sqr(result, a, aCount)
    } else if aCount == bCount {
      unsafe __gmpn_mul_n(result, a, b, aCount)
    } else if aCount > bCount {
      _ = unsafe __gmpn_mul(result, a, aCount, b, bCount)
    } else {
      _ = unsafe __gmpn_mul(result, b, bCount, a, aCount)
    }
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
      let below = index > 0 ? unsafe remainder[index - 1] : 0
      let doubled = limb << 1 | below >> 63
      let other = unsafe divisor[index]
      if doubled != other { return doubled < other ? .belowHalf : .aboveHalf }
      index -= 1
    }
    return .half
  }
}
