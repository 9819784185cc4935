/// Text that a terminal takes for nothing but text.
///
/// Control and format characters, line and paragraph separators are written as Swift writes them,
/// `\u{1B}`: none of them can clear a screen, forge a line or turn the direction of what follows.
package enum PrintableText {
  /// The text with all such characters escaped.
  package static func of(_ text: String) -> String {
    escaped(text, escape)
  }

  /// One such character as text.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// A JSON value on one line with all such characters in JSON's own escapes: they are in strings alone.
  package static func ofJSON(_ text: String) -> String {
    escaped(text) { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private static func escaped(
    _ text: String, _ escape: (Unicode.Scalar) -> String
  ) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        printable.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        printable.append(scalar)
      }
    }
    return String(printable)
  }

  /// Whether a character is shown as nothing, or moves what stands around it.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Most text is this.
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
