// Unsafe: a piece of text is sent between threads unchecked; the one that made it hands it on and takes another.

internal import Platform

extension ParameterGrid {
  /// Writes all points to a file or to standard output, in row-major order.
  ///
  /// The bytes are the same for any number of threads, and a few pieces of the grid are in memory at a
  /// time. A file gets its name when it is complete: an error or an interruption leaves the old one.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard output.
  ///   - format: how to write.
  ///   - threads: how many threads work; all processors unless given.
  ///   - progress: called now and then, by one thread at a time, with the points done and their number.
  /// - Throws: the system's reason where the file cannot be written.
  public func write(
    to path: String, format: GridFormat, threads: Int? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws {
    let file = try AtomicFile(path: path)
    do {
      try write(
        format: format, threads: threads ?? WorkerThreads.processorCount, progress: progress
      ) { bytes in try file.write(bytes) }
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Hands the text of all points to `sink`, piece by piece, in order.
  ///
  /// - Parameters:
  ///   - format: how to write.
  ///   - threads: how many threads work.
  ///   - progress: called now and then, by one thread at a time.
  ///   - sink: takes the next bytes; called by one thread at a time.
  /// - Throws: what `sink` throws.
  package func write(
    format: GridFormat, threads: Int, progress: (@Sendable (Int, Int) -> Void)? = nil,
    sink: @escaping (Span<UInt8>) throws -> Void
  ) throws {
    let writer = GridRowWriter(self, format: format)
    let total = pointCount
    try sink(writer.head.span)
    // The lock is what lets several threads share a sink that knows nothing of threads.
    let guarded = Monitor(sink)
    // New memory for each piece would cost more than writing it.
    let spare = Monitor<[ByteBuffer]>([])
    try forEachBlock(threads: threads) { block in
      let text = spare.withLock { $0.popLast() } ?? ByteBuffer(capacity: Piece.usualSize)
      writer.append(block, to: text)
      return Piece(text: text, done: block.points.upperBound)
    } consume: { piece in
      let text = piece.text
      try guarded.withLock { sink in
        Result { try text.withSpan(0..<text.count) { bytes in try sink(bytes) } }
      }.get()
      text.count = 0
      spare.withLock { $0.append(text) }
      progress?(piece.done, total)
    }
    try sink(writer.tail.span)
  }
}

/// The text of some points on its way to the sink; one thread at a time holds it.
private struct Piece: @unchecked Sendable {
  static let usualSize = 1 << 18

  let text: ByteBuffer
  /// Points up to here are written once this piece is.
  let done: Int
}
