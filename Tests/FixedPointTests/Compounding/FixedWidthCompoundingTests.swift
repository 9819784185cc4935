import FixedPoint
import TestSupport
import Testing

/// The fixed width, and the paths around it, against Python's integers.
struct FixedWidthCompoundingTests {
  /// One row of `Tests/Vectors/kernel_apy.csv` (`Tests/Vectors/generators/kernel_apy.py`).
  private struct Vector {
    let apr: UInt128
    let periods: Int
    let down: ExactInteger
    let halfEven: ExactInteger

    static func all() throws -> [Vector] {
      try VectorRow.all(in: "kernel_apy.csv").map { row in
        Vector(
          apr: try row.value("apr") { UInt128($0) }, periods: try row.value("periods") { Int($0) },
          down: try row.value("down") { try ExactInteger(parsing: $0) },
          halfEven: try row.value("halfEven") { try ExactInteger(parsing: $0) })
      }
    }
  }

  private func compounding(_ periods: Int) throws -> Compounding {
    periods == 0 ? .continuous : try Compounding(periodsPerYear: periods)
  }

  @Test func `the fixed width equals Python where it answers, and it answers nearly always`() throws
  {
    var (answered, asked) = (0, 0)
    for vector in try Vector.all() {
      let compounding = try compounding(vector.periods)
      // n = 365 has no ties, and no whole values near APRs of more than a few units.
      let isOrdinary = vector.apr >> 64 == 0 && vector.apr >> 20 > 0 && vector.periods == 365
      asked += isOrdinary ? 2 : 0
      for (rounding, expected) in [
        (RoundingRule.down, vector.down), (.halfEven, vector.halfEven),
        (.towardZero, vector.down),
      ] {
        guard let apy = compounding.fixedWidthAPY(fromAPR: vector.apr, rounding: rounding) else {
          continue
        }
        answered += isOrdinary && rounding != .towardZero ? 1 : 0
        if ExactInteger(apy) != expected {
          Issue.record("apr \(vector.apr) n \(vector.periods) \(rounding): \(apy), not \(expected)")
        }
      }
      // Up is one above down unless the value is whole, and whole values are never certified up.
      if let up = compounding.fixedWidthAPY(fromAPR: vector.apr, rounding: .up) {
        #expect(ExactInteger(up) == vector.down + 1)
      }
    }
    #expect(asked > 500 && answered == asked)
  }

  @Test func `columns and single values have every answer`() throws {
    for vector in try Vector.all() {
      let compounding = try compounding(vector.periods)
      for (rounding, expected) in [(RoundingRule.down, vector.down), (.halfEven, vector.halfEven)] {
        let apr = Wad(raw: ExactInteger(vector.apr))
        #expect(try compounding.apy(fromAPR: apr, rounding: rounding).rawValue == expected)
        #expect(
          try compounding.apy(fromAPR: ExactRational(apr), rounding: rounding).rawValue == expected)
        let column = [vector.apr]
        var answers: [UInt128] = [0]
        var span = answers.mutableSpan
        compounding.evaluate(apr: column.span, rounding: rounding, into: &span)
        #expect(answers == [UInt128(exactly: expected) ?? Compounding.wideMarker])
      }
    }
  }
}
