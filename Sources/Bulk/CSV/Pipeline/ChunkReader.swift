internal import Faults
internal import Platform
internal import Text

// Unsafe: the room handed to the system's read was reserved in the buffer right before.

/// Cuts the input into chunks of whole records: what is complete when the input pauses is a chunk, so
/// that its rows are written meanwhile.
///
/// Memory is bounded: a chunk grows beyond its usual size only as far as one record of the permitted
/// length needs it, and the tail of a longer one is passed over.
@safe final class ChunkReader {
  /// Fills the front of a buffer; fewer bytes than it has room for mean the end, or a pause.
  typealias Read = (UnsafeMutableRawBufferPointer) throws(Fault) -> Int

  private let read: Read
  /// Whether fewer bytes than asked for may be a pause, and no byte alone is the end.
  ///
  /// A file that grows while it is read ends where it first has no more.
  private let pauses: Bool
  private let chunkSize: Int
  private let recordLimit: Int
  private let delimiter: CSVDelimiter
  private let passedLimit: Int
  /// Whether the tail of a line that is too long is passed over, as in front of the next row.
  ///
  /// A header that is too long ends the run, and may have no end itself.
  var passesLongLines = false
  /// How much of a line is passed over before it counts as one without an end, such as `/dev/zero`: 1 GiB.
  static let longestPassed = 1 << 30
  /// What was read behind the last whole record.
  private let carry: ByteBuffer
  private var isAtEnd = false
  private var nextSequence = 0
  private var nextOffset = 0

  convenience init(
    source: ByteSource, chunkSize: Int, recordLimit: Int, delimiter: CSVDelimiter
  ) {
    unsafe self.init(
      chunkSize: chunkSize, recordLimit: recordLimit, delimiter: delimiter,
      pauses: source.size == nil
    ) {
      buffer throws(Fault) in
      try unsafe source.readUntilPause(into: buffer)
    }
  }

  init(
    chunkSize: Int, recordLimit: Int, delimiter: CSVDelimiter = .comma,
    passedLimit: Int = ChunkReader.longestPassed,
    pauses: Bool = false, read: @escaping Read
  ) {
    unsafe self.read = read
    self.pauses = pauses
    self.chunkSize = chunkSize
    self.recordLimit = recordLimit
    self.delimiter = delimiter
    self.passedLimit = passedLimit
    carry = ByteBuffer(capacity: chunkSize)
  }

  /// Fills an empty chunk with the next records; false behind the last.
  func next(into chunk: CSVChunk) throws(Fault) -> Bool {
    guard !isAtEnd || carry.count > 0 else { return false }
    (chunk.sequence, chunk.byteOffset) = (nextSequence, nextOffset)
    guard try fill(chunk) > 0 else { return false }
    nextOffset += chunk.input.count + chunk.droppedBytes
    nextSequence += 1
    return true
  }

  private func fill(_ chunk: CSVChunk) throws(Fault) -> Int {
    chunk.reserveInput(max(carry.count, chunkSize))
    let input = chunk.input
    input.append(0..<carry.count, of: carry)
    carry.count = 0
    var target = chunkSize
    while true {
      if !isAtEnd { chunk.reserveInput(target - input.count) }
      try readMore(into: input, upTo: target)
      let end = input.withSpan { bytes in
        CSVGrammar.lastRecordEnd(
          in: bytes, limit: recordLimit, isFinal: isAtEnd, delimiter: delimiter)
      }
      if end > 0 {
        carry.append(end..<input.count, of: input)
        input.count = end
        return end
      }
      if isAtEnd { return input.count }
      if input.count > recordLimit {
        // No line feed in all of that: one line that is too long. Its tail is not kept.
        if passesLongLines { chunk.droppedBytes = try passLine() } else { chunk.isCutOff = true }
        return input.count
      }
      target = min(2 * input.count, recordLimit + chunkSize)
    }
  }

  private func readMore(into buffer: ByteBuffer, upTo target: Int) throws(Fault) {
    guard !isAtEnd, target > buffer.count else { return }
    let wanted = target - buffer.count
    buffer.reserve(wanted)
    let free = unsafe UnsafeMutableRawBufferPointer(
      start: buffer.base + buffer.count, count: wanted)
    let count = try unsafe read(free)
    buffer.count += count
    isAtEnd = pauses ? count == 0 : count < wanted
  }

  /// Reads up to and with the next line feed, keeps what is behind it, and returns the length passed.
  private func passLine() throws(Fault) -> Int {
    var passed = 0
    while !isAtEnd {
      try readMore(into: carry, upTo: chunkSize)
      if let lineFeed = carry.withSpan({ $0.firstIndex(of: UInt8(ascii: "\n")) }) {
        let rest = carry.copy(lineFeed + 1..<carry.count)
        carry.count = 0
        carry.append(rest)
        return passed + lineFeed + 1
      }
      passed += carry.count
      carry.count = 0
      guard passed <= passedLimit else {
        throw Fault(
          .tooLong, found: "a line without an end in \(passedLimit) bytes", expected: "a line end")
      }
    }
    return passed
  }
}
