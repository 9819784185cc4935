internal import Quantities
internal import Text

extension Sheet {
  /// The page for people: title, sections, remarks, warnings; lines that end in a line feed.
  package func text(_ style: TextStyle) -> String {
    var parts = title.map { [style.heading($0)] } ?? []
    parts += sections.filter { $0.audience.contains(.text) }.compactMap { $0.text(style) }
    if !remarks.isEmpty { parts.append(remarks.map { "  \($0)\n" }.joined()) }
    if !warnings.isEmpty {
      parts.append(warnings.map { style.warning("  ! \($0)") + "\n" }.joined())
    }
    let text = parts.joined(separator: "\n")
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}

extension Sheet.Section {
  fileprivate func text(_ style: TextStyle) -> String? {
    switch content {
    case .figures(let figures): heading(style) + page(of: figures, style)
    case .table(let table): heading(style) + Self.page(of: table, style)
    case .cells(let cells): heading(style) + Self.page(of: cells, style)
    case .steps(let steps): heading(style) + steps.map(Self.lines).joined()
    case .statement(let phrase, let isBold):
      (isBold ? style.heading(style.text(phrase)) : style.text(phrase)) + "\n"
    case .warnings, .paragraph, .group, .plots: nil
    }
  }

  private func heading(_ style: TextStyle) -> String {
    switch title {
    case .heading(let title): "  \(style.heading(title))\n"
    case .margin(let title): "\(title)\n"
    case .column, nil: ""
    }
  }

  private func page(of figures: [Figure], _ style: TextStyle) -> String {
    var columnTitle = ""
    if case .column(let title) = title { columnTitle = title }
    let notes = figures.map(\.note).filter { !$0.isEmpty }
    var table = TextTable([
      .init(columnTitle), .init("", .left),
      .init("", notes.allSatisfy(\.isPercentage) ? .right : .left),
    ])
    for figure in figures { table.append([figure.label, figure.text, style.text(figure.note)]) }
    return table.text(indent: 2)
  }

  private static func page(of table: Table, _ style: TextStyle) -> String {
    guard let first = table.rows.first else { return "  \(table.empty)\n" }
    // A note, such as a ratio's percentage, has a column beside its figure.
    let isNoted = first.indices.map { column in
      table.rows.contains { !$0[column].note.isEmpty }
    }
    var text = TextTable(
      zip(first, isNoted).flatMap { figure, isNoted -> [TextTable.Column] in
        let column = TextTable.Column(
          figure.label, figure.value.isNumeric || isNoted ? .decimal : .left)
        return isNoted ? [column, .init("", .right)] : [column]
      })
    for row in table.shown?.map({ table.rows[$0] }) ?? table.rows {
      text.append(
        zip(row, isNoted).flatMap { figure, isNoted in
          isNoted ? [figure.text, style.text(figure.note)] : [figure.text]
        })
    }
    return text.text(indent: 2)
  }

  private static func page(of cells: Cells, _ style: TextStyle) -> String {
    var table = TextTable(cells.columns)
    for row in cells.rows { table.append(row.map(style.text)) }
    return table.text(indent: cells.indent, isTitled: cells.isTitled)
  }

  private static func lines(of step: Step) -> String {
    "  \(step.name) = \(step.formula)\n    = \(step.value)"
      + (step.remark.map { "\n      (\($0))" } ?? "") + "\n"
  }
}

extension JSONValue {
  /// Whether people read it as a number, which stands right.
  fileprivate var isNumeric: Bool {
    switch self {
    case .number: true
    case .string(let text):
      text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
    default: false
    }
  }
}
