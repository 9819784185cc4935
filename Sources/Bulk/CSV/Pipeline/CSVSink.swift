internal import Faults
internal import Inputs
internal import Platform
internal import Text

/// Where chunks end in the input's order: the output, the rejects and the counts.
final class CSVSink {
  private let output: AtomicFile
  private let rejects: AtomicFile?
  /// Whether the rejects are written even when there are none.
  private let keepsEmptyRejects: Bool
  private let input: ByteSource
  private let isStrict: Bool
  private let requiresEveryRow: Bool
  private let progress: (@Sendable (Int, Int?) -> Void)?
  private var lineFeeds: Int
  /// The line that follows those taken.
  var line: Int { 1 + lineFeeds }
  private var doubts = DoubtTally()
  private var times: RowTimes?
  private var summary = CSVSummary()
  private var rejectLines: [UInt8] = []
  /// What goes before the first chunk, once that is taken: a strict run that ends in it has written nothing.
  private var headerLine: [UInt8]?

  /// Long records among the rejects are not gathered.
  private static let rejectLinesLimit = 1 << 18

  static let rejectsHeader = "line,byte_offset,column,reason,raw\n"

  /// Prepares the files of a run.
  init(
    of analysis: CSVAnalysis, header: InputHeader, input: ByteSource, output: String,
    rejects: CSVRejectsFile
  ) throws(Fault) {
    self.output = try AtomicFile(path: output)
    self.input = input
    isStrict = analysis.isStrict
    requiresEveryRow = analysis.requiresEveryRow
    progress = analysis.progress
    if analysis.comparesPublished { summary.comparison = ComparisonTotals() }
    lineFeeds = header.lineFeeds
    times = header.plan.hasTimes ? RowTimes() : nil
    summary.unusedTimeColumn = header.unusedTimeColumn
    self.rejects = try rejects.path.map { path throws(Fault) in
      let file = try AtomicFile(path: path)
      try file.write(Self.rejectsHeader)
      return file
    }
    if case .whenNeeded = rejects {
      keepsEmptyRejects = self.rejects?.replacesFile ?? false
    } else {
      keepsEmptyRejects = true
    }
    if let file = self.rejects { try self.output.begin(with: file) }
    headerLine = header.outputLine
  }

  /// Takes the next chunk in order.
  func accept(_ chunk: CSVChunk) throws(Fault) {
    for reject in chunk.rejects { try accept(reject, in: chunk) }
    if !rejectLines.isEmpty { try writeRejectLines() }
    if let header = headerLine.take() { try output.write(header) }
    try chunk.output.withSpan { bytes throws(Fault) in try output.write(bytes) }
    doubts.merge(chunk.tally.doubts, from: 1 + lineFeeds)
    summary.comparison?.merge(chunk.tally.comparison, from: 1 + lineFeeds)
    times?.merge(chunk.tally.times)
    if let first = chunk.tally.zoneless, summary.zonelessTime == nil {
      summary.zonelessTime = .zoneless(
        at: .file(
          input.name, line: 1 + lineFeeds + first.linesBefore, member: first.column.member))
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
  func finish() throws(Fault) -> CSVSummary {
    summary.bytesOut = output.byteCount
    summary.warnings = doubts.totals
    summary.ownTimes = times?.total
    if requiresEveryRow, summary.rejectedRows > 0 {
      summary.bytesOut = 0
      discard()
    } else if let rejects, summary.rejectedRows > 0 || keepsEmptyRejects {
      try output.commit(with: rejects)
    } else {
      rejects?.discard()
      try output.commit()
    }
    return summary
  }

  func discard() {
    output.discard()
    rejects?.discard()
  }

  private func accept(_ reject: ChunkReject, in chunk: CSVChunk) throws(Fault) {
    let (line, column) = (1 + lineFeeds + reject.linesBefore, reject.fault.place?.member)
    let fault = reject.fault.at(.file(input.name, line: line, member: column))
    guard !isStrict else { throw fault }
    if summary.firstRejects.count < CSVSummary.firstRejectsLimit {
      summary.firstRejects.append(fault)
    }
    guard rejects != nil else { return }
    rejectLines += "\(line),\(reject.byteOffset),".utf8
    CSVWriter.append((column ?? "").utf8, to: &rejectLines)
    rejectLines.append(UInt8(ascii: ","))
    CSVWriter.append(fault.fact.utf8, to: &rejectLines)
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
