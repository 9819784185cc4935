import FixedPoint
import Inputs
import Quantities
import Sheets
import TestSupport
import Testing

@testable import Questions

/// What `solve` answers, without a process.
@Suite struct SolveQuestionTests {
  /// By `Tests/Vectors/generators/solve.py`.
  @Test func `values, their APR and that of the next unit are Python's`() throws {
    for row in try VectorRow.all(in: "solve.csv") {
      let value = try row.text("value")
      let inputs = try Self.inputs(
        row, ["for": try row.text("unknown"), "commission": try row.text("commission")])
      guard !value.isEmpty else {
        #expect(throws: (any Error).self, "\(row)") { try Self.solve(inputs, row) }
        continue
      }
      let sheet = try Self.solve(inputs, row)
      let exact = try ExactRational(
        row.value("numerator") { try ExactInteger(parsing: $0) },
        row.value("denominator") { try ExactInteger(parsing: $0) })
      #expect(sheet.value("value") == value, "\(row)")
      #expect(sheet.value("exact") == exact.description, "\(row)")
      #expect(sheet.value("apr") == (try Self.decimal(row, "apr")), "\(row)")
      #expect(sheet.value("nextApr") == (try Self.decimal(row, "nextApr")), "\(row)")
    }
  }

  /// By `Tests/Vectors/generators/solve_stake.py`.
  @Test func `the stake's value, the deposit and the commission are Python's`() throws {
    for row in try VectorRow.all(in: "solve_stake.csv") {
      let commission = ["commission": try row.text("commission")]
      for (unknown, column) in [("tvl", "tvl"), ("deposit", "deposit")] {
        let inputs = try Self.inputs(row, commission.merging(["for": unknown]) { $1 })
        #expect(
          try Self.solve(inputs, row).value("value") == row.text(column), "\(unknown) of \(row)")
      }
      guard try row.text("commission") == "0", try !row.text("points").isEmpty else { continue }
      let sheet = try Self.solve(try Self.inputs(row, ["for": "commission"]), row)
      #expect(try sheet.value("value") == row.text("points"), "\(row)")
      #expect(sheet.value("apr") == (try Self.decimal(row, "net")), "\(row)")
    }
  }

  private static func inputs(
    _ row: VectorRow, _ options: [String: String]
  ) throws -> InputObject {
    var all = try QuestionRun.vaultOptions(row).merging(options) { $1 }
    for key in ["rewardPrice", "stakePrice"] { all[key] = try decimal(row, key) }
    all["targetApr"] = try decimal(row, "target")
    return InputObject(options: all.mapValues { $0 })
  }

  private static func solve(_ inputs: InputObject, _ row: VectorRow) throws -> Sheet {
    try QuestionRun.solve(
      inputs, year: try YearLength(seconds: try row.value("yearSeconds") { UInt64($0) }))
  }

  /// A number whose raw value at 18 decimals is in the column, or nil where the field is empty.
  private static func decimal(_ row: VectorRow, _ column: String) throws -> String? {
    try row.valueIfPresent(column) { try ExactInteger(parsing: $0).decimalText(places: 18) }
  }
}
