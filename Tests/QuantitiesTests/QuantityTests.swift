import FixedPoint
import Quantities
import Testing
@testable import Faults

struct QuantityTests {
  @Test func `a negative amount, rate or price is refused`() throws {
    #expect(throws: Fault.negative(quantity: "token amount", value: "-1")) {
      try TokenAmount(raw: -1, decimals: .eighteen)
    }
    #expect(throws: Fault.negative(quantity: "reward rate", value: "-5")) {
      try RewardRate(raw: -5)
    }
    #expect(throws: Fault.negative(quantity: "price", value: "-0.5")) {
      try Price(try Wad(parsing: "-0.5"))
    }
  }

  @Test(arguments: [(0, true), (18, true), (255, true), (-1, false), (256, false)])
  func `decimals are a uint8`(count: Int, isAllowed: Bool) {
    #expect(((try? TokenDecimals(count)) != nil) == isAllowed)
  }

  @Test(arguments: [
    (0, "1"), (6, "1000000"), (18, "1000000000000000000"),
    (24, "1000000000000000000000000"),
  ])
  func `base units of one token`(count: Int, units: String) throws {
    #expect(try TokenDecimals(count).unitsPerToken.description == units)
  }

  @Test func `amounts of different scales do not add`() throws {
    let six = try TokenAmount(raw: 1, decimals: try TokenDecimals(6))
    let eighteen = try TokenAmount(raw: 1, decimals: .eighteen)
    #expect(throws: Fault.decimalsMismatch(left: 6, right: 18)) { try six.adding(eighteen) }
    #expect(try six.adding(six).raw == 2)
    #expect(six.tokensText == "0.000001")
    #expect(try six.tokens == ExactRational(1, 1_000_000))
  }

  @Test(arguments: [(0, true), (10_000, true), (10_001, false), (-1, false)])
  func `basis points are parts of ten thousand`(value: Int, isAllowed: Bool) {
    #expect(((try? BasisPoints(value)) != nil) == isAllowed)
  }

  @Test func `500 basis points are 5 percent`() throws {
    let five = try BasisPoints(500)
    #expect(five.wad.text() == "0.05")
    #expect(five.complement.value == 9500)
  }

  @Test func `milliseconds are refused by name`() {
    #expect(throws: Fault.millisecondsForSeconds(value: "1767600000000")) {
      try Timestamp(1_767_600_000_000)
    }
  }

  @Test func `seconds until a time that has passed are none`() throws {
    let (early, late) = (try Timestamp(10), try Timestamp(25))
    #expect(early.seconds(until: late).count == 15)
    #expect(late.seconds(until: early).count == 0)
  }

  @Test func `a rate in tokens a second`() throws {
    let rate = try RewardRate(raw: 272_490_527_103_681_170_793_308_992_914_391_673)
    #expect(rate.tokensPerSecondText == "0.272490527103681170793308992914391673")
    #expect(try RewardRate(raw: RewardRate.scale).tokensPerSecond == .one)
  }
}
