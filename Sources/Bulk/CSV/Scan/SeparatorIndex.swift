// Unsafe: the class owns its places from `init` to `deinit`, room for one stretch and the four that the search may
// write behind the last. The bytes searched lie in a buffer with its slack, which outlives the search.

internal import CKernels

/// Where the commas and line feeds of a stretch of input are, up to the first quote.
///
/// Knowing the ends of all fields beforehand, a scan need not wait for the end of one number to begin
/// with the next.
@safe final class SeparatorIndex {
  /// Bytes that are searched at a time: some rows, few enough to be looked at again at once.
  static let stretch = 1 << 12

  /// A place before the first byte, then the places of the separators.
  let places: UnsafeMutablePointer<UInt32>
  /// The first byte of the stretch; places count from there.
  private(set) var base: UnsafeRawPointer
  private(set) var count = 0

  init() {
    unsafe places = .allocate(capacity: Self.stretch + 8)
    unsafe places.initialize(repeating: 0, count: Self.stretch + 8)
    unsafe base = UnsafeRawPointer(places)
    // One more is the first byte.
    unsafe places[0] = .max
  }

  deinit { unsafe places.deallocate() }

  /// Searches the next stretch, at most up to `end`; ``ByteBuffer/slack`` follows that.
  @inline(always)
  func search(_ start: UnsafeRawPointer, upTo end: UnsafeRawPointer) {
    unsafe base = start
    count = unsafe berayield_find_separators(
      start.assumingMemoryBound(to: UInt8.self), min(end - start, Self.stretch), places + 1)
  }
}
