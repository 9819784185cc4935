extension LineChart {
  /// Which colour is which curve: in as many lines as the names need.
  struct Legend: Sendable {
    private struct Item {
      let colour: Int?
      let text: String
      let x: Int
      let y: Int
    }

    private let items: [Item]
    /// Where the legend ends, in hundredths of a pixel.
    let bottom: Int

    /// A legend of a chart; empty where one curve needs none.
    init(_ chart: LineChart, from top: Int, _ size: PlotSize) {
      var items: [Item] = []
      var (x, y) = (SVGCanvas.margin, top)
      func add(_ text: String, _ colour: Int?) {
        let swatch = colour == nil ? 0 : 1700
        let width = swatch + PlotStyle.width(of: text)
        if x > SVGCanvas.margin, x + width > size.width * 100 - SVGCanvas.margin {
          (x, y) = (SVGCanvas.margin, y + 2200)
        }
        items.append(Item(colour: colour, text: text, x: x + swatch, y: y + 1050))
        x += width + 1400
      }
      if chart.series.count > 1 || chart.family != nil {
        if let family = chart.family { add("\(family):", nil) }
        for (index, curve) in chart.series.enumerated() {
          add(curve.name, index % PlotStyle.seriesCount)
        }
        y += 2200
      }
      self.items = items
      bottom = y
    }

    func draw(on canvas: inout SVGCanvas) {
      for item in items {
        if let colour = item.colour {
          canvas.rectangle(
            item.x - 1700, item.y - 1050, width: 1200, height: 1200, style: "by-d\(colour)")
        }
        canvas.label(item.text, item.x, item.y, style: item.colour == nil ? "by-mut" : "by-ink")
      }
    }
  }
}
