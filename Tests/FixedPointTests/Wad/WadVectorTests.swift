import FixedPoint
import Testing

/// 18-decimal arithmetic and text against Python's fractions.
@Suite struct WadVectorTests {
  @Test func `every operation equals Python's`() throws {
    let rows = try RecordedRow.all(in: "fixedpoint_wads.csv")
    #expect(rows.count > 3800)
    for row in rows {
      let result = try Self.evaluate(row)
      #expect(try result == row.text("result"), "\(row)")
    }
  }

  private static func evaluate(_ row: RecordedRow) throws -> String? {
    guard let rounding = row.rounding else {
      guard row.operation == "text" else { return nil }
      let value = try row.rawWad("a")
      #expect(try Wad(parsing: value.text()) == value)
      return value.text()
    }
    if row.operation == "parse" { return try parsed(row, rounding) }
    let a = try row.rawWad("a")
    switch (row.operation, Int(try row.text("b"))) {
    case ("fixed", let places?): return a.text(fractionDigits: places, rounding: rounding)
    case ("percent", let places?): return a.percentText(fractionDigits: places, rounding: rounding)
    case ("power", let exponent?):
      return try a.power(exponent, rounding: rounding).rawValue.description
    case ("squareRoot", _): return try a.squareRoot(rounding: rounding).rawValue.description
    default: break
    }
    let b = try row.rawWad("b")
    switch row.operation {
    case "multiply": return a.multiplied(by: b, rounding: rounding).rawValue.description
    case "divide": return try a.divided(by: b, rounding: rounding).rawValue.description
    case "mulDiv":
      let c = try row.rawWad("c")
      return try a.multiplied(by: b, dividedBy: c, rounding: rounding).rawValue.description
    default: return nil
    }
  }

  private static func parsed(_ row: RecordedRow, _ rounding: RoundingRule) throws -> String {
    let text = try row.text("a")
    let (value, dropped) = try Wad.parse(text, rounding: rounding)
    #expect(try dropped == Int(row.text("b")), "\(row)")
    if dropped == 0 {
      #expect(try Wad(parsing: text) == value, "\(row)")
    } else {
      #expect(throws: ArithmeticError.self, "\(row)") { try Wad(parsing: text) }
    }
    #expect(try ExactRational(parsing: text).wad(rounding: rounding) == value, "\(row)")
    return value.rawValue.description
  }
}
