import CKernels
import FilterOracle
import TestSupport
import Testing
import Words

@testable import FixedPoint

/// The certified filter of APYs, variant by variant, against GMP on adversarial rates.
struct APYFilterTests {
  private static let variants = 0...berayield_best_variant()
  private static let periods = [365, 365, 1, 2, 3, 12, 52, 364, 1766, 4380, 8191, 8760]
  private static let rules: [(rule: RoundingRule, direction: Int32)] = [
    (.halfEven, 0), (.down, -1), (.up, 1), (.towardZero, -1), (.halfEven, 0),
  ]

  /// A million rates for each variant.
  @Test func `no row is wrong`() throws {
    for block in 0..<UInt64(245 * TestScale.factor) {
      // Odd numbers of rows, so that columns end within a group.
      let count = 4096 - Int(block % 67)
      let periods = Self.periods[Int(block) % Self.periods.count]
      let (rule, direction) = Self.rules[Int(block / 3) % Self.rules.count]
      var rates = [UInt128](repeating: 0, count: count)
      var (exact, found) = (rates, rates)
      var rateSpan = rates.mutableSpan
      var exactSpan = exact.mutableSpan
      unsafe rateSpan.withMutableWords { rates in
        unsafe exactSpan.withMutableWords { exact in
          unsafe berayield_adversarial_rates(block, count, UInt32(periods), rates)
          unsafe berayield_exact_apys(rates, count, UInt32(periods), direction, exact)
        }
      }
      let compounding = try Compounding(periodsPerYear: periods)
      // The integers of the other path take a thousand times as long: every tenth block asks for them all.
      for variant in Self.variants where variant > 0 || block.isMultiple(of: 10) {
        var span = found.mutableSpan
        compounding.evaluate(rates.span, rounding: rule, variant: variant, into: &span)
        let wrong = (0..<count).filter { rates[$0] >> 64 == 0 && found[$0] != exact[$0] }
        #expect(wrong.isEmpty, "variant \(variant), n \(periods), seed \(block), rows \(wrong)")
      }
    }
  }

  /// Rates at which a bound that held for 365 compoundings did not for 8760.
  @Test(arguments: variants)
  func `every hour, high rates`(variant: Int32) throws {
    let cases: [(rate: UInt128, apy: UInt128)] = [
      (18_175_048_765_621_459_034, 76_761_993_748_028_006_310_618_628),
      (16_999_763_538_406_544_666, 23_754_673_086_464_051_044_203_065),
      (18_308_440_850_986_308_570, 87_691_461_502_048_265_485_134_616),
    ]
    for (rate, apy) in cases {
      let rates = [UInt128](repeating: rate, count: 8)
      var found = rates
      var span = found.mutableSpan
      try Compounding(periodsPerYear: 8760)
        .evaluate(rates.span, rounding: .halfEven, variant: variant, into: &span)
      #expect(found == [UInt128](repeating: apy, count: 8))
    }
  }
}
