package import Faults
internal import Yields

/// The figures of a block's rows, column by column.
package struct TableFigures {
  /// The rows' statuses.
  package var statuses = [RowStatus](repeating: .rejected, count: VaultBlock.capacity)
  /// A column of numbers or flags for each figure, in order; those that are texts stay as they are.
  package internal(set) var columns: [FigureColumn]
  /// The texts of each figure that is one, by row; none where there is none.
  package internal(set) var texts: [[Int: String]]
  /// The rows that cannot be evaluated, in order.
  package internal(set) var faults: [(row: Int, fault: Fault)] = []

  init(_ figures: [RowFigure]) {
    columns = figures.map { figure in
      FigureColumn(
        decimals: figure.key.unit.decimals,
        words: [UInt128](repeating: 0, count: VaultBlock.capacity))
    }
    texts = figures.map { _ in [:] }
  }

  /// Forgets the block before.
  mutating func begin() {
    faults = []
    for index in columns.indices {
      columns[index].forgetExceptions()
      if !texts[index].isEmpty { texts[index] = [:] }
    }
  }

  /// Says that a row has none of the figures.
  mutating func clear(_ row: Int, _ status: RowStatus) {
    statuses[row] = status
    for index in columns.indices { columns[index].replace(row, with: .none) }
  }
}
