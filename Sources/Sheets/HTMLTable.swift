internal import Text

/// A table of a page, which becomes a list of cards on a narrow screen; the first cell of a row names it.
///
/// Roles are written out: a style sheet that makes cards of rows takes the tags' own away.
struct HTMLTable {
  struct Column {
    let title: String
    /// Whether its cells stand right and are sorted as numbers.
    var isNumeric = false
    /// Whether the rows are in its order, the largest first.
    var isSorted = false
  }

  struct Cell {
    let text: String
    /// What stands small below it.
    var note = ""
    /// The page that it leads to.
    var link: String?
    /// Its exact value, by which a reader sorts; nil where there is none.
    var key: String?
    /// The time that it is, in unix seconds.
    var time: String?
  }

  let columns: [Column]
  var rows: [[Cell]]
  var style = ""
  /// What the table is, for readers who cannot see what stands around it; a reader can sort and search a table
  /// that has one.
  var caption: String?

  /// The table as markup.
  var markup: String {
    var text = "<table class=\"\(style)\" role=\"table\">\n"
    if let caption { text += "<caption>\(MarkupText.escaped(caption))</caption>\n" }
    text += "<thead role=\"rowgroup\"><tr role=\"row\">" + columns.map(head).joined()
    text += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
    for row in rows {
      text += "<tr role=\"row\">"
      for (index, (column, cell)) in zip(columns, row).enumerated() {
        text += index == 0 ? name(cell, column) : value(cell, column)
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private func head(_ column: Column) -> String {
    var attributes = "scope=\"col\" role=\"columnheader\""
    if column.isNumeric { attributes += " class=\"number\"" }
    if column.isSorted { attributes += " aria-sort=\"descending\"" }
    return "<th \(attributes)>\(MarkupText.escaped(column.title))</th>"
  }

  private func name(_ cell: Cell, _ column: Column) -> String {
    "<th scope=\"row\" role=\"rowheader\"\(key(cell))>\(content(cell))</th>"
  }

  private func value(_ cell: Cell, _ column: Column) -> String {
    let label = MarkupText.escaped(column.title)
    let style = column.isNumeric ? " class=\"number\"" : ""
    return "<td role=\"cell\"\(style) data-label=\"\(label)\"\(key(cell))>\(content(cell))</td>"
  }

  private func key(_ cell: Cell) -> String {
    guard caption != nil, let key = cell.key else { return "" }
    return " data-key=\"\(MarkupText.escaped(key))\""
  }

  private func content(_ cell: Cell) -> String {
    var text = MarkupText.escaped(cell.text)
    if let time = cell.time {
      text = "<time datetime=\"\(text)\" data-seconds=\"\(time)\">\(text)</time>"
    }
    if let link = cell.link { text = "<a href=\"\(MarkupText.escaped(link))\">\(text)</a>" }
    guard !cell.note.isEmpty else { return text }
    return "<span>\(text) <span class=\"mut\">\(MarkupText.escaped(cell.note))</span></span>"
  }
}

extension HTMLTable {
  /// A table of figures; columns that people are shown nothing of are left out.
  init(_ table: Table, _ style: TextStyle) {
    let rows = table.shown?.map { table.rows[$0] } ?? Array(table.rows)
    let shown = (rows.first ?? []).indices.filter { column in
      rows.contains { !$0[column].isForProgramsAlone }
    }
    let columns = shown.map { column in
      // Where no value is known, dashes stand as the values would.
      let isNumeric =
        rows.contains { $0[column].text.isNumeric }
        || rows.allSatisfy { $0[column].value == .null }
      return Column(
        title: rows[0][column].label, isNumeric: isNumeric,
        isSorted: table.sortedBy == rows[0][column].key)
    }
    self.columns = columns
    self.rows = rows.map { row in
      zip(shown, columns).map { index, column in
        let figure = row[index]
        let key = figure.value == .null ? nil : figure.value.cell
        return Cell(
          text: style.text(figure.text), note: style.text(figure.note), link: figure.link,
          key: column.isNumeric ? key : key?.lowercased(),
          time: figure.text.isTime ? figure.value.cell : nil)
      }
    }
    self.style = table.sortedBy == nil ? "rows" : "vaults"
    caption = table.sortedBy == nil ? nil : table.title.map(style.text) ?? table.key
  }
}
