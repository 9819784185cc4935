import FixedPoint
import Foundation
import Testing

@Suite struct ExactIntegerConversionTests {
  @Test func `native integers of every width come in and go out`() {
    #expect(ExactInteger(Int8.min).description == "-128")
    #expect(ExactInteger(Int64.min).description == "-9223372036854775808")
    #expect(ExactInteger(UInt64.max).description == "18446744073709551615")
    #expect(
      ExactInteger(Int128.min).description == "-170141183460469231731687303715884105728")
    #expect(
      ExactInteger(UInt128.max).description == "340282366920938463463374607431768211455")

    #expect(Int128(exactly: ExactInteger(Int128.min)) == Int128.min)
    #expect(Int128(exactly: ExactInteger(Int128.min) - 1) == nil)
    #expect(Int128(exactly: ExactInteger(Int128.max) + 1) == nil)
    #expect(UInt128(exactly: ExactInteger(UInt128.max)) == UInt128.max)
    #expect(UInt128(exactly: ExactInteger(UInt128.max) + 1) == nil)
    #expect(Int(exactly: ExactInteger(Int.min)) == Int.min)
    #expect(Int(exactly: ExactInteger(Int.min) - 1) == nil)
    #expect(UInt64(exactly: ExactInteger(-1)) == nil)
    #expect(UInt64(exactly: ExactInteger.one.shiftedLeft(by: 64)) == nil)
    #expect(Int32(exactly: ExactInteger(1) - 1) == 0)
    #expect(Int(exactly: ExactInteger.one.shiftedLeft(by: 400)) == nil)
  }

  @Test func `literals of any length`() throws {
    let long: ExactInteger = 123_456_789_012_345_678_901_234_567_890_123_456_789_012_345_678_901_234
    #expect(long.description == "123456789012345678901234567890123456789012345678901234")
    let negative: ExactInteger = -0x1_0000_0000_0000_0000_0000_0000_0000_0000
    #expect(negative == -ExactInteger.one.shiftedLeft(by: 128))
    let huge: ExactInteger =
      0x1_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000
    #expect(huge == ExactInteger.one.shiftedLeft(by: 256))
    #expect((-1 as ExactInteger) + 1 == 0)
  }

  @Test func `strings in any coder`() throws {
    let values: [ExactInteger] = [
      0, -1, ExactInteger.powerOfTen(60), -ExactInteger.powerOfTen(100),
    ]
    let data = try JSONEncoder().encode(values)
    #expect(String(decoding: data, as: UTF8.self).hasPrefix(#"["0","-1","1000"#))
    #expect(try JSONDecoder().decode([ExactInteger].self, from: data) == values)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ExactInteger].self, from: Data(#"["1.5"]"#.utf8))
    }
  }

  @Test(arguments: [
    ("", NumberTextFault.empty), ("-", .noDigits), ("+5", .plusSign), (" 5", .whitespace),
    ("5 ", .whitespace), ("1_000", .separator), ("1,000", .separator), ("1e5", .scientificNotation),
    ("1.5", .fraction), (".5", .fraction), ("0x", .noDigits), ("-0x", .noDigits),
    ("NaN", .notFinite), ("-inf", .notFinite), ("Infinity", .notFinite),
    ("٣", .unexpectedCharacter(offset: 0)), ("12a", .unexpectedCharacter(offset: 2)),
    ("0x1g", .unexpectedCharacter(offset: 3)), ("--1", .unexpectedCharacter(offset: 1)),
    ("1x5", .unexpectedCharacter(offset: 1)), ("0x1_0", .separator),
  ])
  func `what is not an integer is refused with its fault`(text: String, fault: NumberTextFault) {
    let error = #expect(throws: ArithmeticError.self) { try ExactInteger(parsing: text) }
    guard case .malformedInteger(_, let found)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == fault)
  }

  @Test func `text beyond the bound is refused, at the bound it is read`() throws {
    let limit = ExactInteger.maximumTextLength
    let longest = String(repeating: "9", count: limit)
    let value = try ExactInteger(parsing: longest)
    #expect(value + 1 == ExactInteger.powerOfTen(limit))
    #expect(throws: ArithmeticError.textTooLong(length: limit + 1, limit: limit)) {
      try ExactInteger(parsing: longest + "9")
    }
  }
}
