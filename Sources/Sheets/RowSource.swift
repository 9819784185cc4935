/// Rows that are made when they are read, so that a long table is never whole in memory.
package struct RowSource<Row>: RandomAccessCollection, Sendable {
  package let count: Int
  private let row: @Sendable (Int) -> Row

  /// Makes each row anew whenever it is read.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - row: makes a row by its number, from zero.
  package init(count: Int, row: @escaping @Sendable (Int) -> Row) {
    self.count = count
    self.row = row
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(position: Int) -> Row { row(position) }

  /// The same rows in another form, each made when it is read.
  func mapped<Other>(_ form: @escaping @Sendable (Row) -> Other) -> RowSource<Other> {
    RowSource<Other>(count: count) { [row] in form(row($0)) }
  }
}

extension RowSource where Row: Sendable {
  /// Rows that exist.
  package init(_ rows: [Row]) {
    self.init(count: rows.count) { rows[$0] }
  }
}
