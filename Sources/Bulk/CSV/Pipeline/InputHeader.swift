internal import Faults
internal import Quantities
internal import Text
internal import Yields

/// The first record of an input: which column is which.
struct InputHeader {
  let plan: RowPlan
  /// The first line of the output.
  let outputLine: [UInt8]
  /// Line feeds before the first row.
  let lineFeeds: Int
  /// The column of timestamps, where another time wins over them.
  let unusedTimeColumn: String?

  /// Reads the header from the first chunk and leaves the chunk at the first row.
  init(
    reading reader: ChunkReader, into chunk: CSVChunk, analysis: CSVAnalysis, input: String
  ) throws(Fault) {
    var scan = HeaderScan(
      recordLimit: analysis.recordLimit, delimiter: analysis.form.delimiter, input: input)
    let record = try scan.header(reader, chunk)
    // In a strict run a row that is too long is the last that is looked at.
    reader.passesLongLines = !analysis.isStrict
    lineFeeds = scan.lineFeeds
    let header = CSVHeader(record.names, file: input, line: 1, form: analysis.form)
    // An object has each of its keys once.
    if analysis.writesNDJSON { try header.requireDistinctNames() }
    let (columns, unusedTime) = try analysis.inputs(of: header)
    unusedTimeColumn = unusedTime
    let appended = analysis.metrics.map { analysis.figurePrefix + $0.column }
    if let name = appended.first(where: header.names.contains) {
      throw header.fault(
        .conflict, found: "a column \(name) already", expected: "no column with a metric's name",
        hint: "--prefix TEXT gives the appended columns names of their own")
    }
    if let index = header.names.lastIndex(of: ""), index > 0, index == header.names.count - 1,
      scan.nextFieldCount(in: chunk) == index
    {
      throw header.fault(
        .fieldCount, found: "a delimiter behind the last name, and a row without one",
        expected: "as many names as fields")
    }
    plan = RowPlan(
      columns: columns, columnNames: header.names, figureNames: appended, analysis: analysis)
    var line = record.line
    for name in appended {
      line.append(analysis.form.delimiter.rawValue)
      CSVWriter.append(name.utf8, to: &line, delimiter: analysis.form.delimiter)
    }
    outputLine = analysis.writesNDJSON ? [] : line + [UInt8(ascii: "\n")]
  }
}

/// Steps over a byte order mark and blank lines to the header.
private struct HeaderScan {
  let recordLimit: Int
  let delimiter: CSVDelimiter
  let input: String
  private(set) var lineFeeds = 0

  init(recordLimit: Int, delimiter: CSVDelimiter, input: String) {
    self.recordLimit = recordLimit
    self.delimiter = delimiter
    self.input = input
  }

  /// The header's names, and its bytes without the line end.
  mutating func header(
    _ reader: ChunkReader, _ chunk: CSVChunk
  ) throws(Fault) -> (names: [String], line: [UInt8]) {
    while try reader.next(into: chunk) {
      if chunk.sequence == 0 {
        let start = chunk.input.copy(0..<min(chunk.input.count, ForeignFormat.length))
        if let refusal = ForeignFormat.refusal(of: start, name: input, wanted: .csv) {
          throw refusal
        }
        skipByteOrderMark(chunk)
      }
      while chunk.start < chunk.input.count {
        if let header = try nextRecord(chunk) { return header }
      }
      chunk.clear()
    }
    throw Fault(
      .missingValue, at: place, found: "an empty input", expected: "a header line")
  }

  private var place: Place { .file(input, line: 1, member: "header") }

  private func skipByteOrderMark(_ chunk: CSVChunk) {
    let mark = CSVGrammar.byteOrderMark
    if chunk.input.count >= mark.count, chunk.input.copy(0..<mark.count) == mark {
      chunk.start = mark.count
    }
  }

  /// The record at the chunk's start, which moves behind it; nil for a blank line.
  private mutating func nextRecord(
    _ chunk: CSVChunk
  ) throws(Fault) -> (names: [String], line: [UInt8])? {
    var record = CSVRecord()
    let names = chunk.input.withSpan { bytes in
      read(&record, in: bytes, from: chunk.start)
      return record.fields.map { $0.text(in: bytes) }
    }
    guard !record.isTooLong, !chunk.isCutOff else {
      throw .longLine(limit: recordLimit, of: input, line: 1)
    }
    if let damage = record.damage { throw .csv(damage, at: place) }
    lineFeeds += record.lineFeeds
    chunk.start = record.end
    return record.isBlank ? nil : (names, chunk.input.copy(record.content))
  }

  /// The fields of the record at the chunk's start, as far as the chunk has one.
  func nextFieldCount(in chunk: CSVChunk) -> Int? {
    guard chunk.start < chunk.input.count else { return nil }
    var record = CSVRecord(fieldLimit: 0)
    chunk.input.withSpan { read(&record, in: $0, from: chunk.start) }
    return record.damage == nil && !record.isTooLong ? record.fieldCount : nil
  }

  private func read(_ record: inout CSVRecord, in bytes: Span<UInt8>, from start: Int) {
    var index = CSVIndex(from: start, delimiter: delimiter)
    // A chunk has whole records.
    _ = CSVGrammar.read(
      &record, in: bytes, from: start, limit: recordLimit, isFinal: true, index: &index)
  }
}
