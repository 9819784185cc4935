internal import Faults

/// Writes JSON piece by piece into a byte buffer that the caller drains.
///
/// Keys come out in the order they are given. A number is given as its text, so that no digit can be
/// lost. The caller keeps the grammar (a key before each member's value, an end for each begin); the
/// writer keeps commas, colons and indentation.
package struct JSONWriter: Sendable {
  package enum Style: Hashable, Sendable {
    /// Everything on one line, no spaces: a line of NDJSON.
    case compact
    /// Two spaces a level, one member or element a line.
    case pretty
  }

  private let style: Style
  /// For each open container, from the outermost: whether it holds anything yet.
  private var isEmpty: [Bool] = []
  private var afterKey = false
  /// What was written since the last `takeBytes()`.
  package private(set) var bytes: [UInt8] = []

  package init(style: Style) {
    self.style = style
  }

  /// The bytes written so far; the writer goes on with an empty buffer.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The text written so far; the writer goes on with an empty buffer.
  package mutating func takeText() -> String {
    String(decoding: takeBytes(), as: UTF8.self)
  }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// A line feed outside any value: ends a document or a line of NDJSON.
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  package mutating func key(_ key: String) {
    separate()
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  package mutating func string(_ text: String) {
    separate()
    appendQuoted(text)
  }

  /// A number by its text, which the caller knows to be a JSON number.
  package mutating func number(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func number(_ value: some BinaryInteger) { number(String(value)) }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A member with a string value, or null where there is none.
  package mutating func member(_ key: String, string text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  /// A whole value.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      beginObject()
      self.members(members)
      endObject()
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element.value) }
      endArray()
    case .string(let text): string(text)
    case .number(let text): number(text)
    case .bool(let flag): bool(flag)
    case .null: null()
    }
  }

  /// Members of the object that is open.
  package mutating func members(_ members: [JSONMember]) {
    for member in members {
      key(member.key)
      value(member.node.value)
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    isEmpty.append(true)
  }

  private mutating func end(_ bracket: UInt8) {
    if isEmpty.popLast() == false { lineBreak() }
    bytes.append(bracket)
  }

  /// Writes what stands between the previous value and the next one.
  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let innermost = isEmpty.indices.last else { return }
    if !isEmpty[innermost] { bytes.append(UInt8(ascii: ",")) }
    isEmpty[innermost] = false
    lineBreak()
  }

  private mutating func lineBreak() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * isEmpty.count))
  }

  /// Escapes what RFC 8259 requires and nothing else; other text stays UTF-8.
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Characters that would move a terminal's cursor or turn its text are written as their numbers.
    if text.utf8.contains(where: { $0 >= 0x7F }),
      text.unicodeScalars.contains(where: PrintableText.isHidden)
    {
      appendScalars(text)
    } else {
      appendContent(text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendScalars(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x7F, PrintableText.isHidden(scalar) {
        bytes.append(contentsOf: PrintableText.ofJSON(String(scalar)).utf8)
      } else {
        appendContent(String(scalar).utf8)
      }
    }
  }

  private mutating func appendContent(_ content: String.UTF8View) {
    for byte in content {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
