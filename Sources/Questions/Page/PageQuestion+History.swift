package import Faults
internal import FixedPoint
package import History
package import Inputs
package import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// The page of a history: its last snapshot, with what the snapshots before it tell.

extension PageQuestion {
  /// How far back figures over time go, and how many points a curve has at most.
  private static let span = Seconds(30 * Seconds.day.count)
  private static let mostPoints: UInt64 = 120
  /// The window of realised yields.
  private static let week = Seconds(7 * Seconds.day.count)

  /// Reads the page of a history's last snapshot; what changed is told from the last one that is a day older,
  /// or from the first.
  ///
  /// - Parameters:
  ///   - store: the history.
  ///   - year: the year of APRs.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the question, which reads curves from the store when it makes its files.
  /// - Throws: a `Fault` for a store that is empty or cannot be read.
  package static func read(
    _ store: HistoryStore, year: YearLength = .days365, notes: inout InputNotes
  ) throws(Fault) -> PageQuestion {
    let blocks = try store.blocks()
    guard let last = blocks.last, let first = blocks.first else {
      throw Fault(
        .missingValue, at: .file(store.name), found: "an empty history",
        expected: "at least one snapshot")
    }
    let snapshot = try store.file(at: last)
    var history = History()
    let dayBefore = last.time.before(by: .day)
    let before = blocks.last { $0.time <= dayBefore } ?? first
    if before.number < last.number { history.before = try store.file(at: before) }
    history.record = try store.record
    let shown = Self.shown(blocks, until: last.time)
    for vault in try snapshot.vaults() {
      guard let address = vault.json["vault"]?.string else { continue }
      let window = try store.realized(
        .init(name: "7d", span: .last(week)), of: address, year: year)
      guard let apr = window.apr, let length = window.length else { continue }
      history.realized[address] = Realized(
        apr: apr.wad, length: window.status == .ok ? nil : length)
    }
    history.curves = { address throws(Fault) in
      try store.curves(of: address, at: shown, window: week, year: year)
    }
    return try read(snapshot, history, year: year, notes: &notes)
  }

  /// The metrics alone: what changes when a reading fails; before the first one, that nothing could be read.
  package static func metrics(
    of store: HistoryStore, notes: inout InputNotes
  ) throws(Fault) -> File {
    guard let last = try store.last() else {
      return File(metricsName, SnapshotMetrics.text(of: try store.record))
    }
    return File(
      metricsName,
      try SnapshotMetrics.text(
        of: try store.file(at: last), try store.record, year: .days365, notes: &notes))
  }

  /// Of the blocks of the last while so many, the last of each of equal spans, that a curve is not crowded.
  private static func shown(_ blocks: [StoredBlock], until end: Timestamp) -> [StoredBlock] {
    let start = end.before(by: span)
    let recent = blocks.filter { start <= $0.time }
    guard let first = recent.first, recent.count > Int(mostPoints) else { return recent }
    let step = first.time.seconds(until: end).count / (mostPoints - 1) + 1
    // Counted from the end, so that the last block is among them.
    var spans: Set<UInt64> = []
    return recent.reversed().filter {
      spans.insert($0.time.seconds(until: end).count / step).inserted
    }.reversed()
  }
}

extension HistoryStore {
  fileprivate var record: ReadingRecord {
    get throws(Fault) {
      ReadingRecord(
        last: try lastAttempt().map { ($0.time, $0.failure == nil) }, failures: try failures())
    }
  }

  /// A vault's figures at some blocks, those that are known at any; a block without the vault is a gap.
  fileprivate func curves(
    of address: String, at blocks: [StoredBlock], window: Seconds, year: YearLength
  ) throws(Fault) -> [LineChart] {
    guard blocks.count > 1 else { return [] }
    var series: [HistoryFigure: [HistoryPoint]] = [:]
    var accrual = AccrualWindow(length: window, year: year)
    for block in blocks {
      let moment = try moment(of: address, at: block)
      let report = try moment?.report(year: year)
      let values: [HistoryFigure: ExactRational?] = [
        .apr: report?.apr.map { ExactRational($0.wad) },
        .realized: try moment.flatMap { moment throws(Fault) in try accrual.apr(at: moment) }
          .map { ExactRational($0.wad) },
        .tvl: report.map { ExactRational($0.tvl.wad) },
        .bid: try moment?.bid(),
        .runway: try moment?.runway()?.seconds,
      ]
      for (figure, value) in values {
        series[figure, default: []].append(
          HistoryPoint(time: block.time, block: block, value: value))
      }
    }
    return HistoryFigure.allCases.compactMap { figure in
      guard let points = series[figure], points.contains(where: { $0.value != nil }) else {
        return nil
      }
      return HistorySeries(figure, of: address, name: nil, points).chart
    }
  }
}

extension Timestamp {
  /// A time before this one; the first that there is where the span is longer than all time.
  fileprivate func before(by span: Seconds) -> Timestamp {
    Timestamp(unchecked: seconds - min(seconds, span.count))
  }
}
