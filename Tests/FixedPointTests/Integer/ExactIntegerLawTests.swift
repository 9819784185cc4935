import FixedPoint
import Testing
import Words

/// Laws that need no expected value, on seeded integers around the borders of storage.
@Suite struct ExactIntegerLawTests {
  @Test(arguments: 1...4)
  func `ring laws`(seed: UInt64) {
    var random = RandomIntegers(seed: seed)
    for _ in 0..<500 {
      let (a, b, c) = (random.next(), random.next(), random.next())
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - b == -(b - a))
      #expect((a - a).isZero && (a - a) == .zero && !(a - a).isNegative)
      #expect((a < b) == (a - b).isNegative)
      #expect(a.magnitude * ExactInteger(a.signum) == a)
    }
  }

  @Test(arguments: 5...8)
  func `division identity and the side of each rounding`(seed: UInt64) throws {
    var random = RandomIntegers(seed: seed)
    for _ in 0..<300 {
      let (a, b) = (random.next(), random.nextNotZero(upTo: 600))
      let (quotient, remainder) = try a.quotientAndRemainder(dividingBy: b)
      #expect(quotient * b + remainder == a)
      #expect(remainder.magnitude < b.magnitude)
      #expect(remainder.isZero || remainder.signum == a.signum)

      let down = try a.divided(by: b, rounding: .down)
      let up = try a.divided(by: b, rounding: .up)
      #expect(up - down == (remainder.isZero ? 0 : 1))
      #expect(try a.divided(by: b, rounding: .towardZero) == quotient)
      let rest = (a - down * b) * ExactInteger(b.signum)
      #expect(!rest.isNegative && rest < b.magnitude)
      for rule in [RoundingRule.halfEven, .halfUp] {
        let nearest = try a.divided(by: b, rounding: rule)
        let distance = (a - nearest * b).magnitude
        #expect(distance * 2 <= b.magnitude)
        if distance * 2 == b.magnitude {
          #expect(rule == .halfUp ? nearest == up : !nearest.isOdd)
        }
      }
    }
  }

  @Test func `every pattern of extreme words divides back to itself`() throws {
    // The corrections of Knuth's Algorithm D need such words; random ones hardly ever reach them.
    let extremes: [UInt64] = [0, 1, 1 << 63, .max - 1, .max]
    for index in 0..<(5 * 5 * 5 * 5 * 5 * 5) {
      var rest = index
      let words = (0..<6).map { _ in
        defer { rest /= extremes.count }
        return extremes[rest % extremes.count]
      }
      func word(_ first: Int, _ second: Int) -> UInt128 {
        UInt128(words[first]) << 64 | UInt128(words[second])
      }
      let divisor = ExactInteger(word(5, 4))
      if divisor.isZero { continue }
      let dividend = ExactInteger(UInt256(high: word(3, 2), low: word(1, 0)))
      let (quotient, remainder) = try dividend.quotientAndRemainder(dividingBy: divisor)
      if quotient * divisor + remainder != dividend || remainder >= divisor {
        Issue.record("\(dividend) / \(divisor)")
      }
    }
  }

  @Test(arguments: 9...10)
  func `mulDiv equals the product divided`(seed: UInt64) throws {
    var random = RandomIntegers(seed: seed)
    for index in 0..<500 {
      let bits = index % 2 == 0 ? 256 : 900
      let (a, b, c) = (
        random.next(upTo: bits), random.next(upTo: bits), random.nextNotZero(upTo: bits)
      )
      for rule in RoundingRule.allCases {
        #expect(
          try a.multiplied(by: b, dividedBy: c, rounding: rule)
            == (a * b).divided(by: c, rounding: rule))
      }
    }
  }

  @Test func `roots, powers, divisors and shifts`() throws {
    var random = RandomIntegers(seed: 11)
    for _ in 0..<300 {
      let (a, b) = (random.next().magnitude, random.nextNotZero())
      let root = try a.squareRoot(rounding: .down)
      #expect(root * root <= a && a < (root + 1) * (root + 1))
      #expect(try (root * root).squareRoot(rounding: .up) == root)
      #expect(try b.power(3) == b * b * b)
      let divisor = a.greatestCommonDivisor(with: b)
      #expect(try a.quotientAndRemainder(dividingBy: divisor).remainder.isZero)
      #expect(try b.quotientAndRemainder(dividingBy: divisor).remainder.isZero)
      #expect(b.shiftedLeft(by: 77).shiftedRight(by: 77, rounding: .halfEven) == b)
      #expect(b.shiftedLeft(by: 77) == b * ExactInteger.one.shiftedLeft(by: 77))
    }
  }

  @Test func `powers of ten`() throws {
    for exponent in [0, 1, 18, 19, 20, 38, 76, 77, 78, 79, 155, 1000] {
      #expect(ExactInteger.powerOfTen(exponent) == (try ExactInteger(10).power(exponent)))
    }
  }
}
