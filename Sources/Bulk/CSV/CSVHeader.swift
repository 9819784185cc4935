internal import Text

/// The first record of an input: which column is which.
struct CSVHeader {
  let plan: RowPlan
  /// The first line of the output.
  let outputLine: [UInt8]
  /// Line feeds before the first row.
  let lineFeeds: Int

  /// Reads the header from the first chunk and leaves the chunk at the first row.
  init(
    reading reader: ChunkReader, into chunk: CSVChunk, analysis: CSVAnalysis, input: String
  ) throws {
    var scan = HeaderScan(recordLimit: analysis.recordLimit, input: input)
    guard let record = try scan.header(reader, chunk) else {
      throw scan.error("found an empty input; expected a header line")
    }
    lineFeeds = scan.lineFeeds
    let names: [String]
    switch RecordFields.split(record.span) {
    case .success(let fields): names = fields.map { $0.text(in: record.span) }
    case .failure(let fault): throw scan.error(fault.reason)
    }
    do throws(HeaderFault) {
      let columns = try Self.columns(names, analysis.columnNames)
      for metric in analysis.metrics where names.contains(metric.name) {
        throw HeaderFault(
          reason: "found a column \(metric.name) already; expected no column with a metric's name")
      }
      plan = RowPlan(
        columns: columns, columnNames: names, metrics: analysis.metrics, time: analysis.time,
        year: analysis.year, refusesRounding: analysis.isStrict)
    } catch {
      throw scan.error(error.reason)
    }
    let metricNames = analysis.metrics.map { "," + $0.name }.joined()
    outputLine = record + Array(metricNames.utf8) + [UInt8(ascii: "\n")]
  }

  /// The meaning of each column; every meaning at most once, every name once.
  private static func columns(
    _ names: [String], _ chosen: [VaultColumn: String]
  ) throws(HeaderFault) -> [VaultColumn?] {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw HeaderFault(reason: "found the column \(quoted(name)) twice; expected each name once")
    }
    var columns = [VaultColumn?](repeating: nil, count: names.count)
    for column in VaultColumn.allCases {
      let candidates = chosen[column].map { [$0] } ?? [column.name, column.camelCaseName]
      let found = names.indices.filter { candidates.contains(names[$0]) }
      guard found.count < 2 else {
        throw HeaderFault(
          reason: "found \(column.name) in two spellings; expected one such column")
      }
      guard let index = found.first else {
        guard column.isRequired || chosen[column] != nil else { continue }
        throw missing(candidates, among: names)
      }
      if let other = columns[index] {
        throw HeaderFault(
          reason: "found the column \(quoted(names[index])) chosen for \(other.name) and for "
            + "\(column.name); expected one meaning")
      }
      columns[index] = column
    }
    return columns
  }

  private static func missing(_ candidates: [String], among names: [String]) -> HeaderFault {
    let shown = names.prefix(20).map(quoted).joined(separator: ", ")
    let expected = candidates.map(quoted).joined(separator: " or ")
    return HeaderFault(
      reason: "found the columns \(shown)\(names.count > 20 ? ", ..." : ""); expected \(expected)")
  }

  /// A name for a message: on one line, and not longer than a message should be.
  private static func quoted(_ name: String) -> String {
    JSONValue.string(name).excerpt
  }
}

/// Why a header cannot be used.
private struct HeaderFault: Error {
  let reason: String
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

  func error(_ reason: String) -> CSVAnalysisError {
    .header(input: input, line: 1, reason: reason)
  }

  /// The header's record without its line end, or nil where the input has none.
  mutating func header(_ reader: ChunkReader, _ chunk: CSVChunk) throws -> [UInt8]? {
    while reader.next(into: chunk) {
      if let failure = chunk.failure { throw failure }
      if chunk.sequence == 0 { skipByteOrderMark(chunk) }
      while chunk.start < chunk.input.count {
        let record = try nextRecord(chunk)
        if !record.isEmpty { return record }
      }
      chunk.clear()
    }
    return nil
  }

  private func skipByteOrderMark(_ chunk: CSVChunk) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if chunk.input.count >= mark.count, chunk.input.copy(0..<mark.count) == mark {
      chunk.start = mark.count
    }
  }

  private mutating func nextRecord(_ chunk: CSVChunk) throws(CSVAnalysisError) -> [UInt8] {
    let found = RecordScanner.recordEnd(
      in: chunk.input, from: chunk.start, isFinal: true, limit: recordLimit)
    let end = found?.end ?? chunk.input.count
    guard found?.ending != .tooLong, chunk.droppedBytes == 0 else {
      throw error("found a line longer than \(recordLimit) bytes; expected a header")
    }
    var record = chunk.input.copy(chunk.start..<end)
    lineFeeds += record.count { $0 == UInt8(ascii: "\n") }
    chunk.start = end
    if record.last == UInt8(ascii: "\n") { record.removeLast() }
    if record.last == UInt8(ascii: "\r") { record.removeLast() }
    return record
  }
}
