import EVMArithmetic
import Testing

@Suite struct UInt256TextTests {
  @Test(arguments: [
    ("0", "0x0"), ("9", "0x9"), ("18446744073709551616", "0x10000000000000000"),
    (
      "340282366920938463463374607431768211456",
      "0x100000000000000000000000000000000"
    ),
    (
      "100000000000000000000000000000000000000000000000000000000000000000000000000000",
      "0xdd15fe86affad91249ef0eb713f39ebeaa987b6e6fd2a0000000000000000000"
    ),
    (
      "115792089237316195423570985008687907853269984665640564039457584007913129639935",
      "0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    ),
  ])
  func `decimal and hexadecimal name the same number`(decimal: String, hexadecimal: String) {
    let word = UInt256(decimal)
    #expect(word == UInt256(hexadecimal))
    #expect(word?.description == decimal)
    #expect(word?.hexadecimal() == hexadecimal)
  }

  @Test(arguments: [
    "", "0x", "-1", "+1", " 1", "1 ", "1_000", "1e3", "1.0", "0xg", "x1", "٣", "0b1",
    "115792089237316195423570985008687907853269984665640564039457584007913129639936",
    "0x10000000000000000000000000000000000000000000000000000000000000000",
  ])
  func `malformed and too wide text is refused`(text: String) {
    #expect(UInt256(text) == nil)
  }

  @Test func `leading zeros and capitals are accepted`() {
    #expect(UInt256(String(repeating: "0", count: 100) + "7") == 7)
    #expect(UInt256("0XAB") == 0xab)
  }

  @Test func `text round-trips`() {
    var words = RandomWords(seed: 0x7e47)
    for _ in 0..<1_000 {
      let word = words.unsigned()
      #expect(UInt256(word.description) == word)
      #expect(UInt256(word.hexadecimal()) == word)
      let number = words.signed()
      #expect(Int256(number.description) == number)
    }
  }

  @Test func `native integers convert exactly or not at all`() {
    #expect(UInt256(exactly: -1) == nil)
    #expect(UInt256(exactly: UInt128.max) == UInt256(high: 0, low: .max))
    #expect(UInt64(exactly: UInt256(UInt64.max)) == .max)
    #expect(UInt64(exactly: UInt256(UInt64.max) &+ 1) == nil)
  }
}
