package import FixedPoint

/// Curves over one axis.
package struct LineChart: PlotPanel {
  /// One curve; where a point has no value the curve is broken.
  package struct Series: Hashable, Sendable {
    package let name: String
    package let points: [Point]

    package init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// One point of a curve.
  package struct Point: Hashable, Sendable {
    package let x: Wad
    package let y: Wad?

    package init(x: Wad, y: Wad?) {
      self.x = x
      self.y = y
    }
  }

  /// A place on the axis that is worth a line, such as the present value.
  package struct Mark: Hashable, Sendable {
    package let x: Wad
    package let name: String

    package init(x: Wad, name: String) {
      self.x = x
      self.name = name
    }
  }

  package let title: String
  package let x: PlotAxis
  package let y: PlotAxis
  package let series: [Series]
  package let marks: [Mark]
  /// Whether the exact extremes of each curve stand under the plot.
  package let showsExtremes: Bool

  /// A chart.
  ///
  /// - Parameters:
  ///   - title: what it shows.
  ///   - x: the axis.
  ///   - y: what the curves show.
  ///   - series: the curves.
  ///   - marks: places on the axis that are worth a line.
  ///   - showsExtremes: whether the exact extremes of each curve stand under the plot.
  package init(
    title: String, x: PlotAxis, y: PlotAxis, series: [Series], marks: [Mark] = [],
    showsExtremes: Bool = true
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.marks = marks
    self.showsExtremes = showsExtremes
  }
}

extension LineChart.Series {
  /// The exact extremes in words, or that there is no value.
  func extremes(_ x: PlotAxis, _ y: PlotAxis) -> String {
    let known = points.compactMap { point in point.y.map { (x: point.x, y: $0) } }
    guard let least = known.min(by: { $0.y < $1.y }), let most = known.max(by: { $0.y < $1.y })
    else { return "no value" }
    return "min \(y.exactText(least.y)) at \(x.exactText(least.x)), "
      + "max \(y.exactText(most.y)) at \(x.exactText(most.x))"
  }
}
