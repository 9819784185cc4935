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
    var scan = HeaderScan(recordLimit: analysis.recordLimit, input: input)
    let record = try scan.header(reader, chunk)
    // In a strict run a row that is too long is the last that is looked at.
    reader.passesLongLines = !analysis.isStrict
    lineFeeds = scan.lineFeeds
    let header = CSVHeader(record.names, file: input, line: 1)
    try header.requireDistinctNames()
    let (columns, unusedTime) = try analysis.inputs(of: header)
    unusedTimeColumn = unusedTime
    let appended = analysis.metrics.map(\.column)
    if let name = appended.first(where: record.names.contains) {
      throw header.fault(
        .conflict, found: "a column \(name) already", expected: "no column with a metric's name")
    }
    plan = RowPlan(columns: columns, columnNames: record.names, analysis: analysis)
    outputLine =
      analysis.writesNDJSON
      ? [] : record.line + Array((appended.map { "," + $0 }.joined() + "\n").utf8)
  }
}

/// Steps over a byte order mark and blank lines to the header.
private struct HeaderScan {
  let recordLimit: Int
  let input: String
  private(set) var lineFeeds = 0

  init(recordLimit: Int, input: String) {
    self.recordLimit = recordLimit
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
    let start = chunk.start
    var record = CSVRecord()
    let names = chunk.input.withSpan { bytes in
      var index = CSVIndex(from: start)
      // A chunk has whole records.
      _ = CSVGrammar.read(
        &record, in: bytes, from: start, limit: recordLimit, isFinal: true, index: &index)
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
}
