#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: the object owns its bytes from `init` to `deinit`, and hands out parts of them that do not overlap where
// several threads write. `read` lends them to whom the object outlives.

/// A buffer of an array that leaves: aligned to 64 bytes, and a multiple of them long, as Arrow likes it.
@safe final class ArrowMemory: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  let count: Int

  /// Bytes, zero where that is asked for.
  ///
  /// - Throws: `ArrowFault` where there are not so many.
  init(_ count: Int, zeroed: Bool = false) throws(ArrowFault) {
    let (room, overflows) = count.addingReportingOverflow(127)
    var pointer: UnsafeMutableRawPointer?
    let code = overflows || count < 0 ? ENOMEM : unsafe posix_memalign(&pointer, 64, room & ~63)
    guard code == 0, let pointer = unsafe pointer else { throw .noMemory(count) }
    if zeroed { unsafe memset(pointer, 0, room & ~63) }
    unsafe base = pointer
    self.count = count
  }

  /// Bytes for so many values of a width.
  convenience init(_ rows: Int, width: Int, zeroed: Bool = false) throws(ArrowFault) {
    let (count, overflows) = rows.multipliedReportingOverflow(by: width)
    try self.init(overflows ? .max : count, zeroed: zeroed)
  }

  /// Copies texts one behind the other.
  convenience init(_ bytes: [UInt8]) throws(ArrowFault) {
    try self.init(bytes.count)
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress, source.count > 0 {
        unsafe base.copyMemory(from: start, byteCount: source.count)
      }
    }
  }

  deinit { unsafe free(base) }

  /// Hands out values to write.
  @inline(__always)
  func with<Value: BitwiseCopyable, Result>(
    _: Value.Type, _ range: Range<Int>, _ body: (inout MutableSpan<Value>) -> Result
  ) -> Result {
    let width = MemoryLayout<Value>.stride
    precondition(
      range.lowerBound >= 0 && range.upperBound * width <= (count + 63) & ~63,
      "values outside their buffer")
    let start = unsafe (base + range.lowerBound * width).assumingMemoryBound(to: Value.self)
    var span = unsafe MutableSpan(_unsafeStart: start, count: range.count)
    return body(&span)
  }

  /// Where the bytes are, for a consumer.
  var pointer: UnsafeRawPointer { unsafe UnsafeRawPointer(base) }

  /// How many of the first bits are set.
  func setBits(_ rows: Int) -> Int {
    with(UInt64.self, 0..<(rows + 63) / 64) { words in
      var sum = 0
      for index in words.indices {
        let rest = rows - index * 64
        let mask = rest >= 64 ? UInt64.max : (1 &<< UInt64(rest)) &- 1
        sum += (words[index].littleEndian & mask).nonzeroBitCount
      }
      return sum
    }
  }
}
