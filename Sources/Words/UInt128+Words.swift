// A UInt128 as two 64-bit words. The standard library has both directions as generic conversions; these
// compile to moves in every build.

extension UInt128 {
  /// `high * 2^64 + low`.
  @inlinable @inline(__always)
  package init(_ high: UInt64, _ low: UInt64) {
    self = UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
  }

  /// The exact product of two words; it cannot overflow.
  @inlinable @inline(__always)
  package init(_ a: UInt64, times b: UInt64) {
    self = UInt128(truncatingIfNeeded: a) &* UInt128(truncatingIfNeeded: b)
  }

  /// The lower 64 bits.
  @inlinable package var lowWord: UInt64 {
    @inline(__always) get { UInt64(truncatingIfNeeded: self) }
  }

  /// The upper 64 bits.
  @inlinable package var highWord: UInt64 {
    @inline(__always) get { UInt64(truncatingIfNeeded: self &>> 64) }
  }

  /// `self * factor` and whether it is below 2^128; where it is not, the product means nothing.
  ///
  /// Half the time of the standard library's `multipliedReportingOverflow(by:)`, which takes a factor of 128
  /// bits.
  @inlinable @inline(__always)
  package func multiplied(by factor: UInt64) -> (product: UInt128, fits: Bool) {
    let lower = UInt128(lowWord, times: factor)
    let upper = UInt128(highWord, times: factor) &+ UInt128(truncatingIfNeeded: lower.highWord)
    return (UInt128(upper.lowWord, lower.lowWord), upper.highWord == 0)
  }

  /// `self * other / 2^128` without the product of the lowest words: less than 3 too small.
  @inlinable @inline(__always)
  package func upperProduct(_ other: UInt128) -> UInt128 {
    let crossA = UInt128(lowWord, times: other.highWord).highWord
    let crossB = UInt128(highWord, times: other.lowWord).highWord
    return UInt128(highWord, times: other.highWord) &+ UInt128(truncatingIfNeeded: crossA)
      &+ UInt128(truncatingIfNeeded: crossB)
  }
}
