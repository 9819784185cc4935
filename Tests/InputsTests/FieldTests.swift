import Foundation
import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Inputs
@testable import Faults

/// Text to exact values, and the usual mistakes by name.
struct FieldTests {
  private static func field(_ text: String) -> Field { Field(option: "--value", text: text) }

  @Test(arguments: [
    ("0", "0"), ("007", "7"), ("0xff", "255"), ("0XFF", "255"),
    (
      "115792089237316195423570985008687907853269984665640564039457584007913129639935",
      "115792089237316195423570985008687907853269984665640564039457584007913129639935"
    ),
  ])
  func `raw integers`(text: String, value: String) throws {
    #expect(try Self.field(text).rawInteger("a value").description == value)
  }

  /// The first number that no word holds, with its 78 digits, with 91 and with too many to be read.
  @Test(arguments: [
    (
      "115792089237316195423570985008687907853269984665640564039457584007913129639936",
      "\"115792089237316195423570985008687907853269984665640564039457584007913129639936\"; expected a "
        + "value, at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      "1" + String(repeating: "0", count: 90),
      "\"1\(String(repeating: "0", count: 79))...\" (91 characters); expected a value, at most "
        + "2^256 - 1, as a uint256 holds it"
    ),
    (
      String(repeating: "9", count: 4097),
      "4097 characters; expected a value: a whole number, written in decimal digits or as 0x... of at "
        + "most 4096 characters"
    ),
  ])
  func `raw integers beyond any word`(text: String, message: String) {
    let fault = #expect(throws: Fault.self) { try Self.field(text).rawInteger("a value") }
    #expect(fault?.description == "--value: found \(message)")
  }

  @Test(arguments: [
    ("1e-100", true), ("0." + String(repeating: "0", count: 99) + "1", true), ("1e-101", false),
    ("1e-50000", false), ("1e-1000000", false), ("1.5e-99", true), ("1.25e-99", false),
    ("0e-1000", true), ("1e59", false), ("1e1000000", false), ("0e99999", true),
  ])
  func `exact fractions have at most 100 decimals`(text: String, isTaken: Bool) {
    #expect(((try? Self.field(text).exactDecimal("a step")) != nil) == isTaken)
  }

  @Test func `a decimal far too large is refused by its exponent`() {
    for text in ["1e59", "1e1000000", "0.001e999999"] {
      var notes = InputNotes(strict: false)
      let fault = #expect(throws: Fault.self) { try Self.field(text).price(notes: &notes) }
      #expect(
        fault?.description
          == "--value: found \"\(text)\"; expected a price in USD below 1e59, as a uint256 holds it "
          + "with 18 decimals")
    }
  }

  @Test(arguments: [
    "", "-1", "+1", "1e+5", "1.0", " 1", "1 ", "0x", "0xg", "١", "1_0", "1,0", "--1", "-0x5",
    "-0x0",
  ])
  func `not raw integers`(text: String) {
    #expect(throws: Fault.self) { try Self.field(text).rawInteger("a value") }
  }

  @Test(arguments: [
    ("598.6", 18, "598.6 tokens of 18 decimals are 598600000000000000000 base units"),
    ("598.6", 6, "598.6 tokens of 6 decimals are 598600000 base units"),
    ("0.25", 36, "0.25 at scale 1e36 is 250000000000000000000000000000000000"),
    ("0.0000001", 6, nil), ("1.5", nil, nil),
  ])
  func `a fraction in place of a whole number brings the integer that was meant`(
    text: String, decimals: Int?, hint: String?
  ) {
    let fault = #expect(throws: Fault.self) {
      try Self.field(text).rawInteger("an amount", decimals: decimals)
    }
    #expect(
      fault?.description == "--value: found \"\(text)\", a number with a fraction; expected an "
        + "amount: a whole number, written in decimal digits or as 0x...")
    #expect(fault?.hint == hint)
  }

  @Test(arguments: [
    ("7.8", "7.8"), ("1e-5", "0.00001"), ("1E3", "1000"), ("0.1", "0.1"), ("0", "0"),
    ("0.000000000000000001", "0.000000000000000001"),
  ])
  func `decimals`(text: String, value: String) throws {
    var notes = InputNotes(strict: true)
    #expect(try Self.field(text).decimal("a value", notes: &notes).text() == value)
    #expect(notes.notes.isEmpty)
  }

  @Test(arguments: [
    ("0.0000000000000000005", "0"), ("0.0000000000000000015", "0.000000000000000002"),
    ("0.0000000000000000025", "0.000000000000000002"),
    ("0.00000000000000000251", "0.000000000000000003"),
  ])
  func `digits beyond the 18th are rounded half to even and noted`(
    text: String, value: String
  ) throws {
    var notes = InputNotes(strict: false)
    #expect(try Self.field(text).decimal("a value", notes: &notes).text() == value)
    #expect(notes.notes.count == 1)
    var strict = InputNotes(strict: true)
    #expect(throws: Fault.self) { try Self.field(text).decimal("a value", notes: &strict) }
  }

  @Test(arguments: ["-5", "-0x5", "-0XfF"])
  func `a negative whole number is refused by name, in both notations`(text: String) {
    let fault = #expect(throws: Fault.self) { try Self.field(text).wholeNumber("a value") }
    #expect(fault?.description == "--value: found \"\(text)\"; expected a value, 0 or more")
  }

  /// What rounds to zero is below it all the same.
  @Test(arguments: ["-5", "-0.5", "-0.0000000000000000001", "-1e-30"])
  func `a negative decimal is refused by name, however small`(text: String) {
    var notes = InputNotes(strict: false)
    let fault = #expect(throws: Fault.self) {
      try Self.field(text).decimal("a value", notes: &notes)
    }
    #expect(fault?.description == "--value: found \"\(text)\"; expected a value, 0 or more")
  }

  @Test(arguments: ["", "-1", "abc", "1.", ".5", "1e", "nan", "inf", "1e80", "0x10", "1.2.3"])
  func `not decimals`(text: String) {
    var notes = InputNotes(strict: false)
    #expect(throws: Fault.self) { try Self.field(text).decimal("a value", notes: &notes) }
  }

  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:34:56Z", 951_827_696),
      ("2026-05-01T12:00:00Z", 1_777_636_800), ("2100-03-01T00:00:00Z", 4_107_542_400),
    ] as [(String, UInt64)])
  func `dates, both ways`(text: String, seconds: UInt64) throws {
    #expect(try Self.field(text).timestamp().seconds == seconds)
    #expect(ISO8601.text(of: seconds) == text)
  }

  @Test func `every day of two centuries survives a round trip`() throws {
    for day in stride(from: UInt64(0), to: 73_000, by: 1) {
      let seconds = day * 86_400 + day % 86_400
      #expect(
        WrittenTime(ISO8601.text(of: seconds)) == .seconds(seconds, hasZone: true))
    }
  }

  @Test(arguments: [
    "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01T00:00:00+1", "2026-01-01T00:00:00+15:00", "2026-01-01T00:00:00 CET",
    "2026-01-01T00:00:00.", "2026-01-01T00:00:00.5Z", "2026-01-01T0:00Z", "2026-01-01T",
    "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+01:00", "9999-12-31T23:59:59Z", "1762766700.5",
    "1762766700.", ".0", "now", "-7d",
  ])
  func `not dates`(text: String) {
    #expect(throws: Fault.self) { try Self.field(text).timestamp() }
  }

  @Test(arguments: [
    ("365", 31_536_000), ("365.25", 31_557_600), ("31622400", 31_622_400),
    ("365.2425", 31_556_952), ("366", 31_622_400), ("360", 31_104_000),
  ])
  func `years`(text: String, seconds: Int) throws {
    #expect(try Self.field(text).yearLength().seconds == UInt64(seconds))
  }

  @Test(arguments: ["0xff", "999n", "0.3333", "0", "0.00001", "0x3e7"])
  func `not years`(text: String) {
    #expect(throws: Fault.self) { try Self.field(text).yearLength() }
  }

  /// A minus sign before rounding, in hexadecimal, and before a zero: none of them is a value.
  @Test(arguments: ["-0", "-0x0", "-1e-30", "-0.0", "-0e5", "-5", "-0x5", "-00", "-0X1F", "-1.5"])
  func `a minus sign is refused by what cannot be negative`(text: String) {
    var notes = InputNotes(strict: false)
    func line<Value>(_ read: () throws -> Value) -> String? {
      do {
        _ = try read()
        return nil
      } catch {
        return "\(error)".components(separatedBy: "; expected ").last
      }
    }
    let field = Self.field(text)
    #expect(line { try field.rawInteger("a reward in wei") } == "a reward in wei, 0 or more")
    #expect(line { try field.count("a block number") } == "a block number, 0 or more")
    #expect(
      line { try field.timestamp() } == "unix seconds or a UTC time such as 2026-05-01T12:00:00Z")
    #expect(
      line { try field.duration("a duration") } == "a duration in whole seconds, or as 7d or 36h")
    #expect(
      line { try field.tokenDecimals() } == "the decimals of a token from 0 to 255")
    #expect(
      line { try field.yearLength() }
        == "365, 365.25, another number of days below 1000, or the seconds in a year")
    #expect(
      line { try field.basisPoints() }
        == "a share in basis points from 0 to 10000 (500), or in percent (5%)")
    #expect(
      line { try Self.field(text + "%").basisPoints() }?.hasSuffix("or in percent (5%)") == true)
    #expect(
      line { try field.price(notes: &notes) } == "a price in USD, 0 or more")
    for number in [field, Self.field(text + "%")] where !text.contains("x") {
      #expect(line { try number.fraction("a share", notes: &notes) } == "a share, 0 or more")
      #expect(
        line { try number.positiveFraction("a yield", notes: &notes) }
          == "a yield above 0, for example 0.05 or 5%")
    }
    #expect(notes.notes.isEmpty)
  }

  @Test func `a huge exponent behind a minus sign costs nothing`() {
    #expect(throws: Fault.self) { try Self.field("-1e999999999").rawInteger("a value") }
  }

  @Test func `mutated texts never trap, and what is taken prints back`() throws {
    var random = SeededGenerator(seed: 2026)
    let alphabet = Array("0123456789.eE+-xX_ aZ\u{0}\u{7F}é")
    let count = 20_000 * TestScale.factor
    var (integers, decimals, times) = (0, 0, 0)
    for _ in 0..<count {
      let length = Int.random(in: 0...24, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "0" })
      if let value = try? Self.field(text).rawInteger("a value") {
        integers += 1
        #expect(try ExactInteger(parsing: value.description) == value)
      }
      var notes = InputNotes(strict: false)
      if let value = try? Self.field(text).decimal("a value", notes: &notes) {
        decimals += 1
        #expect(try Wad(parsing: value.text()) == value)
      }
      if let time = try? Self.field(text).timestamp() {
        times += 1
        #expect(try Self.field("\(time)").timestamp() == time)
      }
    }
    #expect(integers > 100 && decimals > 100 && times > 100)
  }
}
