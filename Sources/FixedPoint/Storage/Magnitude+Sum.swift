internal import CGMP

extension Magnitude {
  /// Becomes `a + b`, in the present storage where that is possible.
  @inline(__always)
  mutating func formSum(of a: Magnitude, _ b: Magnitude) {
    if a.isInline && b.isInline {
      let (low, carry) = a.low.addingReportingOverflow(b.low)
      let (partial, overflow) = a.high.addingReportingOverflow(b.high)
      let (high, overflowOfCarry) = partial.addingReportingOverflow(carry ? 1 : 0)
      if !(overflow || overflowOfCarry) {
        self = Magnitude(low: low, high: high)
        return
      }
    } else if !(a.isInline || b.isInline) {
      unsafe formWideSum(a.wideLimbs, a.wideCount, b.wideLimbs, b.wideCount)
      withExtendedLifetime(a.owner) {}
      withExtendedLifetime(b.owner) {}
      return
    }
    formMixedSum(of: a, b)
  }

  /// Becomes `a - b`, in the present storage where that is possible; `a >= b`.
  @inline(__always)
  mutating func formDifference(of a: Magnitude, _ b: Magnitude) {
    if a.isInline && b.isInline {
      let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
      self = Magnitude(low: low, high: a.high &- b.high &- (borrow ? 1 : 0))
    } else {
      formWideDifference(of: a, b)
    }
  }

  /// Adds `b` in place.
  @inline(__always)
  mutating func add(_ b: Magnitude) {
    if isInline {
      formSum(of: self, b)
    } else {
      addToWide(b)
    }
  }

  /// Subtracts `b <= self` in place.
  @inline(__always)
  mutating func subtract(_ b: Magnitude) {
    if isInline {
      formDifference(of: self, b)
    } else {
      subtractFromWide(b)
    }
  }

  /// `self + 1`, the step of a rounding away from zero.
  func incremented() -> Magnitude {
    var result = self
    result.add(Magnitude(1))
    return result
  }

  /// The sum of two runs of limbs that outlive the call; they may be the present storage.
  @inline(never)
  private mutating func formWideSum(
    _ aLimbs: UnsafePointer<UInt>, _ aCount: Int, _ bLimbs: UnsafePointer<UInt>, _ bCount: Int
  ) {
    unsafe overwrite(room: max(aCount, bCount) &+ 1) { target in
      unsafe LimbArithmetic.add(aLimbs, aCount, bLimbs, bCount, into: target)
    }
  }

  @inline(never)
  private mutating func formWideDifference(of a: Magnitude, _ b: Magnitude) {
    if b.isInline { return formMixedDifference(of: a, b) }
    let (aLimbs, aCount) = unsafe (UnsafePointer(a.wideLimbs), a.wideCount)
    let (bLimbs, bCount) = unsafe (UnsafePointer(b.wideLimbs), b.wideCount)
    unsafe overwrite(room: aCount) { target in
      unsafe LimbArithmetic.subtract(aLimbs, aCount, bLimbs, bCount, into: target)
    }
    withExtendedLifetime(a.owner) {}
    withExtendedLifetime(b.owner) {}
  }

  @inline(never)
  private mutating func addToWide(_ b: Magnitude) {
    // No reference to the own limbs is taken, so that they stay unique; valid until overwritten.
    let (own, count) = unsafe (UnsafePointer(wideLimbs), wideCount)
    unsafe b.withLimbs { limbs, bCount in
      unsafe formWideSum(own, count, limbs, bCount)
    }
  }

  @inline(never)
  private mutating func subtractFromWide(_ b: Magnitude) {
    let (own, count) = unsafe (UnsafePointer(wideLimbs), wideCount)
    unsafe b.withLimbs { limbs, bCount in
      unsafe overwrite(room: count) { target in
        unsafe LimbArithmetic.subtract(own, count, limbs, bCount, into: target)
      }
    }
  }

  /// A sum with an inline operand, whose limbs must be laid out on the stack first.
  @inline(never)
  private mutating func formMixedSum(of a: Magnitude, _ b: Magnitude) {
    unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        unsafe formWideSum(aLimbs, aCount, bLimbs, bCount)
      }
    }
  }

  private mutating func formMixedDifference(of a: Magnitude, _ b: Magnitude) {
    unsafe a.withLimbs { aLimbs, aCount in
      unsafe b.withLimbs { bLimbs, bCount in
        unsafe overwrite(room: aCount) { target in
          unsafe LimbArithmetic.subtract(aLimbs, aCount, bLimbs, bCount, into: target)
        }
      }
    }
  }
}
