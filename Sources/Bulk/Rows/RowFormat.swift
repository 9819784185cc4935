/// How the rows of a stream are written.
public enum RowFormat: String, CaseIterable, Hashable, Sendable {
  /// A header and a line a row.
  case csv
  /// A JSON object a line.
  case ndjson
  /// One JSON array of objects.
  case json
}
