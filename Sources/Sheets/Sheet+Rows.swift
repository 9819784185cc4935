internal import Quantities
package import Text

/// What CSV and NDJSON write: columns and rows of one kind.
package struct Rows: Sendable {
  package let columns: [String]
  package let records: RowSource<[Cell]>

  /// A value, and how CSV writes it.
  package struct Cell: Sendable {
    package let value: JSONValue
    /// Nil is empty.
    package let text: String?

    init(_ value: JSONValue) { self.init(value, text: value.cell) }

    init(_ value: JSONValue, text: String?) {
      self.value = value
      self.text = text
    }
  }
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
      let record = figureRecord
      return Rows(columns: record.map(\.key), records: RowSource([record.map(\.cell)]))
    }
    guard let table = tables.first(where: { $0.name == name })?.table else {
      return Rows(columns: [], records: RowSource([]))
    }
    let columns = table.columns ?? table.rows.first?.map(\.key).filter { !$0.isEmpty } ?? []
    // A subject without rows is not lost.
    let found = table.rows.isEmpty ? RowSource(table.standIn.map { [$0] } ?? []) : table.rows
    var rows = found.mapped { row in row.filter { !$0.key.isEmpty }.map { Rows.Cell($0.value) } }
    if rows.isEmpty, !subject.isEmpty {
      rows = RowSource([columns.map { _ in Rows.Cell(.null) }])
    }
    let subject = subject
    return Rows(
      columns: subject.map { Self.column($0.key, beside: columns) } + columns,
      records: rows.mapped { subject.map { Rows.Cell($0.value) } + $0 })
  }

  /// The column of a subject's key, which is told apart from a column of the table's own.
  ///
  /// The steps of a derivation have names, and so has the vault that they are of: `vaultName`.
  package static func column(_ key: String, beside columns: [String]) -> String {
    columns.contains(key) ? "vault" + key.prefix(1).uppercased() + key.dropFirst() : key
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
      case .figures, .cells, .statement, .paragraph, .warnings, .plots, .links: return []
      }
    }
  }

  private typealias Record = [(key: String, cell: Rows.Cell)]

  /// All figures as one record, those of an object with its key: `assets.buffer`.
  private var figureRecord: Record { record(of: sections, under: "") }

  private func record(of sections: [Section], under prefix: String) -> Record {
    sections.filter { $0.audience.contains(.csv) }.flatMap { section -> Record in
      let prefix = prefix + (section.key.map { $0 + "." } ?? "")
      switch section.content {
      case .figures(let figures):
        return figures.filter { !$0.key.isEmpty }.map { (prefix + $0.key, Rows.Cell($0.value)) }
      case .group(let sections): return record(of: sections, under: prefix)
      case .warnings:
        let codes = warnings.codes.joined(separator: ";")
        return [("warnings", Rows.Cell(warningsValue, text: codes))]
      case .table, .cells, .steps, .statement, .paragraph, .plots, .links: return []
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
  package var cell: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: nil
    case .array(let elements): elements.compactMap(\.value.cell).joined(separator: ";")
    case .object(let members):
      members.map { "\($0.key)=\($0.node.value.cell ?? "")" }.joined(separator: " ")
    }
  }
}
