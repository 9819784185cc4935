/// A user's text within a message: quoted, and short however long the text is.
package enum Quotation {
  /// How many characters of a text are shown.
  package static let limit = 80

  /// `"text"`, or `"its beginning..." (10000000 characters)`.
  package static func of(_ text: String) -> String {
    guard let count = excess(of: text) else { return "\"\(text)\"" }
    return "\"\(beginning(of: text))...\" (\(count) characters)"
  }

  /// The same without quotes, for what is a number or a path: `text`, or its beginning and length.
  package static func bare(_ text: String) -> String {
    guard let count = excess(of: text) else { return text }
    return "\(beginning(of: text))... (\(count) characters)"
  }

  /// The longest name that is shown whole: as long as a path or a label ever is.
  private static let nameLimit = 1_000

  /// A name or a path as it is; one that nobody reads to its end by its beginning and length.
  package static func name(_ text: String) -> String {
    text.utf8.count > nameLimit ? bare(text) : text
  }

  /// The number of characters where they are too many.
  private static func excess(of text: String) -> Int? {
    // What has no more bytes has no more characters.
    guard text.utf8.count > limit else { return nil }
    let count = text.unicodeScalars.count
    return count > limit ? count : nil
  }

  private static func beginning(of text: String) -> String {
    String(text.unicodeScalars.prefix(limit))
  }
}
