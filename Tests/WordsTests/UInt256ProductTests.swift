import TestSupport
import Testing
import Words

/// Products and sums of words against the standard library's 128-bit integers and against each other.
@Suite struct UInt256ProductTests {
  static func half(_ random: inout SeededGenerator) -> UInt128 {
    let value = UInt128(random.next(), random.next())
    switch random.next() % 4 {
    case 0: return value
    case 1: return value >> UInt128(random.next() % 128)
    case 2: return (1 << UInt128(random.next() % 128)) &- UInt128(random.next() % 3)
    default: return .max &- UInt128(random.next() % 3)
    }
  }

  @Test func `halves multiply as the standard library's do`() {
    var random = SeededGenerator(seed: 0x77)
    for _ in 0..<5_000 {
      let (a, b) = (Self.half(&random), Self.half(&random))
      let (high, low) = a.multipliedFullWidth(by: b)
      #expect(UInt256(a, times: b) == UInt256(high: high, low: low))
      // The product of the lowest words is left out, and two carries are cut off.
      let missing = high &- a.upperProduct(b)
      #expect(missing < 3)
      let factor = b.lowWord
      let (product, fits) = a.multiplied(by: factor)
      let (expected, overflow) = a.multipliedReportingOverflow(by: UInt128(factor))
      #expect(fits == !overflow && (overflow || product == expected))
      let word = UInt256(high: b, low: a)
      #expect(word.multipliedWrapping(by: factor) == word &* UInt256(factor))
    }
  }

  @Test func `sums and differences carry`() {
    var random = SeededGenerator(seed: 0x78)
    for _ in 0..<5_000 {
      let a = UInt256(high: Self.half(&random), low: Self.half(&random))
      let b = UInt256(high: Self.half(&random), low: Self.half(&random))
      let (sum, overflow) = a.addingReportingOverflow(b)
      #expect(a &+ b == sum && sum &- b == a && overflow == (sum < a))
    }
  }

  @Test func `digits around the powers of ten`() {
    var power = UInt256.one
    for exponent in 0...77 {
      #expect(power.description == "1" + String(repeating: "0", count: exponent))
      let below = exponent == 0 ? "0" : String(repeating: "9", count: exponent)
      #expect((power &- .one).description == below)
      power = power.multipliedWrapping(by: 10)
    }
  }

  @Test(arguments: [1, 2, 3, 10_000_000_000_000_000, 1 << 63, .max] as [UInt64])
  func `a known reciprocal divides as the divisor does`(divisor: UInt64) {
    var random = SeededGenerator(seed: divisor)
    let reciprocal = WordReciprocal(of: divisor)
    for _ in 0..<500 {
      let word = UInt256(high: Self.half(&random), low: Self.half(&random))
      let (quotient, remainder) = word.quotientAndRemainder(dividingBy: reciprocal)
      #expect(remainder < divisor)
      #expect(quotient.multipliedWrapping(by: divisor) &+ UInt256(remainder) == word)
      #expect(word.quotientAndRemainder(dividingByNonZero: UInt256(divisor)).quotient == quotient)
    }
  }
}
