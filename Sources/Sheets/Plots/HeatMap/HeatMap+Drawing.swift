internal import FixedPoint

extension HeatMap {
  /// Where the parts of a map are, in hundredths of a pixel.
  private struct Layout {
    let size: PlotSize
    let title: [String]
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    let legendLeft: Int
    /// What the colours follow.
    let scale: any PlotScale
    let legend: TickLabels
    let across: Cells
    let upwards: Cells

    init(_ map: HeatMap, _ size: PlotSize) {
      self.size = size
      title = SVGCanvas.titleLines(map.title, size)
      top = 4000 + title.count * SVGCanvas.line
      bottom = top - 5800 + size.height * 100 - 4600
      upwards = Cells(map.rows, on: map.y, from: bottom, to: top, room: 2000)
      let beside = upwards.labels.texts.map(PlotStyle.width(of:)).max() ?? 0
      left = max(beside + 2000, 4000)
      scale = map.metric.scale(
        map.cells.compactMap(\.self), from: bottom, to: top, isRound: false, steps: 6,
        skipsZero: true)
      legend = scale.labels(on: map.metric)
      right = size.width * 100 - (legend.texts.map(PlotStyle.width(of:)).max() ?? 0) - 7000
      legendLeft = right + 2600
      across = Cells(map.columns, on: map.x, from: left, to: right, room: nil)
    }

    /// How high the plot is without its captions, in pixels.
    var height: Int { (bottom + 4600) / 100 }
  }

  package func drawing(_ size: PlotSize) -> (text: String, height: Int) {
    let layout = Layout(self, size)
    var canvas = SVGCanvas()
    canvas.title(layout.title)
    drawCells(layout, on: &canvas)
    drawMarks(layout, on: &canvas)
    drawAxes(layout, on: &canvas)
    drawLegend(layout, on: &canvas)
    var height = canvas.caption(
      "corners: \(y.name) (rows) by \(x.name) (columns)", from: layout.height, width: size.width)
    height = canvas.table(corners, from: height)
    return (canvas.text, height + 6)
  }

  /// One path for each colour, so that a map of many cells stays a small file.
  private func drawCells(_ layout: Layout, on canvas: inout SVGCanvas) {
    var paths: [Int: String] = [:]
    let part = layout.scale.parts(ColourRamp.count)
    for row in rows.indices {
      let colours = columns.indices.map { column -> Int in
        guard let value = value(row: row, column: column) else { return Self.noValue }
        return layout.scale.isLogarithmic && value.signum == 0 ? Self.zero : part(value)
      }
      let (low, high) = (layout.upwards.edge(row), layout.upwards.edge(row + 1))
      var column = 0
      while column < columns.count {
        var end = column + 1
        while end < columns.count, colours[end] == colours[column] { end += 1 }
        let (x, next) = (layout.across.edge(column), layout.across.edge(end))
        paths[colours[column], default: ""] +=
          "M\(SVGCanvas.place(x)) \(SVGCanvas.place(high))H\(SVGCanvas.place(next))"
          + "V\(SVGCanvas.place(low))H\(SVGCanvas.place(x))Z"
        column = end
      }
    }
    for (colour, path) in paths.sorted(by: { $0.key < $1.key }) {
      switch colour {
      case Self.noValue: canvas.path(path, style: "by-cell by-none")
      case Self.zero: canvas.path(path, style: "by-cell by-zero")
      default: canvas.path(path, style: "by-cell", fill: ColourRamp.colour(colour))
      }
    }
  }

  private static let noValue = -2
  /// A 0 has no place on a logarithmic scale.
  private static let zero = -1

  private func drawMarks(_ layout: Layout, on canvas: inout SVGCanvas) {
    for mark in marks {
      let (x, y) = (layout.across.centre(mark.column), layout.upwards.centre(mark.row))
      let value = value(row: mark.row, column: mark.column).map(metric.exactText(_:)) ?? "no value"
      canvas.ring(x, y, title: "\(mark.name): \(value)")
      let isRight = x > (layout.left + layout.right) / 2
      canvas.label(
        mark.name, x + (isRight ? -1000 : 1000), y + 450, style: "by-on",
        anchor: isRight ? .end : .start)
    }
  }

  private func drawAxes(_ layout: Layout, on canvas: inout SVGCanvas) {
    let (across, upwards) = (layout.across, layout.upwards)
    for (place, text) in across.texts {
      canvas.line(place, layout.bottom, place, layout.bottom + 500, style: "by-axis")
      canvas.label(text, place, layout.bottom + 1900, style: "by-mut", anchor: .middle)
    }
    for place in across.minorPlaces {
      canvas.line(place, layout.bottom, place, layout.bottom + 300, style: "by-axis")
    }
    canvas.label(
      across.labels.title, layout.right, layout.bottom + 3700, style: "by-mut", anchor: .end)
    for (place, text) in upwards.texts {
      canvas.line(layout.left - 500, place, layout.left, place, style: "by-axis")
      canvas.label(text, layout.left - 800, place + 450, style: "by-mut", anchor: .end)
    }
    for place in upwards.minorPlaces {
      canvas.line(layout.left - 300, place, layout.left, place, style: "by-axis")
    }
    canvas.label(upwards.labels.title, SVGCanvas.margin, layout.top - 1200, style: "by-mut")
  }

  private func drawLegend(_ layout: Layout, on canvas: inout SVGCanvas) {
    let height = layout.bottom - layout.top
    for index in 0..<ColourRamp.count {
      let low = layout.bottom - height * index / ColourRamp.count
      let high = layout.bottom - height * (index + 1) / ColourRamp.count
      canvas.rectangle(
        layout.legendLeft, high, width: 1600, height: low - high, style: "by-cell",
        fill: ColourRamp.colour(index))
    }
    for (tick, text) in zip(layout.scale.ticks, layout.legend.texts) {
      canvas.label(
        text, layout.legendLeft + 2200, layout.scale.place(tick) + 450, style: "by-mut")
    }
    canvas.label(
      layout.legend.title, layout.size.width * 100 - SVGCanvas.margin, layout.top - 1200,
      style: "by-mut", anchor: .end)
    var place = layout.bottom + 1000
    func explain(_ style: String, _ text: String) {
      canvas.rectangle(layout.legendLeft, place, width: 1600, height: 1200, style: style)
      canvas.label(text, layout.legendLeft + 2200, place + 1050, style: "by-mut")
      place += SVGCanvas.line
    }
    if cells.contains(where: { $0 == nil }) { explain("by-none", "none") }
    if layout.scale.isLogarithmic, cells.contains(.zero) { explain("by-zero", "0") }
  }
}
