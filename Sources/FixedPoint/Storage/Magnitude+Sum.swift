internal import CGMP

extension Magnitude {
  /// The sum of two magnitudes.
  @inline(__always)
  static func + (a: Magnitude, b: Magnitude) -> Magnitude {
    if a.wide == nil && b.wide == nil {
      let (low, carry) = a.low.addingReportingOverflow(b.low)
      let (partial, overflow) = a.high.addingReportingOverflow(b.high)
      let (high, overflowOfCarry) = partial.addingReportingOverflow(carry ? 1 : 0)
      if !(overflow || overflowOfCarry) { return Magnitude(low: low, high: high) }
      return .carried(low: low, high: high)
    }
    return wideSum(a, b)
  }

  /// The difference of two magnitudes, `a >= b`.
  @inline(__always)
  static func - (a: Magnitude, b: Magnitude) -> Magnitude {
    if a.wide == nil && b.wide == nil {
      let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
      return Magnitude(low: low, high: a.high &- b.high &- (borrow ? 1 : 0))
    }
    return wideDifference(a, b)
  }

  /// `self + 1`, the step of a rounding away from zero.
  func incremented() -> Magnitude { self + Magnitude(1) }

  /// 2^256 plus an inline value.
  private static func carried(low: UInt128, high: UInt128) -> Magnitude {
    let buffer = LimbBuffer(capacity: LimbArithmetic.roomy(5))
    unsafe Magnitude(low: low, high: high).withLimbs { limbs, count in
      unsafe buffer.limbs.initialize(repeating: 0, count: 5)
      unsafe buffer.limbs.update(from: limbs, count: count)
    }
    unsafe buffer.limbs[4] = 1
    buffer.count = 5
    return Magnitude(wide: buffer)
  }

  private static func wideSum(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    let (long, short) = a.limbCount >= b.limbCount ? (a, b) : (b, a)
    return unsafe long.withLimbs { longLimbs, longCount in
      unsafe short.withLimbs { shortLimbs, shortCount in
        let buffer = LimbBuffer(capacity: LimbArithmetic.roomy(longCount))
        let carry =
          shortCount == 0
          ? unsafe copied(longLimbs, longCount, to: buffer)
          : unsafe __gmpn_add(buffer.limbs, longLimbs, longCount, shortLimbs, shortCount)
        unsafe buffer.limbs[longCount] = carry
        return Magnitude(adopting: buffer, count: longCount + 1)
      }
    }
  }

  private static func wideDifference(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    if b.isZero { return a }
    return unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        let buffer = LimbBuffer(capacity: LimbArithmetic.roomy(aCount))
        _ = unsafe __gmpn_sub(buffer.limbs, aLimbs, aCount, bLimbs, bCount)
        return Magnitude(adopting: buffer, count: aCount)
      }
    }
  }

  private static func copied(
    _ limbs: UnsafePointer<UInt>, _ count: Int, to buffer: LimbBuffer
  ) -> UInt {
    unsafe buffer.limbs.initialize(from: limbs, count: count)
    return 0
  }
}
