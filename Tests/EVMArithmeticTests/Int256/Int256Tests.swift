import EVMArithmetic
import Testing

@Suite struct Int256Tests {
  @Test func `division truncates, shifting floors`() throws {
    #expect(Int256(-7).sdiv(2) == -3 && Int256(-7).smod(2) == -1)
    #expect(Int256(7).sdiv(-2) == -3 && Int256(7).smod(-2) == 1)
    #expect(Int256(-7) >> 1 == -4 && Int256(-1) >> 300 == -1)
    #expect(try Int256(-7) / 2 == -3)
    #expect(try Int256(-7) % 2 == -1)
  }

  @Test func `the smallest number by minus one wraps, or panics when checked`() {
    #expect(Int256.min.sdiv(-1) == .min)
    #expect(throws: Revert.panic(0x11)) { try Int256.min / -1 }
    #expect(throws: Revert.panic(0x11)) { try Int256.min * -1 }
    #expect(throws: Revert.panic(0x11)) { try Int256.max + 1 }
    #expect(throws: Revert.panic(0x11)) { try Int256.min - 1 }
    #expect(throws: Revert.panic(0x12)) { try Int256.one / 0 }
    #expect(throws: Revert.panic(0x12)) { try Int256.one % 0 }
    #expect(throws: Revert.panic(0x11)) { try Int256(-1).unsigned() }
  }

  @Test func `signed arithmetic agrees with native 128 bit numbers`() throws {
    var words = RandomWords(seed: 0x516)
    for _ in 0..<2_000 {
      let x = Int64(truncatingIfNeeded: words.unsigned().low)
      let y = Int64(truncatingIfNeeded: words.unsigned().low)
      let (wideX, wideY) = (try wide(Int128(x)), try wide(Int128(y)))
      #expect(try wideX + wideY == wide(Int128(x) + Int128(y)))
      #expect(try wideX - wideY == wide(Int128(x) - Int128(y)))
      #expect(try wideX * wideY == wide(Int128(x) * Int128(y)))
      #expect((wideX < wideY) == (x < y))
      let distance = words.shift(upTo: 100)
      #expect(wideX >> distance == (try wide(Int128(x) >> Int128(distance))))
      if y != 0 {
        #expect(try wideX / wideY == wide(Int128(x) / Int128(y)))
        #expect(try wideX % wideY == wide(Int128(x) % Int128(y)))
      }
    }
  }

  private func wide(_ value: Int128) throws -> Int256 {
    try #require(
      Int256(magnitude: UInt256(high: 0, low: value.magnitude), isNegative: value < 0))
  }

  @Test func `magnitudes outside the range are refused`() {
    #expect(Int256(magnitude: Int256.min.bits, isNegative: false) == nil)
    #expect(Int256(magnitude: Int256.min.bits, isNegative: true) == .min)
    #expect(Int256(magnitude: .max, isNegative: true) == nil)
    #expect(Int256(magnitude: 0, isNegative: true) == 0)
    #expect(Int256("-0") == 0 && Int256("--1") == nil && Int256("-") == nil)
    #expect(UInt256(bitPattern: -1) == .max)
  }
}

extension Int256 {
  fileprivate static let one: Int256 = 1
}
