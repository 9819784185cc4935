internal import FixedPoint

extension LineChart {
  /// Where the parts of a chart are, in hundredths of a pixel.
  struct Layout {
    let size: PlotSize
    let title: [String]
    let legend: Legend
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    let scales: (x: any PlotScale, y: any PlotScale)
    let labels: (x: TickLabels, y: TickLabels)

    init(_ chart: LineChart, _ size: PlotSize) {
      self.size = size
      title = SVGCanvas.titleLines(chart.title, size)
      legend = Legend(chart, from: 1800 + title.count * SVGCanvas.line, size)
      top = legend.bottom + 2000
      bottom = top - 5600 + size.height * 100 - 4600
      let values = chart.series.flatMap { $0.points.compactMap(\.y) }
      let y = chart.y.scale(values, from: bottom, to: top, isRound: true, steps: 6)
      let beside = y.labels(on: chart.y)
      left = max((beside.texts.map(PlotStyle.width(of:)).max() ?? 0) + 2000, 4000)
      right = size.width * 100 - 2400
      let xs = chart.series.flatMap { $0.points.map(\.x) } + chart.marks.map(\.x)
      let steps = min(max((right - left) / 7000, 2), 8)
      let x = chart.x.scale(xs, from: left, to: right, isRound: false, steps: steps)
      scales = (x, y)
      labels = (x.labels(on: chart.x), beside)
    }

    /// How high the plot is without its captions, in pixels.
    var height: Int { (bottom + 4600) / 100 }
  }

  package func drawing(_ size: PlotSize) -> (text: String, height: Int) {
    let layout = Layout(self, size)
    var canvas = SVGCanvas()
    canvas.title(layout.title)
    layout.legend.draw(on: &canvas)
    drawGrid(layout, on: &canvas)
    drawMarks(layout, on: &canvas)
    // The first curve lies on top.
    for (index, curve) in series.enumerated().reversed() {
      draw(curve, colour: index % PlotStyle.seriesCount, layout, on: &canvas)
    }
    let height =
      series.count > 1
      ? canvas.table(extremesTable, from: layout.height)
      : canvas.caption(sentence, from: layout.height, width: size.width)
    return (canvas.text, height + 6)
  }

  private func drawGrid(_ layout: Layout, on canvas: inout SVGCanvas) {
    let (horizontal, vertical) = layout.scales
    for (tick, text) in zip(vertical.ticks, layout.labels.y.texts) {
      let place = vertical.place(tick)
      canvas.line(layout.left, place, layout.right, place, style: "by-grid")
      canvas.label(text, layout.left - 800, place + 450, style: "by-mut", anchor: .end)
    }
    for tick in vertical.minorTicks {
      let place = vertical.place(tick)
      canvas.line(layout.left - 400, place, layout.left, place, style: "by-axis")
    }
    canvas.label(layout.labels.y.title, SVGCanvas.margin, layout.top - 1200, style: "by-mut")
    for (tick, text) in zip(horizontal.ticks, layout.labels.x.texts) {
      let place = horizontal.place(tick)
      canvas.line(place, layout.bottom, place, layout.bottom + 500, style: "by-axis")
      let isLast = place + PlotStyle.width(of: text) / 2 > layout.size.width * 100
      canvas.label(
        text, isLast ? layout.size.width * 100 - 200 : place, layout.bottom + 1900,
        style: "by-mut", anchor: isLast ? .end : .middle)
    }
    for tick in horizontal.minorTicks {
      let place = horizontal.place(tick)
      canvas.line(place, layout.bottom, place, layout.bottom + 300, style: "by-axis")
    }
    canvas.line(layout.left, layout.bottom, layout.right, layout.bottom, style: "by-axis")
    canvas.label(
      layout.labels.x.title, layout.right, layout.bottom + 3700, style: "by-mut", anchor: .end)
  }

  private func drawMarks(_ layout: Layout, on canvas: inout SVGCanvas) {
    for mark in marks {
      let place = layout.scales.x.place(mark.x)
      canvas.line(place, layout.top, place, layout.bottom, style: "by-mark")
      let isRight = place > (layout.left + layout.right) / 2
      canvas.label(
        mark.name, place + (isRight ? -600 : 600), layout.top + 1100, style: "by-mut",
        anchor: isRight ? .end : .start)
    }
  }

  private func draw(
    _ curve: Series, colour: Int, _ layout: Layout, on canvas: inout SVGCanvas
  ) {
    var commands = ""
    var isBroken = true
    let across = layout.scales.x
    for point in curve.visible(on: across, columns: layout.size.width) {
      guard let y = point.y else {
        isBroken = true
        continue
      }
      commands += isBroken ? "M" : "L"
      commands +=
        "\(SVGCanvas.place(across.place(point.x))) \(SVGCanvas.place(layout.scales.y.place(y)))"
      isBroken = false
    }
    guard !commands.isEmpty else { return }
    canvas.path(commands, style: "by-line by-s\(colour)")
    guard curve.hasDots, curve.points.count <= 24 else { return }
    for point in curve.points {
      guard let y = point.y else { continue }
      canvas.dot(
        layout.scales.x.place(point.x), layout.scales.y.place(y), style: "by-d\(colour)",
        title: "\(curve.name): \(x.exactText(point.x)), \(self.y.exactText(y))")
    }
  }
}
