internal import FixedPoint
internal import Sheets
package import Contracts
internal import Yields
package import Quantities

/// Staking pools as pictures: the path of a projection, and what was observed.
package enum PoolPlot {
  /// Draws a projection: share price and total assets over days.
  ///
  /// - Parameters:
  ///   - values: the scenario, as for the projection's sheet.
  ///   - year: the year that yields are scaled to.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: an SVG file.
  /// - Throws: ``InputError``.
  package static func projection(
    _ values: InputValues, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws -> String {
    var values = values
    let inputs = try PoolScenarioInputs(&values, year: year, profile: profile, notes: &notes)
    return try values.analyzing {
      let points = try PoolProjection(pool: inputs.pool, scenario: inputs.scenario).points
      let start = points.first?.at ?? inputs.scenario.start
      let x = axis(from: start)
      let prices = points.map { point in
        LineChart.Point(
          x: days(from: start, to: point.at), y: point.sharePrice.ratio?.wad(rounding: .down))
      }
      let assets = points.map { point in
        LineChart.Point(x: days(from: start, to: point.at), y: Wad(raw: point.totalAssets))
      }
      return PlotDocument(
        title: "Projection of a staking pool",
        panels: [
          LineChart(
            title: "Share price", x: x, y: PlotAxis("BERA a share"),
            series: [.init(name: "share price", points: prices)]),
          LineChart(
            title: "Total assets", x: x, y: PlotAxis("BERA"),
            series: [.init(name: "total assets", points: assets)]),
        ]
      ).file
    }
  }

  /// Draws what was observed: share price over days, and the APR of each trailing week.
  ///
  /// - Parameters:
  ///   - reader: the observations.
  ///   - year: the year that yields are scaled to.
  /// - Returns: an SVG file.
  /// - Throws: ``InputError`` where nothing was observed.
  package static func realized(_ reader: PoolHistoryReader, year: YearLength) throws -> String {
    let observations = reader.history.observations
    guard let start = observations.first?.timestamp else {
      throw InputError(
        at: .option("--plot"), found: "no observation", expected: "at least one to draw")
    }
    let prices = observations.map { observation in
      LineChart.Point(
        x: days(from: start, to: observation.timestamp),
        y: observation.sharePrice.wad(rounding: .down))
    }
    let x = axis(from: start)
    return PlotDocument(
      title: "Realised yield of a staking pool",
      panels: [
        LineChart(
          title: "Share price", x: x, y: PlotAxis("BERA a share"),
          series: [.init(name: "share price", points: prices)]),
        LineChart(
          title: "Realised APR over the week before", x: x, y: PlotAxis("APR", unit: .percent),
          series: [
            .init(name: "APR", points: try trailing(Self.week, observations, start, year))
          ]),
      ]
    ).file
  }

  private static let week = Seconds(7 * ProtocolProfile.secondsPerDay)

  /// The APR of the window before each observation; none until one is covered.
  private static func trailing(
    _ window: Seconds, _ observations: [PoolObservation], _ start: Timestamp, _ year: YearLength
  ) throws -> [LineChart.Point] {
    var opening = 0
    return try observations.map { last in
      let x = days(from: start, to: last.timestamp)
      // The latest observation at least a window older; it only moves on.
      while opening + 1 < observations.count,
        observations[opening + 1].timestamp.seconds(until: last.timestamp) >= window
      { opening += 1 }
      let first = observations[opening]
      guard first.timestamp.seconds(until: last.timestamp) >= window else {
        return LineChart.Point(x: x, y: nil)
      }
      let yield = try RealizedYield(first: first, last: last, year: year)
      return LineChart.Point(x: x, y: yield.apr.wad(rounding: .down))
    }
  }

  private static func axis(from start: Timestamp) -> PlotAxis {
    PlotAxis("days since \(ISO8601.text(of: start.seconds))")
  }

  /// Days between two times, rounded half to even to 18 decimals.
  private static func days(from start: Timestamp, to time: Timestamp) -> Wad {
    let seconds = ExactInteger(start.seconds(until: time).count)
    let days = try? ExactRational(seconds, ExactInteger(ProtocolProfile.secondsPerDay))
    return days?.wad(rounding: .halfEven) ?? .zero
  }
}
