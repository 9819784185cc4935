import FixedPoint
import TestSupport
import Testing

@testable import Bulk

/// The eight-at-a-time readers and writers of digits against the standard library and `Wad`.
@Suite struct DigitTests {
  static func read<Value>(
    _ text: String, _ body: (inout UnsafeRawPointer) -> Value
  ) -> (value: Value, consumed: Int) {
    let buffer = ByteBuffer(capacity: 64)
    buffer.append(Array(text.utf8) + [0x2C])
    var cursor = unsafe UnsafeRawPointer(buffer.base)
    let value = unsafe body(&cursor)
    return unsafe (value, cursor - UnsafeRawPointer(buffer.base))
  }

  static func written(_ body: (inout UnsafeMutableRawPointer) -> Void) -> String {
    let buffer = ByteBuffer(capacity: 128)
    var cursor = unsafe buffer.base
    unsafe body(&cursor)
    buffer.count = unsafe cursor - buffer.base
    return String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self)
  }

  @Test("integers of every length", arguments: 0...45)
  func integers(length: Int) {
    var random = SeededGenerator(seed: UInt64(length))
    for round in 0..<200 {
      let digits = (0..<length).map { _ in
        Character(String(round == 0 ? 9 : round == 1 ? 0 : Int.random(in: 0...9, using: &random)))
      }
      let text = String(digits)
      let wide = unsafe Self.read(text) { unsafe DigitScanner.wide(&$0) }
      #expect(wide.value == (length <= 38 ? UInt128(text) : nil))
      if wide.value != nil { #expect(wide.consumed == length) }
      let narrow = unsafe Self.read(text) { unsafe DigitScanner.narrow(&$0) }
      #expect(narrow.value?.value == (length <= 19 ? UInt64(text) : nil))
      if narrow.value != nil { #expect(narrow.value?.count == length && narrow.consumed == length) }
    }
  }

  static func field<Value>(_ text: String, _ body: (DigitScanner.Field) -> Value) -> Value {
    let buffer = ByteBuffer(capacity: 64)
    // What stands behind a field must not matter.
    buffer.append(Array(text.utf8) + Array("9.,\n0x".utf8))
    return unsafe body(
      DigitScanner.Field(start: UnsafeRawPointer(buffer.base), count: text.utf8.count))
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
      let wide = unsafe Self.field(text) { unsafe DigitScanner.wide($0) }
      #expect(wide == (isNumber && (1...38).contains(length) ? UInt128(text) : nil), "\(text)")
      let narrow = unsafe Self.field(text) { unsafe DigitScanner.narrow($0) }
      #expect(narrow == (isNumber && (1...16).contains(length) ? UInt64(text) : nil), "\(text)")
    }
  }

  @Test func decimalFields() throws {
    for text in ["0", "7", "4.39", "14284.60", "0.5", "1234567", "12345678", "0.000001", "00.10"] {
      let value = unsafe Self.field(text) { unsafe DigitScanner.decimal($0) }
      let wad = try Wad(parsing: text)
      #expect(value.map { ExactInteger($0) } == wad.rawValue, "\(text)")
    }
    for text in ["", ".", ".5", "5.", "1.2.3", "-1", "1e5", "1,5", "123456789", "1.2345678", " 1"] {
      #expect(unsafe Self.field(text) { unsafe DigitScanner.decimal($0) } == nil, "\(text)")
    }
  }

  @Test("any byte ends a run of digits", arguments: UInt8.min...UInt8.max)
  func end(byte: UInt8) {
    let isDigit = (0x30...0x39).contains(byte)
    for length in 1...18 {
      let buffer = ByteBuffer(capacity: 64)
      buffer.append([UInt8](repeating: 0x37, count: length) + [byte, 0xFF, 0x00, 0x80, 0x2C])
      var cursor = unsafe UnsafeRawPointer(buffer.base)
      let result = unsafe DigitScanner.narrow(&cursor)
      #expect(result?.count == length + (isDigit ? 1 : 0))
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
