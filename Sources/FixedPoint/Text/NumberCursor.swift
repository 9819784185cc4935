/// A place in the bytes of one number that moves forward, shared by the integer and the decimal
/// grammar.
struct NumberCursor {
  var offset = 0

  @inline(__always)
  func isAtEnd(of bytes: Span<UInt8>) -> Bool { offset == bytes.count }

  /// Consumes `byte` if it is next.
  @inline(__always)
  mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Consumes decimal digits, if any, and returns where they stand.
  @inline(__always)
  mutating func takeDigits(in bytes: Span<UInt8>) -> Range<Int> {
    let start = offset
    offset += DigitRun.count(in: bytes, from: offset)
    return start..<offset
  }

  /// What is wrong with the number that cannot go on at the current offset.
  func fault(in bytes: Span<UInt8>) -> NumberTextFault {
    if bytes.isEmpty { return .empty }
    if isAtEnd(of: bytes) { return .noDigits }
    switch bytes[offset] {
    case UInt8(ascii: "+"): return offset == 0 ? .plusSign : .unexpectedCharacter(offset: offset)
    case UInt8(ascii: " "), 0x09...0x0D: return .whitespace
    case UInt8(ascii: "_"), UInt8(ascii: ","): return .separator
    default:
      return spellsNotFinite(bytes) ? .notFinite : .unexpectedCharacter(offset: offset)
    }
  }

  /// Whether the rest is nan, inf or infinity in any case.
  private func spellsNotFinite(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count - offset <= 8 else { return false }
    var word: [UInt8] = []
    for index in offset..<bytes.count { word.append(bytes[index] | 0x20) }
    return ["nan", "inf", "infinity"].contains { $0.utf8.elementsEqual(word) }
  }
}
