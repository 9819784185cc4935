internal import Words

extension Magnitude {
  /// `self * 2^count`, count >= 0.
  @inline(__always)
  func shiftedLeft(by count: Int) -> Magnitude {
    if let word, count <= word.leadingZeroBitCount { return .word(word << count) }
    return isZero ? .zero : GMP.shiftedLeft(self, by: count)
  }

  /// The floor of `self / 2^count`, count >= 0.
  @inline(__always)
  func shiftedRight(by count: Int) -> Magnitude {
    if let word { return .word(word >> count) }
    return count >= bitWidth ? .zero : GMP.shiftedRight(self, by: count)
  }
}
