package import Text

/// The forms of an answer.
package enum ResultFormat: String, Sendable, CaseIterable {
  case text, json, csv, ndjson, html
}

/// Writes sheets one after the other in one format.
package struct SheetWriter: Sendable {
  /// What the sheets are together, which JSON shows.
  package enum Shape: Sendable {
    /// A single answer.
    case single
    /// An array of answers.
    case array
    /// One document made of all sheets' values.
    case document(@Sendable ([JSONValue]) -> JSONValue)
  }

  private let format: ResultFormat
  private let style: TextStyle
  private let shape: Shape
  private var json: JSONWriter
  private var csv = CSVWriter()
  private var values: [JSONValue] = []
  private var count = 0

  package init(format: ResultFormat, style: TextStyle, shape: Shape) {
    self.format = format
    self.style = style
    self.shape = shape
    json = JSONWriter(style: format == .ndjson ? .compact : .pretty)
    if format == .json, case .array = shape { json.beginArray() }
  }

  /// One sheet: bytes to write.
  package mutating func write(_ sheet: Sheet) -> [UInt8] {
    defer { count += 1 }
    switch format {
    case .text: return Array(((count == 0 ? "" : "\n") + sheet.text(style)).utf8)
    case .html: return Array(sheet.html(style).utf8)
    case .json:
      if case .document = shape {
        values.append(sheet.json)
      } else {
        json.value(sheet.json)
      }
      return json.takeBytes()
    case .ndjson:
      for line in sheet.lines?() ?? [sheet.json] {
        json.value(line)
        json.newline()
      }
      return json.takeBytes()
    case .csv:
      if count == 0 { csv.record(sheet.csvHeader) }
      for record in sheet.csvRecords { csv.record(record) }
      return csv.takeBytes()
    }
  }

  /// What comes after the last sheet: bytes to write.
  package mutating func end() -> [UInt8] {
    guard format == .json else { return [] }
    switch shape {
    case .single: break
    case .array: json.endArray()
    case .document(let whole): json.value(whole(values))
    }
    json.newline()
    return json.takeBytes()
  }
}
