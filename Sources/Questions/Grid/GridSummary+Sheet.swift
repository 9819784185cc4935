package import Bulk
internal import FixedPoint
package import Sheets
internal import Quantities
internal import Text
internal import Yields

extension GridSummary {
  /// The summary beside the grid it is of, for the places of the extremes.
  package func sheet(of grid: ParameterGrid) -> Sheet {
    var sheet = Sheet()
    sheet.append(for: .json, figures: [.count("points", "", pointCount)])
    sheet.append(
      .init(
        .group(
          metrics.map { metric in
            .init(.group(metric.sections(of: grid)), key: metric.metric.rawValue)
          }), key: "metrics", for: .json))
    sheet.append(Table("rows", rows: metrics.map { $0.row(of: grid) }), for: .csv)
    sheet.csvTable = "rows"
    sheet.append(.init(.statement("points  \(pointCount)", isBold: false), for: .text))
    for metric in metrics {
      let absent = metric.absent == 0 ? "" : "  (\(metric.absent) points have none)"
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
  private func place(_ extremum: Extremum, in grid: ParameterGrid) -> String {
    grid.place(ofPoint: extremum.point)
  }

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
        + quantiles.map { ["p\($0.percent)", value($0.value), ""] }
        + [
          row("maximum", maximum),
          ["mean", value(mean), ""],
        ], isTitled: false)
  }

  fileprivate func sections(of grid: ParameterGrid) -> [Sheet.Section] {
    func extremum(_ key: String, _ extremum: Extremum?) -> [Sheet.Section] {
      let value = Figure.program(key, .text(extremum.map { text($0.value) }))
      guard let extremum else {
        return [.init(.figures([value, .program("arg\(key)", .null)]))]
      }
      let coordinates = zip(grid.axes, grid.coordinates(ofPoint: extremum.point)).map {
        Figure.program($0.key.rawValue, .string($1))
      }
      return [.init(.figures([value])), .init(.figures(coordinates), key: "arg\(key)")]
    }
    return [.init(.figures([.count("count", "", count), .count("absent", "", absent)]))]
      + extremum("min", minimum) + extremum("max", maximum) + [
        .init(.figures([.program("mean", .text(mean.map(text)))])),
        .init(
          .figures(quantiles.map { .program("p\($0.percent)", .text($0.value.map(text))) }),
          key: "quantiles"),
      ]
  }

  fileprivate func row(of grid: ParameterGrid) -> [Figure] {
    [
      .program("metric", .string(metric.rawValue)), .count("count", "", count),
      .count("absent", "", absent), .program("min", .text(minimum.map { text($0.value) })),
      .program("argmin", .text(minimum.map { place($0, in: grid) })),
      .program("max", .text(maximum.map { text($0.value) })),
      .program("argmax", .text(maximum.map { place($0, in: grid) })),
      .program("mean", .text(mean.map(text))),
    ] + quantiles.map { .program("p\($0.percent)", .text($0.value.map(text))) }
  }
}
