internal import Faults

/// The grammar of RFC 8259 over a cursor: strict, iterative where lists are, recursive where values
/// nest, to a fixed depth.
struct JSONParser {
  var cursor: JSONCursor
  private var depth = 0
  /// The text of the string or number being read; kept for its storage.
  private var text: [UInt8] = []

  /// Containers inside containers.
  ///
  /// Deeper input is refused before the stack is in danger.
  static let depthLimit = 128

  init(cursor: JSONCursor) {
    self.cursor = cursor
  }

  func failure(found: String? = nil, expected: String) -> Fault {
    var cursor = cursor
    let next = found ?? Self.name(cursor.peek())
    return fault(position: cursor.position, found: next, expected: expected)
  }

  /// A breach of the grammar at a position.
  func fault(position: SourcePosition, found: String, expected: String) -> Fault {
    Fault(
      .syntax, at: .file(cursor.name, line: position.line, column: position.column), found: found,
      expected: expected)
  }

  /// A value, blanks before it allowed.
  mutating func value() throws(Fault) -> JSONNode {
    let first = cursor.peekAfterBlanks()
    let position = cursor.position
    let value: JSONValue
    switch first {
    case UInt8(ascii: "{"): value = try nested { parser throws(Fault) in try parser.object() }
    case UInt8(ascii: "["): value = try nested { parser throws(Fault) in try parser.array() }
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"): value = .number(try number())
    case let digit? where digit.isASCIIDigit: value = .number(try number())
    case let letter? where letter.isASCIILetter: value = try word()
    default: throw failure(expected: "a value")
    }
    return JSONNode(value: value, position: position)
  }

  /// Nothing but blanks may follow a document.
  mutating func end() throws(Fault) {
    guard cursor.peekAfterBlanks() == nil else {
      throw failure(expected: "the end of the input after the value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    guard depth < Self.depthLimit else {
      throw failure(
        found: "a container inside \(Self.depthLimit) others",
        expected: "at most \(Self.depthLimit) levels")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    cursor.advance()
    var elements: [JSONNode] = []
    if cursor.peekAfterBlanks() == UInt8(ascii: "]") {
      cursor.advance()
      return .array(elements)
    }
    repeat {
      elements.append(try value())
    } while try separator(closing: UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func object() throws(Fault) -> JSONValue {
    cursor.advance()
    var members: [JSONMember] = []
    if cursor.peekAfterBlanks() == UInt8(ascii: "}") {
      cursor.advance()
      return .object(members)
    }
    var keys = KeySet()
    repeat {
      guard cursor.peekAfterBlanks() == UInt8(ascii: "\"") else {
        throw failure(expected: "a key in double quotes")
      }
      let position = cursor.position
      let key = try string()
      guard keys.insert(key, among: members) else {
        throw fault(
          position: position, found: "the key \(Quotation.of(key)) a second time",
          expected: "each key once")
      }
      guard cursor.peekAfterBlanks() == UInt8(ascii: ":") else {
        throw failure(expected: "a colon after the key")
      }
      cursor.advance()
      members.append(JSONMember(key: key, keyPosition: position, node: try value()))
    } while try separator(closing: UInt8(ascii: "}"))
    return .object(members)
  }

  /// Steps over a comma (true) or the closing bracket (false).
  mutating func separator(closing bracket: UInt8) throws(Fault) -> Bool {
    let next = cursor.peekAfterBlanks()
    guard next == UInt8(ascii: ",") || next == bracket else {
      throw failure(expected: "a comma or \(Self.name(bracket))")
    }
    cursor.advance()
    return next == UInt8(ascii: ",")
  }

  private mutating func number() throws(Fault) -> String {
    text.removeAll(keepingCapacity: true)
    takeNumberByte(where: { $0 == UInt8(ascii: "-") })
    let start = text.count
    try digits()
    if text.count > start + 1, text[start] == UInt8(ascii: "0") {
      throw failure(found: "a number that begins with 0", expected: "no leading zeros")
    }
    if takeNumberByte(where: { $0 == UInt8(ascii: ".") }) { try digits() }
    if takeNumberByte(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      takeNumberByte(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
      try digits()
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func digits() throws(Fault) {
    let before = text.count
    cursor.take(into: &text) { $0.isASCIIDigit }
    guard text.count > before else { throw failure(expected: "a digit") }
  }

  @discardableResult
  private mutating func takeNumberByte(where belongs: (UInt8) -> Bool) -> Bool {
    guard let byte = cursor.peek(), belongs(byte) else { return false }
    text.append(byte)
    cursor.advance()
    return true
  }

  /// `true`, `false` or `null`; other words, such as NaN, are named in the error.
  private mutating func word() throws(Fault) -> JSONValue {
    let position = cursor.position
    text.removeAll(keepingCapacity: true)
    cursor.take(into: &text) { $0.isASCIILetter }
    let word = String(decoding: text, as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      throw fault(
        position: position, found: "the word \(word.prefix(20))",
        expected: "a value (text goes in double quotes)")
    }
  }

  /// What a byte is called in a message.
  static func name(_ byte: UInt8?) -> String {
    switch byte {
    case nil: "the end of the input"
    case UInt8(ascii: ","): "a comma"
    case UInt8(ascii: ":"): "a colon"
    case UInt8(ascii: "'"): "a single quote"
    case UInt8(ascii: "\""): "a double quote"
    case .some(0x21...0x7E): "'\(Character(Unicode.Scalar(byte ?? 0)))'"
    case .some(let byte): "the byte 0x\(String(byte, radix: 16, uppercase: true))"
    }
  }
}

/// The keys of one object: a scan while they are few, a hash set beyond that.
private struct KeySet {
  private var set: Set<String> = []
  private static let scanLimit = 16

  /// Whether `key` is new.
  mutating func insert(_ key: String, among members: [JSONMember]) -> Bool {
    guard members.count >= Self.scanLimit else { return !members.contains { $0.key == key } }
    if set.isEmpty { set = Set(members.map(\.key)) }
    return set.insert(key).inserted
  }
}
