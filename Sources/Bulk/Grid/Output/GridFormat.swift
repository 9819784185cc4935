/// How the points of a grid are written.
public enum GridFormat: String, CaseIterable, Hashable, Sendable {
  /// A header and a line a point.
  case csv
  /// A JSON object a line.
  case ndjson
  /// One JSON array of objects.
  case json
  /// Aligned columns for people.
  case text
}
