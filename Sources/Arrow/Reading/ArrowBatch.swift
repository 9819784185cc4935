internal import Bulk
internal import CBeraYield
internal import Quantities

// Unsafe: pointers to columns are looked at once, where counts say that they are there.

/// A batch of rows that is evaluated: its columns that are inputs.
final class ArrowBatch: Sendable {
  let length: Int
  private let source: IncomingArray
  private let inputs: [Input]

  /// A column with what it is read as.
  private struct Input: Sendable {
    let key: InputKey
    let place: Int
    let column: CodedColumn
  }

  /// A column that the batch should have.
  struct Expected: Sendable {
    let key: InputKey
    let place: Int
    let field: ArrowField
    let type: ArrowType
  }

  /// Checks a batch.
  ///
  /// - Parameters:
  ///   - source: a struct.
  ///   - columnCount: how many columns its schema has.
  ///   - expected: the columns that are read.
  /// - Throws: `ArrowFault` where the batch contradicts itself or its schema.
  init(
    _ source: IncomingArray, columnCount: Int, _ expected: [Expected]
  ) throws(ArrowFault) {
    let array = unsafe source.array.pointee
    let (length, offset) = unsafe (Int(array.length), Int(array.offset))
    guard length >= 0, offset >= 0, length <= Int.max / 64, offset <= Int.max / 64 else {
      throw .malformed(
        nil, "a length of \(length) from \(offset) on", expected: "neither below 0 nor too large")
    }
    guard unsafe Int(clamping: array.n_children) == columnCount,
      unsafe columnCount == 0 || array.children != nil
    else {
      throw .malformed(
        nil, "\(unsafe array.n_children) columns", expected: "\(columnCount), as the schema says")
    }
    guard unsafe array.dictionary == nil else {
      throw .malformed(nil, "a table with a dictionary", expected: "none")
    }
    let rows = try unsafe ArrowColumn(
      array, .rows, name: "", from: 0, count: nil)
    self.length = length
    self.source = source
    // Before a buffer is looked at: a length that one column contradicts is not believed for another.
    var columns: [ArrowArray] = unsafe []
    for expectation in expected {
      guard let child = unsafe array.children[expectation.place] else {
        throw .malformed(expectation.field.name, "a column that is null", expected: "an array")
      }
      guard unsafe child.pointee.length >= offset + length else {
        throw .malformed(
          expectation.field.name, "a length of \(unsafe child.pointee.length)",
          expected: "\(offset + length) rows or more")
      }
      unsafe columns.append(child.pointee)
    }
    var inputs: [Input] = []
    for (index, expectation) in expected.enumerated() {
      let column = try unsafe CodedColumn(
        columns[index], expectation, rows: rows.mayHaveNulls ? rows : nil, from: offset,
        count: length)
      inputs.append(Input(key: expectation.key, place: expectation.place, column: column))
    }
    self.inputs = inputs
  }

  /// Fills a block with rows.
  func fill(_ block: inout VaultBlock, _ rows: Range<Int>) throws(ArrowFault) {
    for input in inputs {
      try block.fill(input.key) { words, marks throws(ArrowFault) in
        try input.column.read(rows, into: &words, &marks)
      }
    }
  }

  /// The cells of rows as texts.
  struct Cells: TableCells {
    let batch: ArrowBatch
    let first: Int

    func text(_ column: Int, row: Int) -> String? {
      batch.inputs.first { $0.place == column }?.column.text(first + row)
    }
  }

  /// The columns that are kept, taken out of the batch: nothing is read of it afterwards.
  func takeColumns(_ places: [Int]) throws(ArrowFault) -> [OutgoingArray] {
    var columns: [OutgoingArray] = []
    for place in places { columns.append(try source.takeColumn(place)) }
    return columns
  }
}
