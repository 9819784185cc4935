import TestSupport
import Testing

@testable import FixedPoint

@Suite("Series behind the correctly rounded functions")
struct SeriesTests {
  // 300 decimals each, from mpmath.
  private static let eDigits =
    "2718281828459045235360287471352662497757247093699959574966967627724076630353547594571"
    + "3821785251664274274663919320030599218174135966290435729003342952605956307381323286279"
    + "4349076323382988075319525101901157383418793070215408914993488416750924476146066808226"
    + "4800168477411853742345442437107539077744992069"
  private static let ln2Digits =
    "6931471805599453094172321214581765680755001343602552541206800094933936219696947156058"
    + "6332699641868754200148102057068573368552023575813055703267075163507596193072757082837"
    + "1435190307038623891673471123350115364497955239120475172681574932065155524734139525882"
    + "950453007095326366642654104239157814952043740"

  private func digits(_ text: String) throws -> ExactInteger { try ExactInteger(parsing: text) }

  @Test func `e and ln 2 to three hundred decimals`() throws {
    let scale = ExactInteger.powerOfTen(300)
    let one = ExactInteger.one.shiftedLeft(by: 1100)
    let e = Exponential(of: one, argumentError: 0, fractionBits: 1100).enclosure
    #expect(
      try (e.midpoint * scale).shifted(by: e.exponent) == digits(Self.eDigits))
    let ln2 = NaturalLogarithm.enclosure(of: 2, over: 1, bits: 1100)
    #expect(try (ln2.midpoint * scale).shifted(by: ln2.exponent) == digits(Self.ln2Digits))
  }

  @Test(arguments: [40, 100, 130, 400, 1000, 2900, 2990, 3000, 3100, 9000])
  func `enclosures of e^y shrink into each other as precision grows`(bits: Int) {
    var random = SeededGenerator(seed: UInt64(bits))
    for _ in 0..<4 {
      let limit = Int64(1) << Int64.random(in: 10...36, using: &random)
      let seed = ExactInteger(Int64.random(in: -limit...limit, using: &random))
      let argument = seed.shifted(by: bits - 32)
      let coarse = Exponential(of: argument, argumentError: 0, fractionBits: bits).enclosure
      let fine = Exponential(
        of: argument.shiftedLeft(by: 200), argumentError: 0, fractionBits: bits + 200
      ).enclosure
      expect(coarse, holds: fine)
    }
  }

  @Test(arguments: [40, 100, 130, 380, 390, 800, 3000, 7000])
  func `enclosures of ln x shrink into each other as precision grows`(bits: Int) {
    var random = SeededGenerator(seed: UInt64(bits))
    for _ in 0..<4 {
      let u = FunctionUnderTest.positive(&random, digits: 60).rawValue
      let v = FunctionUnderTest.positive(&random, digits: 30).rawValue
      let coarse = NaturalLogarithm.enclosure(of: u, over: v, bits: bits)
      expect(coarse, holds: NaturalLogarithm.enclosure(of: u, over: v, bits: bits + 200))
    }
  }

  @Test(arguments: [20, 100, 130, 1000])
  func `repeated squares agree with the exponential of a logarithm`(bits: Int) {
    var random = SeededGenerator(seed: UInt64(bits))
    for _ in 0..<6 {
      let u = FunctionUnderTest.positive(&random, digits: 20).rawValue + 1
      let v = u + 1 + FunctionUnderTest.positive(&random, digits: 20).rawValue
      let n = ExactInteger(Int.random(in: 1...40, using: &random))
      let squares = RealPower(base: u, over: v, exponent: n, over: 1)
      // The same power with an unreduced exponent takes the other way.
      let logarithm = RealPower(base: u, over: v, exponent: n * 7, over: 7)
      expect(
        squares.enclosure(bits: bits, resultBits: 0),
        holds: logarithm.enclosure(bits: bits + 100, resultBits: 0))
    }
  }

  @Test func `exact roots are found, and only those`() throws {
    for order in [2, 3, 5, 7, 16, 64, 365] {
      for root in [2, 3, 10, 999] {
        let power = try ExactInteger(root).power(order)
        let found = try RealPower.exactRoot(of: power, order: ExactInteger(order))
        #expect(found == ExactInteger(root))
        #expect(try RealPower.exactRoot(of: power + 1, order: ExactInteger(order)) == nil)
        #expect(try RealPower.exactRoot(of: power - 1, order: ExactInteger(order)) == nil)
      }
    }
    #expect(try RealPower.exactRoot(of: 1, order: 31_536_000) == 1)
    #expect(try RealPower.exactRoot(of: 2, order: 31_536_000) == nil)
    #expect(try RealPower.exactRoot(of: 12_345, order: 1) == 12_345)
  }

  /// `fine` lies inside `coarse`, up to its own radius.
  private func expect(
    _ coarse: Enclosure, holds fine: Enclosure, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let base = min(coarse.exponent, fine.exponent)
    let distance =
      coarse.midpoint.shiftedLeft(by: coarse.exponent - base)
      - fine.midpoint.shiftedLeft(by: fine.exponent - base)
    let reach =
      coarse.radius.shiftedLeft(by: coarse.exponent - base)
      + fine.radius.shiftedLeft(by: fine.exponent - base)
    #expect(distance.magnitude <= reach, sourceLocation: sourceLocation)
  }
}
