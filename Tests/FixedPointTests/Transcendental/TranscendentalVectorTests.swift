import FixedPoint
import Testing

@Suite("Correctly rounded functions against mpmath")
struct TranscendentalVectorTests {
  @Test(arguments: [
    "exp", "expm1", "ln", "log1p", "log2", "log10", "pow", "apy", "apyContinuous", "apr",
    "aprContinuous",
  ])
  func `every row and every direction`(function: String) throws {
    let rows = try TranscendentalVector.all().filter { $0.function == function }
    #expect(rows.count >= 90)
    for row in rows {
      for rule in TranscendentalVector.rules {
        let wad = try row.computed(rule)
        let accepted = try row.accepts(wad, rule)
        #expect(accepted, "\(row) rounded \(rule)")
        if let unbounded = try row.unbounded(rule) { #expect(unbounded == wad, "\(row)") }
      }
    }
  }

  @Test func `the file is as large as promised`() throws {
    #expect(try TranscendentalVector.all().count >= 2000)
  }
}
