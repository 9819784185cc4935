internal import FixedPoint

extension LineChart {
  /// Where the parts of a chart are, in hundredths of a pixel.
  private struct Layout {
    let size: PlotSize
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    let scales: (x: LinearScale, y: LinearScale)

    init(_ chart: LineChart, _ size: PlotSize) {
      self.size = size
      let legend = chart.series.count > 1 ? 2200 : 0
      top = 5600 + legend
      bottom = size.height * 100 - 4600
      let values = chart.series.flatMap { $0.points.compactMap(\.y) }
      let y = LinearScale(values, from: bottom, to: top, isRound: true, steps: 6)
      let widest = TickLabels(y.ticks, on: chart.y).texts.map(PlotStyle.width(of:)).max() ?? 0
      left = max(widest + 2000, 4000)
      right = size.width * 100 - 2400
      let xs = chart.series.flatMap { $0.points.map(\.x) } + chart.marks.map(\.x)
      let steps = min(max((right - left) / 7000, 2), 8)
      scales = (LinearScale(xs, from: left, to: right, isRound: false, steps: steps), y)
    }
  }

  package func drawing(_ size: PlotSize) -> (text: String, height: Int) {
    let layout = Layout(self, size)
    var canvas = SVGCanvas()
    canvas.label(title, 1200, 2400, style: "by-title")
    drawGrid(layout, on: &canvas)
    drawLegend(layout, on: &canvas)
    drawMarks(layout, on: &canvas)
    for (index, curve) in series.enumerated() {
      draw(curve, colour: index % PlotStyle.seriesCount, layout, on: &canvas)
    }
    var height = size.height
    if showsExtremes {
      for curve in series {
        let name = series.count > 1 ? "\(curve.name): " : ""
        height = canvas.caption(name + curve.extremes(x, y), from: height, width: size.width)
      }
      height += 6
    }
    return (canvas.text, height)
  }

  private func drawGrid(_ layout: Layout, on canvas: inout SVGCanvas) {
    let (horizontal, vertical) = (layout.scales.x, layout.scales.y)
    let labels = TickLabels(vertical.ticks, on: y)
    for (tick, text) in zip(vertical.ticks, labels.texts) {
      let place = vertical.place(tick)
      canvas.line(layout.left, place, layout.right, place, style: "by-grid")
      canvas.label(text, layout.left - 800, place + 450, style: "by-mut", anchor: .end)
    }
    canvas.label(labels.title, 1200, layout.top - 1200, style: "by-mut")
    let below = TickLabels(horizontal.ticks, on: x)
    for (tick, text) in zip(horizontal.ticks, below.texts) {
      let place = horizontal.place(tick)
      canvas.line(place, layout.bottom, place, layout.bottom + 500, style: "by-axis")
      let isLast = place + PlotStyle.width(of: text) / 2 > layout.size.width * 100
      canvas.label(
        text, isLast ? layout.size.width * 100 - 200 : place, layout.bottom + 1900,
        style: "by-mut", anchor: isLast ? .end : .middle)
    }
    canvas.line(layout.left, layout.bottom, layout.right, layout.bottom, style: "by-axis")
    canvas.label(
      below.title, layout.right, layout.bottom + 3700, style: "by-mut", anchor: .end)
  }

  private func drawLegend(_ layout: Layout, on canvas: inout SVGCanvas) {
    guard series.count > 1 else { return }
    var place = 1200
    for (index, curve) in series.enumerated() {
      let colour = index % PlotStyle.seriesCount
      canvas.rectangle(place, 3600, width: 1200, height: 1200, style: "by-d\(colour)")
      canvas.label(curve.name, place + 1700, 4650, style: "by-ink")
      place += 3400 + PlotStyle.width(of: curve.name)
    }
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
    for point in visible(curve.points, layout) {
      guard let y = point.y else {
        isBroken = true
        continue
      }
      let place = SVGCanvas.place(layout.scales.x.place(point.x))
      commands += isBroken ? "M" : "L"
      commands += "\(place) \(SVGCanvas.place(layout.scales.y.place(y)))"
      isBroken = false
    }
    guard !commands.isEmpty else { return }
    canvas.path(commands, style: "by-line by-s\(colour)")
    guard curve.points.count <= 24 else { return }
    for point in curve.points {
      guard let y = point.y else { continue }
      canvas.dot(
        layout.scales.x.place(point.x), layout.scales.y.place(y), style: "by-d\(colour)",
        title: "\(curve.name): \(x.exactText(point.x)), \(self.y.exactText(y))")
    }
  }

  /// The points that a plot of this width can show: of each column of pixels the first, the lowest,
  /// the highest and the last.
  private func visible(_ points: [Point], _ layout: Layout) -> [Point] {
    guard points.count > 8 * layout.size.width else { return points }
    var shown: [Point] = []
    var column: [Point] = []
    func flush() {
      let known = column.enumerated().filter { $0.element.y != nil }
      let least = known.min { ($0.element.y ?? .zero) < ($1.element.y ?? .zero) }?.offset
      let most = known.max { ($0.element.y ?? .zero) < ($1.element.y ?? .zero) }?.offset
      let kept = Set([0, column.count - 1, least, most].compactMap(\.self)).sorted()
      shown += kept.map { column[$0] }
      column.removeAll(keepingCapacity: true)
    }
    var current = -1
    for point in points {
      let pixel = layout.scales.x.place(point.x) / 100
      if pixel != current, !column.isEmpty { flush() }
      current = pixel
      column.append(point)
    }
    if !column.isEmpty { flush() }
    return shown
  }
}
