// Unsafe: pointers go into the chunk's two buffers. The input does not grow while it is worked on; the output is
// asked for room before each row, and the pointers into it are taken again when it moves.

/// Turns the records of a chunk into output lines and rejects: the fast scan first, the careful reader
/// for what it leaves.
struct ChunkProcessor {
  private let plan: RowPlan
  private let indexed: IndexedRowScanner?
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
    indexed = IndexedRowScanner(columns: plan.columns)
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
    let base = unsafe UnsafeRawPointer(chunk.input.base)
    let end = unsafe base + chunk.input.count
    var run = unsafe FastRun(from: base + start, of: chunk)
    while unsafe run.cursor < end {
      if let indexed { unsafe processIndexedRows(&run, upTo: end, by: indexed, chunk.index) }
      guard unsafe run.cursor < end, unsafe processRow(&run) else { break }
    }
    unsafe chunk.output.count = run.out - UnsafeMutableRawPointer(chunk.output.base)
    chunk.tally.rowsOut += unsafe run.rows
    chunk.tally.lineFeeds += unsafe run.rows
    return unsafe min(run.cursor - base, chunk.input.count)
  }

  /// Works on rows until one is not as the indexed scan likes it.
  @inline(always)
  private func processIndexedRows(
    _ run: inout FastRun, upTo end: UnsafeRawPointer, by scanner: IndexedRowScanner,
    _ index: SeparatorIndex
  ) {
    let length = scanner.separatorCount
    let blank = plan.emptyRow
    while unsafe run.cursor < end {
      unsafe index.search(run.cursor, upTo: end)
      let start = unsafe run.cursor
      let lastRow = index.count &- length
      var place = 0
      while place <= lastRow {
        let places = unsafe UnsafePointer(index.places + place)
        guard let (row, contentEnd) = unsafe scanner.scan(start, places, blank: blank),
          unsafe write(
            row, &run, contentEnd: contentEnd, next: start + Int(places[length]) + 1)
        else { return }
        place &+= length
      }
      // A row longer than a stretch.
      if place == 0 { return }
    }
  }

  /// Works on a row that the index does not help with; false where that needs the careful reader.
  @inline(never)
  private func processRow(_ run: inout FastRun) -> Bool {
    var row = plan.emptyRow
    guard let (contentEnd, next) = unsafe scanner.scan(run.cursor, into: &row) else { return false }
    return unsafe write(row, &run, contentEnd: contentEnd, next: next)
  }

  /// Writes a row with its figures and moves on to the next; false where the kernels' range ends.
  @inline(always)
  private func write(
    _ row: VaultRow, _ run: inout FastRun, contentEnd: UnsafeRawPointer, next: UnsafeRawPointer
  ) -> Bool {
    let length = unsafe contentEnd - run.cursor
    guard unsafe next - run.cursor <= recordLimit else { return false }
    let room = length &+ figureRoom
    if unsafe run.outEnd - run.out < room { unsafe run.grow(room) }
    unsafe Self.copy(run.cursor, to: run.out, count: length)
    var figureEnd = unsafe run.out + length
    guard unsafe figures.append(row, at: &figureEnd) else { return false }
    unsafe figureEnd.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
    unsafe run.out = figureEnd + 1
    unsafe run.cursor = next
    unsafe run.rows &+= 1
    return true
  }

  /// Works on one record and returns where the next begins.
  private func processCarefully(_ chunk: CSVChunk, from start: Int) -> Int {
    let input = chunk.input
    let record = RecordScanner.recordEnd(
      in: input, from: start, isFinal: true, limit: recordLimit)
    let end = record?.end ?? input.count
    let linesBefore = chunk.tally.lineFeeds
    chunk.tally.lineFeeds += input.lineFeeds(in: start..<end)
    if chunk.droppedBytes > 0 { chunk.tally.lineFeeds += 1 }
    var raw = start..<end
    if input.ends(raw, with: UInt8(ascii: "\n")) { raw = start..<raw.upperBound - 1 }
    if input.ends(raw, with: UInt8(ascii: "\r")) { raw = start..<raw.upperBound - 1 }
    if raw.isEmpty {
      chunk.tally.blankLines += 1
      return end
    }
    func reject(_ fault: RowFault, raw: Range<Int>) {
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
        raw: start..<start + min(Self.longRecordExcerpt, recordLimit))
      return end
    }
    do throws(RowFault) {
      let row = try input.withSpan(raw) { record throws(RowFault) in
        try CarefulRow(record, plan: plan)
      }
      append(raw, row, to: chunk)
    } catch {
      reject(error, raw: raw)
    }
    return end
  }

  private func append(_ raw: Range<Int>, _ row: CarefulRow, to chunk: CSVChunk) {
    chunk.reserveOutput(raw.count + figureRoom)
    chunk.output.append(raw, of: chunk.input)
    for metric in plan.metrics {
      chunk.output.append(UInt8(ascii: ","))
      chunk.output.append(Array(row.text(metric).utf8))
    }
    chunk.output.append(UInt8(ascii: "\n"))
    chunk.tally.rowsOut += 1
    chunk.tally.roundedValues += row.roundedValues
  }

  /// Copies in steps of 16 bytes; reads and writes up to 15 bytes beyond the end.
  @inline(always)
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

/// Where a run of fast rows stands in its input and its output.
@unsafe private struct FastRun {
  var cursor: UnsafeRawPointer
  var out: UnsafeMutableRawPointer
  var outEnd: UnsafeMutableRawPointer
  var rows = 0
  private let chunk: CSVChunk

  init(from cursor: UnsafeRawPointer, of chunk: CSVChunk) {
    unsafe self.cursor = cursor
    unsafe self.chunk = chunk
    unsafe out = chunk.output.base + chunk.output.count
    unsafe outEnd = chunk.output.base + chunk.output.capacity
  }

  /// Makes room for so many bytes.
  @inline(never)
  mutating func grow(_ room: Int) {
    let output = unsafe chunk.output
    unsafe output.count = out - output.base
    unsafe chunk.reserveOutput(room)
    unsafe out = output.base + output.count
    unsafe outEnd = output.base + output.capacity
  }
}
