package import Faults
package import FixedPoint
package import History
package import Quantities
internal import Sheets
internal import Text
internal import Yields

/// A figure of a history, block by block.
package enum HistoryFigure: String, CaseIterable, Sendable {
  case apr, tvl, realized, bid, runway
  case sharePrice = "share-price"

  /// Its key in an answer.
  var key: String {
    switch self {
    case .apr, .realized: "apr"
    case .tvl: "tvlUsd"
    case .bid: "bid"
    case .runway: "runwaySeconds"
    case .sharePrice: "sharePrice"
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .apr: "APR"
    case .tvl: "TVL, USD"
    case .realized: "realised APR"
    case .bid: "bid, USD"
    case .runway: "runway"
    case .sharePrice: "share price"
    }
  }

  /// What it is called in a heading.
  var heading: String {
    switch self {
    case .apr: "APR"
    case .tvl: "TVL"
    case .realized: "Realised APR"
    case .bid: "Incentives per reward token"
    case .runway: "Runway of incentives"
    case .sharePrice: "Share price"
    }
  }

  /// A value as an answer shows it.
  func figure(_ value: ExactRational?) -> Figure {
    guard let value else { return .none(key, title, "none") }
    switch self {
    case .apr, .realized: return .ratio(key, title, value.wad(rounding: .down))
    case .tvl: return .usd(key, title, value, "")
    case .bid, .sharePrice: return .decimal(key, title, value)
    case .runway: return .duration(key, title, value)
    }
  }
}

/// A figure's value at one time of a history.
package struct HistoryPoint: Sendable {
  /// The time that it stands for: its block's own, or the mark that it was resampled to.
  package let time: Timestamp
  /// The block that it is of; nil where none was read since the mark before.
  package let block: StoredBlock?
  /// Nil where there is none.
  package let value: ExactRational?
}

extension [HistoryPoint] {
  /// The last observation at each mark, a gap where there is none since the mark before.
  ///
  /// - Parameters:
  ///   - step: the time between marks.
  ///   - start: the first mark; nil is the first observation's time.
  ///   - end: no mark is after it; nil ends with the last observation.
  /// - Returns: a point a mark.
  func resampled(every step: Seconds, from start: Timestamp?, to end: Timestamp?) -> [HistoryPoint]
  {
    guard let first, let last else { return [] }
    let stop = Swift.max(end ?? last.time, last.time).seconds
    var marks: [HistoryPoint] = []
    var (next, mark) = (startIndex, (start ?? first.time).seconds)
    while mark <= stop {
      var found: HistoryPoint?
      while next < endIndex, self[next].time.seconds <= mark {
        found = self[next]
        next += 1
      }
      marks.append(
        HistoryPoint(
          time: Timestamp(unchecked: mark), block: found?.block, value: found?.value))
      // The last observation has a mark even where it is off the grid.
      if mark < stop, stop - mark < step.count, end == nil {
        mark = stop
      } else {
        mark += step.count
      }
    }
    return marks
  }
}

// The values of a vault or a pool.
extension HistoryStore {
  /// A vault's figure in every block of a range.
  ///
  /// - Parameters:
  ///   - figure: what is asked for; realised APRs are those of the window before each block.
  ///   - address: the vault, in lower case.
  ///   - range: times, both included.
  ///   - window: how long the window before each block is.
  ///   - year: the year that yields are scaled to.
  /// - Returns: the points, by block.
  /// - Throws: a `Fault` where the store cannot be read.
  package func points(
    of figure: HistoryFigure, vault address: String, in range: (from: Timestamp?, to: Timestamp?),
    window: Seconds, year: YearLength
  ) throws(Fault) -> [HistoryPoint] {
    guard let ends = try ends(of: address, from: range.from, to: range.to) else { return [] }
    var points: [HistoryPoint] = []
    var accrual = AccrualWindow(length: window, year: year)
    if figure == .realized, let before = range.from {
      // What lies before the range opens its first windows.
      let start = Timestamp(unchecked: before.seconds - Swift.min(before.seconds, window.count))
      if let opening = try self.ends(of: address, from: nil, to: start)?.last,
        opening.number < ends.first.number
      {
        try forEach(of: address, in: opening.number...(ends.first.number - 1)) {
          block, vault throws(Fault) in
          _ = try accrual.apr(at: try VaultMoment(vault, at: block, of: self))
        }
      }
    }
    try forEach(of: address, in: ends.first.number...ends.last.number) {
      block, vault throws(Fault) in
      let moment = try VaultMoment(vault, at: block, of: self)
      let value: ExactRational? =
        switch figure {
        case .apr: try moment.report(year: year)?.apr.map { ExactRational($0.wad) }
        case .tvl: try moment.report(year: year).map { ExactRational($0.tvl.wad) }
        case .bid: try moment.bid()
        case .runway: try moment.runway()?.seconds
        case .realized: try accrual.apr(at: moment).map { ExactRational($0.wad) }
        case .sharePrice: nil
        }
      points.append(HistoryPoint(time: block.time, block: block, value: value))
    }
    return points
  }

  /// A pool's share price in every block of a range; none where there are no shares.
  package func sharePrices(
    of pool: String, in range: (from: Timestamp?, to: Timestamp?)
  ) throws(Fault) -> [HistoryPoint] {
    var points: [HistoryPoint] = []
    for observed in try pools(pool, in: range) {
      points.append(
        HistoryPoint(
          time: observed.block.time, block: observed.block,
          value: observed.shares.flatMap { shares in
            shares.isZero
              ? nil
              : observed.assets.map { ExactRational($0, overNonZero: shares) }
          }))
    }
    return points
  }
}

/// The realised APR of a window that moves on with a vault's blocks.
struct AccrualWindow {
  let length: Seconds
  let year: YearLength
  /// The blocks that may open a window, in order.
  private var openings: ArraySlice<VaultMoment> = []

  init(length: Seconds, year: YearLength) {
    (self.length, self.year) = (length, year)
  }

  /// The APR of the window that ends at a block; nil until one is covered.
  mutating func apr(at moment: VaultMoment) throws(Fault) -> APR? {
    openings.append(moment)
    while let next = openings.dropFirst().first,
      next.block.time.seconds(until: moment.block.time) >= length
    { openings.removeFirst() }
    guard let first = openings.first,
      first.block.time.seconds(until: moment.block.time) >= length
    else { return nil }
    return try RealizedVaultWindow.apr(from: first, to: moment, year: year).0
  }
}
