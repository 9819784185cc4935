internal import FixedPoint
internal import Sheets
internal import Contracts
package import Yields
package import Quantities
package import Faults

/// Staking pools as pictures: the path of a projection, and what was observed.
package enum PoolPlot {
  /// Draws a projection: share price and total assets over days.
  ///
  /// - Returns: an SVG file.
  package static func svg(
    of projection: PoolProjection, from scenarioStart: Timestamp
  ) -> String {
    let points = projection.points
    let start = points.first?.at ?? scenarioStart
    let x = PlotAxis(daysSince: start)
    let prices = points.map { point in
      LineChart.Point(
        x: PlotDays.wad(from: start, to: point.at), y: point.sharePrice.ratio?.wad(rounding: .down))
    }
    let assets = points.map { point in
      LineChart.Point(x: PlotDays.wad(from: start, to: point.at), y: Wad(raw: point.totalAssets))
    }
    let holding = points.map { point in
      LineChart.Point(
        x: PlotDays.wad(from: start, to: point.at), y: point.holding.map { Wad(raw: $0.assets) })
    }
    let ofHolder = LineChart(
      title: "The holder's shares, BERA", x: x, y: PlotAxis("worth of the shares", unit: "BERA"),
      series: [.init(name: "worth of the shares", points: holding)])
    return PlotDocument(
      title: "Projection of a staking pool",
      panels: [
        LineChart(
          title: "Share price, BERA", x: x, y: PlotAxis("share price", unit: "BERA"),
          series: [.init(name: "share price", points: prices)]),
        LineChart(
          title: "Total assets, BERA", x: x, y: PlotAxis("total assets", unit: "BERA"),
          series: [.init(name: "total assets", points: assets)]),
      ] + (points.contains { $0.holding != nil } ? [ofHolder] : [])
    ).file
  }

  /// Draws what was observed: share price over days, and the APR of each trailing week.
  ///
  /// - Returns: an SVG file.
  /// - Throws: a `Fault` where nothing was observed.
  package static func svg(
    of history: PoolHistory, year: YearLength, units: PoolUnits = .staking
  ) throws(Fault) -> String {
    let observations = history.observations
    guard let start = observations.first?.timestamp else {
      throw Fault(
        .missingValue, at: .option("--plot"), found: "no observation",
        expected: "at least one to draw")
    }
    let prices = observations.map { observation in
      LineChart.Point(
        x: PlotDays.wad(from: start, to: observation.timestamp),
        y: units.price(observation.sharePrice).wad(rounding: .down))
    }
    let x = PlotAxis(daysSince: start)
    let yields = try trailing(week, history, start, year)
    return PlotDocument(
      title: "Realised yield of a staking pool",
      panels: [
        LineChart(
          title: "Share price, \(units.assetName)", x: x,
          y: PlotAxis("share price", unit: units.assetName),
          series: [.init(name: "share price", points: prices)]),
        LineChart(
          title: "Realised APR over the week before", x: x,
          y: PlotAxis(FigureKey.apr, spacing: .linear),
          series: [.init(name: "APR", points: yields)]),
      ]
    ).file
  }

  private static let week = Seconds(7 * ProtocolProfile.secondsPerDay)

  /// The APR of the window before each observation; none until one is covered.
  private static func trailing(
    _ window: Seconds, _ history: PoolHistory, _ start: Timestamp, _ year: YearLength
  ) throws(Fault) -> [LineChart.Point] {
    let observations = history.observations
    var opening = 0
    return try observations.map { last throws(Fault) in
      let x = PlotDays.wad(from: start, to: last.timestamp)
      // The latest observation at least a window older; it only moves on.
      while opening + 1 < observations.count,
        observations[opening + 1].timestamp.seconds(until: last.timestamp) >= window
      { opening += 1 }
      let first = observations[opening]
      guard first.timestamp.seconds(until: last.timestamp) >= window, !first.sharePrice.isZero,
        history.end(after: first.timestamp, before: last.timestamp) == nil
      else {
        return LineChart.Point(x: x, y: nil)
      }
      let yield = try RealizedYield(first: first, last: last, year: year)
      return LineChart.Point(x: x, y: yield.apr.wad(rounding: .down))
    }
  }
}
