package import Text

extension AnalysisSheet: AnswerRecord {
  /// The figures as one object, tables as arrays of objects, the warnings last.
  package var json: JSONValue {
    var members: [JSONMember] = []
    for section in sections {
      switch section {
      case .figures(let key, _, let figures):
        guard let key else {
          members += figures.map { JSONMember(key: $0.key, value: $0.value) }
          continue
        }
        members.append(JSONMember(key: key, value: Self.object(figures)))
      case .table(let table):
        members.append(
          JSONMember(key: table.key, value: .elements(table.rows.map(Self.object))))
      }
    }
    members.append(
      JSONMember(key: "warnings", value: .elements(warnings.map { .string($0) })))
    return .object(members)
  }

  /// The main table's columns, or all figures'.
  package var csvHeader: [String] {
    if let csvTable { return table(csvTable)?.rows.first?.map(\.key) ?? [] }
    return flattened.map(\.0) + ["warnings"]
  }

  /// The main table's rows, or all figures as one record.
  package var csvRecords: [[String?]] {
    if let csvTable {
      return table(csvTable)?.rows.map { row in row.map(\.value.cell) } ?? []
    }
    return [flattened.map(\.1.cell) + [warnings.joined(separator: "; ")]]
  }

  private static func object(_ figures: [Figure]) -> JSONValue {
    .object(figures.map { JSONMember(key: $0.key, value: $0.value) })
  }

  private func table(_ key: String) -> Table? {
    for case .table(let table) in sections where table.key == key { return table }
    return nil
  }

  private var flattened: [(String, JSONValue)] {
    sections.flatMap { section -> [(String, JSONValue)] in
      guard case .figures(let key, _, let figures) = section else { return [] }
      return figures.map { figure in
        (key.map { "\($0).\(figure.key)" } ?? figure.key, figure.value)
      }
    }
  }
}
