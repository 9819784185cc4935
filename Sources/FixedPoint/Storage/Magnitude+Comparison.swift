internal import CGMP

extension Magnitude: Hashable {
  @inline(__always)
  static func == (a: Magnitude, b: Magnitude) -> Bool {
    if a.isInline && b.isInline { return a.low == b.low && a.high == b.high }
    return a.comparedWide(to: b) == 0
  }

  func hash(into hasher: inout Hasher) {
    if isInline {
      hasher.combine(low)
      hasher.combine(high)
    } else {
      defer { withExtendedLifetime(owner) {} }
      for index in 0..<wideCount { unsafe hasher.combine(wideLimbs[index]) }
    }
  }

  /// Negative, zero or positive as `self` is smaller than, equal to or larger than `other`.
  @inline(__always)
  func compared(to other: Magnitude) -> Int {
    if isInline && other.isInline {
      if high != other.high { return high < other.high ? -1 : 1 }
      return low == other.low ? 0 : (low < other.low ? -1 : 1)
    }
    return comparedWide(to: other)
  }

  private func comparedWide(to other: Magnitude) -> Int {
    if isInline { return -1 }
    if other.isInline { return 1 }
    let count = wideCount
    if count != other.wideCount { return count < other.wideCount ? -1 : 1 }
    let order = unsafe Int(__gmpn_cmp(wideLimbs, other.wideLimbs, count))
    withExtendedLifetime(owner) {}
    withExtendedLifetime(other.owner) {}
    return order
  }
}
