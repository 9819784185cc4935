/// A table of text in aligned columns, for people.
///
/// Nothing is cut. A table that is wider than its page first breaks titles and sentences at blanks; if
/// that is not enough, the columns go on below, each part with the first column again. Widths count
/// characters, those of the wide scripts and emoji twice.
package struct TextTable: Sendable {
  package enum Alignment: Hashable, Sendable {
    /// Sentences and names, which may break.
    case left
    case right
    /// Decimal points stand under each other.
    case decimal
  }

  package struct Column: Hashable, Sendable {
    package let title: String
    package let alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  /// Between columns.
  static let gap = "  "

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// Missing cells are empty; cells beyond the last column are a programmer's error.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(cells + repeatElement("", count: columns.count - cells.count))
  }

  /// The table as one text, each line ended by a line feed and begun by `indent` spaces.
  ///
  /// - Parameters:
  ///   - indent: spaces before each line.
  ///   - isTitled: whether the titles are shown; they count for the widths in any case.
  ///   - width: how many characters a line has room for, the spaces before it included.
  /// - Returns: the lines.
  package func text(indent: Int = 0, isTitled: Bool = true, width: Int = .max) -> String {
    let layout = TableLayout(self, width: width == .max ? .max : width - indent)
    let hasTitles = isTitled && columns.contains { !$0.title.isEmpty }
    let margin = String(repeating: " ", count: indent)
    return layout.parts.enumerated().compactMap { index, part -> [String]? in
      // A part that goes on below leaves out what has nothing there.
      let shown =
        index == 0 ? rows : rows.filter { row in part.dropFirst().contains { !row[$0].isEmpty } }
      guard index == 0 || !shown.isEmpty else { return nil }
      return (hasTitles ? layout.titleLines(part) : [])
        + shown.flatMap { layout.lines(of: $0, part) }
    }.map { lines in
      lines.map { ($0.isEmpty ? "" : margin + $0) + "\n" }.joined()
    }.joined(separator: "\n")
  }
}
