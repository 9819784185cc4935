package import FixedPoint

/// Curves over one axis.
package struct LineChart: PlotPanel {
  /// One curve; where a point has no value the curve is broken.
  package struct Series: Hashable, Sendable {
    package let name: String
    package let points: [Point]
    /// Whether each of a few points is a dot; a path with corners of its own has none.
    package let hasDots: Bool

    package init(name: String, points: [Point], hasDots: Bool = true) {
      self.name = name
      self.points = points
      self.hasDots = hasDots
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
  /// What tells the curves apart, for the legend; nil where their names say it.
  package let family: String?

  /// A chart.
  ///
  /// - Parameters:
  ///   - title: what it shows.
  ///   - x: the axis.
  ///   - y: what the curves show.
  ///   - series: the curves.
  ///   - marks: places on the axis that are worth a line.
  ///   - family: what tells the curves apart, for the legend; nil where their names say it.
  package init(
    title: String, x: PlotAxis, y: PlotAxis, series: [Series], marks: [Mark] = [],
    family: String? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.marks = marks
    self.family = family
  }
}

extension LineChart {
  /// The extremes of a curve and where they are; nil where it has no value.
  private func extremes(
    _ curve: Series
  ) -> (values: [String], places: [String])? {
    let known = curve.points.compactMap { point in point.y.map { (x: point.x, y: $0) } }
    guard let least = known.min(by: { $0.y < $1.y }), let most = known.max(by: { $0.y < $1.y })
    else { return nil }
    return (y.shortTexts([least.y, most.y]), x.shortTexts([least.x, most.x]))
  }

  /// The extremes of the only curve in words.
  var sentence: String {
    guard let curve = series.first, let found = extremes(curve) else { return "no value" }
    let values = found.values.map { y.isPercent ? $0 : y.withUnit($0) }
    guard values[0] != values[1] else { return "\(values[0]) everywhere" }
    let places = found.places.map { x.isPercent ? $0 : x.withUnit($0) }
    return "min \(values[0]) at \(places[0]), max \(values[1]) at \(places[1])"
  }

  /// The extremes of several curves as a table.
  var extremesTable: [[String]] {
    [[family ?? "", "min", "at", "max", "at"]]
      + series.map { curve in
        guard let found = extremes(curve) else { return [curve.name, "none"] }
        return [
          curve.name, found.values[0], found.places[0], found.values[1], found.places[1],
        ]
      }
  }
}
