import Faults
import FixedPoint
import Quantities
import Testing

@testable import Inputs

/// Values as people, languages and tools write them, where they are exact.
///
///     times    ── forms of one moment ── what names no zone is noted once
///              └─ now, a span from now ── by the clock of the run, noted; without one refused
///     spans    ── each unit ── not quite a span
///     integers ── cast, JavaScript, powers of ten, ether ── what was rounded, and what is grouped
@Suite struct WrittenValueTests {
  private static func field(_ text: String) -> Field { Field(option: "--value", text: text) }

  /// By Python's datetime.
  @Test(
    arguments: [
      ("2025-11-10T09:25:00Z", 1_762_766_700), ("2025-11-10T09:25:00.000Z", 1_762_766_700),
      ("2025-11-10T09:25:00+00:00", 1_762_766_700), ("2025-11-10 09:25:00 UTC", 1_762_766_700),
      ("2025-11-10T09:25Z", 1_762_766_700), ("1762766700.0", 1_762_766_700),
      ("2025-11-10", 1_762_732_800), ("2026-05-01T12:00:00+02:00", 1_777_629_600),
      ("2026-05-01T12:00:00+0200", 1_777_629_600), ("2026-05-01T12:00:00+02", 1_777_629_600),
      ("2026-05-01T12:00:00-05:30", 1_777_656_600), ("2026-05-01T12:00:00.0-05:30", 1_777_656_600),
    ] as [(String, UInt64)])
  func `times of one moment`(text: String, seconds: UInt64) throws {
    var notes = InputNotes(strict: true)
    #expect(try Self.field(text).timestamp().seconds == seconds)
    #expect(try Self.field(text).timestamp(notes: &notes).seconds == seconds)
    #expect(notes.notes == [])
  }

  @Test func `times without a zone are UTC, said once`() throws {
    var notes = InputNotes(strict: true)
    for text in ["2025-11-10 09:25:00", "2025-11-10T09:25", "2025-11-10 09:25:00.000"] {
      #expect(try Self.field(text).timestamp(notes: &notes).seconds == 1_762_766_700)
    }
    #expect(
      notes.notes.map(\.description) == [
        "--value: a time without a zone: such times are taken as UTC"
      ])
  }

  @Test(
    arguments: [
      ("now", 1_000_000), ("-7d", 395_200), ("+36h", 1_129_600), ("-90min", 994_600),
      ("-1000000s", 0),
    ] as [(String, UInt64)])
  func `times by the clock of the run`(text: String, seconds: UInt64) throws {
    var notes = InputNotes(strict: true)
    notes.clock = try Timestamp(1_000_000)
    #expect(try Self.field(text).timestamp(notes: &notes).seconds == seconds)
    #expect(notes.notes.count == 1)
    notes.clock = nil
    #expect(throws: Fault.self) { try Self.field(text).timestamp(notes: &notes) }
  }

  @Test(arguments: ["-1000001s", "+9999999y", "-7", "- 7d", "now-7d", "-07d", "-d"])
  func `no times by the clock`(text: String) throws {
    var notes = InputNotes(strict: true)
    notes.clock = try Timestamp(1_000_000)
    #expect(throws: Fault.self) { try Self.field(text).timestamp(notes: &notes) }
  }

  @Test func `a fraction of a second, and a year beyond the last, are named`() {
    func message(_ text: String) -> String? {
      #expect(throws: Fault.self) { try Self.field(text).timestamp() }?.description
    }
    #expect(
      message("2025-11-10T09:25:00.5Z")
        == "--value: found \"2025-11-10T09:25:00.5Z\", a fraction of a second; expected whole seconds"
    )
    #expect(
      message("1762766700.25")
        == "--value: found \"1762766700.25\", a fraction of a second; expected whole seconds")
    #expect(
      message("9999-12-31T23:59:59Z")
        == "--value: found \"9999-12-31T23:59:59Z\"; expected a time before the year 5138")
  }

  @Test(
    arguments: [
      ("7d", 604_800), ("36h", 129_600), ("90min", 5_400), ("45s", 45), ("2w", 1_209_600),
      ("1y", 31_536_000), ("0s", 0), ("604800", 604_800),
    ] as [(String, UInt64)])
  func `spans`(text: String, seconds: UInt64) throws {
    #expect(try Self.field(text).duration("a span").count == seconds)
  }

  @Test(arguments: [
    "7 d", "-7d", "+7d", "007d", "7D", "d", "1.5d", "7dd", "99999999999999999999d", "3171y",
  ])
  func `no spans`(text: String) {
    #expect(throws: Fault.self) { try Self.field(text).duration("a span") }
  }

  @Test(arguments: [
    ("78077338549235265036291 [7.807e22]", "78077338549235265036291"),
    ("272490527103681170793308992914391673 [2.724e35]", "272490527103681170793308992914391673"),
    ("272490527103681170793308992914391673 [2.725e35]", "272490527103681170793308992914391673"),
    ("1000000 [1e6]", "1000000"), ("783 [7.8E2]", "783"), ("123n", "123"), ("0n", "0"),
    ("1000e18", "1000000000000000000000"), ("5e20", "500000000000000000000"), ("0e5", "0"),
  ])
  func `integers as tools print them`(text: String, value: String) throws {
    #expect(try Self.field(text).rawInteger("an amount") == ExactInteger(parsing: value))
  }

  @Test(arguments: [
    "78077338549235265036291 [7.9e22]", "78077338549235265036291 [7.807e21]", "123 []", "123 [x]",
    "123[1.23e2]", "[1.23e2]", "-5 [5]", "123 [1.23e2", "n", "-5n", "1.5n", "0x5n", "1.5e18",
    "1e+18", "1e-1", "e18", "5e", "1e79", "1e18e18", "5 ether", "2.72e+35",
  ])
  func `no integers`(text: String) {
    #expect(throws: Fault.self) { try Self.field(text).rawInteger("an amount") }
  }

  @Test func `ether is a unit of amounts of 18 decimals alone`() throws {
    #expect(
      try Self.field("598.6 ether").rawInteger("wei", decimals: 18)
        == (try ExactInteger(parsing: "598600000000000000000")))
    #expect(try Self.field("0.000000000000000001 ether").rawInteger("wei", decimals: 18) == 1)
    for (text, decimals) in [
      ("598.6 ether", 36), ("598.6 ether", 6), ("0.0000000000000000001 ether", 18),
      ("-1 ether", 18), ("1ether", 18),
    ] {
      #expect(throws: Fault.self) {
        try Self.field(text).rawInteger("an amount", decimals: decimals)
      }
    }
  }

  @Test(arguments: ["1_000_000", "1,000,000", "1'000'000", "1 000 000"])
  func `grouped digits are refused with the way to write them`(text: String) {
    let fault = #expect(throws: Fault.self) { try Self.field(text).rawInteger("an amount") }
    #expect(fault?.hint == "write it without separators: 1000000")
  }
}
