import FixedPoint
import Testing

/// Every pair of small integers against Swift's own 128-bit arithmetic.
@Suite struct ExactIntegerNarrowTests {
  static let range = -40...40

  @Test func `sums, differences and products of every small pair`() {
    for a in Self.range {
      for b in Self.range {
        let (x, y) = (ExactInteger(a), ExactInteger(b))
        #expect(x + y == ExactInteger(a + b))
        #expect(x - y == ExactInteger(a - b))
        #expect(x * y == ExactInteger(a * b))
        #expect((x < y) == (a < b))
        #expect((x == y) == (a == b))
      }
    }
  }

  @Test(arguments: RoundingRule.allCases)
  func `quotients of every small pair`(rounding: RoundingRule) throws {
    for a in Self.range {
      for b in Self.range where b != 0 {
        let expected = Self.rounded(a, b, rounding)
        let quotient = try ExactInteger(a).divided(by: ExactInteger(b), rounding: rounding)
        #expect(quotient == ExactInteger(expected), "\(a) / \(b) \(rounding)")
      }
    }
  }

  /// The rounded quotient from its definition: the integer that the rule asks for around a/b.
  static func rounded(_ a: Int, _ b: Int, _ rounding: RoundingRule) -> Int {
    let (n, d) = b < 0 ? (-a, -b) : (a, b)
    let floor = n >= 0 ? n / d : -((-n + d - 1) / d)
    let ceiling = floor * d == n ? floor : floor + 1
    let doubled = 2 * (n - floor * d)
    switch rounding {
    case .down: return floor
    case .up: return ceiling
    case .towardZero: return n >= 0 ? floor : ceiling
    case .halfUp: return doubled >= d ? floor + 1 : floor
    case .halfEven:
      if doubled == d { return floor % 2 == 0 ? floor : floor + 1 }
      return doubled > d ? floor + 1 : floor
    }
  }
}
