internal import Platform
internal import Text

// Unsafe: a buffer owns `capacity + slack` bytes from `init` to `deinit`, of which the first `count`
// are content; its base moves in `reserve` only. Pointers and spans taken from it are used before
// the next call that may reserve.

/// Growable bytes with room to spare behind them, so that the scanners may read and write whole words
/// across the end.
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
    unsafe base = PageMemory.allocate(capacity + Self.slack)
  }

  deinit {
    unsafe PageMemory.deallocate(base, capacity + Self.slack)
  }

  /// The content.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count)
  }

  /// How many bytes of memory `reserve(_:)` would add.
  func growth(reserving additional: Int) -> Int {
    additional > capacity - count ? max(capacity, count + additional - capacity) : 0
  }

  /// Reserves `additional` bytes behind the content; the base may move.
  @inline(always)
  func reserve(_ additional: Int) {
    if additional > capacity &- count { grow(additional) }
  }

  @inline(never)
  private func grow(_ additional: Int) {
    let larger = capacity + growth(reserving: additional)
    let moved = unsafe PageMemory.allocate(larger + Self.slack)
    unsafe moved.copyMemory(from: base, byteCount: count)
    unsafe PageMemory.deallocate(base, capacity + Self.slack)
    unsafe base = moved
    capacity = larger
  }

  /// Appends a part of the content of another buffer.
  func append(_ range: Range<Int>, of other: ByteBuffer) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= other.count, "a range outside the content")
    unsafe append(UnsafeRawBufferPointer(rebasing: other.bytes[range]))
  }

  private func append(_ other: UnsafeRawBufferPointer) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    unsafe (base + count).copyMemory(from: start, byteCount: other.count)
    count += other.count
  }

  func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in unsafe append(buffer) }
  }

  @inline(always)
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

  /// Hands out a part of the content where it stands; the buffer must not grow meanwhile.
  func withSpan<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the content")
    return try unsafe body(Span(_unsafeBytes: bytes[range]))
  }

  /// Hands out the content where it stands; the buffer must not grow meanwhile.
  func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withSpan(0..<count, body)
  }
}
