internal import CGMP

extension LimbArithmetic {
  /// Writes the rounded square root of a trimmed run to `target` and returns how many limbs it took.
  ///
  /// That is one more than half of `count`; `remainder` has room for `count` limbs.
  static func squareRoot(
    _ limbs: UnsafePointer<UInt>, _ count: Int, into target: UnsafeMutablePointer<UInt>,
    remainder: UnsafeMutablePointer<UInt>, rounding: RoundingRule
  ) -> Int {
    let rootCount = (count + 1) / 2
    // Without a place for the remainder GMP only tells whether there is one, which is faster.
    let wanted = unsafe rounding.looksAtHalf ? remainder : nil
    let rest = unsafe __gmpn_sqrtrem(target, wanted, limbs, count)
    let isAbove =
      unsafe rounding.looksAtHalf
      && exceeds(remainder, rest, target, trimmed(UnsafePointer(target), rootCount))
    let grows = unsafe rounding.growsMagnitude(
      isNegative: false, isOdd: target[0] & 1 == 1,
      discarded: rest == 0 ? .nothing : (isAbove ? .aboveHalf : .belowHalf))
    unsafe target[rootCount] = grows ? unsafe __gmpn_add_1(target, target, rootCount, 1) : 0
    return rootCount + 1
  }

  /// Whether a remainder is greater than its root.
  ///
  /// (root + 1/2)^2 = root^2 + root + 1/4, so this is whether the true root lies above the middle
  /// between two integers; it never lies on it.
  private static func exceeds(
    _ remainder: UnsafePointer<UInt>, _ remainderCount: Int,
    _ root: UnsafePointer<UInt>, _ rootCount: Int
  ) -> Bool {
    if remainderCount != rootCount { return remainderCount > rootCount }
    return unsafe __gmpn_cmp(remainder, root, rootCount) > 0
  }
}
