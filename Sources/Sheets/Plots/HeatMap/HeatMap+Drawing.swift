internal import FixedPoint

extension HeatMap {
  /// Where the parts of a map are, in hundredths of a pixel.
  private struct Layout {
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    let legendLeft: Int
    let scale: LinearScale
    let size: PlotSize

    init(_ map: HeatMap, _ size: PlotSize) {
      self.size = size
      let labels = TickLabels(map.rows, on: map.y).texts.map(PlotStyle.width(of:))
      left = max(min(labels.max() ?? 0, 12_000) + 2000, 4000)
      let known = map.cells.compactMap(\.self)
      (top, bottom) = (5800, size.height * 100 - 4600)
      scale = LinearScale(known, from: bottom, to: top, isRound: false, steps: 6)
      let legend = TickLabels(scale.ticks, on: map.metric).texts.map(PlotStyle.width(of:))
      right = size.width * 100 - (legend.max() ?? 0) - 7000
      legendLeft = right + 2600
    }

    /// The left edge of a column.
    func x(_ column: Int, of count: Int) -> Int { left + (right - left) * column / count }

    /// The lower edge of a row: rows go upwards.
    func y(_ row: Int, of count: Int) -> Int { bottom - (bottom - top) * row / count }
  }

  package func drawing(_ size: PlotSize) -> (text: String, height: Int) {
    let layout = Layout(self, size)
    var canvas = SVGCanvas()
    canvas.label(title, 1200, 2400, style: "by-title")
    drawCells(layout, on: &canvas)
    drawAxes(layout, on: &canvas)
    drawLegend(layout, on: &canvas)
    var height = size.height
    for corner in corners {
      height = canvas.caption(corner, from: height, width: size.width)
    }
    return (canvas.text, height + 6)
  }

  /// One path for each colour, so that a map of many cells stays a small file.
  private func drawCells(_ layout: Layout, on canvas: inout SVGCanvas) {
    var paths: [Int: String] = [:]
    for row in rows.indices {
      var column = 0
      while column < columns.count {
        let colour = self.colour(row: row, column: column, layout)
        var end = column + 1
        while end < columns.count, self.colour(row: row, column: end, layout) == colour { end += 1 }
        let (x, next) = (layout.x(column, of: columns.count), layout.x(end, of: columns.count))
        let (low, high) = (layout.y(row, of: rows.count), layout.y(row + 1, of: rows.count))
        paths[colour, default: ""] +=
          "M\(SVGCanvas.place(x)) \(SVGCanvas.place(high))H\(SVGCanvas.place(next))"
          + "V\(SVGCanvas.place(low))H\(SVGCanvas.place(x))Z"
        column = end
      }
    }
    for (colour, path) in paths.sorted(by: { $0.key < $1.key }) {
      if colour < 0 {
        canvas.path(path, style: "by-cell by-none")
      } else {
        canvas.path(path, style: "by-cell", fill: ColourRamp.colour(colour))
      }
    }
  }

  /// The colour of a cell, or -1 where it has no value.
  private func colour(row: Int, column: Int, _ layout: Layout) -> Int {
    value(row: row, column: column).map { layout.scale.part($0, of: ColourRamp.count) } ?? -1
  }

  private func drawAxes(_ layout: Layout, on canvas: inout SVGCanvas) {
    let below = TickLabels(columns, on: x)
    let room = (layout.right - layout.left) / max(columns.count, 1)
    let widest = (below.texts.map(PlotStyle.width(of:)).max() ?? 0) + 1200
    let stride = max((widest + room - 1) / max(room, 1), 1)
    for column in columns.indices where column % stride == 0 {
      let place =
        (layout.x(column, of: columns.count) + layout.x(column + 1, of: columns.count)) / 2
      canvas.line(place, layout.bottom, place, layout.bottom + 500, style: "by-axis")
      canvas.label(
        below.texts[column], place, layout.bottom + 1900, style: "by-mut", anchor: .middle)
    }
    canvas.label(below.title, layout.right, layout.bottom + 3700, style: "by-mut", anchor: .end)
    let beside = TickLabels(rows, on: y)
    let rise = (layout.bottom - layout.top) / max(rows.count, 1)
    let every = max((2000 + rise - 1) / max(rise, 1), 1)
    for row in rows.indices where row % every == 0 {
      let place = (layout.y(row, of: rows.count) + layout.y(row + 1, of: rows.count)) / 2
      canvas.line(layout.left - 500, place, layout.left, place, style: "by-axis")
      canvas.label(
        beside.texts[row], layout.left - 800, place + 450, style: "by-mut", anchor: .end)
    }
    canvas.label(beside.title, 1200, layout.top - 1200, style: "by-mut")
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
    let labels = TickLabels(layout.scale.ticks, on: metric)
    for (tick, text) in zip(layout.scale.ticks, labels.texts) {
      canvas.label(
        text, layout.legendLeft + 2200, layout.scale.place(tick) + 450, style: "by-mut")
    }
    canvas.label(
      labels.title, layout.size.width * 100 - 1200, layout.top - 1200, style: "by-mut", anchor: .end
    )
    if cells.contains(where: { $0 == nil }) {
      canvas.rectangle(
        layout.legendLeft, layout.bottom + 1000, width: 1600, height: 1200, style: "by-none")
      canvas.label("no value", layout.legendLeft + 2200, layout.bottom + 2050, style: "by-mut")
    }
  }
}
