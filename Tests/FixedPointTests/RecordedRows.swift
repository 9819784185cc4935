import FixedPoint
import TestSupport

/// A row of the CSV files of operations that `Tests/Vectors/generators/fixedpoint.py` writes.
struct RecordedRow: Sendable, CustomStringConvertible {
  /// The operation's name, without its rounding.
  let operation: String
  /// The rounding behind the dot of the operation, if there is one.
  let rounding: RoundingRule?
  private let row: VectorRow

  var description: String { row.description }

  static func all(in file: String) throws -> [RecordedRow] {
    try VectorRow.all(in: file).map { row in
      let parts = try row.text("operation").split(separator: ".").map(String.init)
      let rounding =
        parts.count < 2
        ? nil
        : try row.value("operation") { _ in
          RoundingRule.allCases.first { "\($0)" == parts[1] }
        }
      return RecordedRow(operation: parts[0], rounding: rounding, row: row)
    }
  }

  func text(_ column: String) throws -> String { try row.text(column) }

  func integer(_ column: String) throws -> ExactInteger {
    try row.value(column) { try ExactInteger(parsing: $0) }
  }

  /// A number whose raw value is in the column.
  func rawWad(_ column: String) throws -> Wad { Wad(raw: try integer(column)) }
}
