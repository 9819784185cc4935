import Testing

@testable import FixedPoint

@Suite("One rounding, however many attempts")
struct CorrectRoundingTests {
  /// The number `halves` + 1/8, in half units of the 18th decimal, enclosed at any precision.
  private func enclosure(of halves: Int, bits: Int, radius: ExactInteger) -> Enclosure {
    let numerator = ExactInteger(8 * halves + 1).shiftedLeft(by: bits)
    let midpoint = numerator.divided(
      byNonZero: BreakpointCell.perUnit * 8, rounding: .towardZero)
    return Enclosure(midpoint: midpoint, radius: radius, exponent: -bits)
  }

  @Test func `a cell rounds as its inner fraction does`() throws {
    for index in -9...9 {
      let inner = try ExactRational(ExactInteger(4 * index + 1), BreakpointCell.perUnit * 4)
      for rule in RoundingRule.allCases {
        let cell = BreakpointCell(index: ExactInteger(index))
        #expect(cell.wad(rounding: rule) == inner.wad(rounding: rule), "\(index) \(rule)")
      }
    }
  }

  @Test func `an enclosure that touches a breakpoint decides nothing`() {
    let bits = 100
    for halves in [-3, -1, 0, 1, 6] {
      #expect(
        enclosure(of: halves, bits: bits, radius: 1).cell
          == BreakpointCell(index: ExactInteger(halves)))
      let wide = ExactInteger.one.shiftedLeft(by: bits - 60)
      #expect(enclosure(of: halves, bits: bits, radius: wide).cell == nil)
      let exact = Enclosure(midpoint: ExactInteger(halves), radius: 0, exponent: -1)
      #expect(exact.cell == nil)
    }
  }

  @Test func `precision grows until the rounding is certain, and exactness is asked once`() throws {
    var precisions: [Int] = []
    var questions = 0
    let result = try CorrectRounding.wad(
      rounding: .up,
      exactly: { () throws(ArithmeticError) -> ExactRational? in
        questions += 1
        return nil
      },
      enclosure: { bits throws(ArithmeticError) in
        precisions.append(bits)
        // 2^-10, 2^-20 and 2^-30 reach over breakpoints, the last unit does not.
        let isWide = precisions.count < 4
        let radius = ExactInteger.one.shiftedLeft(by: isWide ? bits - 10 * precisions.count : 0)
        return enclosure(of: 4, bits: bits, radius: radius)
      })
    #expect(result == Wad(raw: 3))
    #expect(questions == 1)
    #expect(precisions.count == 4)
    #expect(zip(precisions, precisions.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `an exact value is rounded as the fraction it is`() throws {
    let tie = try ExactRational(5, BreakpointCell.perUnit)
    for (rule, expected) in [(RoundingRule.down, 2), (.up, 3), (.halfEven, 2), (.halfUp, 3)] {
      let result = try CorrectRounding.wad(
        rounding: rule,
        exactly: { () throws(ArithmeticError) -> ExactRational? in tie },
        enclosure: { bits throws(ArithmeticError) in
          Enclosure(midpoint: 0, radius: ExactInteger.one.shiftedLeft(by: bits), exponent: -bits)
        })
      #expect(result == Wad(raw: ExactInteger(expected)))
    }
  }

  @Test func `enclosures move by one and by factors without losing their number`() {
    let tall = Enclosure(midpoint: 3, radius: 1, exponent: 4).minusOne
    #expect(tall.midpoint == 47 && tall.radius == 16 && tall.exponent == 0)
    let low = Enclosure(midpoint: 3, radius: 1, exponent: -1).minusOne
    #expect(low.midpoint == 1 && low.radius == 1 && low.exponent == -1)
    let scaled = low.negated.scaled(by: 6)
    #expect(scaled.midpoint == -6 && scaled.radius == 6 && scaled.exponent == -1)
  }
}
