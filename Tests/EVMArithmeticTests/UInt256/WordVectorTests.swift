import EVMArithmetic
import TestSupport
import Testing

/// Long division and root on digits at their borders, against Python's integers
/// (`Tests/Vectors/generators/evm_words.py`).
@Suite struct WordVectorTests {
  @Test func `quotients and remainders`() throws {
    var narrow = 0
    for row in try Self.rows("divide") {
      let dividend = try Self.wide(row.text("operand"))
      let divisor = try Self.word(row, "divisor")
      let (quotient, remainder) = (try Self.word(row, "result"), try Self.word(row, "remainder"))
      let division = try #require(divisor.dividingFullWidth(dividend))
      #expect(division.quotient == quotient && division.remainder == remainder, "\(row)")
      if dividend.high.isZero {
        narrow += 1
        #expect(dividend.low.div(divisor) == quotient && dividend.low.mod(divisor) == remainder)
      }
      #expect(try FixedPointMathLib.fullMulDiv(quotient, divisor, divisor) == quotient)
      // The constant divisor 1e18 and the general one are different code.
      let product = quotient.multipliedReportingOverflow(by: divisor)
      if !product.overflow {
        let (x, wad) = (product.partialValue, FixedPointMathLib.wad)
        #expect(try FixedPointMathLib.mulWad(quotient, divisor) == x.div(wad))
        let up = x.mod(wad).isZero ? x.div(wad) : x.div(wad) &+ 1
        #expect(try FixedPointMathLib.mulWadUp(quotient, divisor) == up)
      }
    }
    #expect(narrow > 500)
  }

  @Test func `square roots`() throws {
    let rows = try Self.rows("sqrt")
    #expect(rows.count > 1_000)
    for row in rows {
      let root = FixedPointMathLib.sqrt(try Self.word(row, "operand"))
      #expect(try root == Self.word(row, "result"), "\(row)")
    }
  }

  private static func rows(_ operation: String) throws -> [VectorRow] {
    try VectorRow.all(in: "evm_words.csv").filter { try $0.text("operation") == operation }
  }

  private static func word(_ row: VectorRow, _ column: String) throws -> UInt256 {
    try row.value(column) { UInt256("0x" + $0) }
  }

  private static func wide(_ digits: String) throws -> (high: UInt256, low: UInt256) {
    let high = digits.count > 64 ? digits.dropLast(64) : "0"
    return (try #require(UInt256("0x" + high)), try #require(UInt256("0x" + digits.suffix(64))))
  }
}
