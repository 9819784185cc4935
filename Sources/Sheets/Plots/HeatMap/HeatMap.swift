package import FixedPoint

/// One metric over two axes, as coloured cells.
package struct HeatMap: PlotPanel {
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
  package init(
    title: String, x: PlotAxis, columns: [Wad], y: PlotAxis, rows: [Wad], metric: PlotAxis,
    cells: [Wad?]
  ) {
    precondition(cells.count == rows.count * columns.count, "one value for each cell")
    self.title = title
    self.x = x
    self.columns = columns
    self.y = y
    self.rows = rows
    self.metric = metric
    self.cells = cells
  }

  /// The value of a cell.
  func value(row: Int, column: Int) -> Wad? { cells[row * columns.count + column] }

  /// The four corners in words, with all digits.
  var corners: [String] {
    guard let lastRow = rows.indices.last, let lastColumn = columns.indices.last else { return [] }
    var places = [(0, 0), (0, lastColumn), (lastRow, 0), (lastRow, lastColumn)]
    if lastRow == 0 { places.removeLast(2) }
    if lastColumn == 0 { places.removeAll { $0.1 == 0 && $0 != (0, 0) && $0 != (lastRow, 0) } }
    return places.map { row, column in
      let text = value(row: row, column: column).map(metric.exactText(_:)) ?? "no value"
      return
        "\(x.title) \(x.exactText(columns[column])), \(y.title) \(y.exactText(rows[row])): \(text)"
    }
  }
}
