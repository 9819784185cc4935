internal import CGMP

extension Magnitude {
  /// The product of two magnitudes.
  @inline(__always)
  static func * (a: Magnitude, b: Magnitude) -> Magnitude {
    if a.wide == nil && b.wide == nil && (a.high | b.high) == 0 {
      let product = a.low.multipliedFullWidth(by: b.low)
      return Magnitude(low: product.low, high: product.high)
    }
    return longProduct(a, b)
  }

  private static func longProduct(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    if a.isZero || b.isZero { return .zero }
    return unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        let count = aCount + bCount
        if count <= 8 {
          return unsafe withUnsafeTemporaryAllocation(of: UInt.self, capacity: 8) { scratch in
            guard let product = scratch.baseAddress else { return .zero }
            unsafe LimbArithmetic.multiply(aLimbs, aCount, bLimbs, bCount, into: product)
            return unsafe Magnitude(copying: product, count: count)
          }
        }
        let buffer = LimbBuffer(capacity: LimbArithmetic.roomy(count))
        unsafe LimbArithmetic.multiply(aLimbs, aCount, bLimbs, bCount, into: buffer.limbs)
        return Magnitude(adopting: buffer, count: count)
      }
    }
  }
}
