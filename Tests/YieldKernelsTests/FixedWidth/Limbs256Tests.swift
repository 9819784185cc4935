import FixedPoint
import TestSupport
import Testing

@testable import YieldKernels

struct Limbs256Tests {
  private static func exact(_ limbs: Limbs256) -> ExactInteger {
    ExactInteger(words: (limbs.w0, limbs.w1, limbs.w2, limbs.w3))
  }

  @Test func `products are exact`() {
    var source = AdversarialWords(seed: 1)
    for _ in 0..<5_000 * TestScale.factor {
      let (a, b) = (source.word128(), source.word128())
      #expect(Self.exact(Limbs256(a, times: b)) == ExactInteger(a) * ExactInteger(b))
    }
  }

  /// q * D <= N < (q + 1) * D decides a quotient without dividing.
  ///
  /// The numerators are built around
  /// exact multiples, where a wrong digit shows.
  @Test func `quotients obey the law of division`() {
    var source = AdversarialWords(seed: 2)
    for _ in 0..<20_000 * TestScale.factor {
      let divisor = Limbs256(
        source.word(), source.word(), source.pick([0, 1, source.word(), source.word()]), 0)
      let product = Self.exact(divisor) * ExactInteger(source.word128())
      let offset = ExactInteger(source.pick([-1, 0, 1, -2]))
      guard let words = (product + offset).words, !(product + offset).isNegative else {
        continue
      }
      let numerator = Limbs256(words.0, words.1, words.2, words.3)
      Self.expectLaw(numerator, divisor)
      Self.expectLaw(
        Limbs256(source.word(), source.word(), source.word(), source.word()), divisor)
    }
  }

  private static func expectLaw(_ numerator: Limbs256, _ divisor: Limbs256) {
    let (n, d) = (exact(numerator), exact(divisor))
    if let quotient = numerator.quotient(dividingBy: divisor) {
      let q = ExactInteger(quotient)
      if !(q * d <= n && n < (q + 1) * d) {
        Issue.record("\(n) / \(d) is not \(q)")
      }
    } else if d.isZero == false, n < d * ExactInteger(UInt128.max) {
      Issue.record("\(n) / \(d) was refused though it fits")
    }
  }

  @Test func `out of range is refused`() {
    #expect(Limbs256(1, 0, 0, 0).quotient(dividingBy: Limbs256(0, 0, 0, 0)) == nil)
    #expect(Limbs256(1, 0, 0, 1).quotient(dividingBy: Limbs256(0, 0, 0, 1)) == nil)
    #expect(Limbs256(0, 0, 1, 0).quotient(dividingBy: Limbs256(1, 0, 0, 0)) == nil)
    #expect(Limbs256(.max, .max, 0, 0).quotient(dividingBy: Limbs256(1, 0, 0, 0)) == .max)
    #expect(Limbs256(0, 0, 0, 1).quotient(dividingBy: Limbs256(0, 1, 0, 0)) == nil)
    #expect(Limbs256(.max, .max, .max, .max).quotient(dividingBy: Limbs256(0, 0, 1, 0)) == .max)
  }
}
