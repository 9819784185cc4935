internal import Text

/// Writes replayed cases in one format, one after the other.
package struct ReplayWriter {
  private let format: ResultFormat
  private let style: TextStyle
  private var json: JSONWriter
  private var csv = CSVWriter()
  private var filled: [JSONValue] = []
  private var count = 0

  /// Fixes the format.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - style: how pages for people look.
  package init(format: ResultFormat, style: TextStyle) {
    self.format = format
    self.style = style
    json = JSONWriter(style: format == .ndjson ? .compact : .pretty)
  }

  /// One case.
  ///
  /// - Parameter replayed: the case after it ran.
  /// - Returns: bytes to write.
  package mutating func write(_ replayed: ReplayedCase) -> [UInt8] {
    defer { count += 1 }
    switch format {
    case .text:
      return Array(((count == 0 ? "" : "\n") + Timeline(replayed).page(style)).utf8)
    case .json:
      filled.append(replayed.filled)
      return []
    case .ndjson:
      for line in StepRecords.lines(replayed) {
        json.value(line)
        json.newline()
      }
      return json.takeBytes()
    case .csv:
      if count == 0 { csv.record(StepRecords.csvHeader) }
      for row in StepRecords.csv(replayed) { csv.record(row) }
      return csv.takeBytes()
    }
  }

  /// What comes after the last case: in JSON, the whole document.
  ///
  /// - Parameter file: the file that was replayed.
  /// - Returns: bytes to write.
  package mutating func end(_ file: ConformanceFile) -> [UInt8] {
    guard format == .json else { return [] }
    json.value(file.document(of: filled))
    json.newline()
    return json.takeBytes()
  }
}
