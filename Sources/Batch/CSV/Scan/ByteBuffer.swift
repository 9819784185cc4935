/// Growable bytes with room to spare behind them, so that the scanners may read and write whole words
/// across the end.
///
/// One of the few files of this module that touch raw memory; the others in this folder read through
/// the pointers it hands out.
@safe final class ByteBuffer {
  /// Bytes allocated behind `capacity`.
  ///
  /// A scanner may touch them, no content is ever there.
  static let slack = 64

  private(set) var base: UnsafeMutableRawPointer
  private(set) var capacity: Int
  /// How many bytes of content there are.
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    unsafe base = Self.allocate(capacity)
  }

  deinit {
    unsafe base.deallocate()
  }

  /// The content.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count)
  }

  /// Sees to it that `additional` bytes fit behind the content; the base may move.
  func reserve(_ additional: Int) {
    guard additional > capacity - count else { return }
    let larger = max(capacity * 2, count + additional)
    let moved = unsafe Self.allocate(larger)
    unsafe moved.copyMemory(from: base, byteCount: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }

  func append(_ other: UnsafeRawBufferPointer) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    unsafe (base + count).copyMemory(from: start, byteCount: other.count)
    count += other.count
  }

  func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in unsafe append(buffer) }
  }

  func append(_ byte: UInt8) {
    reserve(1)
    unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// A copy of a part of the content.
  func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the content")
    return unsafe [UInt8](UnsafeRawBufferPointer(rebasing: bytes[range]))
  }

  /// Whether the content has this byte.
  func contains(_ byte: UInt8) -> Bool {
    unsafe RecordScanner.firstIndex(of: byte, from: UnsafeRawPointer(base), count: count) != nil
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: capacity + slack, alignment: slack)
  }
}
