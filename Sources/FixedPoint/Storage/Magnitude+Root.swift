internal import CGMP

extension Magnitude {
  /// The square root of `self * factor`, rounded; the product is not zero.
  func squareRoot(times factor: Magnitude, rounding: RoundingRule) -> Magnitude {
    var root = Magnitude.zero
    unsafe withLimbs { limbs, count in
      unsafe factor.withLimbs { factorLimbs, factorCount in
        let productCount = count + factorCount
        unsafe LimbArithmetic.withScratch(2 * productCount) { scratch in
          unsafe LimbArithmetic.multiply(limbs, count, factorLimbs, factorCount, into: scratch)
          let used = unsafe LimbArithmetic.trimmed(UnsafePointer(scratch), productCount)
          unsafe root.overwrite(room: (used + 1) / 2 + 1) { target in
            unsafe LimbArithmetic.squareRoot(
              scratch, used, into: target, remainder: scratch + productCount, rounding: rounding)
          }
        }
      }
    }
    return root
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
