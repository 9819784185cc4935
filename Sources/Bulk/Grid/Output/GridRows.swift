internal import Quantities
internal import Yields

/// The points of a grid as rows: axis values, then figures.
struct GridRows {
  private let grid: ParameterGrid
  private let writer: RowWriter

  /// Rows that `writer` writes, whose columns are those of the grid.
  init(_ grid: ParameterGrid, by writer: RowWriter) {
    self.grid = grid
    self.writer = writer
  }

  /// The columns of a grid's rows.
  static func columns(of grid: ParameterGrid) -> [RowWriter.Column] {
    grid.axes.map { RowWriter.Column(name: $0.key.rawValue, unit: $0.key.figureUnit) }
      + grid.metrics.map { RowWriter.Column(name: $0.rawValue, unit: $0.unit) }
  }

  /// Appends the rows of consecutive points.
  func append(_ block: GridBlock, to buffer: ByteBuffer) {
    // The cells of the outer axes, which stay the same along a row of the grid.
    let outer = ByteBuffer(capacity: grid.axes.count * 64)
    var isOuterStale = true
    var indices = grid.indices(ofPoint: block.points.lowerBound)
    for (offset, point) in block.points.enumerated() {
      writer.beginRow(isFirst: point == 0, in: buffer)
      if isOuterStale {
        outer.count = 0
        for (column, axis) in grid.axes.dropLast().enumerated() {
          append(axis, indices[column], in: column, to: outer)
        }
      }
      buffer.append(0..<outer.count, of: outer)
      if let axis = grid.axes.last {
        append(axis, indices[grid.axes.count - 1], in: grid.axes.count - 1, to: buffer)
      }
      for (column, figures) in block.columns.enumerated() {
        append(figures, offset, in: grid.axes.count + column, to: buffer)
      }
      writer.endRow(in: buffer)
      isOuterStale = advance(&indices)
    }
  }

  /// Moves to the next point; whether it lies in another row of the grid.
  private func advance(_ indices: inout [Int]) -> Bool {
    for level in grid.axes.indices.reversed() {
      indices[level] += 1
      if indices[level] < grid.axes[level].count { return level < grid.axes.count - 1 }
      indices[level] = 0
    }
    return true
  }

  private func append(_ axis: GridAxis, _ index: Int, in column: Int, to buffer: ByteBuffer) {
    if case .narrow(let values) = axis.storage {
      writer.append(values[index], in: column, to: buffer)
    } else {
      writer.append(axis.text(at: index), in: column, to: buffer)
    }
  }

  private func append(
    _ figures: FigureColumn, _ row: Int, in column: Int, to buffer: ByteBuffer
  ) {
    let word = figures.words[row]
    if word != FigureColumn.exceptional {
      writer.append(word, in: column, to: buffer)
    } else {
      let text = figures[row] == nil ? nil : figures.text(row)
      writer.append(text, in: column, to: buffer)
    }
  }
}
