// The heap storage of magnitudes wider than 256 bits: one object with its limbs behind the header.

/// Little-endian 64-bit limbs on the heap, in GMP's layout, with reference semantics.
///
/// The unchecked `Sendable` is sound because limbs are written only while the buffer has exactly one
/// owner: it was just made and nobody else has seen it, or `isUnique()` has answered true.
struct LimbBuffer: @unchecked Sendable {
  private struct Header {
    var count: Int
    let capacity: Int
  }

  private final class Object: ManagedBuffer<Header, UInt> {}

  private var object: Object

  /// A buffer for `capacity` limbs, none of them initialised or in use.
  @inline(__always)
  init(capacity: Int) {
    let made = Object.create(minimumCapacity: capacity) { _ in
      Header(count: 0, capacity: capacity)
    }
    object = unsafe unsafeDowncast(made, to: Object.self)
  }

  /// Limbs in use; the topmost one is not zero once a `Magnitude` owns the buffer.
  @inline(__always)
  var count: Int {
    get { object.header.count }
    nonmutating set { object.header.count = newValue }
  }

  /// Limbs that fit.
  @inline(__always)
  var room: Int { object.header.capacity }

  /// The address of the lowest limb; valid while the caller keeps the buffer alive.
  @inline(__always)
  var limbs: UnsafeMutablePointer<UInt> {
    unsafe object.withUnsafeMutablePointerToElements { unsafe $0 }
  }

  /// Whether this is the only reference, so that the limbs may be written in place.
  @inline(__always)
  mutating func isUnique() -> Bool { isKnownUniquelyReferenced(&object) }
}
