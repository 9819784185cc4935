internal import Faults

extension JSONParser {
  /// The string that begins at the cursor, with its escapes resolved.
  mutating func string() throws(Fault) -> String {
    let opening = cursor.position
    cursor.advance()
    var bytes: [UInt8] = []
    while true {
      cursor.take(into: &bytes) { byte in
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      }
      switch cursor.peek() {
      case UInt8(ascii: "\""):
        cursor.advance()
        guard let string = String(validating: bytes, as: UTF8.self) else {
          throw fault(
            position: opening, found: "a string that is not valid UTF-8", expected: "UTF-8 text")
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &bytes)
      case nil:
        throw fault(
          position: opening, found: "a string without its closing quote",
          expected: "a double quote before the end of the input")
      default:
        throw failure(
          found: "a control character in a string (\(Self.name(cursor.peek())))",
          expected: "an escape such as \\n")
      }
    }
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(Fault) {
    let position = cursor.position
    cursor.advance()
    let kind = cursor.peek()
    let plain: UInt8
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = kind ?? 0
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      cursor.advance()
      let scalar = try unicodeEscape(at: position)
      bytes.append(contentsOf: String(Character(scalar)).utf8)
      return
    default: throw failure(expected: "one of \" \\ / b f n r t u after a backslash")
    }
    cursor.advance()
    bytes.append(plain)
  }

  /// `\u` and four digits, or two of these that make one scalar outside the basic plane.
  private mutating func unicodeEscape(
    at position: SourcePosition
  ) throws(Fault) -> Unicode.Scalar {
    let loneSurrogate = fault(
      position: position, found: "half of a surrogate pair", expected: "a whole character")
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), cursor.peek() == UInt8(ascii: "\\") else {
      throw loneSurrogate
    }
    cursor.advance()
    guard cursor.peek() == UInt8(ascii: "u") else { throw loneSurrogate }
    cursor.advance()
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw loneSurrogate }
    return scalar
  }

  private mutating func fourHexDigits() throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = cursor.peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        let digit = UInt32(exactly: digit)
      else { throw failure(expected: "four hexadecimal digits after \\u") }
      value = value << 4 | digit
      cursor.advance()
    }
    return value
  }
}
