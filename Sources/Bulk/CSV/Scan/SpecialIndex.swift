internal import CKernels
internal import Text

// Unsafe: `places` has room for a stretch and the four places that the search may scribble on. What
// is searched is the content of a `ByteBuffer`, whose slack of 64 bytes covers what the search reads
// behind the last byte; it stays where it is from `move` until the next.

/// Where the quotes, commas and line feeds of the content of a ``ByteBuffer`` are, found a stretch at
/// a time by wide vectors.
///
/// Knowing the ends of all fields beforehand, a row's reader need not wait for the end of one number to
/// begin with the next.
@safe final class SpecialIndex: CSVSpecials {
  /// Bytes that are searched at a time: some rows, few enough to be looked at again at once.
  private static let stretch = 1 << 12

  /// A place before the stretch's first byte, then its specials, counted from that byte.
  let places: UnsafeMutablePointer<UInt32>
  /// How many specials the stretch has.
  private(set) var count = 0
  /// The special that comes next, from 1; ``count`` + 1 behind the last.
  var cursor = 1
  /// Where the stretch begins and ends in the content.
  private(set) var stretch = 0..<0

  init() {
    unsafe places = .allocate(capacity: Self.stretch + 8)
    unsafe places.initialize(repeating: 0, count: Self.stretch + 8)
    // One more is the first byte.
    unsafe places[0] = .max
  }

  deinit { unsafe places.deallocate() }

  /// Goes on from a place in the content of some buffer.
  func move(to place: Int) {
    stretch = place..<place
    (count, cursor) = (0, 1)
  }

  @inline(__always)
  func next(in bytes: Span<UInt8>) -> Int? {
    while cursor > count {
      guard stretch.upperBound < bytes.count else { return nil }
      searchNextStretch(of: bytes)
    }
    defer { cursor &+= 1 }
    return unsafe stretch.lowerBound &+ Int(places[cursor])
  }

  /// Whether the stretch that was searched begins at `place`.
  func isStretch(from place: Int) -> Bool { stretch.lowerBound == place && !stretch.isEmpty }

  /// Searches the stretch that begins at `place`.
  func search(_ bytes: Span<UInt8>, from place: Int) {
    move(to: place)
    searchNextStretch(of: bytes)
  }

  private func searchNextStretch(of bytes: Span<UInt8>) {
    stretch = stretch.upperBound..<min(stretch.upperBound + Self.stretch, bytes.count)
    cursor = 1
    count = unsafe bytes.withUnsafeBufferPointer { bytes in
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[stretch])
      return unsafe berayield_find_separators(part.baseAddress, part.count, places + 1)
    }
  }
}
