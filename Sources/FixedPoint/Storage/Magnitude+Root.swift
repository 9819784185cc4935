internal import CGMP

extension Magnitude {
  /// Becomes the rounded square root of `a * b`, neither of them zero, in the present storage where
  /// that is possible.
  mutating func formSquareRoot(ofProduct a: Magnitude, _ b: Magnitude, rounding: RoundingRule) {
    unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        let count = aCount + bCount
        unsafe LimbArithmetic.withScratch(2 * count) { product in
          unsafe LimbArithmetic.multiply(aLimbs, aCount, bLimbs, bCount, into: product)
          let used = unsafe LimbArithmetic.trimmed(UnsafePointer(product), count)
          unsafe overwrite(room: (used + 1) / 2 + 1) { target in
            unsafe LimbArithmetic.squareRoot(
              product, used, into: target, remainder: product + count, rounding: rounding)
          }
        }
      }
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
