import CKernels
import TestSupport
import Testing

@testable import Bulk

/// Every variant of the search for separators that this processor has, against a plain loop.
@Suite struct SeparatorKernelTests {
  /// Those that this processor has.
  static let variants = 0...berayield_best_variant()

  @Test("separators", arguments: variants)
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
      let delimiter = UInt8(ascii: round % 3 == 0 ? "." : ",")
      let expected = content.indices.filter {
        [UInt8(ascii: "\""), delimiter, UInt8(ascii: "\n")].contains(content[$0])
      }
      // What stands behind the content must not count.
      unsafe bytes.base.storeBytes(of: 0x2222, toByteOffset: count, as: UInt16.self)
      var places = [UInt32](repeating: 0, count: count + 4)
      let found = unsafe berayield_find_separators(
        variant, bytes.base.assumingMemoryBound(to: UInt8.self), count, delimiter, &places)
      #expect(places.prefix(found).map(Int.init) == Array(expected))
    }
  }
}
