internal import Text

/// How a result is written.
package enum ResultFormat: String, Sendable, CaseIterable {
  case text, json, csv, ndjson
}

/// Writes answers one after the other in one format.
package struct AnswerWriter: Sendable {
  private let format: ResultFormat
  private let style: TextStyle
  private var json: JSONWriter
  private var csv = CSVWriter()
  private var isArray = false
  private var count = 0

  /// Fixes the format.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - style: digits and colour of pages for people.
  package init(format: ResultFormat, style: TextStyle) {
    self.format = format
    self.style = style
    json = JSONWriter(style: format == .ndjson ? .compact : .pretty)
  }

  /// What comes before the first answer.
  ///
  /// - Parameter isArray: whether the input is an array, so that the output is one.
  /// - Returns: bytes to write.
  package mutating func begin(isArray: Bool) -> [UInt8] {
    self.isArray = isArray
    if format == .json, isArray { json.beginArray() }
    return json.takeBytes()
  }

  /// One answer.
  ///
  /// - Parameter answer: the answer.
  /// - Returns: bytes to write.
  package mutating func write(_ answer: some AnswerRecord) -> [UInt8] {
    defer { count += 1 }
    switch format {
    case .text:
      return Array(((count == 0 ? "" : "\n") + answer.page(style)).utf8)
    case .json:
      json.value(answer.json)
      return json.takeBytes()
    case .ndjson:
      json.value(answer.json)
      json.newline()
      return json.takeBytes()
    case .csv:
      if count == 0 { csv.record(answer.csvHeader) }
      for record in answer.csvRecords { csv.record(record) }
      return csv.takeBytes()
    }
  }

  /// What comes after the last answer.
  ///
  /// - Returns: bytes to write.
  package mutating func end() -> [UInt8] {
    guard format == .json else { return [] }
    if isArray { json.endArray() }
    json.newline()
    return json.takeBytes()
  }
}
