import FixedPoint
import TestSupport
import Testing

@testable import Bulk

/// The eight-at-a-time readers and writers of digits against the standard library and `Wad`.
@Suite struct DigitTests {
  static func written(_ body: (inout UnsafeMutableRawPointer) -> Void) -> String {
    let buffer = ByteBuffer(capacity: 128)
    var cursor = unsafe buffer.base
    unsafe body(&cursor)
    buffer.count = unsafe cursor - buffer.base
    return String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self)
  }

  static func field<Value>(_ text: String, _ body: (DigitField) -> Value) -> Value {
    let buffer = ByteBuffer(capacity: 64)
    // What stands behind a field must not matter.
    buffer.append(Array(text.utf8) + Array("9.,\n0x".utf8))
    return unsafe body(
      DigitField(start: UnsafeRawPointer(buffer.base), count: text.utf8.count))
  }

  @Test("fields of every length", arguments: 0...45)
  func fields(length: Int) {
    var random = SeededGenerator(seed: 100 + UInt64(length))
    for round in 0..<200 {
      var digits = (0..<length).map { _ in
        UInt8(ascii: "0") + (round == 0 ? 9 : UInt8.random(in: 0...9, using: &random))
      }
      if round % 4 == 3, length > 0 {
        digits[Int.random(in: 0..<length, using: &random)] = UInt8.random(
          in: 0...0x7F, using: &random)
      }
      let text = String(decoding: digits, as: UTF8.self)
      let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
      let wide = unsafe Self.field(text) { unsafe $0.wide }
      #expect(wide == (isNumber && (1...38).contains(length) ? UInt128(text) : nil), "\(text)")
      let narrow = unsafe Self.field(text) { unsafe $0.narrow }
      #expect(narrow == (isNumber && (1...16).contains(length) ? UInt64(text) : nil), "\(text)")
    }
  }

  @Test func decimalFields() throws {
    for text in [
      "0", "7", "4.39", "14284.60", "0.5", "1234567", "12345678", "0.000001", "00.10", "123456789",
      "1.2345678", "223845.58", "9999999999999999999", "9999999999999999999.999999999999999999",
      "0.000000000000000001", "000000000000000000.1",
    ] {
      let value = unsafe Self.field(text) { unsafe $0.decimal }
      let wad = try Wad(parsing: text)
      #expect(value.map { ExactInteger($0) } == wad.rawValue, "\(text)")
    }
    for text in [
      "", ".", ".5", "5.", "1.2.3", "-1", "1e5", "1,5", " 1", ".123456789", "123456789.",
      "1234.567.8", "-123456789", "1.23456789e5", "0.0000000000000000001",
      "12345678901234567890", "12345678901234567890.5", "1234567890,12",
    ] {
      #expect(unsafe Self.field(text) { unsafe $0.decimal } == nil, "\(text)")
    }
  }

  @Test("decimals of every shape", arguments: 1...20, 1...19)
  func decimals(whole: Int, behind: Int) throws {
    var random = SeededGenerator(seed: UInt64(100 * whole + behind))
    for round in 0..<20 {
      let digits = (0..<whole + behind).map { _ in
        Character(String(round == 0 ? 9 : Int.random(in: 0...9, using: &random)))
      }
      let text = String(digits.prefix(whole)) + "." + String(digits.suffix(behind))
      let value = unsafe Self.field(text) { unsafe $0.decimal }
      guard whole <= 19, behind <= 18 else {
        #expect(value == nil, "\(text)")
        continue
      }
      #expect(try value.map { ExactInteger($0) } == Wad(parsing: text).rawValue, "\(text)")
    }
  }

  @Test func writtenIntegers() {
    var random = SeededGenerator(seed: 5)
    for bits in 0...64 {
      for _ in 0..<50 {
        let value = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64(64 - max(bits, 1))
        #expect(unsafe Self.written { unsafe DigitWriter.append(value, at: &$0) } == String(value))
      }
    }
    for value in [0, 9, 10, 99_999_999, 100_000_000, UInt64.max] {
      #expect(unsafe Self.written { unsafe DigitWriter.append(value, at: &$0) } == String(value))
    }
  }

  @Test func writtenWads() {
    var random = SeededGenerator(seed: 6)
    for bits in 1...128 {
      for round in 0..<50 {
        var value = UInt128.random(in: 0...UInt128.max, using: &random) >> UInt128(128 - bits)
        if round % 4 == 0 { value = value / 1_000_000_000 * 1_000_000_000 }
        if round % 8 == 0 { value = value / 1_000_000_000_000_000_000 * 1_000_000_000_000_000_000 }
        var isWritten = false
        let text = unsafe Self.written {
          isWritten = unsafe DigitWriter.append(wad: value, at: &$0)
        }
        #expect(isWritten == (value >> 64 < 1_000_000_000_000_000_000))
        #expect(text == (isWritten ? Wad(raw: ExactInteger(value)).text() : ""))
      }
    }
  }
}
