import EVMArithmetic
import Testing

/// Laws of the unsigned word, on seeded random words and on the edges.
@Suite struct UInt256LawsTests {
  static let edges: [UInt256] = [
    0, 1, 2, 0xffff_ffff_ffff_ffff, 0x1_0000_0000_0000_0000,
    0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff, 0x1_0000_0000_0000_0000_0000_0000_0000_0000,
    UInt256(high: 1 << 127, low: 0), UInt256(high: .max, low: 0),
    UInt256(high: .max >> 1, low: .max),
    .max &- 1, .max,
  ]

  @Test(arguments: edges, edges)
  func `the division identity holds at the edges`(dividend: UInt256, divisor: UInt256) throws {
    try expectDivisionIdentity(dividend, divisor)
    for upper in Self.edges { expectFullWidthIdentity(upper, dividend, divisor) }
  }

  @Test func `the division identity holds on random words`() throws {
    var words = RandomWords(seed: 0xd1f)
    for _ in 0..<4_000 {
      try expectDivisionIdentity(words.unsigned(), words.unsigned())
      expectFullWidthIdentity(words.unsigned(), words.unsigned(), words.unsigned())
    }
  }

  /// q * d + r = n and r < d; and an exact product divides back to its factor.
  private func expectDivisionIdentity(_ dividend: UInt256, _ divisor: UInt256) throws {
    guard let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor) else {
      #expect(divisor.isZero)
      return
    }
    #expect(remainder < divisor)
    #expect(try quotient * divisor + remainder == dividend)
  }

  /// The same for 512 bits: the quotient times the divisor plus the remainder is the dividend.
  private func expectFullWidthIdentity(_ upper: UInt256, _ lower: UInt256, _ divisor: UInt256) {
    guard let (quotient, remainder) = divisor.dividingFullWidth((upper, lower)) else {
      #expect(upper >= divisor)
      return
    }
    #expect(upper < divisor && remainder < divisor)
    let product = quotient.multipliedFullWidth(by: divisor)
    let (low, carry) = product.low.addingReportingOverflow(remainder)
    #expect(low == lower && product.high &+ (carry ? 1 : 0) == upper)
  }

  @Test func `products and remainders agree with a bit by bit twin`() {
    var words = RandomWords(seed: 0x3a11)
    for _ in 0..<60 {
      let (x, y, modulus) = (words.unsigned(), words.unsigned(), words.unsigned())
      let full = x.multipliedFullWidth(by: y)
      let twin = Self.bitSerialProduct(x, y)
      #expect(full.high == twin.high && full.low == twin.low)
      #expect(x &* y == twin.low)
      #expect(
        x.multiplied(by: y, modulo: modulus) == Self.bitSerialRemainder(x, y, modulus),
        "\(x) * \(y) mod \(modulus)")
    }
    #expect(UInt256.max.multiplied(by: .max, modulo: 0) == 0)
  }

  /// Shift and add, one bit of `y` at a time.
  private static func bitSerialProduct(
    _ x: UInt256, _ y: UInt256
  ) -> (high: UInt256, low: UInt256) {
    var high = UInt256.zero
    var low = UInt256.zero
    for bit in 0..<256 where !((y >> bit) & 1).isZero {
      let (sum, carry) = low.addingReportingOverflow(x << bit)
      low = sum
      high = high &+ (x >> (256 - bit)) &+ (carry ? 1 : 0)
    }
    return (high, low)
  }

  /// Doubling modulo `modulus`, one bit of `y` at a time from the top.
  private static func bitSerialRemainder(
    _ x: UInt256, _ y: UInt256, _ modulus: UInt256
  ) -> UInt256 {
    if modulus.isZero { return .zero }
    let factor = x.mod(modulus)
    var total = UInt256.zero
    for bit in (0..<256).reversed() {
      total = sum(total, total, modulo: modulus)
      if !((y >> bit) & 1).isZero { total = sum(total, factor, modulo: modulus) }
    }
    return total
  }

  private static func sum(_ x: UInt256, _ y: UInt256, modulo modulus: UInt256) -> UInt256 {
    let (sum, carry) = x.addingReportingOverflow(y)
    return carry || sum >= modulus ? sum &- modulus : sum
  }

  @Test func `narrow words agree with native 128 bit arithmetic`() throws {
    var words = RandomWords(seed: 0x128)
    for _ in 0..<2_000 {
      let (x, y) = (words.unsigned().low, words.unsigned().low)
      let (wideX, wideY) = (UInt256(high: 0, low: x), UInt256(high: 0, low: y))
      let sum = x.addingReportingOverflow(y)
      #expect(wideX &+ wideY == UInt256(high: sum.overflow ? 1 : 0, low: sum.partialValue))
      let product = x.multipliedFullWidth(by: y)
      #expect(wideX &* wideY == UInt256(high: product.high, low: product.low))
      #expect((wideX < wideY) == (x < y))
      #expect((wideX &- wideY).low == x &- y)
      if y != 0 {
        #expect(try wideX / wideY == UInt256(high: 0, low: x / y))
        #expect(try wideX % wideY == UInt256(high: 0, low: x % y))
      }
    }
  }

  @Test func `shifts are products and quotients by powers of two`() {
    var words = RandomWords(seed: 0x5417)
    for _ in 0..<1_000 {
      let word = words.unsigned()
      let distance = words.shift(upTo: 255)
      let power = UInt256.one << distance
      #expect(word << distance == word &* power)
      #expect(word >> distance == word.div(power))
    }
    for distance in [256, 257, 1_000] {
      #expect(UInt256.max << distance == 0 && UInt256.max >> distance == 0)
    }
  }
}
