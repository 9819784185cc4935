public import Faults
internal import Platform

extension ParameterGrid {
  /// Writes all points to a file or to standard output, in row-major order.
  ///
  /// The bytes are the same for any number of threads, and a few blocks of the grid are in memory at a
  /// time. A file gets its name when it is complete: an error or an interruption leaves the old one.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard output.
  ///   - format: how to write.
  ///   - threads: how many threads work; all processors unless given.
  ///   - progress: called now and then, by one thread at a time, with the points done and their number.
  /// - Throws: `Fault` where the file cannot be written.
  public func write(
    to path: String, format: RowFormat, threads: Int? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(Fault) {
    let file = try AtomicFile(path: path)
    do throws(Fault) {
      try write(
        format: format, threads: threads ?? WorkerThreads.processorCount, progress: progress
      ) { bytes throws(Fault) in try file.write(bytes) }
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
  package func write<Failure: Error>(
    format: RowFormat, threads: Int, progress: (@Sendable (Int, Int) -> Void)? = nil,
    sink: @escaping (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = GridRows.columns(of: self)
    let writer = RowWriter(columns, format: format)
    let total = pointCount
    let frame = ByteBuffer(capacity: Self.frameSize)
    writer.begin(in: frame)
    try frame.withSpan(sink)
    // A slot keeps its buffer: new memory for each block would cost more than writing it.
    try forEachBlock(threads: threads) {
      (
        rows: GridRows(self, by: RowWriter(columns, format: format)),
        text: ByteBuffer(capacity: Self.textSize)
      )
    } work: { block, slot in
      slot.text.count = 0
      slot.rows.append(block, to: slot.text)
    } deliver: { points, slot throws(Failure) in
      try slot.text.withSpan(sink)
      progress?(points.upperBound, total)
    }
    frame.count = 0
    writer.finish(in: frame)
    try frame.withSpan(sink)
  }

  /// Room for what stands before and behind the rows.
  private static let frameSize = 1 << 10
  /// Room for the text of a block, as it usually is.
  private static let textSize = 1 << 18
}
