package import Faults

/// Reads the records of a CSV text one at a time, carefully: RFC 4180 with LF or CRLF, nothing guessed.
///
/// For inputs that fit in memory. A quote inside an unquoted field, text after a closing quote, a
/// quote that is never closed and invalid UTF-8 are errors with their place. Blank lines between
/// records are skipped. A byte order mark in front is accepted.
package struct CSVRecordReader: Sendable {
  package struct Record: Hashable, Sendable {
    package let fields: [String]
    /// Where the record begins.
    package let position: SourcePosition
  }

  private let bytes: [UInt8]
  /// The input as the user named it.
  private let name: String
  private var offset = 0
  private var line = 1
  private var lineOffset = 0

  package init(_ bytes: [UInt8], name: String = "table") {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      lineOffset = 3
    }
  }

  /// The next record, or nil after the last.
  package mutating func next() throws(Fault) -> Record? {
    while takeLineEnd() {}
    guard offset < bytes.count else { return nil }
    let position = position
    var fields: [String] = []
    repeat {
      fields.append(try field())
    } while takeByte(UInt8(ascii: ","))
    guard takeLineEnd() || offset == bytes.count else {
      throw fault(at: self.position, "a carriage return without a line feed")
    }
    return Record(fields: fields, position: position)
  }

  private var position: SourcePosition {
    SourcePosition(line: line, column: offset - lineOffset + 1, byteOffset: offset)
  }

  private func fault(at position: SourcePosition, _ found: String) -> Fault {
    Fault(
      .syntax, at: .file(name, line: position.line, column: position.column), found: found,
      expected: "CSV as RFC 4180 has it")
  }

  private mutating func field() throws(Fault) -> String {
    let position = position
    let content =
      takeByte(UInt8(ascii: "\"")) ? try quotedContent(from: position) : try plainContent()
    guard let text = String(validating: content, as: UTF8.self) else {
      throw fault(at: position, "a field that is not valid UTF-8")
    }
    return text
  }

  private mutating func plainContent() throws(Fault) -> [UInt8] {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return Array(bytes[start..<offset])
      case UInt8(ascii: "\""):
        throw fault(at: position, "a quote inside a field that is not quoted")
      default: offset += 1
      }
    }
    return Array(bytes[start...])
  }

  /// The content after the opening quote, with doubled quotes made single.
  private mutating func quotedContent(
    from opening: SourcePosition
  ) throws(Fault) -> [UInt8] {
    var content: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\""), !takeByte(UInt8(ascii: "\"")) {
        guard offset == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[offset]) else {
          throw fault(at: position, "text after a closing quote")
        }
        return content
      }
      content.append(byte)
      if byte == UInt8(ascii: "\n") { beginLine() }
    }
    throw fault(at: opening, "a quoted field that is never closed")
  }

  private mutating func takeByte(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func takeLineEnd() -> Bool {
    if offset + 1 < bytes.count, bytes[offset] == 0x0D, bytes[offset + 1] == 0x0A { offset += 1 }
    guard takeByte(UInt8(ascii: "\n")) else { return false }
    beginLine()
    return true
  }

  private mutating func beginLine() {
    line += 1
    lineOffset = offset
  }
}
