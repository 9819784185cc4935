import FixedPoint
import Testing

@testable import Quantities
@testable import Faults

struct TimestampAdvanceTests {
  @Test func `A later time, up to the last one there is`() throws {
    let time = try Timestamp(1_760_000_000)
    #expect(try time.advanced(by: 98_304).seconds == 1_760_098_304)
    #expect(try time.advanced(by: 0) == time)
    let rest = ExactInteger(Timestamp.millisecondsThreshold) - 1_760_000_000
    #expect(try time.advanced(by: rest - 1).seconds == Timestamp.millisecondsThreshold - 1)
    #expect(throws: Fault.self) { try time.advanced(by: rest) }
    #expect(throws: Fault.self) { try time.advanced(by: ExactInteger.powerOfTen(80)) }
    #expect(throws: Fault.self) { try time.advanced(by: -1) }
  }

  @Test func `Whole tokens of base units`() throws {
    #expect(try TokenDecimals(6).tokens(1_500_000) == ExactRational(3, 2))
    #expect(try TokenDecimals(0).tokens(7) == ExactRational(7))
  }
}
