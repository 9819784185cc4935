internal import Quantities
package import Text

/// What CSV and NDJSON write: columns and rows of one kind.
package struct Rows: Sendable {
  package let columns: [String]
  package let records: [[JSONValue]]
}

extension Sheet {
  /// All figures of the answer as one row.
  package static let figures = "figures"

  /// The names of what can be rows: ``figures``, then the tables, those of an object with its key:
  /// `sensitivity.breakEven`.
  package var rowNames: [String] {
    (figureRecord.isEmpty ? [] : [Self.figures]) + tables.map(\.name)
  }

  /// What is rows where nobody chooses.
  package var usualRows: String { csvTable ?? Self.figures }

  /// The rows of a name.
  ///
  /// - Parameter name: one of ``rowNames``.
  /// - Returns: the rows; none where the answer has nothing of that name.
  package func rows(of name: String) -> Rows {
    guard name != Self.figures else {
      return Rows(columns: figureRecord.map(\.key), records: [figureRecord.map(\.node.value)])
    }
    guard let table = tables.first(where: { $0.name == name })?.table else {
      return Rows(columns: [], records: [])
    }
    let columns = table.columns ?? table.rows.first?.map(\.key).filter { !$0.isEmpty } ?? []
    let subject = subject.filter { !columns.contains($0.key) }
    var rows = table.rows.map { row in row.filter { !$0.key.isEmpty }.map(\.value) }
    // A subject without rows is not lost.
    if rows.isEmpty, !subject.isEmpty { rows = [columns.map { _ in .null }] }
    return Rows(
      columns: subject.map(\.key) + columns, records: rows.map { subject.map(\.value) + $0 })
  }

  /// Whether a row of all figures has the warnings' codes.
  var hasWarningsInRows: Bool {
    sections.contains { section in
      guard section.audience.contains(.csv), case .warnings = section.content else { return false }
      return true
    }
  }

  private var tables: [(name: String, table: Table)] {
    Self.tables(in: sections, under: "")
  }

  private static func tables(
    in sections: [Section], under prefix: String
  ) -> [(name: String, table: Table)] {
    sections.filter { !$0.audience.isDisjoint(with: .programs) }.flatMap { section in
      let name = prefix + (section.key ?? "")
      switch section.content {
      case .table(let table): return [(name, table)]
      case .steps(let steps): return [(name, Table(section.key ?? "", rows: steps.map(\.row)))]
      case .group(let sections): return tables(in: sections, under: name + ".")
      case .figures, .cells, .statement, .paragraph, .warnings, .plots: return []
      }
    }
  }

  /// All figures as one record, those of an object with its key: `assets.buffer`.
  private var figureRecord: [JSONMember] {
    sections.filter { $0.audience.contains(.csv) }.flatMap { section -> [JSONMember] in
      switch section.content {
      case .figures(let figures):
        return figures.filter { !$0.key.isEmpty }.map { figure in
          JSONMember(
            key: section.key.map { "\($0).\(figure.key)" } ?? figure.key, value: figure.value)
        }
      case .warnings:
        let codes = warnings.codes.joined(separator: ";")
        return [JSONMember(key: "warnings", value: .string(codes))]
      case .table, .cells, .steps, .statement, .paragraph, .group, .plots: return []
      }
    }
  }
}

extension Step {
  fileprivate var row: [Figure] {
    [
      .program("name", .string(name)), .program("formula", .string(formula)),
      .program("value", .string(value)), .program("remark", remark.map { .string($0) } ?? .null),
    ]
  }
}

extension JSONValue {
  /// The value as a CSV cell; null is empty.
  var cell: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: nil
    case .array(let elements): elements.compactMap(\.value.cell).joined(separator: ";")
    case .object: nil
    }
  }
}
