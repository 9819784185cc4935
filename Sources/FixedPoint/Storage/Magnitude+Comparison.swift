internal import CGMP

extension Magnitude: Hashable {
  @inline(__always)
  static func == (a: Magnitude, b: Magnitude) -> Bool {
    if a.wide == nil && b.wide == nil { return a.low == b.low && a.high == b.high }
    return a.compared(to: b) == 0
  }

  func hash(into hasher: inout Hasher) {
    guard let wide else {
      hasher.combine(low)
      hasher.combine(high)
      return
    }
    for index in 0..<wide.count { unsafe hasher.combine(wide.limbs[index]) }
  }

  /// Negative, zero or positive as `self` is smaller than, equal to or larger than `other`.
  @inline(__always)
  func compared(to other: Magnitude) -> Int {
    if wide == nil && other.wide == nil {
      if high != other.high { return high < other.high ? -1 : 1 }
      return low == other.low ? 0 : (low < other.low ? -1 : 1)
    }
    return comparedWide(to: other)
  }

  private func comparedWide(to other: Magnitude) -> Int {
    guard let wide else { return -1 }
    guard let otherWide = other.wide else { return 1 }
    if wide.count != otherWide.count { return wide.count < otherWide.count ? -1 : 1 }
    return unsafe Int(__gmpn_cmp(wide.limbs, otherWide.limbs, wide.count))
  }
}
