internal import Quantities
internal import Text

extension Sheet {
  /// The columns: those of the table that CSV writes, or all figures'.
  var csvHeader: [String] {
    if let csvTable {
      let table = table(csvTable)
      return table?.columns ?? table?.rows.first?.map(\.key) ?? []
    }
    return record.map(\.column)
  }

  /// The records under that header; what is not known is empty.
  var csvRecords: [[String?]] {
    if let csvTable { return table(csvTable)?.rows.map { $0.map(\.value.cell) } ?? [] }
    return [record.map(\.cell)]
  }

  private func table(_ key: String) -> Table? {
    for section in sections where section.audience.contains(.csv) {
      if case .table(let table) = section.content, table.key == key { return table }
    }
    return nil
  }

  /// All figures as one record.
  private var record: [(column: String, cell: String?)] {
    var record: [(column: String, cell: String?)] = []
    for section in sections where section.audience.contains(.csv) {
      switch section.content {
      case .figures(let figures):
        record += figures.map { (csvColumns.name(section.key, $0.key), $0.value.cell) }
      case .warnings:
        record.append(("warnings", warnings.map(\.code.rawValue).joined(separator: ";")))
      case .table, .cells, .steps, .statement, .paragraph, .group, .plots: break
      }
    }
    return record
  }
}

extension JSONValue {
  /// The value as a CSV cell; null is empty.
  fileprivate var cell: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .object, .array: nil
    }
  }
}
