/// Writes CSV records (RFC 4180, line feeds) into a byte buffer that the caller drains.
package struct CSVWriter: Sendable {
  /// What was written since the last `takeBytes()`.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The bytes written so far; the writer goes on with an empty buffer.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// One record.
  ///
  /// A nil field is an unknown value and comes out empty.
  package mutating func record(_ fields: some Sequence<String?>) {
    let start = bytes.count
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      if let field { Self.append(field.utf8, to: &bytes) }
    }
    // A record of one empty field must not look like an empty line.
    if bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// One field as it stands in a record, as the other `append(_:to:delimiter:)` writes it.
  package static func append(
    _ field: some Collection<UInt8>, to bytes: inout [UInt8], delimiter: CSVDelimiter = .comma
  ) {
    append(Array(field).span, to: &bytes, delimiter: delimiter)
  }

  /// One field as it stands in a record: quoted exactly when it has to be.
  package static func append(
    _ field: Span<UInt8>, to bytes: inout [UInt8], delimiter: CSVDelimiter = .comma
  ) {
    let isQuoted = field.indices.contains {
      field[$0] == delimiter.rawValue || needsQuotes(field[$0])
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    for index in field.indices {
      if field[index] == UInt8(ascii: "\"") { bytes.append(field[index]) }
      bytes.append(field[index])
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
