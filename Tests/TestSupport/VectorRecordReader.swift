/// The records of a CSV text, one after the other (RFC 4180).
struct VectorRecordReader {
  private let bytes: [UInt8]
  private let source: String
  private var offset = 0
  private var line = 1

  init(text: String, source: String) {
    bytes = Array(text.utf8)
    self.source = source
  }

  /// The next record with the place where it begins, or nil at the end.
  mutating func next() throws -> (place: String, fields: [String])? {
    guard offset < bytes.count else { return nil }
    let place = "\(source):\(line)"
    var fields: [String] = []
    while true {
      fields.append(try field(at: place))
      guard offset < bytes.count else { return (place, fields) }
      let separator = bytes[offset]
      offset += 1
      if separator == UInt8(ascii: "\n") {
        line += 1
        return (place, fields)
      }
    }
  }

  /// The field at the offset, which then is at a comma, at a line feed or at the end.
  private mutating func field(at place: String) throws -> String {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      return try quotedField(at: place)
    }
    let start = offset
    while offset < bytes.count, !isSeparator(bytes[offset]) {
      guard bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\r") else {
        throw VectorFault(
          place, found: "a quote or a carriage return inside a field", expected: "quotes around it")
      }
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func quotedField(at place: String) throws -> String {
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
          guard offset == bytes.count || isSeparator(bytes[offset]) else { break }
          return String(decoding: content, as: UTF8.self)
        }
        offset += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      content.append(byte)
    }
    throw VectorFault(
      place, found: "a quoted field without its end", expected: "a quote before the next comma")
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }
}
