internal import Faults

/// Metrics in Prometheus' text format: one HELP and one TYPE a family, its samples behind them.
struct PrometheusText: Sendable {
  /// A value of a series.
  struct Sample: Sendable {
    /// The values of its metric's labels.
    let labels: [String]
    /// A plain decimal.
    let value: String

    init(_ labels: [String], _ value: String) {
      self.labels = labels
      self.value = value
    }
  }

  private(set) var text = ""
  private var series: Set<[String]> = []

  /// Writes a family whole, so that its samples stand together; none of it without a sample.
  ///
  /// - Parameters:
  ///   - key: the metric.
  ///   - samples: its values; the first of a series counts.
  mutating func family(_ key: MetricKey, _ samples: [Sample]) {
    guard !samples.isEmpty else { return }
    text += "# HELP \(key.rawValue) \(key.help)\n# TYPE \(key.rawValue) \(key.kind.rawValue)\n"
    for sample in samples where series.insert([key.rawValue] + sample.labels).inserted {
      let labels = zip(key.labels, sample.labels).map { "\($0)=\"\(Self.escaped($1))\"" }
      text += key.rawValue
      if !labels.isEmpty { text += "{\(labels.joined(separator: ","))}" }
      text += " \(sample.value)\n"
    }
  }

  /// A label's value, whatever a token calls itself.
  private static func escaped(_ value: String) -> String {
    PrintableText.of(value).reduce(into: "") { text, character in
      if character == "\\" || character == "\"" { text += "\\" }
      text.append(character)
    }
  }
}
