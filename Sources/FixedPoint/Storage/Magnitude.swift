// The unsigned half of `ExactInteger`.
//
// Up to 256 bits live in two UInt128 fields and never touch the heap. A wider value owns a
// LimbBuffer, and the same two fields then hold the address of its lowest limb, how many limbs count
// and how many fit: reading an operand costs no look into the object and no reference counting.
//
// The form is canonical: a value that fits inline is inline, and a wide one has a non-zero top limb
// (so at least five limbs). Equality and hashing rely on it.

#if _endian(big)
  #error("GMP limbs and Swift words are assumed to be little-endian")
#endif

/// An unbounded natural number.
struct Magnitude: Sendable {
  /// The lower half of an inline value; for a wide one the count of limbs above their address.
  private(set) var low: UInt128
  /// The upper half of an inline value; for a wide one the capacity.
  private(set) var high: UInt128
  /// Keeps the limbs of a wide value alive; nil for inline ones.
  private(set) var owner: LimbBuffer?

  @inline(__always)
  init(low: UInt128, high: UInt128) {
    self.low = low
    self.high = high
    self.owner = nil
  }

  @inline(__always)
  init(_ low: UInt128) {
    self.init(low: low, high: 0)
  }

  /// Takes over a buffer whose lowest `count` limbs are the value, at least five and trimmed.
  @inline(__always)
  init(owning buffer: LimbBuffer, count: Int, capacity: Int) {
    let address = unsafe UInt(bitPattern: buffer.limbs)
    low = UInt128(truncatingIfNeeded: count) << 64 | UInt128(address)
    high = UInt128(truncatingIfNeeded: capacity)
    owner = buffer
  }

  static let zero = Magnitude(0)

  @inline(__always)
  var isInline: Bool { owner == nil }

  /// True for zero only: the address of wide limbs is never zero.
  @inline(__always)
  var isZero: Bool { (low | high) == 0 }

  @inline(__always)
  var isOdd: Bool { lowestLimb & 1 == 1 }

  /// Whether the value and `other` both live in the lower 128 bits.
  @inline(__always)
  func isNarrow(with other: Magnitude) -> Bool {
    owner == nil && other.owner == nil && (high | other.high) == 0
  }

  /// The lowest 64 bits.
  @inline(__always)
  var lowestLimb: UInt64 {
    if isInline { return UInt64(truncatingIfNeeded: low) }
    defer { withExtendedLifetime(owner) {} }
    return unsafe UInt64(wideLimbs[0])
  }

  /// The lowest limb of a wide value; valid while the value is neither changed nor gone.
  ///
  /// The compiler does not know that the address lives as long as `owner`, and may release that at
  /// its last mention, even of an `inout` value that is assigned to later. Whoever reads through the
  /// address extends that lifetime.
  @inline(__always)
  var wideLimbs: UnsafeMutablePointer<UInt> {
    unsafe UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: low)).unsafelyUnwrapped
  }

  /// How many limbs of a wide value count.
  @inline(__always)
  var wideCount: Int { Int(truncatingIfNeeded: low >> 64) }

  /// The limbs of a wide value when they may be overwritten and `room` of them fit.
  @inline(__always)
  mutating func ownLimbs(room: Int) -> UnsafeMutablePointer<UInt>? {
    guard owner != nil, Int(truncatingIfNeeded: high) >= room, owner?.isUnique() == true else {
      return nil
    }
    return unsafe wideLimbs
  }

  /// Changes how many limbs of a wide value count.
  @inline(__always)
  mutating func setWideCount(_ count: Int) {
    low = UInt128(truncatingIfNeeded: count) << 64 | UInt128(UInt64(truncatingIfNeeded: low))
  }
}
