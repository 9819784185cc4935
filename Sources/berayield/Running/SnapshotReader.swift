internal import Chain
internal import Faults
internal import Inputs
internal import Platform
internal import Text
internal import Transport

/// Reads a chain as options say, once or again and again.
struct SnapshotReader {
  /// Where replies come from.
  private enum Source {
    case endpoints([Endpoint])
    case record(String)
  }

  /// What is read.
  let request: SnapshotRequest
  private let options: ReadingOptions
  private let policy: RetryPolicy
  private let source: Source
  /// The command that reads, for people who watch.
  private let name: String

  /// - Parameters:
  ///   - options: what is typed.
  ///   - name: the command that reads.
  ///   - notes: takes what is to be noted of prices and names.
  /// - Throws: a `Fault` where an option cannot be, or a file cannot be read.
  init(_ options: ReadingOptions, for name: String, notes: inout InputNotes) throws {
    try options.requireSense()
    self.options = options
    self.name = name
    request = try options.request(&notes)
    policy = try options.chain.policy()
    if let replay = options.replay {
      source = .record(replay)
    } else {
      let endpoints = try options.chain.endpoints(of: request.deployment)
      if options.verify, endpoints.count != 2 {
        throw Fault(
          .usage, at: .option("--verify"), found: "\(endpoints.count) endpoints",
          expected: "two, by --rpc twice")
      }
      source = .endpoints(endpoints)
    }
  }

  /// Reads at one block.
  ///
  /// - Parameters:
  ///   - block: which one.
  ///   - known: blocks of which no snapshot is needed.
  ///   - isTold: asked now and then whether to stop.
  /// - Returns: how it ended.
  /// - Throws: a `Fault` where two endpoints differ, or a file is at fault.
  func read(
    at block: BlockChoice, known: [PinnedBlock] = [], isTold: () -> Bool = { false }
  ) throws -> ChainOutcome {
    func reader(_ block: BlockChoice, _ endpoints: [Endpoint]) -> ChainReader {
      ChainReader(request, at: block, known: known, endpoints: endpoints, policy: policy)
    }
    switch source {
    case .record(let path):
      let file = try ByteSource(path: path)
      let recording = try Recording(reading: try file.readAll(), file: file.name)
      var transport = ReplayTransport(recording, file: file.name)
      let endpoints = recording.hosts.map { Endpoint(recorded: $0) }
      return try ChainSession.run(reader(block, endpoints), over: &transport, isTold: isTold)
    case .endpoints(let endpoints):
      guard options.verify else {
        return try run(reader(block, endpoints), endpoints, isTold)
      }
      let first = try run(reader(block, [endpoints[0]]), [endpoints[0]], isTold)
      guard case .read(let reading) = first else { return first }
      let second = try run(
        reader(.hash(reading.block.hash), [endpoints[1]]), [endpoints[1]], isTold)
      guard case .read(let other) = second else { return second }
      try Self.require(reading, toBe: other)
      return first
    }
  }

  private func run(
    _ reader: ChainReader, _ endpoints: [Endpoint], _ isTold: () -> Bool
  ) throws -> ChainOutcome {
    let progress = ProgressLine.ofCalls(name)
    defer { ProgressLine.clear() }
    var transport = try CurlTransport(endpoints)
    guard let record = options.record else {
      return try ChainSession.run(reader, over: &transport, progress: progress, isTold: isTold)
    }
    var recorder = RecordingTransport(transport, endpoints: endpoints)
    // What went wrong is what a record is for: it is written then, too.
    let result = Result {
      try ChainSession.run(reader, over: &recorder, progress: progress, isTold: isTold)
    }
    let bytes = recorder.recording.bytes
    try OutputFile.write(to: record, option: "--record") { file in try file.write(bytes) }
    return try result.get()
  }

  /// Refuses what two endpoints do not say alike.
  private static func require(_ first: ChainReading, toBe second: ChainReading) throws(Fault) {
    guard let difference = SnapshotDifference.first(first.snapshot, second.snapshot) else { return }
    throw Fault(
      .differs,
      found:
        "\(difference.path): \(first.host) says \(difference.left.excerpt), \(second.host) says \(difference.right.excerpt)",
      expected: "", hint: "nothing was written; ask a third endpoint")
  }
}
