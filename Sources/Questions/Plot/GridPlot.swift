package import Bulk
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields
package import Faults

/// A sweep as a picture: a curve over one axis, a map over two; one plot for each metric.
package enum GridPlot {
  /// The most points that are drawn: more than a picture can show.
  static let mostPoints = 250_000

  /// Draws a grid.
  ///
  /// - Parameter grid: one or two axes.
  /// - Returns: an SVG file.
  /// - Throws: `Fault` for other numbers of axes, and for more points than a picture shows.
  package static func svg(of grid: ParameterGrid) throws(Fault) -> String {
    let place = Place.option("--plot")
    guard (1...2).contains(grid.axes.count) else {
      throw Fault(
        .invalidValue, at: place, found: "\(grid.axes.count) axes",
        expected: "one axis for a curve, or two for a map", hint: "hold the others with --fix")
    }
    guard grid.pointCount <= mostPoints else {
      throw Fault(
        .invalidValue, at: place, found: "\(grid.pointCount) points",
        expected: "at most \(mostPoints) to draw",
        hint: "give the axes fewer values; --summary finds extremes over any number")
    }
    let block = grid.evaluate(0..<grid.pointCount)
    let panels = zip(grid.metrics, block.columns).map { metric, column in
      panel(grid, metric, column)
    }
    let names = grid.metrics.map(\.rawValue).joined(separator: ", ")
    let axes = grid.axes.map(\.key.rawValue).joined(separator: " and ")
    return PlotDocument(title: "\(names) over \(axes)", panels: panels).file
  }

  private static func panel(
    _ grid: ParameterGrid, _ metric: FigureKey, _ column: FigureColumn
  ) -> any PlotPanel {
    let scale: ExactInteger = column.decimals == Wad.fractionDigits ? 1 : Wad.scale
    let values = (0..<column.count).map { row in column[row].map { Wad(raw: $0 * scale) } }
    let measure = PlotAxis(metric.rawValue, unit: metric.unit == .fraction ? .percent : .plain)
    // The last axis varies fastest: it runs to the right.
    let across = grid.axes[grid.axes.count - 1]
    guard grid.axes.count == 2 else {
      let points = zip(positions(on: across), values).map { LineChart.Point(x: $0, y: $1) }
      return LineChart(
        title: "\(metric.rawValue) over \(across.key.rawValue)", x: axis(across), y: measure,
        series: [.init(name: metric.rawValue, points: points)])
    }
    let upwards = grid.axes[0]
    return HeatMap(
      title: "\(metric.rawValue) over \(across.key.rawValue) and "
        + upwards.key.rawValue, x: axis(across), columns: positions(on: across),
      y: axis(upwards), rows: positions(on: upwards), metric: measure, cells: values)
  }

  private static func positions(on axis: GridAxis) -> [Wad] {
    let scale: ExactInteger =
      axis.key.decimals == Wad.fractionDigits ? 1 : Wad.scale
    return (0..<axis.count).map { Wad(raw: axis[raw: $0] * scale) }
  }

  private static func axis(_ axis: GridAxis) -> PlotAxis {
    PlotAxis(
      axis.key.rawValue, unit: axis.key == .grossApr ? .percent : .plain)
  }
}
