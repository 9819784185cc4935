// Unsafe: shared between threads unchecked; the pipeline lets one of them at a time call it.

internal import Platform
internal import Text
internal import Faults

/// Where chunks end in the input's order: the output, the rejects and the counts.
///
/// The pipeline lets one thread at a time call it, which is what makes it safe to share.
final class OrderedSink: @unchecked Sendable {
  private let output: AtomicFile
  private let rejects: AtomicFile?
  /// Whether the rejects are written even when there are none.
  private let keepsEmptyRejects: Bool
  private let input: ByteSource
  private let isStrict: Bool
  private let progress: (@Sendable (Int, Int?) -> Void)?
  private var lineFeeds: Int
  private var summary = CSVSummary()
  private var rejectLines: [UInt8] = []

  /// Long records among the rejects are not gathered.
  private static let rejectLinesLimit = 1 << 18

  static let rejectsHeader = "line,byte_offset,column,reason,raw\n"

  init(
    header: CSVHeader, output: String, rejects: CSVRejectsFile, input: ByteSource, isStrict: Bool,
    progress: (@Sendable (Int, Int?) -> Void)?
  ) throws {
    self.output = try AtomicFile(path: output)
    self.input = input
    self.isStrict = isStrict
    self.progress = progress
    lineFeeds = header.lineFeeds
    self.rejects = try rejects.path.map { path in
      let file = try AtomicFile(path: path)
      try file.write(Self.rejectsHeader)
      return file
    }
    if case .whenNeeded = rejects {
      keepsEmptyRejects = self.rejects?.replacesFile ?? false
    } else {
      keepsEmptyRejects = true
    }
    try self.output.write(header.outputLine)
  }

  /// Takes the next chunk in order.
  func accept(_ chunk: CSVChunk) throws {
    if let failure = chunk.failure { throw failure }
    for reject in chunk.rejects { try accept(reject, in: chunk) }
    if !rejectLines.isEmpty { try writeRejectLines() }
    try chunk.output.withSpan(0..<chunk.output.count) { bytes throws(Fault) in
      try output.write(bytes)
    }
    lineFeeds += chunk.tally.lineFeeds
    summary.rowsOut += chunk.tally.rowsOut
    summary.rejectedRows += chunk.tally.rejectedRows
    summary.rowsIn += chunk.tally.rowsOut + chunk.tally.rejectedRows
    summary.blankLines += chunk.tally.blankLines
    summary.roundedValues += chunk.tally.roundedValues
    summary.bytesIn = chunk.byteOffset + chunk.input.count + chunk.droppedBytes
    progress?(summary.bytesIn, input.size)
  }

  /// Gives the files their names; nothing can fail for lack of space any more.
  func finish() throws -> CSVSummary {
    summary.bytesOut = output.byteCount
    if summary.rejectedRows > 0 || keepsEmptyRejects {
      try rejects?.commit()
    } else {
      rejects?.discard()
    }
    try output.commit()
    return summary
  }

  func discard() {
    output.discard()
    rejects?.discard()
  }

  private func accept(_ reject: ChunkReject, in chunk: CSVChunk) throws {
    let row = CSVReject(
      line: 1 + lineFeeds + reject.linesBefore, byteOffset: reject.byteOffset,
      column: reject.column, reason: reject.reason)
    guard !isStrict else { throw CSVAnalysisError.rejectedRow(input: input.name, reject: row) }
    if summary.firstRejects.count < CSVSummary.firstRejectsLimit {
      summary.firstRejects.append(row)
    }
    guard rejects != nil else { return }
    rejectLines += "\(row.line),\(row.byteOffset),".utf8
    CSVWriter.append(row.column.utf8, to: &rejectLines)
    rejectLines.append(UInt8(ascii: ","))
    CSVWriter.append(row.reason.utf8, to: &rejectLines)
    rejectLines.append(UInt8(ascii: ","))
    chunk.input.withSpan(reject.raw) { raw in CSVWriter.append(raw, to: &rejectLines) }
    rejectLines.append(UInt8(ascii: "\n"))
    if rejectLines.count > Self.rejectLinesLimit { try writeRejectLines() }
  }

  private func writeRejectLines() throws(Fault) {
    try rejects?.write(rejectLines)
    rejectLines.removeAll(keepingCapacity: true)
  }
}
