package import Bulk
internal import FixedPoint
package import Sheets
internal import Quantities
internal import Text
internal import Yields

extension GridSummary {
  static let rows = "metrics"

  /// The summary beside the grid it is of, for the places of the extremes.
  package func sheet(of grid: ParameterGrid) -> Sheet {
    var sheet = Sheet()
    sheet.append(for: .programs, figures: [.count("points", "", pointCount)])
    sheet.append(Table(Self.rows, rows: metrics.map { $0.row(of: grid) }), for: .programs)
    sheet.csvTable = Self.rows
    sheet.append(.init(.statement("points  \(pointCount)", isBold: false), for: .text))
    for metric in metrics {
      let absent =
        metric.absent == 0
        ? "" : "  (\(metric.absent) \(metric.absent == 1 ? "point has" : "points have") none)"
      sheet.append(
        .init(
          .cells(metric.cells(of: grid)), title: .margin(metric.metric.rawValue + absent),
          for: .text))
    }
    return sheet
  }
}

extension ParameterGrid {
  /// A point by its values on the axes: `rewardPrice=5 totalSupply=100`.
  package func place(ofPoint point: Int) -> String {
    zip(axes, coordinates(ofPoint: point)).map { "\($0.key.rawValue)=\($1)" }
      .joined(separator: " ")
  }
}

extension MetricSummary {
  fileprivate func cells(of grid: ParameterGrid) -> Cells {
    func value(_ raw: ExactInteger?) -> Phrase {
      raw.map { Phrase(metric.unit.reading($0)) } ?? "none"
    }
    func row(_ name: String, _ extremum: Extremum?) -> [Phrase] {
      var place: Phrase = ""
      for (axis, reading) in zip(grid.axes, extremum.map { grid.readings(ofPoint: $0.point) } ?? [])
      {
        place = "\(place)\(place.isEmpty ? "" : ", ")\(axis.key.rawValue) \(reading)"
      }
      return [Phrase(name), value(extremum?.value), place]
    }
    return Cells(
      [.init("what"), .init("value", .decimal), .init("where")],
      rows: [row("minimum", minimum)]
        + quantiles.map { quantile in
          let isUnstated = quantile.value == nil && unstated > 0
          return [
            "p\(quantile.percent)", value(quantile.value),
            isUnstated ? Phrase(NoYield.aboveLimit) : "",
          ]
        }
        + [
          row("maximum", maximum),
          ["mean", value(mean), ""],
        ], isTitled: false)
  }

  fileprivate func row(of grid: ParameterGrid) -> [Figure] {
    func value(_ raw: ExactInteger?) -> JSONValue {
      raw.map { metric.unit.json(text($0)) } ?? .null
    }
    func place(_ extremum: Extremum?) -> JSONValue {
      guard let extremum else { return .null }
      let coordinates = zip(grid.axes, grid.coordinates(ofPoint: extremum.point))
      return .named(coordinates.map { ($0.key.rawValue, $0.key.figureUnit.json($1)) })
    }
    return [
      .program("metric", .string(metric.rawValue)), .count("count", "", count),
      .count("absent", "", absent), .count("unstated", "", unstated),
      .program("min", value(minimum?.value)), .program("argmin", place(minimum)),
      .program("max", value(maximum?.value)), .program("argmax", place(maximum)),
      .program("mean", value(mean)),
    ] + quantiles.map { .program("p\($0.percent)", value($0.value)) }
  }
}
