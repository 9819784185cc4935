/// How a page for people looks; made once, where the command starts.
package struct TextStyle: Sendable {
  /// Digits after the point of rounded percentages.
  package let precision: Int
  /// Whether the terminal takes colour.
  package let color: Bool

  package init(precision: Int, color: Bool) {
    self.precision = precision
    self.color = color
  }

  /// A heading, bold where the terminal takes it.
  func heading(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A warning, yellow where the terminal takes it.
  func warning(_ text: String) -> String { color ? "\u{1B}[33m\(text)\u{1B}[0m" : text }

  func text(_ phrase: Phrase) -> String { phrase.text(precision: precision) }
}
