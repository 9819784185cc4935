internal import CKernels

// Unsafe: `places` has room for a stretch, the place in front and the four that the search may scribble
// on behind, from `init` to `deinit`; all up to `count` are initialized. The search is given the bytes
// of a stretch and no others.

/// The places of the bytes that CSV is made of (quotes, delimiters and line feeds), found a stretch at a
/// time by wide vectors.
///
/// Knowing the ends of all fields beforehand, the reader of a row need not wait for the end of one
/// number to begin with the next.
@safe package struct CSVIndex: ~Copyable {
  /// Bytes that are searched at a time: some rows, few enough to be looked at again at once.
  private static let stretchLength = 1 << 12

  /// A place before the stretch's first byte, then those of its specials; they count from that byte.
  package let places: UnsafeMutablePointer<UInt32>
  /// How many specials the stretch has.
  package private(set) var count = 0
  /// The special that comes next among ``places``; ``count`` + 1 behind the last.
  package private(set) var cursor = 1
  /// What divides fields.
  let delimiter: CSVDelimiter
  /// Where the stretch begins and ends.
  package private(set) var start = 0
  private var end = 0

  /// Nothing searched yet.
  ///
  /// - Parameters:
  ///   - start: where the specials are wanted from.
  ///   - delimiter: what divides fields.
  package init(from start: Int, delimiter: CSVDelimiter = .comma) {
    self.delimiter = delimiter
    unsafe places = .allocate(capacity: Self.stretchLength + 5)
    unsafe places.initialize(repeating: 0, count: Self.stretchLength + 5)
    // One more is the first byte.
    unsafe places[0] = .max
    move(to: start)
  }

  deinit { unsafe places.deallocate() }

  /// The next special, or nil behind the last.
  @inline(__always)
  mutating func next(in bytes: Span<UInt8>) -> Int? {
    while cursor > count {
      guard end < bytes.count else { return nil }
      search(bytes, from: end)
    }
    let place = unsafe places[cursor]
    cursor &+= 1
    return start &+ Int(place)
  }

  /// Goes on from another place.
  package mutating func move(to place: Int) {
    (start, end) = (place, place)
    (count, cursor) = (0, 1)
  }

  /// Searches the stretch that begins at `place`.
  package mutating func search(_ bytes: Span<UInt8>, from place: Int) {
    let length = min(Self.stretchLength, bytes.count - place)
    (start, end, cursor) = (place, place + length, 1)
    count = unsafe bytes.extracting(place..<place + length).withUnsafeBufferPointer { bytes in
      guard let bytes = bytes.baseAddress else { return 0 }
      return unsafe berayield_find_separators(
        berayield_variant(), bytes, length, delimiter.rawValue, places + 1)
    }
  }

  /// Passes over specials of the stretch; the one at `cursor` among ``places`` comes next.
  package mutating func pass(to cursor: Int) { self.cursor = cursor }

  /// Whether the stretch that was searched begins at `place`.
  package func begins(at place: Int) -> Bool { start == place && end > place }
}
