/// How a page for people looks; made once, where the command starts.
package struct TextStyle: Sendable {
  /// Digits that figures are rounded to, where the reader asks for a number of them.
  package let precision: Int?
  /// Whether all digits are shown.
  package let isExact: Bool
  /// Whether the terminal takes colour.
  package let color: Bool
  /// How many characters a line has room for.
  package let width: Int

  /// The digits of a figure where the reader does not ask.
  private static let usualDigits = 4
  /// The digits of a sum in US dollars where the reader does not ask.
  static let cents = 2
  /// Below this width a line breaks all the same.
  private static let leastWidth = 20

  package init(precision: Int? = nil, isExact: Bool = false, color: Bool = false, width: Int = 80) {
    self.precision = precision
    self.isExact = isExact
    self.color = color
    self.width = max(width, Self.leastWidth)
  }

  /// The digits that figures are rounded to.
  var digits: Int { precision ?? Self.usualDigits }

  /// The same page with all digits.
  var exact: TextStyle {
    TextStyle(precision: precision, isExact: true, color: color, width: width)
  }

  /// A heading, bold where the terminal takes it.
  func heading(_ text: String) -> String { painted(text, "1") }

  /// A doubt, amber where the terminal takes it.
  func doubt(_ text: String) -> String { painted(text, "33") }

  /// What is as it should be, green where the terminal takes it.
  func good(_ text: String) -> String { painted(text, "32") }

  private func painted(_ text: String, _ code: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A sentence that was made without a style: the whole parts of its numbers are grouped from five
  /// digits on, unless all digits are shown as they are.
  func sentence(_ text: String) -> String {
    guard !isExact else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      // A word that is a number, perhaps in brackets, with its fraction and what ends a part of a sentence.
      let start = word.dropFirst(word.hasPrefix("(") ? 1 : 0)
      let digits = start.prefix { $0.isASCII && $0.isNumber }
      let rest = start[digits.endIndex...]
      let isFraction = rest.hasPrefix(".") && rest.dropFirst().first?.isNumber ?? false
      let end = isFraction ? rest.dropFirst().drop { $0.isASCII && $0.isNumber } : rest
      guard digits.utf8.count >= 5, end.allSatisfy({ ".,;:%)".contains($0) }) else {
        return String(word)
      }
      return word[..<start.startIndex] + RoundedText.grouped(String(digits)) + rest
    }.joined(separator: " ")
  }

  func text(_ phrase: Phrase) -> String { phrase.text(self) }
}
