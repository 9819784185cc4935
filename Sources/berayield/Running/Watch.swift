internal import Chain
internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Text

/// Readings that are stored, one after another, and told.
struct Watch {
  /// What became of a reading.
  enum Outcome {
    /// It is stored, now or before.
    case stored
    case failed(ChainFailure)
    /// The run is to stop, and the reading is not kept.
    case dropped
  }

  private let reader: SnapshotReader
  private let store: HistoryStore
  private let destination: AnswerOutput?
  private let site: SiteFolder?
  /// Whether readings of the past are not shown yet.
  private var isSiteOld = false
  /// The blocks that are stored.
  private var known: [PinnedBlock]
  /// Hosts that were skipped the last time, which are told once.
  private var skipped: [String] = []
  private var hasToldPrices = false

  /// - Parameters:
  ///   - reader: what is read.
  ///   - path: the store.
  ///   - destination: where the last snapshot goes as well.
  ///   - site: the folder of its page.
  /// - Throws: a `Fault` where the store cannot be appended to, or is of another chain.
  init(
    _ reader: SnapshotReader, into path: String, _ destination: AnswerOutput?, _ site: SiteFolder?
  ) throws(Fault) {
    self.reader = reader
    (self.destination, self.site) = (destination, site)
    store = try HistoryStore(path: path, for: .append)
    let wanted = reader.request.deployment.chainID
    if let chain = try store.chainID, chain != wanted {
      throw Fault(
        .chain, at: .file(path), found: "a store of chain \(chain)",
        expected: "one of chain \(wanted)", hint: "name the chain with --chain, or another store")
    }
    known = try store.blocks().map {
      PinnedBlock(number: $0.number, hash: $0.hash, timestamp: $0.time.seconds)
    }
  }

  /// Reads at a block, and stores what is new.
  ///
  /// - Throws: a `Fault` where it cannot be stored, or where two endpoints differ.
  mutating func observe(at block: BlockChoice) throws -> Outcome {
    switch try reader.read(at: block, known: known, isTold: { StopRequest.isMade }) {
    case .dropped: return .dropped
    case .failed(let failure):
      try record(failure.host, failure.code)
      try renew { site, notes throws(Fault) in try site.writeMetrics(of: store, notes: &notes) }
      return .failed(failure)
    case .known(let block, let host):
      try record(host, nil)
      tell(block, "already there")
    case .read(let reading):
      let addition = try store.append(reading.snapshot.document)
      try record(reading.host, nil)
      known.append(reading.block)
      tell(reading, addition)
      try destination?.write(SnapshotSheet.sheet(of: reading))
    }
    if case .time = block { isSiteOld = true } else { try renewAll() }
    return .stored
  }

  /// Ends the readings: those of the past are many, and shown when all are there.
  ///
  /// - Throws: a `Fault` where the site cannot be written.
  mutating func finish() throws(Fault) {
    if isSiteOld { try renewAll() }
  }

  private mutating func renewAll() throws(Fault) {
    isSiteOld = false
    try renew { site, notes throws(Fault) in try site.write(store, notes: &notes) }
  }

  /// Renews the site; what it cannot show, or a folder that is gone, is told and keeps nobody from reading on.
  private func renew(
    _ write: (SiteFolder, inout InputNotes) throws(Fault) -> Void
  ) throws(Fault) {
    guard let site else { return }
    var notes = InputNotes(strict: false)
    do throws(Fault) { try write(site, &notes) } catch {
      switch error.code {
      case .outOfSpace: throw error
      default:
        Diagnostics.notes([
          Fault(
            .omitted, severity: .note, at: error.place, found: error.fact, expected: "",
            hint: "the page stays as it was")
        ])
      }
    }
  }

  private func record(_ host: String, _ failure: String?) throws(Fault) {
    try store.record(Attempt(time: try Clock.now(), host: host, failure: failure))
  }

  private mutating func tell(_ reading: ChainReading, _ addition: HistoryStore.Addition) {
    let hosts = reading.skipped.map(\.host)
    if hosts != skipped { Diagnostics.notes(reading.skipped.map(\.note)) }
    skipped = hosts
    if !hasToldPrices { Diagnostics.notes(SnapshotSheet.notes(of: reading)) }
    hasToldPrices = true
    let file = JSONNode(value: reading.snapshot.document)
    func count(_ key: String, _ thing: String) -> String {
      let count = file[key]?.elements?.count ?? 0
      return "\(count) \(thing)\(count == 1 ? "" : "s")"
    }
    tell(
      reading.block,
      "\(count("vaults", "vault")), \(count("gaps", "gap")), "
        + (addition == .added ? "added" : "already there"))
  }

  /// One line a reading, for people at a terminal and for logs.
  private func tell(_ block: PinnedBlock, _ text: String) {
    let time = ISO8601.text(of: block.timestamp)
    Diagnostics.progress(
      Fault(
        .reading, severity: .note, found: "\(time) block \(block.number): \(text)", expected: ""))
  }
}
