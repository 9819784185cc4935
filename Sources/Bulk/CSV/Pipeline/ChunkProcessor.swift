internal import Faults
internal import Text

// Unsafe: `base` is the first byte of an indexed stretch in the content of the chunk's input, which
// stays where it is while the chunk is processed; the index has places within that stretch.

/// Turns the records of a chunk into output lines and rejects: by the index of their separators where
/// no quotes are, by the grammar elsewhere; in words where they fit, carefully where not.
struct ChunkProcessor: Sendable {
  private let plan: RowPlan
  private let indexed: IndexedRow?
  private let figures: RowFigures
  private let recordLimit: Int
  /// How much of a record that is too long goes to the rejects: no more than is there in any case.
  private static let longRecordExcerpt = 1024

  /// `usesFastPath` is false in tests, where the careful reader alone must give the same bytes.
  init(plan: RowPlan, recordLimit: Int, usesFastPath: Bool) {
    self.plan = plan
    self.recordLimit = recordLimit
    let isFast = usesFastPath && !plan.writesNDJSON && !plan.comparesPublished
    indexed = isFast ? IndexedRow(columns: plan.columns) : nil
    figures = RowFigures(plan: plan)
  }

  func process(_ chunk: CSVChunk) {
    chunk.input.withSpan { bytes in
      var output = unsafe RowOutput(of: chunk, plan: plan)
      var record = CSVRecord(fieldLimit: plan.columns.count)
      let objects = plan.writesNDJSON ? ObjectRows(plan) : nil
      var start = chunk.start
      var index = CSVIndex(from: start, delimiter: plan.form.delimiter)
      while start < bytes.count {
        // Quotes are seldom alone: behind a row with them the next is not tried without.
        if let indexed, !record.hasQuotes {
          unsafe appendPlainRows(of: chunk, bytes, from: &start, &index, by: indexed, to: &output)
          guard start < bytes.count else { break }
        }
        // A chunk has whole records.
        _ = CSVGrammar.read(
          &record, in: bytes, from: start, limit: recordLimit, isFinal: true, index: &index)
        unsafe append(record, of: chunk, bytes, from: start, as: objects, to: &output)
        start = record.end
      }
      unsafe output.finish()
    }
  }

  /// Works from `start` on, and moves it, until a row has quotes, numbers of another form or figures
  /// beyond the kernels' range, or the chunk ends.
  private func appendPlainRows(
    of chunk: CSVChunk, _ bytes: Span<UInt8>, from start: inout Int, _ index: inout CSVIndex,
    by indexed: IndexedRow, to output: inout RowOutput
  ) {
    let rows = unsafe output.rows
    unsafe output.begin(behindLines: chunk.tally.lineFeeds)
    var isPlain = true
    while isPlain, start < bytes.count {
      // Where the stretch ends within the row, another one that begins with the row may not.
      if index.cursor + plan.columns.count > index.count + 1, !index.begins(at: start) {
        index.search(bytes, from: start)
      }
      let (base, first) = unsafe (UnsafeRawPointer(chunk.input.base) + index.start, start)
      isPlain = unsafe appendPlainRows(at: base, from: &start, &index, by: indexed, to: &output)
      if start == first { break }
    }
    chunk.tally.lineFeeds += unsafe output.rows - rows
  }

  /// Works on the rows of the stretch that begins at `base`; false where one is of another kind.
  @inline(always)
  private func appendPlainRows(
    at base: UnsafeRawPointer, from start: inout Int, _ index: inout CSVIndex,
    by indexed: IndexedRow, to output: inout RowOutput
  ) -> Bool {
    let (length, delimiter) = (plan.columns.count, plan.form.delimiter.rawValue)
    let blank = plan.blankRow
    let places = unsafe UnsafePointer(index.places)
    var cursor = index.cursor
    defer { index.pass(to: cursor) }
    while cursor &+ length <= index.count &+ 1 {
      guard
        let fields = unsafe PlacedFields(
          base: base, places: places + (cursor - 1), count: length, delimiter: delimiter),
        unsafe fields.recordLength <= recordLimit,
        let row = unsafe indexed.words(fields, blank: blank),
        unsafe output.append(row, fields.content, figures)
      else { return false }
      unsafe start &+= fields.recordLength
      cursor &+= length
    }
    return true
  }

  /// Works on a record that the grammar has read.
  private func append(
    _ record: borrowing CSVRecord, of chunk: CSVChunk, _ bytes: Span<UInt8>, from start: Int,
    as objects: ObjectRows?, to output: inout RowOutput
  ) {
    let linesBefore = chunk.tally.lineFeeds
    chunk.tally.lineFeeds += record.lineFeeds + (chunk.droppedBytes > 0 ? 1 : 0)
    guard !record.isBlank else {
      chunk.tally.blankLines += 1
      return
    }
    unsafe output.begin(behindLines: linesBefore)
    let content = unsafe UnsafeRawBufferPointer(rebasing: chunk.input.bytes[record.content])
    if let row = words(record, chunk), unsafe output.append(row, content, figures) { return }
    do throws(Fault) {
      let row = try carefulRow(record, bytes, of: chunk)
      if let objects {
        let line = try objects.line(record, bytes, row)
        unsafe output.append(line.bytes, of: row)
      } else {
        unsafe output.append(content, plan.figures.map(row.text), of: row)
      }
      chunk.tally.roundedValues += row.roundedValues
      if let column = row.zonelessColumn, chunk.tally.zoneless == nil {
        chunk.tally.zoneless = (linesBefore, column)
      }
      if let outcome = row.comparison?.outcome {
        chunk.tally.comparison.add(outcome, at: linesBefore)
      }
    } catch {
      let excerpt = start..<start + min(Self.longRecordExcerpt, recordLimit)
      chunk.tally.rejectedRows += 1
      chunk.rejects.append(
        ChunkReject(
          linesBefore: linesBefore, byteOffset: chunk.byteOffset + start, fault: error,
          raw: record.isTooLong ? excerpt : record.content))
    }
  }

  /// The numbers of a record in words; nil where it needs the careful reader.
  @inline(always)
  private func words(_ record: borrowing CSVRecord, _ chunk: CSVChunk) -> VaultWords? {
    guard let indexed, record.damage == nil, !record.isTooLong,
      record.fieldCount == plan.columns.count
    else { return nil }
    let base = unsafe UnsafeRawPointer(chunk.input.base)
    return unsafe indexed.words(
      FoundFields(base: base, fields: record.storage), blank: plan.blankRow)
  }

  private func carefulRow(
    _ record: borrowing CSVRecord, _ bytes: Span<UInt8>, of chunk: CSVChunk
  ) throws(Fault) -> CarefulRow {
    if record.isTooLong {
      let length = record.end - record.content.lowerBound + chunk.droppedBytes
      throw Fault(
        .tooLong,
        found: "a record of \(chunk.isCutOff ? "more than \(recordLimit)" : "\(length)") bytes",
        expected: "at most \(recordLimit) (raw is its beginning)")
    }
    if let damage = record.damage { throw .csv(damage, at: plan.place(of: damage.column)) }
    return try CarefulRow(record, of: bytes, plan: plan)
  }
}
