/// Owns a run of 64-bit limbs on the heap; who uses how many of them is the business of `Magnitude`.
///
/// The unchecked `Sendable` is sound because limbs are written only while the buffer has exactly one
/// owner: it was just made and nobody else has seen it, or `isUnique()` has answered true.
struct LimbBuffer: @unchecked Sendable {
  private struct Header {}

  private final class Object: ManagedBuffer<Header, UInt> {}

  private var object: Object

  /// A buffer for `capacity` limbs, none of them initialised.
  @inline(__always)
  init(capacity: Int) {
    let made = Object.create(minimumCapacity: capacity) { _ in Header() }
    object = unsafe unsafeDowncast(made, to: Object.self)
  }

  /// The address of the lowest limb; valid while the caller keeps the buffer alive.
  ///
  /// The compiler may end that life at the last mention of the buffer: whoever reads or writes
  /// behind it says `withExtendedLifetime`.
  @inline(__always)
  var limbs: UnsafeMutablePointer<UInt> {
    unsafe object.withUnsafeMutablePointerToElements { unsafe $0 }
  }

  /// Whether this is the only reference, so that the limbs may be written in place.
  @inline(__always)
  mutating func isUnique() -> Bool { isKnownUniquelyReferenced(&object) }
}
