internal import CGMP

extension Magnitude {
  /// The floor of the square root and what it leaves, `self - root * root`.
  func squareRootAndRemainder() -> (root: Magnitude, remainder: Magnitude) {
    if isZero { return (.zero, .zero) }
    return unsafe withLimbs { limbs, count in
      let rootCount = (count + 1) / 2
      let root = LimbBuffer(capacity: LimbArithmetic.roomy(rootCount))
      let remainder = LimbBuffer(capacity: LimbArithmetic.roomy(count))
      let remainderCount = unsafe __gmpn_sqrtrem(root.limbs, remainder.limbs, limbs, count)
      return (
        Magnitude(adopting: root, count: rootCount),
        Magnitude(adopting: remainder, count: remainderCount)
      )
    }
  }

  /// The greatest common divisor; that of zero and x is x.
  func greatestCommonDivisor(with other: Magnitude) -> Magnitude {
    if isZero { return other }
    if other.isZero { return self }
    return unsafe withLimbs { limbs, count in
      unsafe other.withLimbs { otherLimbs, otherCount in
        var a = unsafe __mpz_struct()
        var b = unsafe __mpz_struct()
        var result = unsafe __mpz_struct()
        unsafe __gmpz_init(&result)
        defer { unsafe __gmpz_clear(&result) }
        unsafe __gmpz_gcd(
          &result, __gmpz_roinit_n(&a, limbs, count), __gmpz_roinit_n(&b, otherLimbs, otherCount))
        return unsafe Magnitude(copying: result._mp_d, count: Int(result._mp_size))
      }
    }
  }
}
