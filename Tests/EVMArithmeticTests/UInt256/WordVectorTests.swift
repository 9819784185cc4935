import EVMArithmetic
import TestSupport
import Testing

/// Long division and root on digits at their borders, against Python's integers
/// (`Tests/Vectors/generators/evm_words.py`).
@Suite struct WordVectorTests {
  static let rows: [[Substring]] = {
    let bytes = (try? VectorFile.bytes("evm_words.csv")) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }()

  @Test func `quotients and remainders`() throws {
    var narrow = 0
    for row in Self.rows where row[0] == "divide" {
      let dividend = try Self.wide(row[1])
      let divisor = try Self.word(row[2])
      let (quotient, remainder) = (try Self.word(row[3]), try Self.word(row[4]))
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
    let rows = Self.rows.filter { $0[0] == "sqrt" }
    #expect(rows.count > 1_000)
    for row in rows {
      #expect(FixedPointMathLib.sqrt(try Self.word(row[1])) == (try Self.word(row[3])), "\(row)")
    }
  }

  private static func word(_ digits: Substring) throws -> UInt256 {
    try #require(UInt256("0x" + digits))
  }

  private static func wide(_ digits: Substring) throws -> (high: UInt256, low: UInt256) {
    (digits.count > 64 ? try word(digits.dropLast(64)) : .zero, try word(digits.suffix(64)))
  }
}
