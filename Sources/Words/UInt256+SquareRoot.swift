// P. Zimmermann, Karatsuba Square Root, INRIA research report 3805 (1999): with x = high * B^2 + a * B
// + b, s and r the root and remainder of `high`, and q and u those of (r * B + a) / (2 s), the root of
// x is s * B + q, or one less where u * B + b < q^2. The operand's top or second bit must be set.

extension UInt256 {
  /// `floor(sqrt(self))`.
  package var squareRoot: UInt128 {
    if high == 0 {
      if low == 0 { return 0 }
      let shift = low.leadingZeroBitCount & ~1
      let root = Self.rootOfNormalised(low &<< UInt128(truncatingIfNeeded: shift)).root
      return UInt128(truncatingIfNeeded: root &>> UInt64(truncatingIfNeeded: shift / 2))
    }
    // A factor of 4^n in the operand is one of 2^n in the root, and floors of floors are floors.
    let shift = high.leadingZeroBitCount & ~1
    let x = self << shift
    let (s, r) = Self.rootOfNormalised(x.high)
    let (a, b) = (x.low.highWord, x.low.lowWord)
    let root = UInt128(s, Self.lowerDigit(s, r, a, b))
    return root &>> UInt128(truncatingIfNeeded: shift / 2)
  }

  /// The lower 64 bits of a root of 128, given its upper ones `s` and their remainder `r`, which is at
  /// most 2 s.
  @inline(__always)
  private static func lowerDigit(
    _ s: UInt64, _ r: UInt128, _ a: UInt64, _ b: UInt64
  ) -> UInt64 {
    // (r * 2^64 + a) / (2 s) = (that halved) / s, and r * 2^63 fits.
    let half = r &<< 63 | UInt128(truncatingIfNeeded: a &>> 1)
    // r = 2 s is the one case of a quotient of 2^64; the digit is then 2^64 - 1.
    if half.highWord >= s { return .max }
    let (q, rest) = WordReciprocal(of: s).divide(half.highWord, half.lowWord)
    let u = UInt128(truncatingIfNeeded: rest) &<< 1 | UInt128(truncatingIfNeeded: a & 1)
    let isTooLarge = u.highWord == 0 && UInt128(u.lowWord, b) < UInt128(q, times: q)
    return isTooLarge ? q &- 1 : q
  }

  /// Root and remainder of a half whose top or second bit is set.
  @inline(__always)
  private static func rootOfNormalised(_ x: UInt128) -> (root: UInt64, remainder: UInt128) {
    let (s, r) = rootOfNormalised(x.highWord)
    let (a, b) = (x.lowWord &>> 32, x.lowWord & 0xffff_ffff)
    // As above with B = 2^32; r is at most 2 s < 2^33, and q at most 2^32, which the sum absorbs.
    let half = r &<< 31 | a &>> 1
    let q = half / s
    let u = (r &<< 32 | a) &- 2 &* q &* s
    var root = s &<< 32 &+ q
    var rest = Int128(truncatingIfNeeded: u) &<< 32 &+ Int128(truncatingIfNeeded: b)
    rest = rest &- Int128(truncatingIfNeeded: UInt128(q, times: q))
    if rest < 0 {
      root = root &- 1
      rest = rest &+ Int128(truncatingIfNeeded: root) &* 2 &+ 1
    }
    return (root, UInt128(truncatingIfNeeded: rest))
  }

  /// Root and remainder of a word whose top or second bit is set.
  ///
  /// Newton's rule from one bit to 32, as CPython's `math.isqrt` has it, where it is proved that the
  /// last estimate is at most one too large.
  @inline(__always)
  private static func rootOfNormalised(_ x: UInt64) -> (root: UInt64, remainder: UInt64) {
    var root = 1 &+ x &>> 62
    root = root &<< 1 &+ (x &>> 59) / root
    root = root &<< 3 &+ (x &>> 53) / root
    root = root &<< 7 &+ (x &>> 41) / root
    root = root &<< 15 &+ (x &>> 17) / root
    // Below zero for a root of 2^32, whose square wraps to zero, too.
    if root &* root &- 1 >= x { root = root &- 1 }
    return (root, x &- root &* root)
  }
}
