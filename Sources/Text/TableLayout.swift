/// How wide the columns of a table are, where their cells break, and which of them stand side by side.
struct TableLayout {
  /// Columns that stand side by side: all of them, or parts that begin with the first column.
  let parts: [[Int]]

  private let columns: [TextTable.Column]
  private let shapes: [ColumnShape]

  init(_ table: TextTable, width: Int) {
    columns = table.columns
    func shape(_ column: Int, beside others: Int) -> ColumnShape {
      ColumnShape(
        table.columns[column], cells: table.rows.map { $0[column] },
        room: width - TextTable.gap.count - others)
    }
    var shapes = table.columns.indices.dropFirst().map { shape($0, beside: ColumnShape.sentence) }
    // The first column stands in each part, beside the widest of the others.
    if !table.columns.isEmpty {
      shapes.insert(shape(0, beside: shapes.map(\.least).max() ?? 0), at: 0)
    }
    let all = Array(columns.indices)
    if Self.total(shapes, all, by: \.least) <= width {
      parts = [all]
    } else {
      for index in all { shapes[index].width = min(shapes[index].width, width) }
      // It leaves the others room.
      if let first = shapes.first {
        shapes[0].width = min(first.width, max(first.least, Self.widestRepeated))
      }
      parts = Self.parts(shapes, width: width)
    }
    for part in parts { Self.narrow(&shapes, part, to: width) }
    self.shapes = shapes
  }

  /// What a column that is repeated has room for, where its words permit.
  private static let widestRepeated = 24

  private static func total(
    _ shapes: [ColumnShape], _ part: [Int], by width: KeyPath<ColumnShape, Int>
  ) -> Int {
    part.reduce(-TextTable.gap.count) { $0 + shapes[$1][keyPath: width] + TextTable.gap.count }
  }

  /// Takes from the widest columns what is too much.
  private static func narrow(_ shapes: inout [ColumnShape], _ part: [Int], to width: Int) {
    while total(shapes, part, by: \.width) > width {
      let widest = part.filter { shapes[$0].width > shapes[$0].least }
        .max { shapes[$0].width < shapes[$1].width }
      guard let widest else { return }
      shapes[widest].width -= 1
    }
  }

  private static func parts(_ shapes: [ColumnShape], width: Int) -> [[Int]] {
    guard let first = shapes.first else { return [[]] }
    let gap = TextTable.gap.count
    var parts: [[Int]] = []
    var part: [Int] = []
    var used = first.width
    for column in shapes.indices.dropFirst() {
      let next = gap + shapes[column].least
      if !part.isEmpty, used + next > width {
        parts.append(part)
        part = []
        used = first.width
      }
      part.append(column)
      used += next
    }
    return (parts + [part]).map { [0] + $0 }
  }

  /// The titles, broken where they are wider than their column, and a rule.
  func titleLines(_ part: [Int]) -> [String] {
    let titles = part.map { TextWrap.lines(of: columns[$0].title, width: shapes[$0].width) }
    let height = titles.map(\.count).max() ?? 0
    let lines = (0..<height).map { line in
      joined(
        zip(part, titles).map { column, title in
          // Short titles stand on the rule.
          let index = line - (height - title.count)
          return shapes[column].padded(title: index < 0 ? "" : title[index])
        })
    }
    return lines + [joined(part.map { String(repeating: "-", count: shapes[$0].width) })]
  }

  /// A row: one line, or more where cells break.
  func lines(of row: [String], _ part: [Int]) -> [String] {
    let cells = part.map { column in
      shapes[column].alignment == .left
        ? TextWrap.lines(of: row[column], width: shapes[column].width) : [row[column]]
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      joined(
        zip(part, cells).map { column, lines in
          shapes[column].padded(line < lines.count ? lines[line] : "")
        })
    }
  }

  private func joined(_ cells: [String]) -> String {
    var line = cells.joined(separator: TextTable.gap)
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// The measures of one column, and how its cells are padded to them.
private struct ColumnShape {
  /// The column's own; left where numbers are wider than its room and can be broken.
  let alignment: TextTable.Alignment
  /// The width that the column has.
  var width: Int
  /// The least width that breaks no word and no number, and leaves sentences room.
  let least: Int
  /// Narrower than this no sentence is broken.
  static let sentence = 16
  /// An address stands in one piece where there is room for it.
  private static let address = 42
  /// The widest part from a decimal point on, in a decimal column.
  private let tailWidth: Int

  init(_ column: TextTable.Column, cells: [String], room: Int) {
    let isDecimal = column.alignment == .decimal
    let tailWidth = isDecimal ? cells.map { TextWidth.of(Self.tail($0)) }.max() ?? 0 : 0
    self.tailWidth = tailWidth
    let widest =
      cells.map { cell in
        isDecimal
          ? TextWidth.of(cell) - TextWidth.of(Self.tail(cell)) + tailWidth : TextWidth.of(cell)
      }.max() ?? 0
    width = max(TextWidth.of(column.title), widest)
    let titleWord = Self.widestWord(column.title, .max)
    let limit = max(Self.sentence, min(Self.address, room))
    let words = max(titleWord, cells.map { Self.widestWord($0, limit) }.max() ?? 0)
    alignment = widest > room && words < widest ? .left : column.alignment
    least =
      alignment == .left
      ? max(words, min(width, Self.sentence)) : max(titleWord, widest)
  }

  /// The widest word, one that may be broken by no more than a limit.
  private static func widestWord(_ text: String, _ limit: Int) -> Int {
    TextWrap.words(of: text).map { word in
      let width = TextWidth.of(word)
      return width > limit && TextWrap.isBreakable(word) ? limit : width
    }.max() ?? 0
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
    let number = cell.hasPrefix("~ ") ? cell.dropFirst(2) : cell[...]
    let split = number.firstIndex { !($0.isWholeNumber || "+-,_".contains($0)) }
    return number[(split ?? number.endIndex)...]
  }

  private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
  }
}
