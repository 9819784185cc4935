internal import CGMP

extension Magnitude {
  /// The floor of the square root and what it leaves, `self - root * root`.
  func squareRootAndRemainder() -> (root: Magnitude, remainder: Magnitude) {
    if isZero { return (.zero, .zero) }
    var root = Magnitude.zero
    var remainder = Magnitude.zero
    unsafe withLimbs { limbs, count in
      let rootCount = (count + 1) / 2
      unsafe LimbArithmetic.withScratch(rootCount + count) { scratch in
        let rest = unsafe scratch + rootCount
        let restCount = unsafe __gmpn_sqrtrem(scratch, rest, limbs, count)
        unsafe root.become(UnsafePointer(scratch), count: rootCount)
        unsafe remainder.become(UnsafePointer(rest), count: restCount)
      }
    }
    return (root, remainder)
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
