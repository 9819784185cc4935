/// A row of a CSV file whose header names the columns.
///
/// The reader is the tests' own: an oracle must not be read by the engine that it judges. It knows
/// quoted fields (RFC 4180), also with line feeds inside, and refuses whatever else is odd. Every
/// fault names file and line.
public struct VectorRow: Sendable, CustomStringConvertible {
  /// File and line, such as `solve.csv:17`.
  public let place: String
  /// The fields in the header's order.
  public let fields: [String]
  private let columns: [String: Int]

  /// The rows of a file in `Tests/Vectors`.
  ///
  /// - Throws: `VectorFault` where the file is not a table with at least one row.
  public static func all(in file: String) throws -> [VectorRow] {
    try all(of: String(decoding: VectorFile.bytes(file), as: UTF8.self), source: file)
  }

  /// The rows of a text.
  ///
  /// - Parameters:
  ///   - text: header and rows.
  ///   - source: what faults call the text.
  /// - Returns: one row or more.
  /// - Throws: `VectorFault` where it is not a table with at least one row: without a row every loop
  ///   over the rows would pass.
  public static func all(of text: String, source: String) throws -> [VectorRow] {
    var reader = VectorRecordReader(text: text, source: source)
    guard let header = try reader.next() else {
      throw VectorFault("\(source):1", found: "nothing", expected: "a header")
    }
    var columns: [String: Int] = [:]
    for (index, name) in header.fields.enumerated() {
      guard columns.updateValue(index, forKey: name) == nil else {
        throw VectorFault(
          header.place, found: "the column \"\(name)\" twice", expected: "each name once")
      }
    }
    var rows: [VectorRow] = []
    while let record = try reader.next() {
      guard record.fields.count == columns.count else {
        throw VectorFault(
          record.place, found: "\(record.fields.count) fields", expected: "\(columns.count)")
      }
      rows.append(VectorRow(place: record.place, fields: record.fields, columns: columns))
    }
    guard !rows.isEmpty else {
      throw VectorFault("\(source):2", found: "no row", expected: "one or more")
    }
    return rows
  }

  /// Place and fields, for the message of a failed test.
  public var description: String { "\(place): \(fields.joined(separator: ","))" }

  /// The text in a column, empty where the field is.
  public func text(_ column: String) throws -> String {
    guard let index = columns[column] else {
      let known = columns.keys.sorted().joined(separator: ", ")
      throw VectorFault(place, found: "no column \"\(column)\"", expected: "one of \(known)")
    }
    return fields[index]
  }

  /// What a column's text means.
  ///
  /// - Parameters:
  ///   - column: the column's name.
  ///   - parse: makes the value; nil or an error is a fault of the row.
  /// - Returns: what `parse` made.
  /// - Throws: `VectorFault` where there is no such column, or its text means nothing.
  public func value<Value>(
    _ column: String, _ parse: (String) throws -> Value?
  ) throws -> Value {
    let text = try text(column)
    guard let value = try? parse(text) else {
      throw VectorFault(
        place, found: "\"\(text)\" in the column \"\(column)\"", expected: "a \(Value.self)")
    }
    return value
  }

  /// What a column's text means, or nil where the field is empty.
  public func valueIfPresent<Value>(
    _ column: String, _ parse: (String) throws -> Value?
  ) throws -> Value? {
    try text(column).isEmpty ? nil : try value(column, parse)
  }
}

/// A vector that cannot be read: where, what is there, what should be.
public struct VectorFault: Error, CustomStringConvertible {
  /// One line: place, what was found, what was expected.
  public let description: String

  init(_ place: String, found: String, expected: String) {
    description = "\(place): found \(found); expected \(expected)"
  }
}
