package import Faults
internal import FixedPoint
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
        if name == "all" {
          windows.append(Window(name: name, span: .all))
          continue
        }
        let units: [Character: UInt64] = ["d": Seconds.day.count, "h": 3_600]
        guard let unit = name.last.flatMap({ units[$0] }), let count = UInt64(name.dropLast()),
          (1...36_500).contains(count)
        else { throw field.error(expected: "windows as 1d,7d,36h,all") }
        windows.append(Window(name: name, span: .last(Seconds(count * unit))))
      }
      return windows
    }
  }

  /// The observations that have a share price, in order of time.
  package let history: PoolHistory
  /// The lines without one: missing, not zero.
  package let missing: [Int]
  package let windows: [Window]
  /// From which length on a flat stretch is reported.
  package let flat: Seconds
  package let year: YearLength
  /// The units that share prices are told in.
  package let units: PoolUnits

  package init(
    history: PoolHistory, missing: [Int], windows: [Window], flat: Seconds, year: YearLength,
    units: PoolUnits = .staking
  ) {
    self.history = history
    self.missing = missing
    self.windows = windows
    self.flat = flat
    self.year = year
    self.units = units
  }

  /// The realised yield of each window, and the flat stretches.
  ///
  /// - Throws: a `Fault` for values whose result cannot be stated.
  package func sheet() throws(Fault) -> Sheet {
    let stretches = history.flatStretches(atLeast: flat)
    var sheet = Sheet("Realised yield of a staking pool")
    sheet.append(figures: span)
    sheet.append(
      Table(
        "windows", "windows",
        rows: try windows.map { window throws(Fault) in try row(window, stretches) }))
    sheet.append(
      Table(
        "flatStretches", "flat stretches, where the share price did not move",
        rows: stretches.map { stretch in
          [
            .time("from", "from", stretch.from),
            .time("to", "to", stretch.to),
            .seconds("lengthSeconds", "length", ExactInteger(stretch.length.count)),
            .count("observations", "observations", stretch.observations),
          ]
        }, columns: Self.answer.columns(of: "flatStretches"),
        empty: "none of \(flat.span) or more"))
    sheet.append(.warnings)
    sheet.csvTable = "windows"
    sheet.remarks = [
      "a window starts at the latest observation that is at least as old as its length; "
        + "nothing is extrapolated"
    ]
    sheet.warnings = warnings(stretches) + (try unstatedYields())
    return sheet
  }

  private var span: [Figure] {
    [
      .count("observations", "observations", history.observations.count),
      .count("missing", "lines without share price", missing.count),
      history.observations.first.map {
        .time("from", "from", $0.timestamp)
      } ?? .none("from", "from", "no observations"),
      history.observations.last.map { .time("to", "to", $0.timestamp) }
        ?? .none("to", "to", "no observations"),
    ]
  }

  /// Windows whose APR is so high that no APY is stated for it.
  private func unstatedYields() throws(Fault) -> [Warning] {
    var warnings: [Warning] = []
    for window in windows {
      guard case .yield(let yield) = try history.realized(over: window.span, year: year),
        let warning = Plausibility.statedAPR(yield.apr, "an APR in the window \(window.name)")
      else { continue }
      warnings.append(warning)
    }
    return warnings
  }

  private func row(_ window: Window, _ stretches: [FlatStretch]) throws(Fault) -> [Figure] {
    switch try history.realized(over: window.span, year: year) {
    case .yield(let yield):
      let apy = yield.apy(rounding: .halfEven)
      return [
        .text("window", "window", window.name), Figure("status", "", .string("ok"), text: ""),
        .time("from", "from", yield.first.timestamp),
        .seconds("lengthSeconds", "length", ExactInteger(yield.length.count)),
        .decimal("startSharePrice", "share price at start", units.price(yield.first.sharePrice)),
        .decimal("endSharePrice", "share price at end", units.price(yield.last.sharePrice)),
        .ratio("apr", "APR", yield.apr),
        apy.map { .ratio("apy", "APY", $0.wad) }
          ?? .none("apy", "APY", "none: \(NoYield.aboveLimit)"),
        .seconds("flatSeconds", "flat for", flatSeconds(yield, stretches)),
      ]
    case .notCovered(let missing):
      return empty(
        window, "notCovered", "not covered: \(missing.span) of history missing")
    case .tooFewObservations:
      return empty(window, "tooFewObservations", "fewer than two observations")
    }
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

  private func warnings(_ stretches: [FlatStretch]) -> [Warning] {
    var warnings: [Warning] = []
    if !missing.isEmpty {
      let lines = missing.prefix(5).map(String.init).joined(separator: ", ")
      warnings.append(
        Warning(
          .sharePriceMissing,
          "no share price on line \(lines)\(missing.count > 5 ? ", ..." : ""): "
            + "treated as missing, not as zero"))
    }
    if let last = stretches.last, last.to == history.observations.last?.timestamp {
      warnings.append(
        Warning(
          .sharePriceStale,
          "the share price has not moved for the last \(last.length.span): no rewards "
            + "arrived, or the readings are stale"))
    }
    return warnings
  }
}
