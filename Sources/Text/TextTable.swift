/// A table of text in aligned columns, for people.
///
/// Cells never wrap and nothing is cut: a terminal scrolls, a lost digit is lost. Widths count
/// characters, with the wide scripts and emoji as two.
package struct TextTable: Sendable {
  package enum Alignment: Hashable, Sendable {
    case left, right
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

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Between columns.
  private static let gap = "  "

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

  /// The lines of the table: titles and a rule under them unless all titles are empty, then the rows.
  package func lines() -> [String] {
    let shapes = columns.indices.map { column in
      Shape(columns[column], cells: rows.map { $0[column] })
    }
    func joined(_ cells: [String]) -> String {
      var line = cells.joined(separator: Self.gap)
      while line.last == " " { line.removeLast() }
      return line
    }
    var lines: [String] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines.append(joined(zip(columns, shapes).map { $1.padded(title: $0.title) }))
      lines.append(joined(shapes.map { String(repeating: "-", count: $0.width) }))
    }
    return lines + rows.map { cells in joined(zip(cells, shapes).map { $1.padded($0) }) }
  }

  /// The table as one text, each line ended by a line feed and begun by `indent` spaces.
  ///
  /// - Parameters:
  ///   - indent: spaces before each line.
  ///   - isTitled: whether the titles are shown; they count for the widths in any case.
  package func text(indent: Int = 0, isTitled: Bool = true) -> String {
    let margin = String(repeating: " ", count: indent)
    let titleLines = columns.contains { !$0.title.isEmpty } ? 2 : 0
    return lines().dropFirst(isTitled ? 0 : titleLines).map {
      ($0.isEmpty ? "" : margin + $0) + "\n"
    }.joined()
  }
}

/// The measures of one column, and how its cells are padded to them.
private struct Shape {
  let alignment: TextTable.Alignment
  let width: Int
  /// The widest part from a decimal point on, in a decimal column.
  let tailWidth: Int

  init(_ column: TextTable.Column, cells: [String]) {
    alignment = column.alignment
    let tailWidth = cells.map { TextWidth.of(Self.tail($0)) }.max() ?? 0
    self.tailWidth = tailWidth
    let isDecimal = column.alignment == .decimal
    let widths = cells.map { cell in
      isDecimal
        ? TextWidth.of(cell) - TextWidth.of(Self.tail(cell)) + tailWidth : TextWidth.of(cell)
    }
    width = max(TextWidth.of(column.title), widths.max() ?? 0)
  }

  func padded(_ cell: String) -> String {
    switch alignment {
    case .left: cell + blanks(width - TextWidth.of(cell))
    case .right: blanks(width - TextWidth.of(cell)) + cell
    case .decimal:
      blanks(width - TextWidth.of(cell) - missingTail(cell)) + cell + blanks(missingTail(cell))
    }
  }

  func padded(title: String) -> String {
    let padding = blanks(width - TextWidth.of(title))
    return alignment == .left ? title + padding : padding + title
  }

  private func missingTail(_ cell: String) -> Int {
    tailWidth - TextWidth.of(Self.tail(cell))
  }

  /// From the decimal point, or from what follows the digits (a unit), to the end.
  private static func tail(_ cell: String) -> Substring {
    let split = cell.firstIndex { !($0.isWholeNumber || "+-,_".contains($0)) }
    return cell[(split ?? cell.endIndex)...]
  }

  private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
  }
}
