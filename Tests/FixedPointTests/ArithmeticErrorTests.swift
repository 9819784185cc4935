import FixedPoint
import Testing

/// Every way to fail, the error it gives and the sentence it says.
@Suite struct ArithmeticErrorTests {
  static let wide = ExactInteger.powerOfTen(200)

  @Test func `failures name their operands`() {
    expect("division of 7 by zero") { try ExactInteger(7).divided(by: 0, rounding: .down) }
    expect("division of 7 by zero") { try ExactInteger(7).quotientAndRemainder(dividingBy: 0) }
    expect("division of 42 by zero") {
      try ExactInteger(6).multiplied(by: 7, dividedBy: 0, rounding: .up)
    }
    expect("division of 0.5 by zero") {
      try Wad(parsing: "0.5").divided(by: .zero, rounding: .down)
    }
    expect("zero to the negative power -1", contains: true) {
      try Wad.zero.power(-1, rounding: .down)
    }
    expect("division of 3 by zero") { try ExactRational(3, 0) }
    expect("the square root of the negative number -4") {
      try ExactInteger(-4).squareRoot(rounding: .down)
    }
    expect("the square root of the negative number -0.25") {
      try Wad(parsing: "-0.25").squareRoot(rounding: .down)
    }
    expect("3 to the negative power -2 is not an integer") { try ExactInteger(3).power(-2) }
    expect("\"1e999999999\" is out of range", contains: true) {
      try Wad(parsing: "1e999999999")
    }
    expect("\"1e-19\" has 19 decimal places; exact values hold at most 18") {
      try Wad(parsing: "1e-19")
    }
    expect("\"x\\x0ay\" is not a decimal number: unexpected character at offset 0") {
      try Wad(parsing: "x\ny")
    }
    expect("\"0x10\" is not a decimal number: it is hexadecimal") { try Wad(parsing: "0x10") }
  }

  @Test func `long operands are abbreviated`() {
    expect("division of 1000000000000000000000000000000000000000… (201 digits) by zero") {
      try Self.wide.divided(by: 0, rounding: .down)
    }
    let text = String(repeating: "1", count: 100) + "x"
    expect("\"1111111111111111111111111111111111111111… (101 characters)\"", contains: true) {
      try ExactInteger(parsing: text)
    }
  }

  @Test func `powers that would not fit are refused before they are calculated`() {
    expect("would need more than 67108864 bits", contains: true) {
      try ExactInteger(10).power(1_000_000_000)
    }
    expect("would need more than 16777216 bits", contains: true) {
      try Wad(2).power(1 << 40, rounding: .down)
    }
    expect("would need more than 16777216 bits", contains: true) {
      try Wad(raw: 1).power(.min, rounding: .down)
    }
    expect("would need more than 67108864 bits", contains: true) {
      try ExactRational(2, 3).power(.min)
    }
  }

  private func expect<R>(
    _ sentence: String, contains: Bool = false, _ operation: () throws -> R
  ) {
    let error = #expect(throws: ArithmeticError.self) { _ = try operation() }
    let description = error.map { "\($0)" } ?? ""
    #expect(
      contains ? description.contains(sentence) : description == sentence, "\(description)")
  }
}
