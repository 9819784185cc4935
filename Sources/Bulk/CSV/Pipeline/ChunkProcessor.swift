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
      var block = RowBlock()
      let objects = plan.writesNDJSON ? ObjectRows(plan) : nil
      var start = chunk.start
      var index = CSVIndex(from: start, delimiter: plan.form.delimiter)
      while start < bytes.count {
        // Quotes are seldom alone: behind a row with them the next is not tried without.
        if let indexed, !record.hasQuotes {
          readPlainRows(of: chunk, bytes, from: &start, &index, by: indexed, into: &block)
        }
        if !block.isFull, start < bytes.count {
          // A chunk has whole records.
          _ = CSVGrammar.read(
            &record, in: bytes, from: start, limit: recordLimit, isFinal: true, index: &index)
          unsafe take(record, of: chunk, bytes, from: start, as: objects, &block, to: &output)
          start = record.end
        }
        if block.isFull { unsafe write(&block, of: chunk, bytes, as: objects, to: &output) }
      }
      unsafe write(&block, of: chunk, bytes, as: objects, to: &output)
      unsafe output.finish()
    }
  }

  /// Reads from `start` on, and moves it, until a row has quotes or numbers of another form, the block is full,
  /// or the chunk ends.
  private func readPlainRows(
    of chunk: CSVChunk, _ bytes: Span<UInt8>, from start: inout Int, _ index: inout CSVIndex,
    by indexed: IndexedRow, into block: inout RowBlock
  ) {
    let rows = block.count
    let linesBefore = chunk.tally.lineFeeds &- rows
    var isPlain = true
    while isPlain, !block.isFull, start < bytes.count {
      // Where the stretch ends within the row, another one that begins with the row may not.
      if index.cursor + plan.columns.count > index.count + 1, !index.begins(at: start) {
        index.search(bytes, from: start)
      }
      let (base, first) = unsafe (UnsafeRawPointer(chunk.input.base) + index.start, start)
      isPlain = unsafe readPlainRows(
        at: base, from: &start, &index, by: indexed, behindLines: linesBefore, into: &block)
      if start == first { break }
    }
    chunk.tally.lineFeeds += block.count - rows
  }

  /// Reads the rows of the stretch that begins at `base`; false where one is of another kind.
  @inline(always)
  private func readPlainRows(
    at base: UnsafeRawPointer, from start: inout Int, _ index: inout CSVIndex,
    by indexed: IndexedRow, behindLines linesBefore: Int, into block: inout RowBlock
  ) -> Bool {
    let (length, delimiter) = (plan.columns.count, plan.form.delimiter.rawValue)
    let blank = plan.blankRow
    let places = unsafe UnsafePointer(index.places)
    var cursor = index.cursor
    defer { index.pass(to: cursor) }
    while cursor &+ length <= index.count &+ 1, !block.isFull {
      guard
        let fields = unsafe PlacedFields(
          base: base, places: places + (cursor - 1), count: length, delimiter: delimiter),
        unsafe fields.recordLength <= recordLimit,
        let row = unsafe indexed.words(fields, blank: blank)
      else { return false }
      unsafe block.append(
        row,
        RowBlock.Row(
          start: start, length: fields.contentLength, linesBefore: linesBefore &+ block.count))
      unsafe start &+= fields.recordLength
      cursor &+= length
    }
    return true
  }

  /// Computes the rows of a block and writes them; the block is empty then.
  private func write(
    _ block: inout RowBlock, of chunk: CSVChunk, _ bytes: Span<UInt8>, as objects: ObjectRows?,
    to output: inout RowOutput
  ) {
    guard block.count > 0 else { return }
    figures.evaluate(block.vaults)
    let input = unsafe UnsafeRawPointer(chunk.input.base)
    for place in 0..<block.count {
      guard unsafe !output.append(block, place, from: input, figures) else { continue }
      let row = block[place]
      var index = CSVIndex(from: row.start, delimiter: plan.form.delimiter)
      var record = CSVRecord(fieldLimit: plan.columns.count)
      _ = CSVGrammar.read(
        &record, in: bytes, from: row.start, limit: recordLimit, isFinal: true, index: &index)
      unsafe append(
        record, of: chunk, bytes, from: row.start, behindLines: row.linesBefore, as: objects,
        to: &output)
    }
    block.removeAll()
  }

  /// Takes a record that the grammar has read: into the block where its numbers fit words.
  private func take(
    _ record: borrowing CSVRecord, of chunk: CSVChunk, _ bytes: Span<UInt8>, from start: Int,
    as objects: ObjectRows?, _ block: inout RowBlock, to output: inout RowOutput
  ) {
    let linesBefore = chunk.tally.lineFeeds
    chunk.tally.lineFeeds += record.lineFeeds + (chunk.droppedBytes > 0 ? 1 : 0)
    guard !record.isBlank else {
      chunk.tally.blankLines += 1
      return
    }
    if let row = words(record, chunk) {
      block.append(
        row,
        RowBlock.Row(start: start, length: record.content.count, linesBefore: linesBefore))
    } else {
      unsafe write(&block, of: chunk, bytes, as: objects, to: &output)
      unsafe append(
        record, of: chunk, bytes, from: start, behindLines: linesBefore, as: objects, to: &output)
    }
  }

  /// Works on a record by itself.
  private func append(
    _ record: borrowing CSVRecord, of chunk: CSVChunk, _ bytes: Span<UInt8>, from start: Int,
    behindLines linesBefore: Int, as objects: ObjectRows?, to output: inout RowOutput
  ) {
    do throws(Fault) {
      let row = try carefulRow(record, bytes, of: chunk)
      if let objects {
        let line = try objects.line(record, bytes, row)
        unsafe output.append(line.bytes, of: row, behindLines: linesBefore)
      } else {
        let content = unsafe UnsafeRawBufferPointer(rebasing: chunk.input.bytes[record.content])
        unsafe output.append(
          content, plan.figures.map(row.text), of: row, behindLines: linesBefore)
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
      // A strict run ends there: how much longer the record is depends on what was read so far.
      throw Fault(
        .tooLong,
        found: "a record of \(plan.isStrict ? "more than \(recordLimit)" : "\(length)") bytes",
        expected: "at most \(recordLimit) (raw is its beginning)")
    }
    if let damage = record.damage { throw .csv(damage, at: plan.place(of: damage.column)) }
    return try CarefulRow(record, of: bytes, plan: plan)
  }
}
