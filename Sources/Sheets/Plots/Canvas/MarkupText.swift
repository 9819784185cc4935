internal import Faults

/// Text on its way into XML or HTML.
package enum MarkupText {
  /// Text that is safe in elements and attributes, whatever it holds.
  ///
  /// - Parameter content: any text.
  /// - Returns: the text with the characters of markup replaced by their names.
  package static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // XML has no way to write other control characters.
      case "\t", "\n", "\r": result += " "
      case let control where control.value < 0x20 || control.value == 0x7F: result += "\u{FFFD}"
      case let hidden where PrintableText.isHidden(hidden): result += PrintableText.escape(hidden)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
