internal import Faults
internal import Quantities
internal import Text

extension Sheet {
  /// The page for people: title, sections, remarks, warnings; lines that end in a line feed.
  package func text(_ style: TextStyle) -> String {
    var parts = title.map { [heading(style.text($0), style)] } ?? []
    parts += (provenance?.block).map { [Self.text(style.line($0.phrase), style, indent: 2)] } ?? []
    parts += sections.filter { $0.audience.contains(.text) }.compactMap { $0.text(style) }
    if !remarks.isEmpty {
      parts.append(remarks.map { Self.text(style.line($0), style, indent: 2) }.joined())
    }
    if !warnings.isEmpty {
      parts.append(
        warnings.map { warning in
          Self.lines("  ! \(style.line(style.sentence(warning.description)))", style, hanging: 4)
            .map {
              style.doubt($0) + "\n"
            }.joined()
        }.joined())
    }
    let text = parts.joined(separator: "\n")
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  private func heading(_ title: String, _ style: TextStyle) -> String {
    let lines = Self.lines(style.line(title), style)
    let heading = lines.map(style.heading).joined(separator: "\n")
    guard let state, let last = lines.last else { return heading }
    let fits = TextWidth.of(last) + TextWidth.of(state.text) + 2 <= style.width
    let shown = state.isGood ? style.good(state.text) : style.doubt(state.text)
    return heading + (fits ? "  " : "\n  ") + shown
  }

  /// A text as lines of the page's width.
  static func text(
    _ text: String, _ style: TextStyle, indent: Int = 0, hanging: Int? = nil
  ) -> String {
    lines(String(repeating: " ", count: indent) + text, style, hanging: hanging ?? indent)
      .map { $0 + "\n" }.joined()
  }

  private static func lines(_ text: String, _ style: TextStyle, hanging: Int = 0) -> [String] {
    TextWrap.lines(of: text, width: style.width, hanging: hanging)
  }
}

extension Sheet.State {
  fileprivate var text: String { "[\(name)]" }
}

extension Sheet.Section {
  fileprivate func text(_ style: TextStyle) -> String? {
    switch content {
    case .figures(let figures): heading(style) + page(of: figures, style)
    case .table(let table): heading(style) + Self.page(of: table, style)
    case .cells(let cells): heading(style) + Self.page(of: cells, style)
    case .steps(let steps): heading(style) + steps.map { Self.lines(of: $0, style) }.joined()
    case .statement(let phrase, let isBold): Self.statement(style.line(phrase), isBold, style)
    case .warnings, .paragraph, .group, .plots, .links: nil
    }
  }

  private static func statement(_ text: String, _ isBold: Bool, _ style: TextStyle) -> String {
    let indent = text.prefix { $0 == " " }.count
    return TextWrap.lines(of: text, width: style.width, hanging: indent)
      .map { (isBold ? style.heading($0) : $0) + "\n" }.joined()
  }

  private func heading(_ style: TextStyle) -> String {
    switch title {
    case .heading(let title):
      TextWrap.lines(of: "  " + style.line(title), width: style.width, hanging: 2)
        .map { style.heading($0) + "\n" }.joined()
    case .margin(let title): "\(style.line(title))\n"
    case .column, nil: ""
    }
  }

  private func page(of figures: [Figure], _ style: TextStyle) -> String {
    var columnTitle = ""
    if case .column(let title) = title { columnTitle = style.line(title) }
    var table = TextTable([.init(columnTitle), .init("", .left), .init("", .left)])
    for figure in figures where !figure.isForProgramsAlone {
      table.append([style.line(figure.label), style.line(figure.text), style.line(figure.note)])
    }
    return table.text(indent: 2, width: style.width)
  }

  private static func page(of table: Table, _ style: TextStyle) -> String {
    guard let first = table.rows.first else { return "  \(style.line(table.empty))\n" }
    let rows = table.shown?.map { table.rows[$0] } ?? Array(table.rows)
    // A column that says nothing has no room.
    let columns = first.indices.filter { column in
      rows.contains { !$0[column].text.isEmpty }
    }
    var text = TextTable(
      columns.map { column in
        let isNumeric = rows.contains { $0[column].text.isNumeric }
        return TextTable.Column(style.line(first[column].label), isNumeric ? .decimal : .left)
      })
    for row in rows {
      text.append(columns.map { style.line(row[$0].text) })
    }
    return text.text(indent: 2, width: style.width) + shown(of: table, style)
  }

  /// What is said where rows are left out.
  private static func shown(of table: Table, _ style: TextStyle) -> String {
    let shown = table.shown?.count ?? table.rows.count
    guard shown < table.total else { return "" }
    return Sheet.text("\(shown) of \(table.total) shown; --format csv has all", style, indent: 2)
  }

  private static func page(of cells: Cells, _ style: TextStyle) -> String {
    var table = TextTable(
      cells.columns.map { TextTable.Column(style.line($0.title), $0.alignment) })
    for row in cells.rows { table.append(row.map { style.line($0) }) }
    return table.text(indent: cells.indent, isTitled: cells.isTitled, width: style.width)
  }

  private static func lines(of step: Step, _ style: TextStyle) -> String {
    // The raw words of a derivation stay whole, however wide.
    Sheet.text(style.line("\(step.name) = \(step.formula)" as String), style, indent: 2, hanging: 4)
      + "    = \(style.line(step.value))\n"
      + (step.remark.map { Sheet.text(style.line("(\($0))" as String), style, indent: 6) } ?? "")
  }
}

extension TextStyle {
  /// A text as a page shows it: nothing in it moves a cursor or ends a line, so that it has the width
  /// that is counted.
  fileprivate func line(_ text: String) -> String { PrintableText.of(text) }

  fileprivate func line(_ phrase: Phrase) -> String { line(self.text(phrase)) }
}
