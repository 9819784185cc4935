package import FixedPoint

/// One metric over two axes, as coloured cells.
package struct HeatMap: PlotPanel {
  /// A cell that is worth a ring, such as the present values.
  package struct Mark: Hashable, Sendable {
    package let column: Int
    package let row: Int
    package let name: String

    package init(column: Int, row: Int, name: String) {
      self.column = column
      self.row = row
      self.name = name
    }
  }

  package let title: String
  /// The axis to the right, and its values, one a column.
  package let x: PlotAxis
  package let columns: [Wad]
  /// The axis upwards, and its values, one a row.
  package let y: PlotAxis
  package let rows: [Wad]
  /// What the colours show.
  package let metric: PlotAxis
  /// The value of each cell, row by row; nil where there is none.
  package let cells: [Wad?]
  package let marks: [Mark]

  /// A map.
  ///
  /// - Parameters:
  ///   - title: what it shows.
  ///   - x: the axis to the right.
  ///   - columns: its values.
  ///   - y: the axis upwards.
  ///   - rows: its values.
  ///   - metric: what the colours show.
  ///   - cells: the value of each cell, row by row: `rows.count * columns.count` of them.
  ///   - marks: cells that are worth a ring.
  package init(
    title: String, x: PlotAxis, columns: [Wad], y: PlotAxis, rows: [Wad], metric: PlotAxis,
    cells: [Wad?], marks: [Mark] = []
  ) {
    precondition(cells.count == rows.count * columns.count, "one value for each cell")
    precondition(
      marks.allSatisfy { columns.indices.contains($0.column) && rows.indices.contains($0.row) },
      "a mark on a cell")
    self.title = title
    self.x = x
    self.columns = columns
    self.y = y
    self.rows = rows
    self.metric = metric
    self.cells = cells
    self.marks = marks
  }

  /// The value of a cell.
  func value(row: Int, column: Int) -> Wad? { cells[row * columns.count + column] }

  /// The values at the four corners as a table, the upper row first, as the map has it.
  var corners: [[String]] {
    guard let top = rows.indices.last, let right = columns.indices.last else { return [] }
    let across = right == 0 ? [0] : [0, right]
    let down = top == 0 ? [0] : [top, 0]
    let titles = x.shortTexts(across.map { columns[$0] })
    let names = y.shortTexts(down.map { rows[$0] })
    return [[""] + titles]
      + zip(down, names).map { row, name in
        [name]
          + across.map { column in
            value(row: row, column: column).flatMap { metric.shortTexts([$0]).first } ?? "none"
          }
      }
  }
}
