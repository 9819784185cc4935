import TestSupport
import Testing
import Words

/// Eight digits in a word against the standard library's text.
@Suite struct EightDigitsTests {
  static let edges: [UInt64] = [
    0, 1, 9, 10, 99, 100, 9_999, 10_000, 99_990_000, 12_345_678, 90_000_009, 99_999_999,
  ]

  static func values() -> [UInt64] {
    var random = SeededGenerator(seed: 8)
    return edges + (0..<2_000).map { _ in UInt64.random(in: 0..<EightDigits.limit, using: &random) }
  }

  private static func bytes(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }

  private static func word(_ bytes: [UInt8]) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test func `numbers become their digits, and digits their number`() {
    for value in Self.values() {
      let text = String(String(EightDigits.limit + value).dropFirst())
      #expect(Self.bytes(EightDigits.characters(of: value)) == Array(text.utf8))
      #expect(
        EightDigits.digits(of: value) == EightDigits.characters(of: value) ^ EightDigits.zeros)
      let digits = Self.word(Array(text.utf8)) ^ EightDigits.zeros
      #expect(EightDigits.value(of: digits) == value)
    }
  }

  @Test(arguments: UInt8.min...UInt8.max)
  func `the lowest mark is the first byte that is no digit`(byte: UInt8) {
    for place in 0..<8 {
      for behind in [0x30, 0xFF, byte] as [UInt8] {
        var bytes = [UInt8](repeating: 0x39, count: place) + [byte]
        bytes += [UInt8](repeating: behind, count: 7 - place)
        let marks = EightDigits.marksAboveNine(Self.word(bytes) ^ EightDigits.zeros)
        let first = bytes.firstIndex { !(0x30...0x39).contains($0) }
        #expect(first == (marks == 0 ? nil : marks.trailingZeroBitCount / 8))
      }
    }
  }
}
