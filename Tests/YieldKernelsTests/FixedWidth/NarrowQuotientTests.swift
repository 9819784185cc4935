import FixedPoint
import TestSupport
import Testing
import Words

@testable import YieldKernels

struct NarrowQuotientTests {
  private static func word(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) -> UInt256 {
    UInt256(high: UInt128(w3, w2), low: UInt128(w1, w0))
  }

  @Test func `products are exact`() {
    var source = AdversarialWords(seed: 1)
    for _ in 0..<5_000 * TestScale.factor {
      let (a, b) = (source.word128(), source.word128())
      #expect(ExactInteger(UInt256(a, times: b)) == ExactInteger(a) * ExactInteger(b))
    }
  }

  /// q * D <= N < (q + 1) * D decides a quotient without dividing.
  ///
  /// The numerators are built around
  /// exact multiples, where a wrong digit shows.
  @Test func `quotients obey the law of division`() {
    var source = AdversarialWords(seed: 2)
    for _ in 0..<20_000 * TestScale.factor {
      let divisor = Self.word(
        source.word(), source.word(), source.pick([0, 1, source.word(), source.word()]),
        source.pick([0, 0, 0, source.word()]))
      let product = ExactInteger(divisor) * ExactInteger(source.word128())
      let offset = ExactInteger(source.pick([-1, 0, 1, -2]))
      guard let numerator = UInt256(exactly: product + offset) else { continue }
      Self.expectLaw(numerator, divisor)
      Self.expectLaw(
        Self.word(source.word(), source.word(), source.word(), source.word()), divisor)
    }
  }

  private static func expectLaw(_ numerator: UInt256, _ divisor: UInt256) {
    let (n, d) = (ExactInteger(numerator), ExactInteger(divisor))
    if let quotient = numerator.narrowQuotient(dividingBy: divisor) {
      let q = ExactInteger(quotient)
      if !(q * d <= n && n < (q + 1) * d) {
        Issue.record("\(n) / \(d) is not \(q)")
      }
    } else if d.isZero == false, n < d.shiftedLeft(by: 128) {
      Issue.record("\(n) / \(d) was refused though it fits")
    }
  }

  @Test func `a quotient of more than 128 bits and a divisor of zero are refused`() {
    func quotient(_ numerator: UInt256, _ divisor: UInt256) -> UInt128? {
      numerator.narrowQuotient(dividingBy: divisor)
    }
    #expect(quotient(Self.word(1, 0, 0, 0), Self.word(0, 0, 0, 0)) == nil)
    #expect(quotient(Self.word(0, 0, 1, 0), Self.word(1, 0, 0, 0)) == nil)
    #expect(quotient(Self.word(0, 0, 0, 1), Self.word(0, 1, 0, 0)) == nil)
    #expect(quotient(Self.word(.max, .max, 0, 0), Self.word(1, 0, 0, 0)) == .max)
    #expect(quotient(.max, Self.word(0, 0, 1, 0)) == .max)
    #expect(quotient(Self.word(1, 0, 0, 1), Self.word(0, 0, 0, 1)) == 1)
  }
}
