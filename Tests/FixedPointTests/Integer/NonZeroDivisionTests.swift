import FixedPoint
import Testing

/// Division by what cannot be zero: the values of the throwing one, and a trap where it is zero after all.
@Suite struct NonZeroDivisionTests {
  @Test(arguments: 41...42)
  func `the values are those of the division that throws`(seed: UInt64) throws {
    var random = RandomIntegers(seed: seed)
    for _ in 0..<200 {
      let (a, b, c) = (random.next(), random.next(), random.nextNotZero())
      for rule in RoundingRule.allCases {
        #expect(a.divided(byNonZero: c, rounding: rule) == (try a.divided(by: c, rounding: rule)))
        #expect(
          a.multiplied(by: b, dividedByNonZero: c, rounding: rule)
            == (try a.multiplied(by: b, dividedBy: c, rounding: rule)))
      }
      let parts = a.quotientAndRemainder(dividingByNonZero: c)
      #expect(parts.quotient * c + parts.remainder == a)
      let (x, y) = (ExactRational(a, overNonZero: c), ExactRational(c))
      #expect(x == (try ExactRational(a, c)))
      #expect(x.divided(byNonZero: y) == (try x.divided(by: y)))
    }
  }

  @Test func `zero is a programming error`() async {
    await #expect(processExitsWith: .failure) {
      _ = ExactInteger.one.divided(byNonZero: .zero, rounding: .down)
    }
    await #expect(processExitsWith: .failure) {
      _ = ExactInteger.one.multiplied(by: 1, dividedByNonZero: .zero, rounding: .down)
    }
    await #expect(processExitsWith: .failure) { _ = ExactRational(1, overNonZero: .zero) }
    await #expect(processExitsWith: .failure) {
      _ = ExactRational.one.divided(byNonZero: .zero)
    }
  }
}
