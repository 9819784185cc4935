package import Bulk
internal import FixedPoint
internal import Quantities
internal import Text
internal import Yields

/// The summary of a grid as text, JSON or CSV.
package struct GridSummaryPage {
  private let summary: GridSummary
  private let grid: ParameterGrid

  /// Puts the summary beside the grid it is of, for the places of the extremes.
  package init(_ summary: GridSummary, of grid: ParameterGrid) {
    self.summary = summary
    self.grid = grid
  }

  /// The whole page.
  ///
  /// - Parameter format: its form.
  /// - Returns: text that ends in a line feed.
  package func text(_ format: ResultFormat) -> String {
    switch format {
    case .text: page
    case .json: json(.pretty)
    case .ndjson: json(.compact)
    case .csv: csv
    }
  }

  private var page: String {
    var lines = ["points  \(summary.pointCount)"]
    for metric in summary.metrics {
      lines.append("")
      lines.append(
        metric.metric.rawValue + (metric.absent == 0 ? "" : "  (\(metric.absent) points have none)")
      )
      var table = TextTable([.init("what"), .init("value", .right), .init("where")])
      for (name, value, place) in rows(metric) { table.append([name, value, place]) }
      lines += table.lines().dropFirst(2).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ metric: MetricSummary) -> [(String, String, String)] {
    func row(_ name: String, _ extremum: MetricSummary.Extremum?) -> (String, String, String) {
      (name, extremum.map { metric.text($0.value) } ?? "-", extremum.map(place) ?? "")
    }
    return [row("minimum", metric.minimum)]
      + metric.quantiles.map { ("p\($0.percent)", $0.value.map(metric.text) ?? "-", "") }
      + [
        row("maximum", metric.maximum),
        ("mean", metric.mean.map(metric.text) ?? "-", "rounded half to even"),
      ]
  }

  private func place(_ extremum: MetricSummary.Extremum) -> String {
    zip(grid.axes, grid.coordinates(ofPoint: extremum.point))
      .map { "\($0.key.rawValue)=\($1)" }.joined(separator: " ")
  }

  private func json(_ style: JSONWriter.Style) -> String {
    var writer = JSONWriter(style: style)
    writer.beginObject()
    writer.key("points")
    writer.number(summary.pointCount)
    writer.key("metrics")
    writer.beginObject()
    for metric in summary.metrics {
      writer.key(metric.metric.rawValue)
      write(metric, to: &writer)
    }
    writer.endObject()
    writer.endObject()
    writer.newline()
    return writer.takeText()
  }

  private func write(_ metric: MetricSummary, to writer: inout JSONWriter) {
    func extremum(_ key: String, _ extremum: MetricSummary.Extremum?) {
      writer.member(key, string: extremum.map { metric.text($0.value) })
      writer.key("arg" + key)
      guard let extremum else {
        writer.null()
        return
      }
      writer.beginObject()
      for (axis, text) in zip(grid.axes, grid.coordinates(ofPoint: extremum.point)) {
        writer.member(axis.key.rawValue, string: text)
      }
      writer.endObject()
    }
    writer.beginObject()
    writer.key("count")
    writer.number(metric.count)
    writer.key("absent")
    writer.number(metric.absent)
    extremum("min", metric.minimum)
    extremum("max", metric.maximum)
    writer.member("mean", string: metric.mean.map(metric.text))
    writer.key("quantiles")
    writer.beginObject()
    for quantile in metric.quantiles {
      writer.member("p\(quantile.percent)", string: quantile.value.map(metric.text))
    }
    writer.endObject()
    writer.endObject()
  }

  private var csv: String {
    var writer = CSVWriter()
    let quantiles = MetricSummary.percents.map { "p\($0)" }
    writer.record(
      ["metric", "count", "absent", "min", "argmin", "max", "argmax", "mean"] + quantiles)
    for metric in summary.metrics {
      let fields: [String?] = [
        metric.metric.rawValue, "\(metric.count)", "\(metric.absent)",
        metric.minimum.map { metric.text($0.value) }, metric.minimum.map(place),
        metric.maximum.map { metric.text($0.value) }, metric.maximum.map(place),
        metric.mean.map(metric.text),
      ]
      writer.record(fields + metric.quantiles.map { $0.value.map(metric.text) })
    }
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }
}
