import Questions

/// The page of the metrics, from their catalogue.
enum MetricsPage {
  static var text: String {
    var page = PageText(
      "Metrics",
      """
      What `metrics.prom` has, which `berayield page` writes: Prometheus' text format, for the node \
      exporter's textfile collector or a static scrape. Base units and ratios, addresses as labels, no \
      timestamps; decimals are exact, and rounded down at the 18th digit where a division has no end. A \
      value that is not known has no sample: it is never 0. Alerts and a dashboard are in \
      `data/monitoring`.
      """)
    for key in MetricKey.allCases {
      page.heading("`\(key.rawValue)`")
      page.paragraph(key.help)
      var items = ["Type: \(key.kind.rawValue)."]
      if !key.labels.isEmpty {
        items.append("Labels: \(key.labels.map { "`\($0)`" }.joined(separator: ", ")).")
      }
      if let absence = key.absence { items.append("No sample where \(absence).") }
      page.list(items)
    }
    return page.finished
  }
}
