package import Text

/// What can be written in every format: one answer about one vault.
package protocol AnswerRecord: Sendable {
  /// The answer as a JSON object; money, ratios and raw integers are strings, times are numbers.
  var json: JSONValue { get }
  /// The names of the CSV columns.
  var csvHeader: [String] { get }
  /// The CSV records under that header; what is not known is empty.
  var csvRecords: [[String?]] { get }
  /// The page for people: lines that end in a line feed.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: the page.
  func page(_ style: TextStyle) -> String
}
