internal import FixedPoint
internal import Text
internal import Yields

/// Writes the rows of a stream in any of its forms: begin, row after row, finish.
///
///     begin                                       a header line, or what opens the array
///     beginRow, a cell for each column, endRow    again and again
///     finish                                      what closes the array
///
/// JSON has numbers for what is counted and strings for everything else that is exact. What there is
/// none of is an empty cell, and null in JSON.
///
/// Each slot of work has a writer of its own: counting the references to shared keys would cost two
/// threads more than they gain.
struct RowWriter {
  /// A column of the rows.
  struct Column: Sendable {
    let name: String
    let unit: FigureUnit
  }

  private let format: RowFormat
  private let names: [String]
  private let decimals: [Int]
  /// Below which value a column's cells are numbers in JSON.
  private let numberLimits: [UInt128]
  /// Whether a column's cells are true or false.
  private let areFlags: [Bool]
  /// In JSON, what stands before a value of each column, and where in these bytes.
  private let keys = ByteBuffer(capacity: 256)
  private let keyRanges: [Range<Int>]
  /// What stands around a value.
  private let quote: UInt8?
  /// What stands for a value that does not exist.
  private let absent: [UInt8]

  init(_ columns: [Column], format: RowFormat) {
    names = columns.map(\.name)
    decimals = columns.map(\.unit.decimals)
    numberLimits = columns.map { $0.unit.isNumber ? UInt128(JSONValue.numberLimit) : 0 }
    areFlags = columns.map { $0.unit == .flag }
    self.format = format
    let isJSON = format == .json || format == .ndjson
    var keyRanges: [Range<Int>] = []
    for (index, name) in names.enumerated() where isJSON {
      let start = keys.count
      keys.append(Array((index == 0 ? "" : ",").utf8) + Self.quoted(name) + Array(":".utf8))
      keyRanges.append(start..<keys.count)
    }
    self.keyRanges = keyRanges
    quote = isJSON ? UInt8(ascii: "\"") : nil
    absent = Array((isJSON ? "null" : "").utf8)
  }

  /// What stands before the first row.
  func begin(in buffer: ByteBuffer) {
    switch format {
    case .ndjson: break
    case .json: buffer.append(UInt8(ascii: "["))
    case .csv:
      for (index, name) in names.enumerated() { append(name, in: index, to: buffer) }
      buffer.append(UInt8(ascii: "\n"))
    }
  }

  /// What stands before the cells of a row.
  func beginRow(isFirst: Bool, in buffer: ByteBuffer) {
    switch format {
    case .csv: break
    case .ndjson: buffer.append(UInt8(ascii: "{"))
    case .json: buffer.append(Array((isFirst ? "\n  {" : ",\n  {").utf8))
    }
  }

  /// What stands behind the cells of a row.
  func endRow(in buffer: ByteBuffer) {
    switch format {
    case .csv: buffer.append(UInt8(ascii: "\n"))
    case .ndjson: buffer.append(Array("}\n".utf8))
    case .json: buffer.append(UInt8(ascii: "}"))
    }
  }

  /// What stands behind the last row.
  func finish(in buffer: ByteBuffer) {
    if format == .json { buffer.append(Array("\n]\n".utf8)) }
  }

  /// A cell with a number in units of the column's last decimal.
  func append(_ word: UInt128, in column: Int, to buffer: ByteBuffer) {
    beginCell(column, in: buffer)
    let decimals = decimals[column]
    let quote = word < numberLimits[column] ? nil : quote
    if let quote { buffer.append(quote) }
    if !buffer.append(word, isWad: decimals == Wad.fractionDigits) {
      buffer.append(Array(FigureValue(raw: ExactInteger(word), decimals: decimals).text.utf8))
    }
    if let quote { buffer.append(quote) }
  }

  /// A cell with a text, or one without a value.
  func append(_ text: String?, in column: Int, to buffer: ByteBuffer) {
    beginCell(column, in: buffer)
    switch (text, format) {
    case (nil, _): buffer.append(absent)
    case (let text?, .csv):
      var field: [UInt8] = []
      CSVWriter.append(text.utf8, to: &field)
      buffer.append(field)
    case (let text?, .json), (let text?, .ndjson):
      let isBare =
        areFlags[column] || (UInt128(text).map { $0 < numberLimits[column] } ?? false)
      buffer.append(isBare ? Array(text.utf8) : Self.quoted(text))
    }
  }

  /// What stands between the cells of a row, and a key in front of a value.
  @inline(always)
  private func beginCell(_ column: Int, in buffer: ByteBuffer) {
    if quote != nil {
      buffer.append(keyRanges[column], of: keys)
    } else if column > 0 {
      buffer.append(UInt8(ascii: ","))
    }
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.string(text)
    return writer.takeBytes()
  }
}
