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
}
