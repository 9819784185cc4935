internal import Faults
internal import Text

/// Turns the records of a chunk into output lines and rejects: by the index of their separators where
/// no quotes are, by the grammar elsewhere; in words where they fit, carefully where not.
struct ChunkProcessor: Sendable {
  private let plan: RowPlan
  private let indexed: IndexedRow?
  private let figures: RowFigures
  private let recordLimit: Int
  /// False in tests, where the careful reader alone must give the same bytes.
  private let usesFastPath: Bool
  /// What the figures of a row in words may take, line feed included.
  private let figureRoom: Int
  /// How much of a record that is too long goes to the rejects: no more than is there in any case.
  private static let longRecordExcerpt = 1024

  init(plan: RowPlan, recordLimit: Int, usesFastPath: Bool) {
    self.plan = plan
    self.recordLimit = recordLimit
    self.usesFastPath = usesFastPath
    indexed = usesFastPath ? IndexedRow(columns: plan.columns) : nil
    figures = RowFigures(plan: plan)
    figureRoom = plan.figures.count * RowFigures.bytesPerFigure + ByteBuffer.slack
  }

  func process(_ chunk: CSVChunk) {
    chunk.input.withSpan { bytes in
      var record = CSVRecord(fieldLimit: plan.columns.count)
      var specials = chunk.specials
      specials.move(to: chunk.start)
      var index = chunk.start
      while index < bytes.count {
        if let indexed {
          index = processPlainRows(chunk, bytes, from: index, by: indexed)
          guard index < bytes.count else { break }
        }
        // A chunk has whole records.
        _ = CSVGrammar.read(
          &record, in: bytes, from: index, limit: recordLimit, isFinal: true, specials: &specials)
        process(record, chunk, bytes, from: index)
        index = record.end
      }
    }
  }

  /// Works from `start` on until a row has quotes, numbers of another form or figures beyond the
  /// kernels' range, or the chunk ends; returns that place.
  private func processPlainRows(
    _ chunk: CSVChunk, _ bytes: Span<UInt8>, from start: Int, by indexed: IndexedRow
  ) -> Int {
    let specials = chunk.specials
    let length = plan.columns.count
    let blank = plan.blankRow
    let base = unsafe UnsafeRawPointer(chunk.input.base)
    var output = unsafe RowOutput(of: chunk)
    defer {
      unsafe output.finish()
      chunk.tally.lineFeeds += unsafe output.rows
    }
    var index = start
    while index < bytes.count {
      // Where the stretch ends within the row, another one that begins with the row may not.
      if specials.cursor &+ length &- 1 > specials.count, !specials.isStretch(from: index) {
        specials.search(bytes, from: index)
      }
      let stretch = unsafe base + specials.stretch.lowerBound
      let lastRow = specials.count &- length &+ 1
      var place = specials.cursor
      let first = place
      defer { specials.cursor = place }
      while place <= lastRow {
        let fields = unsafe PlacedFields(
          base: stretch, places: UnsafePointer(specials.places + (place - 1)), count: length)
        guard let fields = unsafe fields, unsafe fields.recordLength <= recordLimit,
          let row = unsafe indexed.words(fields, blank: blank),
          unsafe output.append(row, fields.content, figures, room: figureRoom)
        else { return index }
        unsafe index = index &+ fields.recordLength
        place &+= length
      }
      // A row longer than a stretch, or the input's last line feed is missing.
      if place == first { return index }
    }
    return index
  }

  /// Works on a record that the grammar has read.
  private func process(
    _ record: CSVRecord, _ chunk: CSVChunk, _ bytes: Span<UInt8>, from start: Int
  ) {
    let linesBefore = chunk.tally.lineFeeds
    chunk.tally.lineFeeds += record.lineFeeds + (chunk.droppedBytes > 0 ? 1 : 0)
    guard !record.isBlank else {
      chunk.tally.blankLines += 1
      return
    }
    if appendWords(record, chunk) { return }
    do throws(Fault) {
      let row = try carefulRow(record, bytes, droppedBytes: chunk.droppedBytes)
      append(record.content, row, to: chunk)
    } catch {
      let excerpt = start..<start + min(Self.longRecordExcerpt, recordLimit)
      chunk.tally.rejectedRows += 1
      chunk.rejects.append(
        ChunkReject(
          linesBefore: linesBefore, byteOffset: chunk.byteOffset + start, fault: error,
          raw: record.isTooLong ? excerpt : record.content))
    }
  }

  /// Evaluates a record in words and appends it; false where it needs the careful reader.
  private func appendWords(_ record: CSVRecord, _ chunk: CSVChunk) -> Bool {
    guard let indexed, record.damage == nil, !record.isTooLong,
      record.fieldCount == plan.columns.count
    else { return false }
    let base = unsafe UnsafeRawPointer(chunk.input.base)
    guard
      let row = unsafe indexed.words(
        FoundFields(base: base, fields: record.fields), blank: plan.blankRow)
    else { return false }
    var output = unsafe RowOutput(of: chunk)
    defer { unsafe output.finish() }
    let content = unsafe UnsafeRawBufferPointer(rebasing: chunk.input.bytes[record.content])
    return unsafe output.append(row, content, figures, room: figureRoom)
  }

  private func carefulRow(
    _ record: CSVRecord, _ bytes: Span<UInt8>, droppedBytes: Int
  ) throws(Fault) -> CarefulRow {
    if record.isTooLong {
      let length = record.end - record.content.lowerBound + droppedBytes
      throw Fault(
        .tooLong, found: "a record of \(length) bytes",
        expected: "at most \(recordLimit) (raw is its beginning)")
    }
    if let damage = record.damage { throw .csv(damage, at: plan.place(of: damage.column)) }
    return try CarefulRow(record, of: bytes, plan: plan)
  }

  private func append(_ content: Range<Int>, _ row: CarefulRow, to chunk: CSVChunk) {
    chunk.reserveOutput(content.count + figureRoom)
    unsafe chunk.output.append(UnsafeRawBufferPointer(rebasing: chunk.input.bytes[content]))
    for figure in plan.figures {
      chunk.output.append(UInt8(ascii: ","))
      chunk.output.append(Array(row.text(figure).utf8))
    }
    chunk.output.append(UInt8(ascii: "\n"))
    chunk.tally.rowsOut += 1
    chunk.tally.roundedValues += row.roundedValues
  }
}
