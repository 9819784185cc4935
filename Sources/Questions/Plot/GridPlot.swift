package import Bulk
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields
package import Faults

/// A sweep as a picture: a curve over one axis, a family of curves or a map over two; one plot for each
/// metric.
package enum GridPlot {
  /// How two axes are drawn.
  package enum Form: String, CaseIterable, Sendable {
    /// A curve for each value of the shorter axis.
    case lines
    /// Coloured cells.
    case map
  }

  /// The most points that are drawn: more than a picture can show.
  static let mostPoints = 250_000

  /// Draws a grid.
  ///
  /// - Parameters:
  ///   - grid: one or two axes.
  ///   - form: how two axes are drawn; nil draws curves where one axis has so few values that each has
  ///     a colour, else a map.
  /// - Returns: an SVG file.
  /// - Throws: `Fault` for other numbers of axes, for more points than a picture shows, and for a form
  ///   that these axes cannot have.
  package static func svg(of grid: ParameterGrid, as form: Form? = nil) throws(Fault) -> String {
    let place = Place.option("--plot")
    guard (1...2).contains(grid.axes.count) else {
      throw Fault(
        .invalidValue, at: place, found: "\(grid.axes.count) axes",
        expected: "one axis for a curve, or two for curves or a map",
        hint: "fix the other inputs with --fix")
    }
    guard grid.pointCount <= mostPoints else {
      throw Fault(
        .invalidValue, at: place, found: "\(grid.pointCount) points",
        expected: "at most \(mostPoints) to draw",
        hint: "give the axes fewer values, or use --summary for the extremes of any number")
    }
    let form = try chosen(form, for: grid.axes)
    let block = grid.evaluate(0..<grid.pointCount)
    let panels = zip(grid.metrics, block.columns).map { metric, column in
      panel(Picture(grid, metric, column), form)
    }
    let names = grid.metrics.map(\.title).joined(separator: "; ")
    let axes = grid.axes.map { axis($0, in: grid).name }.joined(separator: ", and ")
    return PlotDocument(title: "\(names.titled) over \(axes)", panels: panels).file
  }

  private static func chosen(_ form: Form?, for axes: [GridAxis]) throws(Fault) -> Form {
    let place = Place.option("--plot-as")
    let shortest = axes.map(\.count).min() ?? 0
    guard axes.count == 2 else {
      guard form != .map else {
        throw Fault(
          .invalidValue, at: place, found: "a map over one axis", expected: "two axes for a map")
      }
      return .lines
    }
    let fits = shortest <= PlotStyle.seriesCount
    guard form != .lines || fits else {
      throw Fault(
        .invalidValue, at: place, found: "lines over axes of \(axes[0].count) and \(axes[1].count)",
        expected: "an axis of at most \(PlotStyle.seriesCount) values, a curve each, or map")
    }
    return form ?? (fits ? .lines : .map)
  }

  /// One metric of a grid.
  private struct Picture {
    let grid: ParameterGrid
    let measure: PlotAxis
    /// A value for each point, the last axis varying fastest.
    let values: [Wad?]

    init(_ grid: ParameterGrid, _ metric: FigureKey, _ column: FigureColumn) {
      self.grid = grid
      measure = PlotAxis(metric)
      let scale: ExactInteger = column.decimals == Wad.fractionDigits ? 1 : Wad.scale
      values = (0..<column.count).map { row in column[row].map { Wad(raw: $0 * scale) } }
    }
  }

  private static func panel(_ picture: Picture, _ form: Form) -> any PlotPanel {
    let axes = picture.grid.axes
    guard axes.count == 2 else { return curve(picture) }
    return form == .lines ? curves(picture) : map(picture)
  }

  private static func curve(_ picture: Picture) -> LineChart {
    let across = picture.grid.axes[0]
    let (x, y) = (axis(across, in: picture.grid), picture.measure)
    let points = zip(positions(on: across), picture.values).map { LineChart.Point(x: $0, y: $1) }
    return LineChart(
      title: "\(y.title.titled) over \(x.name)", x: x, y: y,
      series: [.init(name: y.title, points: points)])
  }

  /// A curve for each value of the shorter axis, the first where both are alike.
  private static func curves(_ picture: Picture) -> LineChart {
    let (axes, count) = (picture.grid.axes, picture.grid.axes[1].count)
    let isFirst = axes[0].count <= count
    let (family, across) = isFirst ? (axes[0], axes[1]) : (axes[1], axes[0])
    let (x, y) = (axis(across, in: picture.grid), picture.measure)
    let by = axis(family, in: picture.grid)
    let legend = by.legend(of: positions(on: family))
    let places = positions(on: across)
    let series = legend.texts.indices.map { curve in
      let points = places.indices.map { place in
        LineChart.Point(
          x: places[place],
          y: picture.values[isFirst ? curve * count + place : place * count + curve])
      }
      return LineChart.Series(name: legend.texts[curve], points: points)
    }
    return LineChart(
      title: "\(y.title.titled) over \(x.name), by \(by.title)", x: x, y: y, series: series,
      family: legend.title)
  }

  private static func map(_ picture: Picture) -> HeatMap {
    let (upwards, across) = (picture.grid.axes[0], picture.grid.axes[1])
    let (x, y) = (axis(across, in: picture.grid), axis(upwards, in: picture.grid))
    return HeatMap(
      title: "\(picture.measure.title.titled) over \(x.name), and \(y.name)", x: x,
      columns: positions(on: across), y: y, rows: positions(on: upwards), metric: picture.measure,
      cells: picture.values)
  }

  /// Where an axis' values are: times as days since the first of them.
  private static func positions(on axis: GridAxis) -> [Wad] {
    let raws = (0..<axis.count).map { axis[raw: $0] }
    if axis.key.scale == .time {
      let start = raws.min() ?? 0
      return raws.map { PlotDays.wad(seconds: $0 - start) }
    }
    let scale: ExactInteger = axis.key.decimals == Wad.fractionDigits ? 1 : Wad.scale
    return raws.map { Wad(raw: $0 * scale) }
  }

  private static func axis(_ axis: GridAxis, in grid: ParameterGrid) -> PlotAxis {
    if axis.key.scale == .time {
      let start = (0..<axis.count).map { axis[raw: $0] }.min().flatMap { UInt64(exactly: $0) }
      return PlotAxis(
        "\(axis.key.title), days since \(ISO8601.text(of: start ?? 0))")
    }
    return PlotAxis(
      axis.key, stakeDecimals: grid.stakeDecimals,
      spacing: axis.isLogarithmic ? .logarithmic : .linear)
  }
}

extension ParameterGrid {
  /// The decimals of the stake token; nil where they vary.
  fileprivate var stakeDecimals: Int? {
    guard !axes.contains(where: { $0.key == .stakeDecimals }) else { return nil }
    return fixed[.stakeDecimals].flatMap { Int(exactly: $0) } ?? 18
  }
}
