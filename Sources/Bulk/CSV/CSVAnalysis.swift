public import Faults
internal import Platform
package import Text
public import Quantities
public import Yields

/// Bulk analysis of reward vaults: CSV in, the same CSV with figures appended out.
///
/// The header names the columns in any order (see `InputKey.columns`, `InputKey.comparisonColumns`); all
/// of them pass through unchanged, in their order, with one line feed a row. The result depends on the input alone: its
/// bytes are the same for any number of threads and any chunk size, and its figures are those of a
/// single report. Memory does not grow with the input.
///
/// ```swift
/// var analysis = CSVAnalysis(time: try Timestamp(1_767_225_600))
/// analysis.metrics = [.apr, .tvlUsd]
/// let summary = try analysis.run(input: "vaults.csv", output: "yields.csv")
/// print(summary.rowsOut, "rows,", summary.rejectedRows, "rejected")
/// ```
public struct CSVAnalysis: Sendable {
  /// What is appended to each row, in this order: some of `FigureKey.columns`, and of
  /// `FigureKey.comparison`, for which rows need a published yield and take milliseconds each.
  public var metrics: [FigureKey] = FigureKey.usualColumns
  /// When rows are evaluated that have no timestamp of their own.
  public var time: Timestamp
  /// Whether ``time`` wins over the rows' own timestamps, which then pass through unread.
  public var overridesTimestamps = false
  /// The length of a year.
  public var year: YearLength = .days365
  /// The commission that net figures are after.
  public var commission: BasisPoints?
  /// Columns whose header is not one of their usual names.
  public var columnNames: [InputKey: String] = [:]
  /// What stands in front of each figure's name in the output's header.
  public var figurePrefix = ""
  /// How the input is written; the output has the same delimiter.
  package var form = CSVForm()
  /// Whether rows are written as NDJSON, an object per row.
  ///
  /// Fields of the input are strings, figures are as everywhere in JSON. CSV is faster, as it copies
  /// the input's bytes.
  public var writesNDJSON = false
  /// Whether the first bad row ends the run, and digits beyond the 18th decimal make a row bad.
  public var isStrict = false
  /// Whether one bad row keeps every file from being written, so that the output may replace the input;
  /// the summary says whether there was one.
  public var requiresEveryRow = false
  /// How many threads work; all processors unless set.
  public var threads: Int = WorkerThreads.processorCount
  /// Called now and then from one thread at a time with the bytes read so far.
  public var progress: (@Sendable (_ bytesDone: Int, _ bytesTotal: Int?) -> Void)?

  /// The longest record that is read, in bytes, its line end included: 1 MiB.
  public static let recordLimit = CSVGrammar.longestLine

  /// Bytes that a thread takes at a time: two such buffers stay in a core's own cache.
  package var chunkSize = 1 << 18
  package var usesFastPath = true
  package var recordLimit = CSVAnalysis.recordLimit

  /// An analysis with the usual figures, a year of 365 days and all processors.
  ///
  /// - Parameter time: when rows are evaluated that have no timestamp of their own.
  public init(time: Timestamp) {
    self.time = time
  }

  /// Reads rows, evaluates them and writes them with their figures.
  ///
  /// - Parameters:
  ///   - input: a path, or `-` for standard input.
  ///   - output: a path, which gets its content when all of it is there, or `-` for standard output.
  ///   - rejects: where bad rows go, as `line,byte_offset,column,reason,raw`. A file of an earlier run is
  ///     removed before the output gets its name, and the new one gets its own last.
  /// - Returns: what was read and written.
  /// - Throws: `Fault` for net figures without a commission, a header without the columns, a file that
  ///   cannot be read or written or that changed meanwhile, two names of one file (links are followed;
  ///   only with ``requiresEveryRow`` the output may be the input), and in a strict run the first bad
  ///   row.
  @discardableResult
  public func run(
    input: String, output: String, rejects: CSVRejectsFile = .none
  ) throws(Fault) -> CSVSummary {
    try files(input: input, output: output, rejects: rejects.path).requireDistinct()
    if let metric = metrics.first(where: \.isNet), commission == nil {
      throw Fault(
        .missingValue, at: .input("commission"), found: "nothing",
        expected: "the commission that \(metric.column) is after")
    }
    let source = try ByteSource(path: input)
    let pipeline = CSVPipeline(for: self)
    let reader = ChunkReader(
      source: source, chunkSize: pipeline.chunkSize, recordLimit: recordLimit,
      delimiter: form.delimiter)
    let first = CSVChunk(capacity: pipeline.chunkSize)
    let header = try InputHeader(
      reading: reader, into: first, analysis: self, input: source.name)
    let sink = try CSVSink(
      of: self, header: header, input: source, output: output, rejects: rejects)
    do throws(Fault) {
      try pipeline.run(
        ChunkProcessor(plan: header.plan, recordLimit: recordLimit, usesFastPath: usesFastPath),
        from: reader, startingWith: first, to: sink)
      guard !source.hasChangedSinceOpening() else {
        throw Fault(
          .fileChanged, at: .file(source.name), found: "a file that changed while it was read",
          expected: "a file that stays unchanged")
      }
      return try sink.finish()
    } catch {
      sink.discard()
      // What is wrong before a row is made of it is wrong where the rows so far end.
      throw error.place == nil ? error.at(.file(source.name, line: sink.line)) : error
    }
  }

  /// Whether published yields are compared with the exact ones.
  var comparesPublished: Bool { metrics.contains(where: FigureKey.comparison.contains) }

  /// What is read of a row.
  var inputs: [InputKey] {
    InputKey.columns + (comparesPublished ? InputKey.comparisonColumns : [])
  }

  /// The files of a run; what may be replaced is compared with the rejects alone.
  private func files(input: String, output: String, rejects: String?) -> RunFiles {
    let written = rejects.map { [RunFiles.Output($0, at: .input("rejects"))] } ?? []
    return requiresEveryRow
      ? RunFiles(inputs: [input, output], outputs: written)
      : RunFiles(
        inputs: [input], outputs: [RunFiles.Output(output, at: .input("output"))] + written)
  }
}
