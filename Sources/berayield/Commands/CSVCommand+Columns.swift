internal import Faults
internal import Inputs
internal import Quantities
internal import Yields

// Which columns are read, and which are appended.

extension CSVCommand {
  /// What stands for all figures of the comparison with a published yield.
  static let comparison = "diff"

  /// The figures that `--emit` names.
  func metrics() throws(Fault) -> [FigureKey] {
    var metrics: [FigureKey] = []
    for name in emit.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if name == Self.comparison {
        metrics += FigureKey.comparison
      } else if let metric = FigureKey(spelled: name), FigureKey.columns.contains(metric) {
        metrics.append(metric)
      } else {
        throw Field(option: "--emit", text: name).unknownName(
          among: FigureKey.columns.map(\.column) + [Self.comparison])
      }
    }
    guard Set(metrics).count == metrics.count else {
      throw Field(option: "--emit", text: emit).error(expected: "each figure once")
    }
    return metrics
  }

  /// The headers of columns that have another name than the usual one.
  func columnNames(for metrics: [FigureKey]) throws(Fault) -> [InputKey: String] {
    let compares = metrics.contains(where: FigureKey.comparison.contains)
    var names: [InputKey: String] = [:]
    func take(_ field: Field, _ key: InputKey, header: String) throws(Fault) {
      guard compares || !InputKey.comparisonColumns.contains(key) else {
        throw field.error(.conflict, expected: "--emit \(Self.comparison) as well")
      }
      guard names.updateValue(header, forKey: key) == nil else {
        throw field.error(expected: "each column once")
      }
    }
    for mapping in mappings {
      let field = Field(option: "--map", text: mapping)
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw field.error(expected: "column=header") }
      let keys = InputKey.columns + InputKey.comparisonColumns
      guard let key = InputKey(spelled: parts[0]), keys.contains(key) else {
        throw Field(option: "--map", text: parts[0]).unknownName(among: keys.map(\.column))
      }
      try take(field, key, header: parts[1])
    }
    if let publishedColumn {
      let field = Field(option: "--published-column", text: publishedColumn)
      try take(field, .published, header: publishedColumn)
    }
    return names
  }
}
