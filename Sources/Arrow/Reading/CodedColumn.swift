internal import Bulk
internal import CBeraYield
internal import Quantities

// Unsafe: the dictionary of an array is looked at once, where it is not null.

/// A column as one of a vault's inputs: its values, or indices of the values of a dictionary, which are
/// read once for a batch.
struct CodedColumn: Sendable {
  private let decimals: Int
  /// The values, or the indices.
  private let column: ArrowColumn
  private let dictionary: Dictionary?
  /// The batch's own nulls, where it has some: rows that are not there at all.
  private let rows: ArrowColumn?

  private struct Dictionary: Sendable {
    let values: ArrowColumn
    var words: [UInt128]
    var marks: [UInt8]
  }

  init(
    _ array: ArrowArray, _ expected: ArrowBatch.Expected, rows: ArrowColumn?, from first: Int,
    count: Int
  ) throws(ArrowFault) {
    let name = expected.field.name
    self.rows = rows
    decimals = expected.key.decimals
    let indices = expected.field.indices
    column = try unsafe ArrowColumn(
      array, indices ?? expected.type, name: name, from: first, count: count)
    guard (indices != nil) == (unsafe array.dictionary != nil) else {
      throw .malformed(
        name, indices == nil ? "a dictionary" : "no dictionary",
        expected: indices == nil ? "none, as the schema says" : "one, as the schema says")
    }
    guard let values = unsafe array.dictionary else {
      dictionary = nil
      return
    }
    dictionary = try unsafe Self.dictionary(values.pointee, expected, decimals)
  }

  private static func dictionary(
    _ array: ArrowArray, _ expected: ArrowBatch.Expected, _ decimals: Int
  ) throws(ArrowFault) -> Dictionary {
    let values = try unsafe ArrowColumn(
      array, expected.type, name: expected.field.name, from: 0, count: nil)
    var dictionary = Dictionary(values: values, words: [], marks: [])
    var start = 0
    while start < values.length {
      let rows = start..<min(start + VaultBlock.capacity, values.length)
      var words = [UInt128](repeating: 0, count: rows.count)
      var marks = [UInt8](repeating: 0, count: rows.count)
      do {
        var wordSpan = words.mutableSpan
        var markSpan = marks.mutableSpan
        try values.read(rows, decimals: decimals, into: &wordSpan, &markSpan)
      }
      dictionary.words += words
      dictionary.marks += marks
      start = rows.upperBound
    }
    return dictionary
  }

  /// Reads rows, as `ArrowColumn` does.
  func read(
    _ range: Range<Int>, into words: inout MutableSpan<UInt128>, _ marks: inout MutableSpan<UInt8>
  ) throws(ArrowFault) {
    if let dictionary {
      try decode(range, dictionary, &words, &marks)
    } else {
      try column.read(range, decimals: decimals, into: &words, &marks)
    }
    guard let rows else { return }
    for (index, row) in range.enumerated() where rows.isNull(row) {
      words[index] = 0
      marks[index] = VaultBlock.Marks.missing.rawValue
    }
  }

  private func decode(
    _ range: Range<Int>, _ dictionary: Dictionary, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) throws(ArrowFault) {
    // An index is read as any whole number; one below 0 is marked.
    try column.read(range, decimals: 0, into: &words, &marks)
    for index in 0..<range.count where marks[index] & VaultBlock.Marks.missing.rawValue == 0 {
      let place = words[index]
      guard marks[index] == 0, place < UInt128(dictionary.words.count) else {
        throw .malformed(
          column.name, "an index in row \(range.lowerBound + index) outside of the dictionary",
          expected: "0 to \(dictionary.words.count - 1)")
      }
      words[index] = dictionary.words[Int(place)]
      marks[index] = dictionary.marks[Int(place)]
    }
  }

  /// What a row says; nil where it is null.
  func text(_ row: Int) -> String? {
    guard rows?.isNull(row) != true, !column.isNull(row) else { return nil }
    guard let dictionary else { return column.text(row) }
    return column.text(row).flatMap { Int($0) }.flatMap { dictionary.values.text($0) }
  }
}
