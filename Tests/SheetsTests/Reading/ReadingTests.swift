import FixedPoint
import Quantities
import Testing

@testable import Sheets

/// What people read in place of a value: each expected text was written by hand.
@Suite struct ReadingTests {
  private static let style = TextStyle()
  private static let exact = TextStyle(isExact: true)

  private static func wad(_ text: String) throws -> Wad { try Wad(parsing: text) }

  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("12.5", "12.5"), ("1000", "1,000"), ("-1234567", "-1,234,567"),
    ("999", "999"), ("23543.181541758053156541", "~ 23,543.1815"), ("1.00005", "~ 1.0000"),
    ("1.00015", "~ 1.0002"), ("1.99999", "~ 2.0000"), ("0.5002", "0.5002"),
    ("0.123456", "~ 0.1235"), ("0.000123456", "~ 0.0001235"), ("0.00099999", "~ 0.0010000"),
    ("0.000000000094306929", "~ 9.4307e-11"), ("-0.5", "-0.5"),
    ("999999999999999.5", "999,999,999,999,999.5"),
    ("1000000000000000", "1e15"), ("1234567890123456789", "~ 1.2346e18"),
  ])
  func `four digits, significant ones below 1`(value: String, text: String) throws {
    let wad = try Self.wad(value)
    #expect(Reading.number(wad.rawValue, decimals: 18).text(Self.style) == text)
    #expect(Reading.number(wad.rawValue, decimals: 18).text(Self.exact) == value)
  }

  @Test(arguments: [
    ("133999994.799907219508652572", "~ 133,999,994.80"), ("25000", "25,000"), ("0.5", "0.5"),
    ("0.123456", "~ 0.1235"), ("1.805", "~ 1.80"), ("1.815", "~ 1.82"),
  ])
  func `dollars have cents`(value: String, text: String) throws {
    #expect(try Reading.usd(Self.wad(value)).text(Self.style) == text)
  }

  @Test(arguments: [
    ("0.500204779481316715", "~ 50.0205%"), ("0.05", "5%"), ("0", "0%"), ("1", "100%"),
    ("0.0000000123456", "~ 0.000001235%"), ("12345.678", "1,234,567.8%"),
    ("0.50020450", "~ 50.0204%"), ("0.50020550", "~ 50.0206%"),
  ])
  func `a part of one is a percentage, half to even`(value: String, text: String) throws {
    #expect(try Reading.percent(Self.wad(value)).text(Self.style) == text)
    #expect(try Reading.share(Self.wad(value)).text(Self.style) == text)
  }

  @Test func `with all digits a share is a fraction too`() throws {
    let share = Reading.share(try Self.wad("0.500204779481316715"))
    #expect(share.text(Self.exact) == "0.500204779481316715 (50.0204779481316715%)")
  }

  @Test(arguments: [
    (0, "~ 8%", "~ 24"), (1, "~ 7.7%", "~ 23.5"), (8, "~ 7.65432100%", "~ 23.54321000"),
  ])
  func `the precision that is asked for counts for all`(
    precision: Int, percent: String, number: String
  ) throws {
    let style = TextStyle(precision: precision)
    #expect(try Reading.percent(Self.wad("0.07654321000000001")).text(style) == percent)
    #expect(try Reading.usd(Self.wad("23.5432100000001")).text(style) == number)
  }

  @Test(arguments: [
    (1_760_000_000, "2025-10-09T08:53:20Z", "1760000000 (2025-10-09T08:53:20Z)"),
    (1_759_968_000, "2025-10-09", "1759968000 (2025-10-09T00:00:00Z)"),
    (100_000_000_000, "100000000000 (unix seconds)", "100000000000 (unix seconds)"),
  ])
  func times(seconds: Int, text: String, exact: String) {
    #expect(Reading.time(ExactInteger(seconds)).text(Self.style) == text)
    #expect(Reading.time(ExactInteger(seconds)).text(Self.exact) == exact)
  }

  @Test func `a date has no time of day`() {
    #expect(Reading.date(1_760_000_000).text(Self.style) == "2025-10-09")
    #expect(Reading.span(1_008_493).text(Self.exact) == "1008493 s")
  }

  @Test(arguments: [
    ("50.0205", "5,002.05%"), ("999.5", "99,950%"), ("1339999.94799907", "~ 134 M%"),
    ("412000000", "41.2 G%"), ("99999999", "~ 10.0 G%"), ("123456789012.34567", "~ 12.3 T%"),
    ("1e48", "1e50%"), ("123456e45", "~ 1.23e52%"),
  ])
  func `large print has twelve characters at most`(value: String, text: String) throws {
    let large = try Reading.share(Self.wad(value)).large(TextStyle(precision: 2))
    #expect(large == text && large.count <= 12)
  }

  @Test(arguments: [
    ("worth 3000000 USD; 5000 tokens", "worth 3,000,000 USD; 5000 tokens"),
    (
      "only from 70600.629504692950215307 (20254 d", "only from 70,600.629504692950215307 (20,254 d"
    ),
    ("1e18, 0x12345, a12345, 2026-01-05T08:00:00Z", "1e18, 0x12345, a12345, 2026-01-05T08:00:00Z"),
    ("below 12345; at 99999.", "below 12,345; at 99,999."),
  ])
  func `numbers in a sentence are grouped, names are not`(sentence: String, shown: String) {
    #expect(TextStyle().sentence(sentence) == shown)
    #expect(TextStyle(isExact: true).sentence(sentence) == sentence)
  }
}
