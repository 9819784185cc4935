import FixedPoint
import TestSupport
import Testing

/// Integers of 1 to 2000 bits against Python's.
@Suite struct ExactIntegerVectorTests {
  @Test func `every operation equals Python's`() throws {
    let rows = try RecordedRow.all(in: "fixedpoint_integers.csv")
    #expect(rows.count > 4000)
    for row in rows {
      let expected = try row.integer("result")
      let result = try Self.evaluate(
        row, try row.integer("a"), try row.integer("b"), try row.integer("c"))
      #expect(result == expected, "\(row)")
      // One value has one form, whatever way it was reached.
      #expect(result?.hashValue == expected.hashValue, "\(row)")
    }
  }

  @Test func `decimal and hexadecimal text equal Python's`() throws {
    let rows = try VectorRow.all(in: "fixedpoint_integer_text.csv")
    #expect(rows.count > 400)
    for row in rows {
      let (decimal, hexadecimal) = (try row.text("decimal"), try row.text("hexadecimal"))
      let value = try ExactInteger(parsing: decimal)
      #expect(value == (try ExactInteger(parsing: hexadecimal)))
      #expect(value.description == decimal)
      #expect(value.hexadecimal() == hexadecimal)
      #expect(try ExactInteger(parsing: hexadecimal.uppercased()) == value)
    }
  }

  private static func evaluate(
    _ row: RecordedRow, _ a: ExactInteger, _ b: ExactInteger, _ c: ExactInteger
  ) throws -> ExactInteger? {
    switch (row.operation, row.rounding, Int(exactly: b)) {
    case ("add", _, _): inPlaceAgrees(a + b, a, b, +=)
    case ("subtract", _, _): inPlaceAgrees(a - b, a, b, -=)
    case ("multiply", _, _): inPlaceAgrees(a * b, a, b, *=)
    case ("divide", let rule?, _): try a.divided(by: b, rounding: rule)
    case ("quotient", _, _): try a.quotientAndRemainder(dividingBy: b).quotient
    case ("remainder", _, _): try a.quotientAndRemainder(dividingBy: b).remainder
    case ("mulDiv", let rule?, _): try a.multiplied(by: b, dividedBy: c, rounding: rule)
    case ("squareRoot", let rule?, _): try a.squareRoot(rounding: rule)
    case ("power", _, let exponent?): try a.power(exponent)
    case ("gcd", _, _): a.greatestCommonDivisor(with: b)
    case ("shiftLeft", _, let count?): a.shiftedLeft(by: count)
    case ("shiftRight", let rule?, let count?): a.shiftedRight(by: count, rounding: rule)
    case ("compare", _, _): a < b ? -1 : (a == b ? 0 : 1)
    case ("bitWidth", _, _): ExactInteger(a.bitWidth)
    default: nil
    }
  }

  /// The result, after checking the in-place form on storage of its own and on shared storage.
  private static func inPlaceAgrees(
    _ result: ExactInteger, _ a: ExactInteger, _ b: ExactInteger,
    _ operation: (inout ExactInteger, ExactInteger) -> Void
  ) -> ExactInteger {
    var shared = a
    operation(&shared, b)
    #expect(shared == result)
    var own = (a + 1) - 1
    operation(&own, b)
    #expect(own == result)
    // The storage that grew or shrank in place must still calculate.
    operation(&own, 0)
    own += 1
    own -= 1
    #expect(a == (a + 1) - 1)
    return result
  }
}
