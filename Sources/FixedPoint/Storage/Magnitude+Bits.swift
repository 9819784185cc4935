extension Magnitude {
  /// The number of 64-bit limbs of an inline value without leading zeros; 0 for zero.
  @inline(__always)
  var inlineCount: Int {
    if high == 0 { return low == 0 ? 0 : (low >> 64 == 0 ? 1 : 2) }
    return high >> 64 == 0 ? 3 : 4
  }

  /// The number of bits without leading zeros; 0 for zero.
  var bitWidth: Int {
    if isInline {
      return high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
    }
    defer { withExtendedLifetime(owner) {} }
    return unsafe wideCount * 64 - wideLimbs[wideCount - 1].leadingZeroBitCount
  }

  /// The number of zero bits below the lowest one bit; 0 for zero.
  var trailingZeroBitCount: Int {
    if isInline {
      if low != 0 { return low.trailingZeroBitCount }
      return high == 0 ? 0 : 128 + high.trailingZeroBitCount
    }
    defer { withExtendedLifetime(owner) {} }
    var index = 0
    while unsafe wideLimbs[index] == 0 { index += 1 }
    return unsafe index * 64 + wideLimbs[index].trailingZeroBitCount
  }
}
