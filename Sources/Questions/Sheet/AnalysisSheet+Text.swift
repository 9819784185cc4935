internal import Text

extension AnalysisSheet {
  /// The page: title, figures and tables, remarks, warnings.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: lines that end in a line feed.
  package func page(_ style: TextStyle) -> String {
    var parts = [style.heading(title)]
    for section in sections {
      switch section {
      case .figures(_, let title, let figures):
        parts.append(Self.heading(title, style) + Self.page(of: figures, style))
      case .table(let table):
        parts.append(Self.heading(table.title, style) + Self.page(of: table, style))
      }
    }
    if !remarks.isEmpty { parts.append(remarks.map { "  \($0)\n" }.joined()) }
    if !warnings.isEmpty {
      parts.append(warnings.map { style.warning("  ! \($0)") + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private static func heading(_ title: String?, _ style: TextStyle) -> String {
    title.map { "  \(style.heading($0))\n" } ?? ""
  }

  private static func page(of figures: [Figure], _ style: TextStyle) -> String {
    var table = TextTable([.init(""), .init("", .left), .init("", .right)])
    for figure in figures {
      table.append([figure.label, figure.text, figure.fraction.map(style.percent) ?? ""])
    }
    return table.text(indent: 2)
  }

  private static func page(of table: Table, _ style: TextStyle) -> String {
    guard let first = table.rows.first else { return "  \(table.empty)\n" }
    // A ratio has its percentage in a column beside it.
    let isRatio = first.indices.map { column in
      table.rows.contains { $0[column].fraction != nil }
    }
    var text = TextTable(
      zip(first, isRatio).flatMap { figure, isRatio -> [TextTable.Column] in
        let column = TextTable.Column(
          figure.label, figure.value.isNumeric || isRatio ? .decimal : .left)
        return isRatio ? [column, .init("", .right)] : [column]
      })
    for row in table.shown?.map({ table.rows[$0] }) ?? table.rows {
      text.append(
        zip(row, isRatio).flatMap { figure, isRatio in
          isRatio ? [figure.text, figure.fraction.map(style.percent) ?? ""] : [figure.text]
        })
    }
    return text.text(indent: 2)
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
