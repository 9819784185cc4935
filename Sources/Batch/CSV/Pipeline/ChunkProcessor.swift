/// Turns the records of a chunk into output lines and rejects: the fast scan first, the careful reader
/// for what it leaves.
struct ChunkProcessor {
  private let plan: RowPlan
  private let scanner: FastRowScanner
  private let figures: FastRowFigures
  private let recordLimit: Int
  /// False in tests, where the careful reader alone must give the same bytes.
  private let usesFastPath: Bool
  /// What the figures of a fast row may take, line feed included.
  private let figureRoom: Int
  /// How much of a record that is too long goes to the rejects: no more than is there in any case.
  private static let longRecordExcerpt = 1024

  init(plan: RowPlan, recordLimit: Int, usesFastPath: Bool) {
    self.plan = plan
    self.recordLimit = recordLimit
    self.usesFastPath = usesFastPath
    scanner = FastRowScanner(columns: plan.columns)
    figures = FastRowFigures(plan: plan)
    figureRoom = plan.metrics.count * FastRowFigures.bytesPerMetric + ByteBuffer.slack
  }

  func process(_ chunk: CSVChunk) {
    let input = chunk.input
    // The scan stops at a line feed; the last record of an input may lack one.
    unsafe input.base.storeBytes(
      of: UInt8(ascii: "\n"), toByteOffset: input.count, as: UInt8.self)
    var index = chunk.start
    while index < input.count {
      if usesFastPath { index = processFastRows(chunk, from: index) }
      if index < input.count { index = processCarefully(chunk, from: index) }
    }
  }

  /// Works from `start` on until a row needs the careful reader or the chunk ends; returns that place.
  private func processFastRows(_ chunk: CSVChunk, from start: Int) -> Int {
    let (input, output) = (chunk.input, chunk.output)
    let base = unsafe UnsafeRawPointer(input.base)
    let end = unsafe base + input.count
    var cursor = unsafe base + start
    var (out, outEnd) = unsafe Self.room(in: output)
    var row = plan.emptyRow
    var rows = 0
    while unsafe cursor < end, let (contentEnd, next) = unsafe scanner.scan(cursor, into: &row) {
      let length = unsafe contentEnd - cursor
      guard unsafe next - cursor <= recordLimit else { break }
      if unsafe outEnd - out < length + figureRoom {
        unsafe output.count = out - UnsafeMutableRawPointer(output.base)
        output.reserve(length + figureRoom)
        unsafe (out, outEnd) = Self.room(in: output)
      }
      unsafe Self.copy(cursor, to: out, count: length)
      var figureEnd = unsafe out + length
      guard unsafe figures.append(row, at: &figureEnd) else { break }
      unsafe figureEnd.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
      unsafe out = figureEnd + 1
      unsafe cursor = next
      rows += 1
    }
    unsafe output.count = out - UnsafeMutableRawPointer(output.base)
    chunk.tally.rowsOut += rows
    chunk.tally.lineFeeds += rows
    return unsafe min(cursor - base, input.count)
  }

  /// Works on one record and returns where the next begins.
  private func processCarefully(_ chunk: CSVChunk, from start: Int) -> Int {
    let input = chunk.input
    let record = unsafe RecordScanner.recordEnd(
      in: input.bytes, from: start, isFinal: true, limit: recordLimit)
    let end = record?.end ?? input.count
    var raw = input.copy(start..<end)
    let linesBefore = chunk.tally.lineFeeds
    chunk.tally.lineFeeds += raw.count { $0 == UInt8(ascii: "\n") }
    if chunk.droppedBytes > 0 { chunk.tally.lineFeeds += 1 }
    if raw.last == UInt8(ascii: "\n") { raw.removeLast() }
    if raw.last == UInt8(ascii: "\r") { raw.removeLast() }
    if raw.isEmpty {
      chunk.tally.blankLines += 1
      return end
    }
    func reject(_ fault: RowFault, raw: [UInt8]) {
      chunk.tally.rejectedRows += 1
      chunk.rejects.append(
        ChunkReject(
          linesBefore: linesBefore, byteOffset: chunk.byteOffset + start, column: fault.column,
          reason: fault.reason, raw: raw))
    }
    if record?.ending == .tooLong {
      let length = end - start + chunk.droppedBytes
      let reason = "found a record of \(length) bytes; expected at most \(recordLimit)"
      reject(
        RowFault(column: "", reason: reason + " (raw is its beginning)"),
        raw: input.copy(start..<start + min(Self.longRecordExcerpt, recordLimit)))
      return end
    }
    do throws(RowFault) {
      append(raw, try CarefulRow(raw, plan: plan), to: chunk)
    } catch {
      reject(error, raw: raw)
    }
    return end
  }

  private func append(_ raw: [UInt8], _ row: CarefulRow, to chunk: CSVChunk) {
    chunk.output.append(raw)
    for metric in plan.metrics {
      chunk.output.append(UInt8(ascii: ","))
      chunk.output.append(Array(row.text(metric).utf8))
    }
    chunk.output.append(UInt8(ascii: "\n"))
    chunk.tally.rowsOut += 1
    chunk.tally.roundedValues += row.roundedValues
  }

  /// The free part of an output buffer.
  private static func room(
    in output: ByteBuffer
  ) -> (start: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer) {
    unsafe (output.base + output.count, output.base + output.capacity)
  }

  /// Copies in steps of 16 bytes; reads and writes up to 15 bytes beyond the end.
  @inline(__always)
  private static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int
  ) {
    var offset = 0
    while offset < count {
      let piece = unsafe (source + offset).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe (target + offset).storeBytes(of: piece, as: SIMD16<UInt8>.self)
      offset &+= 16
    }
  }
}
