/// Bytes as text, `0x` before two hexadecimal digits each.
enum HexText {
  /// The bytes of a text; nil where it is not `0x` and whole pairs of digits.
  static func bytes(of text: String) -> [UInt8]? {
    let digits = text.utf8.dropFirst(2)
    guard text.hasPrefix("0x"), digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: Int?
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      if let upper = high {
        bytes.append(UInt8(upper * 16 + value))
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// The text of bytes, in lower case.
  static func text(of bytes: [UInt8]) -> String {
    bytes.reduce(into: "0x") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}

extension FixedWidthInteger {
  /// The number whose bytes these are, the highest first.
  init(bigEndian bytes: some Sequence<UInt8>) {
    self = bytes.reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
  }

  /// The lowest `count` bytes, the highest of them first.
  func bigEndianBytes(_ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
