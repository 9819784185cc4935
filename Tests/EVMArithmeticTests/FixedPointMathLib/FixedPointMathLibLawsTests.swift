import EVMArithmetic
import Testing

/// What the functions promise, on words that the recorded cases do not hold.
@Suite struct FixedPointMathLibLawsTests {
  private typealias Lib = FixedPointMathLib

  @Test func `integer roots are floors`() throws {
    var words = RandomWords(seed: 0x4007)
    for _ in 0..<500 {
      let x = words.unsigned()
      let root = Lib.sqrt(x)
      #expect(try root * root <= x)
      let above = (root &+ 1).multipliedFullWidth(by: root &+ 1)
      #expect(!above.high.isZero || above.low > x)
      let cube = Lib.cbrt(x)
      #expect(try cube * cube * cube <= x)
      let square = try (cube &+ 1) * (cube &+ 1)
      let next = square.multipliedFullWidth(by: cube &+ 1)
      #expect(!next.high.isZero || next.low > x)
    }
  }

  @Test func `the root of a wad is a floor of the scaled root`() {
    var words = RandomWords(seed: 0x4008)
    for _ in 0..<300 {
      let x = words.unsigned()
      let root = Lib.sqrtWad(x)
      let target = x.multipliedFullWidth(by: Lib.wad)
      let square = root.multipliedFullWidth(by: root)
      let above = (root &+ 1).multipliedFullWidth(by: root &+ 1)
      #expect((square.high, square.low) <= (target.high, target.low))
      #expect((above.high, above.low) > (target.high, target.low))
    }
  }

  @Test func `rounding up adds one exactly where something was dropped`() throws {
    var words = RandomWords(seed: 0x0b)
    var rounded = 0
    for _ in 0..<1_000 {
      let (x, y, d) = (words.unsigned(), words.unsigned(), words.unsigned())
      guard let down = try? Lib.fullMulDiv(x, y, d) else {
        #expect(throws: Revert.custom("FullMulDivFailed")) { try Lib.fullMulDivUp(x, y, d) }
        continue
      }
      let exact = x.multiplied(by: y, modulo: d).isZero
      if !exact && down == .max { continue }
      rounded += exact ? 0 : 1
      #expect(try Lib.fullMulDivUp(x, y, d) == (exact ? down : down &+ 1))
      if let narrow = try? Lib.mulDiv(x, y, d) { #expect(narrow == down) }
    }
    #expect(rounded > 100)
  }

  @Test func `edges of the errors`() throws {
    #expect(throws: Revert.custom("FullMulDivFailed")) {
      // floor(max * max / (max - 1)) is 2^256, one too many.
      try Lib.fullMulDiv(.max, .max, .max &- 1)
    }
    #expect(throws: Revert.custom("DivFailed")) { try Lib.divUp(1, 0) }
    #expect(try Lib.rpow(0, 0, 7) == 7)
    #expect(try Lib.rpow(0, 3, 7) == 0)
    #expect(try Lib.rpow(5, 2, 0) == 0)
    #expect(try Lib.powWad(2_000000000000000000, 1_000000000000000000) == 1_999999999999999999)
  }
}
