/// Operands in error messages: one line, and short whatever the operand.
enum AbbreviatedText {
  /// The longest text that is shown whole: a 256-bit integer with its sign.
  static let limit = 79
  /// How much of a longer text is shown.
  static let shown = 40
  /// Beyond this width an integer is described by its bits instead of being converted to decimals.
  static let convertedBits = 1 << 17

  /// The text of a number as it was given, unprintable bytes escaped.
  static func of(_ bytes: Span<UInt8>) -> String {
    let isWhole = bytes.count <= limit
    var text = ""
    for index in 0..<(isWhole ? bytes.count : shown) {
      let byte = bytes[index]
      if (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return isWhole ? text : "\(text)… (\(bytes.count) characters)"
  }
}

extension ExactInteger {
  /// The decimal text for error messages: whole up to 256 bits, else the first 40 digits and their
  /// number, or only the width of a value of more than 131,072 bits.
  public var abbreviatedText: String {
    if bitWidth > AbbreviatedText.convertedBits {
      return "\(negative ? "a negative" : "an") integer of \(bitWidth) bits"
    }
    let text = description
    guard text.utf8.count > AbbreviatedText.limit else { return text }
    let digitCount = text.utf8.count - (negative ? 1 : 0)
    return "\(text.prefix(AbbreviatedText.shown))… (\(digitCount) digits)"
  }
}
