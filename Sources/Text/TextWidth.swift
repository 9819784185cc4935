/// How many terminal cells a text takes.
package enum TextWidth {
  /// Characters, those of wide scripts and emoji twice; escape sequences of colour are not counted.
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    var inEscape = false
    for character in text {
      if character == "\u{1B}" {
        inEscape = true
      } else if inEscape {
        inEscape = !character.isLetter
      } else {
        width += isWide(character) ? 2 : 1
      }
    }
    return width
  }

  /// The blocks that Unicode's East Asian Width property calls wide, at the grain of blocks.
  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value, scalar >= 0x1100 else { return false }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
