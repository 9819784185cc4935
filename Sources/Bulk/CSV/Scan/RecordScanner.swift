// Unsafe: a buffer's content is borrowed for the call, and read byte by byte or by `memchr` within its bounds;
// words are loaded where eight bytes are left.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds where CSV records end. The rules, which also hold for inputs that are not quite CSV:
///
/// 1. A record ends behind the first line feed outside quotes, or at the end of the input.
/// 2. A quote opens a quoted field only as the first byte of a field; there two quotes are one, and
///    one closes it. What follows must be a comma, a line end or the end of the input.
/// 3. Any other quote, and text behind a closing quote, is a fault. From a fault on quotes mean
///    nothing: the record ends at the next line feed. One bad byte spoils one line.
/// 4. A record that does not end within `limit` bytes by these rules ends at its first line feed,
///    wherever that is. A quote that is never closed spoils one line, not the rest of the file, and
///    no byte is looked at more than a few times: lines behind such a line end by themselves.
///
/// The result depends on the bytes alone, not on how they were read.
enum RecordScanner {
  /// How a record came to its end.
  enum Ending {
    /// By rules 1 and 2.
    case regular
    /// By rule 3: a quote or text where none may stand.
    case misplacedQuote
    /// By rule 4, on account of a quote.
    case unclosedQuote
    /// By rule 4, on account of its length.
    case tooLong
  }

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted, returnAfterQuote, faulty
  }

  /// The end of the record that begins at `start`, line end included, or nil when more bytes are
  /// needed to tell.
  ///
  /// `isFinal` says that the input ends with the buffer.
  static func recordEnd(
    in buffer: ByteBuffer, from start: Int, isFinal: Bool, limit: Int
  ) -> (end: Int, ending: Ending)? {
    unsafe recordEnd(in: buffer.bytes, from: start, isFinal: isFinal, limit: limit)
  }

  private static func recordEnd(
    in buffer: UnsafeRawBufferPointer, from start: Int, isFinal: Bool, limit: Int
  ) -> (end: Int, ending: Ending)? {
    let windowEnd = min(buffer.count, start + limit)
    var state = State.fieldStart
    var index = start
    while true {
      if state == .plain || state == .quoted {
        index += unsafe lengthWithoutSpecials(in: buffer, from: index, to: windowEnd)
      }
      guard index < windowEnd else { break }
      let byte = unsafe buffer[index]
      index += 1
      switch state {
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
        continue
      case .quoteInQuoted where byte == UInt8(ascii: "\""):
        state = .quoted
        continue
      case .quoteInQuoted where byte == UInt8(ascii: "\r"):
        // Half of a line end: what follows shows whether it is one.
        state = .returnAfterQuote
        continue
      default: break
      }
      switch byte {
      case UInt8(ascii: "\n"): return (index, state == .faulty ? .misplacedQuote : .regular)
      case UInt8(ascii: ",") where state != .faulty && state != .returnAfterQuote:
        state = .fieldStart
      case UInt8(ascii: "\"") where state == .fieldStart: state = .quoted
      case UInt8(ascii: "\""): state = .faulty
      default: state = state == .fieldStart || state == .plain ? .plain : .faulty
      }
    }
    let reachedEnd = windowEnd == buffer.count
    if reachedEnd, isFinal, state != .quoted {
      return (windowEnd, state == .faulty ? .misplacedQuote : .regular)
    }
    // With just `limit` bytes there it takes one more to know whether the input ends with them.
    if !isFinal, buffer.count - start <= limit { return nil }
    return unsafe endOfFirstLine(in: buffer, from: start, isFinal: isFinal, limit: limit)
  }

  /// How many bytes from `start` on are none that end a plain or a quoted run: those are all below
  /// 0x2D (quote, comma, line ends), most other bytes are not, so that eight are passed at a time.
  private static func lengthWithoutSpecials(
    in buffer: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index + 8 <= end {
      let word = unsafe UInt64(
        littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marks = (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
      if marks != 0 { return index - start + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    return index - start
  }

  /// Rule 4.
  private static func endOfFirstLine(
    in buffer: UnsafeRawBufferPointer, from start: Int, isFinal: Bool, limit: Int
  ) -> (end: Int, ending: Ending)? {
    let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
    let lineFeed = unsafe rest.baseAddress.flatMap { base in
      unsafe firstIndex(of: UInt8(ascii: "\n"), from: base, count: rest.count)
    }
    guard let length = lineFeed.map({ $0 + 1 }) ?? (isFinal ? rest.count : nil) else { return nil }
    return (start + length, length > limit ? .tooLong : .unclosedQuote)
  }

  /// Where the last record that is whole ends: all bytes before it can be worked on.
  static func lastRecordEnd(in buffer: ByteBuffer, isFinal: Bool, limit: Int) -> Int {
    if !buffer.contains(UInt8(ascii: "\"")) {
      // Without quotes records are lines.
      if isFinal { return buffer.count }
      return unsafe buffer.bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }
    var end = 0
    while end < buffer.count,
      let record = recordEnd(in: buffer, from: end, isFinal: isFinal, limit: limit)
    {
      end = record.end
    }
    return end
  }

  /// `memchr(3)`.
  static func firstIndex(of byte: UInt8, from base: UnsafeRawPointer, count: Int) -> Int? {
    guard let found = unsafe memchr(base, Int32(byte), count) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }
}
