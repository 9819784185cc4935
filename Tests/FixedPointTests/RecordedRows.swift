import FixedPoint
import TestSupport

/// Rows of the CSV files that `Tests/Vectors/generators/fixedpoint.py` writes.
struct RecordedRow: Sendable, CustomStringConvertible {
  /// The operation's name, without its rounding.
  let operation: String
  /// The rounding behind the dot of the operation, if there is one.
  let rounding: RoundingRule?
  let fields: [String]

  /// All rows of a file, its header left out.
  static func all(in file: String) throws -> [RecordedRow] {
    try lines(of: file).map { fields in
      let parts = fields[0].split(separator: ".").map(String.init)
      return RecordedRow(
        operation: parts[0], rounding: parts.count > 1 ? try rule(parts[1]) : nil,
        fields: Array(fields.dropFirst()))
    }
  }

  /// The fields of all lines of a file, its header left out.
  static func lines(of file: String) throws -> [[String]] {
    String(decoding: try VectorFile.bytes(file), as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func rule(_ name: String) throws -> RoundingRule {
    guard let rule = RoundingRule.allCases.first(where: { "\($0)" == name }) else {
      throw UnknownRule(name: name)
    }
    return rule
  }

  private struct UnknownRule: Error { let name: String }

  var description: String {
    "\(operation) \(rounding.map { "\($0) " } ?? "")\(fields.joined(separator: " "))"
  }
}
