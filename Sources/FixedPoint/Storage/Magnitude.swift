// The unsigned half of `ExactInteger`.
//
// Up to 256 bits live in two UInt128 fields and never touch the heap; wider values own a LimbBuffer.
// The form is canonical: a value that fits inline is inline, and a wide one has a non-zero top limb
// (so at least five limbs). Equality and hashing rely on it.

/// An unbounded natural number.
struct Magnitude: Sendable {
  var low: UInt128
  var high: UInt128
  /// Nil for inline values; when present, `low` and `high` are zero and mean nothing.
  var wide: LimbBuffer?

  @inline(__always)
  init(low: UInt128, high: UInt128) {
    self.low = low
    self.high = high
    self.wide = nil
  }

  @inline(__always)
  init(_ low: UInt128) {
    self.init(low: low, high: 0)
  }

  @inline(__always)
  init(wide: LimbBuffer) {
    self.low = 0
    self.high = 0
    self.wide = wide
  }

  static let zero = Magnitude(0)

  @inline(__always)
  var isInline: Bool { wide == nil }

  @inline(__always)
  var isZero: Bool { wide == nil && (low | high) == 0 }

  @inline(__always)
  var isOdd: Bool { lowestLimb & 1 == 1 }

  /// The lowest 64 bits.
  var lowestLimb: UInt64 {
    guard let wide else { return UInt64(truncatingIfNeeded: low) }
    return unsafe UInt64(wide.limbs[0])
  }

  /// The number of 64-bit limbs without leading zeros; 0 for zero.
  var limbCount: Int {
    if let wide { return wide.count }
    if high == 0 { return low == 0 ? 0 : (low >> 64 == 0 ? 1 : 2) }
    return high >> 64 == 0 ? 3 : 4
  }

  /// The number of bits without leading zeros; 0 for zero.
  var bitWidth: Int {
    if let wide {
      let count = wide.count
      return unsafe count * 64 - wide.limbs[count - 1].leadingZeroBitCount
    }
    return high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
  }

  /// The number of zero bits below the lowest one bit; 0 for zero.
  var trailingZeroBitCount: Int {
    if isZero { return 0 }
    return unsafe withLimbs { limbs, count in
      var index = 0
      while unsafe index < count - 1 && limbs[index] == 0 { index += 1 }
      return unsafe index * 64 + limbs[index].trailingZeroBitCount
    }
  }

  /// Calls `body` with the limbs without leading zeros, from a stack copy for inline values.
  @inline(__always)
  func withLimbs<R, E: Error>(
    _ body: (UnsafePointer<UInt>, Int) throws(E) -> R
  ) throws(E) -> R {
    if let wide {
      defer { withExtendedLifetime(wide) {} }
      return unsafe try body(UnsafePointer(wide.limbs), wide.count)
    }
    let words = (
      UInt(truncatingIfNeeded: low), UInt(truncatingIfNeeded: low >> 64),
      UInt(truncatingIfNeeded: high), UInt(truncatingIfNeeded: high >> 64)
    )
    let count = limbCount
    return unsafe try withUnsafePointer(to: words) { (pointer) throws(E) -> R in
      unsafe try body(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt.self), count)
    }
  }

  /// The value of `count` limbs at `limbs`, leading zeros allowed.
  init(copying limbs: UnsafePointer<UInt>, count: Int) {
    let used = unsafe LimbArithmetic.trimmed(limbs, count)
    if used <= 4 {
      unsafe self.init(inlineLimbs: limbs, count: used)
      return
    }
    let buffer = LimbBuffer(capacity: LimbArithmetic.roomy(used))
    unsafe buffer.limbs.initialize(from: limbs, count: used)
    buffer.count = used
    self.init(wide: buffer)
  }

  /// The value of at most four limbs.
  @inline(__always)
  init(inlineLimbs limbs: UnsafePointer<UInt>, count: Int) {
    let w0 = unsafe count > 0 ? UInt128(limbs[0]) : 0
    let w1 = unsafe count > 1 ? UInt128(limbs[1]) : 0
    let w2 = unsafe count > 2 ? UInt128(limbs[2]) : 0
    let w3 = unsafe count > 3 ? UInt128(limbs[3]) : 0
    self.init(low: w1 << 64 | w0, high: w3 << 64 | w2)
  }

  /// Takes over a buffer whose first `count` limbs were written, leading zeros allowed.
  @inline(__always)
  init(adopting buffer: LimbBuffer, count: Int) {
    let used = unsafe LimbArithmetic.trimmed(UnsafePointer(buffer.limbs), count)
    if used <= 4 {
      unsafe self.init(inlineLimbs: UnsafePointer(buffer.limbs), count: used)
    } else {
      buffer.count = used
      self.init(wide: buffer)
    }
  }
}
