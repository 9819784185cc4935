package import Bulk
internal import Faults
internal import Quantities
internal import Yields

/// The points of a grid as batches that leave: a column for each axis, and one for each figure.
package final class GridTable {
  private let grid: ParameterGrid
  private let types: [FigureType]
  private let names: [String]
  private var batches: GridBatches

  /// - Parameters:
  ///   - grid: the grid.
  ///   - points: which of its points.
  ///   - isWide: whether decimals have 256 bits and not 128.
  ///   - threads: how many work on a batch.
  package init(_ grid: ParameterGrid, _ points: Range<Int>, isWide: Bool, threads: Int) {
    self.grid = grid
    names = grid.axes.map(\.key.rawValue) + grid.metrics.map(\.rawValue)
    types = (grid.axes.map(\.key.figureUnit) + grid.metrics.map(\.unit)).map { unit in
      FigureType(of: unit, isWide: isWide, isText: false)
    }
    batches = GridBatches(grid, points, threads: threads)
  }

  /// The points as a stream.
  package var stream: OutgoingStream {
    OutgoingStream(.batch(zip(names, types).map { $1.field($0) })) { () throws(ArrowFault) in
      try self.next()
    }
  }

  private func next() throws(ArrowFault) -> OutgoingArray? {
    guard let batch = batches.next() else { return nil }
    let count = batch.points.count
    var columns: [OutgoingArray] = []
    for (index, type) in types.enumerated() {
      let array = try FigureArray(type, length: count)
      if index < batch.axes.count {
        try write(batch.axes[index], index, 0, to: array)
      } else {
        for block in batch.blocks {
          let first = block.points.lowerBound - batch.points.lowerBound
          try write(block.columns[index - batch.axes.count], index, first, to: array)
        }
      }
      columns.append(try array.finish())
    }
    return .batch(count, columns)
  }

  private func write(
    _ figures: FigureColumn, _ index: Int, _ first: Int, to array: FigureArray
  ) throws(ArrowFault) {
    let beyond = array.write(figures, from: first, count: figures.count)
    guard let row = beyond.first else { return }
    throw .input(
      Fault(
        .outOfRange, at: .input(names[index]), found: figures.text(row),
        expected: "a number that the column's type holds",
        hint: "precision 76 has 256-bit decimals"))
  }
}
