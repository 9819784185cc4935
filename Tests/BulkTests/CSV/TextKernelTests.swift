import CKernels
import TestSupport
import Testing

@testable import Bulk

/// The routines for wide vectors: every variant that this processor has against plain loops.
@Suite struct TextKernelTests {
  @Test("separators", arguments: 0...2)
  func separators(variant: Int32) {
    var random = SeededGenerator(seed: 71)
    let alphabet = Array("0123456789abc.,,,\n\r\u{0}".utf8) + [0x80, 0xFF, 0xAC, 0x8A]
    for round in 0..<2_000 {
      let count = round % 300
      let bytes = ByteBuffer(capacity: count)
      for _ in 0..<count {
        // In some rounds quotes, in some nothing but separators.
        let byte: UInt8 =
          round % 7 == 0 && UInt8.random(in: 0...60, using: &random) == 0
          ? UInt8(ascii: "\"")
          : round % 11 == 0 ? UInt8(ascii: ",") : alphabet.randomElement(using: &random) ?? 0
        bytes.append(byte)
      }
      let content = bytes.copy(0..<count)
      let expected = content.indices.filter {
        [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n")].contains(content[$0])
      }
      // What stands behind the content must not count.
      unsafe bytes.base.storeBytes(of: 0x2222, toByteOffset: count, as: UInt16.self)
      var places = [UInt32](repeating: 0, count: count + 4)
      var found = 0
      let hasVariant = unsafe berayield_find_separators_variant(
        variant, bytes.base.assumingMemoryBound(to: UInt8.self), count, &places, &found)
      guard hasVariant == 1 else { return }
      #expect(places.prefix(found).map(Int.init) == Array(expected))
    }
  }

  @Test("random digits", arguments: 0...2)
  func digits(variant: Int32) {
    let least: [UInt64] = [0, 100, 7]
    let bound: [UInt64] = [100_000_000, 900, 1]
    for (first, rows) in [(0, 1), (5, 64), (1 << 40, 65), (99_999_990, 200)] {
      var numbers = [UInt64](repeating: 0, count: 3 * rows)
      guard
        unsafe berayield_draw_numbers_variant(
          variant, &numbers, 42, UInt64(first), rows, least, bound, 3) == 1
      else { return }
      for row in 0..<rows {
        var random = SplitMix(seed: 42, row: UInt64(first + row))
        let outputs = [random.next(), random.next()]
        let halves = [outputs[0] >> 32, outputs[0] & 0xFFFF_FFFF, outputs[1] >> 32]
        for draw in 0..<3 {
          #expect(numbers[draw * rows + row] == least[draw] + (halves[draw] * bound[draw]) >> 32)
        }
      }
      let expected = numbers.map { number in
        let text = String(number)
        return String(repeating: "0", count: 8 - text.utf8.count) + text
      }
      _ = unsafe berayield_write_digits_variant(variant, &numbers, numbers.count)
      let found = numbers.map { word in
        String(decoding: (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }, as: UTF8.self)
      }
      #expect(found == expected)
    }
  }

  @Test("eight digits of edges", arguments: 0...2)
  func edges(variant: Int32) {
    var numbers: [UInt64] = [0, 1, 9, 10, 99, 9_999, 10_000, 99_990_000, 99_999_999, 12_345_678]
    let expected = numbers.map { number in
      let text = String(number)
      return Array((String(repeating: "0", count: 8 - text.utf8.count) + text).utf8)
    }
    guard unsafe berayield_write_digits_variant(variant, &numbers, numbers.count) == 1 else {
      return
    }
    #expect(
      numbers.map { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        == expected)
  }

  /// SplitMix64 as its authors give it.
  struct SplitMix {
    var state: UInt64

    init(seed: UInt64, row: UInt64) {
      state = Self.mixed(seed &+ row &* 0xD134_2543_DE82_EF95)
    }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Self.mixed(state)
    }

    static func mixed(_ value: UInt64) -> UInt64 {
      var z = value
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
