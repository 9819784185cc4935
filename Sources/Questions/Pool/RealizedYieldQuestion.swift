package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
package import Yields
internal import Text

/// What a pool really yielded.
package struct RealizedYieldQuestion: Sendable {
  /// A window by its name.
  package struct Window: Sendable {
    package let name: String
    package let span: RealizedWindow

    /// The windows of the contract: a day, a week, a month, everything.
    package static let standard = [
      Window(name: "1d", span: .last(.day)),
      Window(name: "7d", span: .last(Seconds(7 * Seconds.day.count))),
      Window(name: "30d", span: .last(Seconds(30 * Seconds.day.count))),
      Window(name: "all", span: .all),
    ]

    /// Windows by name: `1d,7d,36h,all`.
    ///
    /// - Parameter field: the names.
    /// - Returns: the windows, in order.
    /// - Throws: `Fault`.
    package static func list(_ field: Field) throws(Fault) -> [Window] {
      var windows: [Window] = []
      for part in field.text.split(separator: ",", omittingEmptySubsequences: false) {
        let name = String(part)
        guard !windows.contains(where: { $0.name == name }) else {
          throw field.error(.repeated, expected: "each window once", found: "\(name) twice")
        }
        if name == "all" {
          windows.append(Window(name: name, span: .all))
          continue
        }
        guard let span = Seconds(written: name), span > Seconds(0), span <= Plausibility.century
        else { throw field.error(expected: "windows as 1d,7d,36h,1y,all") }
        windows.append(Window(name: name, span: .last(span)))
      }
      return windows
    }
  }

  /// The pools, one where the file does not tell several apart.
  package let series: [PoolSeries]
  package let windows: [Window]
  /// From which length on a flat stretch is reported.
  package let flat: Seconds
  /// A holding whose worth is wanted, shares in units of 1e-18.
  package let shares: ExactInteger?
  package let year: YearLength
  /// The units that share prices are told in.
  package let units: PoolUnits

  package init(
    series: [PoolSeries], windows: [Window] = Window.standard, flat: Seconds = .day,
    shares: ExactInteger? = nil, year: YearLength, units: PoolUnits = .staking
  ) {
    self.series = series
    self.windows = windows
    self.flat = flat
    self.shares = shares
    self.year = year
    self.units = units
  }

  /// Whether the file tells several pools apart.
  private var isGrouped: Bool { series.contains { $0.name != nil } }

  /// The realised yield of each window, and the flat stretches.
  ///
  /// - Throws: a `Fault` for values whose result cannot be stated.
  package func sheet() throws(Fault) -> Sheet {
    let answer = isGrouped ? Self.groupedAnswer : Self.answer
    var sheet = Sheet("Realised yield of \(isGrouped ? "staking pools" : "a staking pool")")
    if isGrouped {
      sheet.append(Table("pools", "pools", rows: series.map { group($0) + span($0) }))
    } else if let series = series.first {
      sheet.append(figures: span(series))
    }
    var rows: [[Figure]] = []
    var stretches: [[Figure]] = []
    for series in series {
      let flat = series.history.flatStretches(atLeast: flat)
      for window in windows { rows.append(group(series) + (try row(window, series, flat))) }
      stretches += flat.map { group(series) + figures(of: $0) }
      sheet.warnings += try warnings(series, flat)
    }
    sheet.append(Table("windows", "windows", rows: rows))
    sheet.append(
      Table(
        "flatStretches", "flat stretches, where the share price did not move", rows: stretches,
        columns: answer.columns(of: "flatStretches"), empty: "none of \(flat.span) or more"))
    sheet.append(.warnings)
    sheet.csvTable = "windows"
    sheet.remarks = [
      "a window starts at the latest observation that is at least as old as its length; "
        + "nothing is extrapolated"
    ]
    return sheet
  }

  private func group(_ series: PoolSeries) -> [Figure] {
    series.name.map { [.text("pool", "pool", $0)] } ?? []
  }

  private func span(_ series: PoolSeries) -> [Figure] {
    let observations = series.history.observations
    return [
      .count("observations", "observations", observations.count),
      .count(
        "missing", "lines without share price", series.missing.count + series.ends.count),
      observations.first.map { .time("from", "from", $0.timestamp) }
        ?? .none("from", "from", "no observations"),
      observations.last.map { .time("to", "to", $0.timestamp) }
        ?? .none("to", "to", "no observations"),
    ]
  }

  private func figures(of stretch: FlatStretch) -> [Figure] {
    [
      .time("from", "from", stretch.from), .time("to", "to", stretch.to),
      .seconds("lengthSeconds", "length", ExactInteger(stretch.length.count)),
      .count("observations", "observations", stretch.observations),
    ]
  }
}

// Windows.
extension RealizedYieldQuestion {
  private func row(
    _ window: Window, _ series: PoolSeries, _ stretches: [FlatStretch]
  ) throws(Fault) -> [Figure] {
    switch try series.history.realized(over: window.span, year: year) {
    case .yield(let yield): row(window, yield, stretches)
    case .notCovered(let missing):
      empty(window, "notCovered", "not covered: \(missing.span) of history missing")
    case .tooFewObservations:
      empty(window, "tooFewObservations", "fewer than two observations")
    case .interrupted(let end):
      empty(window, "interrupted", "no shares at \(end.date): other holders since")
    case .startsAtZero:
      empty(window, "startsAtZero", "the share price at its start is 0")
    }
  }

  private func row(
    _ window: Window, _ yield: RealizedYield, _ stretches: [FlatStretch]
  ) -> [Figure] {
    let apy = yield.apy(rounding: .halfEven)
    let name = window.isStretched(by: yield) ? "\(window.name) (\(yield.length.span))" : window.name
    return [
      Figure("window", "window", .string(window.name), text: Phrase(name)),
      Figure("status", "", .string("ok"), text: ""),
      .time("from", "from", yield.first.timestamp),
      .seconds("lengthSeconds", "length", ExactInteger(yield.length.count)),
      .decimal("startSharePrice", "share price at start", units.price(yield.first.sharePrice)),
      .decimal("endSharePrice", "share price at end", units.price(yield.last.sharePrice)),
    ]
      + (shares.map {
        [
          units.assets("startHolding", "holding at start", yield.first.worth(ofShares: $0)),
          units.assets("endHolding", "holding at end", yield.last.worth(ofShares: $0)),
        ]
      } ?? []) + [
        .ratio("apr", "APR", yield.apr),
        apy.map { .ratio("apy", "APY", $0.wad) }
          ?? .none("apy", "APY", "none: \(NoYield.aboveLimit)"),
        .seconds("flatSeconds", "flat for", flatSeconds(yield, stretches)),
      ]
  }

  private func empty(
    _ window: Window, _ status: String, _ reason: String
  ) -> [Figure] {
    [
      .text("window", "window", window.name),
      .init("status", "", .string(status), text: Phrase(reason)),
      .none("from", "from", ""), .none("lengthSeconds", "length", ""),
      .none("startSharePrice", "share price at start", ""),
      .none("endSharePrice", "share price at end", ""),
    ]
      + (shares == nil
        ? []
        : [
          .none("startHolding", "holding at start", ""), .none("endHolding", "holding at end", ""),
        ]) + [
        .none("apr", "APR", "none"), .none("apy", "APY", "none"),
        .none("flatSeconds", "flat for", ""),
      ]
  }

  /// How much of a window lies in flat stretches.
  private func flatSeconds(
    _ yield: RealizedYield, _ stretches: [FlatStretch]
  ) -> ExactInteger {
    stretches.reduce(0) { sum, stretch in
      let from = max(stretch.from, yield.first.timestamp)
      let to = min(stretch.to, yield.last.timestamp)
      return sum + ExactInteger(from.seconds(until: to).count)
    }
  }
}

extension RealizedYieldQuestion.Window {
  /// Whether sparse readings make the window longer than its name by more than a tenth.
  fileprivate func isStretched(by yield: RealizedYield) -> Bool {
    guard case .last(let length) = span else { return false }
    return ExactInteger(yield.length.count) * 10 > ExactInteger(length.count) * 11
  }
}

// Warnings.
extension RealizedYieldQuestion {
  private func warnings(
    _ series: PoolSeries, _ stretches: [FlatStretch]
  ) throws(Fault) -> [Warning] {
    let whose = series.name.map { "\($0): " } ?? ""
    var warnings: [Warning] = []
    if !series.missing.isEmpty {
      warnings.append(
        Warning(
          .sharePriceMissing,
          whose + "no share price on line \(Self.list(series.missing)): "
            + "treated as missing, not as zero"))
    }
    if !series.ends.isEmpty {
      warnings.append(
        Warning(
          .seriesEnded,
          whose + "no shares on line \(Self.list(series.ends.map(\.line))): no yield across that, "
            + "since the holders after it are others"))
    }
    // Of assets and shares in units of their own nothing is known.
    if units.isStaking, let last = series.history.observations.last,
      let far = Plausibility.sharePrice(last.sharePrice)
    {
      warnings.append(Warning(far.code, whose + far.message))
    }
    if let last = stretches.last, last.to == series.history.observations.last?.timestamp {
      warnings.append(
        Warning(
          .sharePriceStale,
          whose + "the share price has not moved for the last \(last.length.span): no rewards "
            + "arrived, or the readings are stale"))
    }
    for window in windows {
      guard case .yield(let yield) = try series.history.realized(over: window.span, year: year)
      else { continue }
      if window.isStretched(by: yield) {
        warnings.append(
          Warning(
            .windowStretched,
            whose
              + "the window \(window.name) is really \(yield.length.span): there is no reading in "
              + "between"))
      }
      let unstated = Plausibility.statedAPR(
        yield.apr, "\(whose)an APR in the window \(window.name)")
      warnings += [unstated].compactMap(\.self)
    }
    return warnings
  }

  private static func list(_ lines: [Int]) -> String {
    lines.prefix(5).map(String.init).joined(separator: ", ") + (lines.count > 5 ? ", ..." : "")
  }
}
