import FixedPoint
import Testing

@Suite struct ExactRationalTests {
  @Test func `every small fraction obeys the field laws and is in lowest terms`() throws {
    let range: ClosedRange<Int> = -6...6
    for a in range {
      for b in range where b != 0 {
        let x = try ExactRational(ExactInteger(a), ExactInteger(b))
        #expect(x.denominator > 0)
        #expect(x.numerator.greatestCommonDivisor(with: x.denominator) == 1)
        #expect(x.numerator * ExactInteger(b) == x.denominator * ExactInteger(a))
        for c in range where c != 0 {
          let y = try ExactRational(ExactInteger(c), 5)
          #expect((x + y) - y == x)
          #expect(try (x * y).divided(by: y) == x)
          #expect((x < y) == (a * 5 * b.signum() < c * b * b.signum()))
        }
        if a != 0 { #expect(try x * x.reciprocal() == .one) }
      }
    }
  }

  @Test func `one rounding at the end`() throws {
    let third = try ExactRational(1, 3)
    #expect(third.wad(rounding: .down).text() == "0.333333333333333333")
    #expect(third.wad(rounding: .up).text() == "0.333333333333333334")
    #expect((third + third + third).wad(rounding: .down) == .one)
    #expect((-third).integer(rounding: .down) == -1)
    #expect(try third.power(-3) == ExactRational(27))
    #expect(try third.power(4) == ExactRational(1, 81))
    #expect(third.description == "1/3" && ExactRational(-4).description == "-4")
  }

  @Test func `decimal text of any length is exact`() throws {
    let value = try ExactRational(parsing: "0." + String(repeating: "0", count: 99) + "5")
    #expect(value == (try ExactRational(1, 2 * ExactInteger.powerOfTen(99))))
    #expect(try ExactRational(parsing: "-2.50e1") == ExactRational(-25))
    #expect(try ExactRational(parsing: "1.25") == ExactRational(try Wad(parsing: "1.25")))
    #expect(throws: ArithmeticError.self) { try ExactRational(parsing: "1/3") }
  }
}
