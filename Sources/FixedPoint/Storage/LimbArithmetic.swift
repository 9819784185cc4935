internal import CGMP

/// Arithmetic on runs of little-endian limbs, in GMP's mpn conventions.
enum LimbArithmetic {
  /// `count` without the leading zero limbs.
  @inline(__always)
  static func trimmed(_ limbs: UnsafePointer<UInt>, _ count: Int) -> Int {
    var used = count
    while unsafe used > 0 && limbs[used &- 1] == 0 { used &-= 1 }
    return used
  }

  /// A capacity with room for a few more additions, so that sums in place rarely move.
  @inline(__always)
  static func roomy(_ count: Int) -> Int { (count &+ 3) & ~1 }

  /// Calls `body` with room for `count` limbs, on the stack where they are few.
  @inline(__always)
  static func withScratch<R>(_ count: Int, _ body: (UnsafeMutablePointer<UInt>) -> R) -> R {
    // GMP writes through the pointer; capacity 1 keeps the base address from being nil.
    unsafe withUnsafeTemporaryAllocation(of: UInt.self, capacity: max(count, 1)) { scratch in
      guard let start = scratch.baseAddress else {
        preconditionFailure("a temporary allocation without an address")
      }
      return unsafe body(start)
    }
  }

  /// Writes the sum to `target`, which may be an operand; returns one limb more than the longer one.
  @inline(__always)
  static func add(
    _ a: UnsafePointer<UInt>, _ aCount: Int, _ b: UnsafePointer<UInt>, _ bCount: Int,
    into target: UnsafeMutablePointer<UInt>
  ) -> Int {
    if aCount == bCount {
      unsafe target[aCount] = unsafe __gmpn_add_n(target, a, b, aCount)
      return aCount &+ 1
    }
    let (long, longCount, short, shortCount) =
      unsafe aCount > bCount ? (a, aCount, b, bCount) : (b, bCount, a, aCount)
    if shortCount == 0 {
      unsafe target.update(from: long, count: longCount)
      return longCount
    }
    unsafe target[longCount] = unsafe __gmpn_add(target, long, longCount, short, shortCount)
    return longCount &+ 1
  }

  /// Writes the difference of `a >= b` to `target`, which may be an operand; returns `aCount`.
  @inline(__always)
  static func subtract(
    _ a: UnsafePointer<UInt>, _ aCount: Int, _ b: UnsafePointer<UInt>, _ bCount: Int,
    into target: UnsafeMutablePointer<UInt>
  ) -> Int {
    if bCount == 0 {
      unsafe target.update(from: a, count: aCount)
    } else {
      _ = unsafe __gmpn_sub(target, a, aCount, b, bCount)
    }
    return aCount
  }

  /// Writes the product of two non-empty runs, `aCount + bCount` limbs, to `target`, which is
  /// neither operand; with a single limb in `b` it may be `a`.
  @inline(__always)
  static func multiply(
    _ a: UnsafePointer<UInt>, _ aCount: Int, _ b: UnsafePointer<UInt>, _ bCount: Int,
    into target: UnsafeMutablePointer<UInt>
  ) {
    if bCount == 1 {
      // The scale of a Wad is such a factor.
      unsafe target[aCount] = unsafe __gmpn_mul_1(target, a, aCount, b[0])
    } else if unsafe a == b && aCount == bCount {
      unsafe __gmpn_sqr(target, a, aCount)
    } else if aCount >= bCount {
      _ = unsafe __gmpn_mul(target, a, aCount, b, bCount)
    } else {
      _ = unsafe __gmpn_mul(target, b, bCount, a, aCount)
    }
  }
}
