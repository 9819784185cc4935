internal import CGMP

extension Magnitude {
  /// Becomes `a * b`, in the present storage where that is possible.
  @inline(__always)
  mutating func formProduct(of a: Magnitude, _ b: Magnitude) {
    if a.isNarrow(with: b) {
      let product = a.low.multipliedFullWidth(by: b.low)
      self = Magnitude(low: product.low, high: product.high)
    } else {
      formLongProduct(of: a, b)
    }
  }

  /// Multiplies by `b` in place.
  @inline(__always)
  mutating func multiply(by b: Magnitude) {
    if isInline {
      formProduct(of: self, b)
    } else {
      multiplyWide(by: b)
    }
  }

  @inline(never)
  private mutating func formLongProduct(of a: Magnitude, _ b: Magnitude) {
    if a.isZero || b.isZero {
      self = .zero
      return
    }
    unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        let count = aCount + bCount
        unsafe overwrite(room: count) { target in
          unsafe LimbArithmetic.multiply(aLimbs, aCount, bLimbs, bCount, into: target)
          return count
        }
      }
    }
  }

  @inline(never)
  private mutating func multiplyWide(by b: Magnitude) {
    if b.isZero {
      self = .zero
      return
    }
    let (own, ownCount) = unsafe (UnsafePointer(wideLimbs), wideCount)
    unsafe b.withLimbs { limbs, bCount in
      let count = ownCount + bCount
      if bCount == 1 {
        unsafe overwrite(room: count) { target in
          unsafe LimbArithmetic.multiply(own, ownCount, limbs, 1, into: target)
          return count
        }
        return
      }
      // A product of more may not overwrite its own factor.
      unsafe LimbArithmetic.withScratch(count) { product in
        unsafe LimbArithmetic.multiply(own, ownCount, limbs, bCount, into: product)
        unsafe become(UnsafePointer(product), count: count)
      }
    }
  }
}
