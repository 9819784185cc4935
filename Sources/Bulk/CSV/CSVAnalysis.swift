public import Quantities
internal import Platform

/// Bulk analysis of reward vaults: CSV in, the same CSV with figures appended out.
///
/// The header names the columns in any order (see ``VaultColumn``); all of them pass through
/// unchanged, in their order, with one line feed a row. The result depends on the input alone: its
/// bytes are the same for any number of threads and any chunk size, and its figures are those of a
/// single report. Memory does not grow with the input.
///
/// ```swift
/// var analysis = CSVAnalysis(time: try Timestamp(1_767_225_600))
/// analysis.metrics = [.apr, .tvlUSD]
/// let summary = try analysis.run(input: "vaults.csv", output: "yields.csv")
/// print(summary.rowsOut, "rows,", summary.rejectedRows, "rejected")
/// ```
public struct CSVAnalysis: Sendable {
  /// What is appended to each row, in this order.
  public var metrics: [CSVMetric] = CSVMetric.standard
  /// When rows are evaluated that have no timestamp of their own.
  public var time: Timestamp
  /// The length of a year.
  public var year: YearLength = .days365
  /// Columns whose header is not one of their usual names.
  public var columnNames: [VaultColumn: String] = [:]
  /// Whether the first bad row ends the run, and digits beyond the 18th decimal make a row bad.
  public var isStrict = false
  /// How many threads work; all processors unless set.
  public var threads: Int = WorkerThreads.processorCount
  /// Called now and then from one thread at a time with the bytes read so far.
  public var progress: (@Sendable (_ bytesDone: Int, _ bytesTotal: Int?) -> Void)?

  /// The longest record that is read, in bytes, its line end included: 1 MiB.
  public static let recordLimit = 1 << 20

  /// Bytes that a thread takes at a time: two such buffers stay in a core's own cache.
  package var chunkSize = 1 << 18
  /// What the buffers of all threads together may take while records are of usual length.
  private static let bufferBudget = 24 << 20
  package var usesFastPath = true
  package var recordLimit = CSVAnalysis.recordLimit

  /// An analysis with the standard metrics, a year of 365 days and all processors.
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
  ///   - rejects: where bad rows go, as `line,byte_offset,column,reason,raw`.
  /// - Returns: what was read and written.
  /// - Throws: ``CSVAnalysisError``, or the system's reason where a file cannot be read or written.
  @discardableResult
  public func run(
    input: String, output: String, rejects: CSVRejectsFile = .none
  ) throws -> CSVSummary {
    let source = try ByteSource(path: input)
    let chunkSize = min(
      chunkSize, CSVPipeline.chunkSize(threads: threads, within: Self.bufferBudget))
    let reader = ChunkReader(source: source, chunkSize: chunkSize, recordLimit: recordLimit)
    let first = CSVChunk(capacity: chunkSize)
    let header = try CSVHeader(reading: reader, into: first, analysis: self, input: source.name)
    let sink = try OrderedSink(
      header: header, output: output, rejects: rejects, input: source, isStrict: isStrict,
      progress: progress)
    do {
      let processor = ChunkProcessor(
        plan: header.plan, recordLimit: recordLimit, usesFastPath: usesFastPath)
      let pipeline = CSVPipeline(
        reader: reader, processor: processor, sink: sink, threads: max(threads, 1),
        chunkSize: chunkSize, firstSequence: first.sequence)
      try pipeline.run(first: first)
      guard !source.hasChangedSinceOpening() else {
        throw CSVAnalysisError.inputChanged(input: source.name)
      }
      return try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
  }
}
