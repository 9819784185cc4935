import FixedPoint
import Testing
import Words

/// Operands that are the result, copies that must not change, and the way in and out of the heap.
@Suite struct ExactIntegerStorageTests {
  @Test(arguments: [1, 60, 64, 128, 200, 255, 256, 257, 320, 384, 1000, 2000])
  func `an operand may be the result`(bits: Int) throws {
    let x = ExactInteger.one.shiftedLeft(by: bits) - 3
    for value in [x, -x] {
      var a = value
      a += a
      #expect(a == value * 2)
      a = value
      a -= a
      #expect(a == 0)
      a = value
      a *= a
      #expect(a == value * value)
      a = try a.divided(by: value, rounding: .halfEven)
      #expect(a == value)
      a = try a.multiplied(by: a, dividedBy: a, rounding: .up)
      #expect(a == value)
      a = try a.divided(by: a, rounding: .down)
      #expect(a == 1)
    }
  }

  @Test(arguments: 21...24)
  func `changing a value changes no copy`(seed: UInt64) throws {
    var random = RandomIntegers(seed: seed)
    for _ in 0..<200 {
      let (a, b, c) = (random.next(), random.next(), random.nextNotZero())
      let text = a.description
      let copy = a
      var changed = a
      changed += b
      changed *= b
      changed -= copy
      #expect(changed == (a + b) * b - a)
      // What is calculated from a value, and outlives it, has storage of its own.
      let product = changed * changed
      let (quotient, remainder) = try product.quotientAndRemainder(dividingBy: c)
      changed = try product.divided(by: c, rounding: .towardZero)
      #expect(changed == quotient && changed * c + remainder == product)
      #expect(copy == a && a.description == text)
    }
  }

  @Test func `a running value keeps its form`() throws {
    let step = ExactInteger.one.shiftedLeft(by: 300) + 7
    var running = ExactInteger.zero
    for _ in 0..<1000 { running += step }
    #expect(running == step * 1000)
    for _ in 0..<999 { running -= step }
    #expect(running == step && running.hashValue == step.hashValue)
    running -= step - 1
    #expect(running == 1 && running.hashValue == ExactInteger.one.hashValue)
  }

  // Found in an optimised build: the storage that a small result leaves was given back too early.
  @Test(arguments: [257, 4000, 33_000, 200_000])
  func `a small result of wide operands is right`(bits: Int) throws {
    let small: ExactInteger = 0xABCDEF_01234567_89ABCDEF
    let wide = ExactInteger.one.shiftedLeft(by: bits)
    #expect((wide + small) - wide == small)
    #expect((small - wide) + wide == small)
    #expect(try (wide * small).divided(by: wide, rounding: .down) == small)
    #expect(try (wide + small).quotientAndRemainder(dividingBy: wide).remainder == small)
    #expect((wide * small).shiftedRight(by: bits, rounding: .down) == small)
    #expect(try wide.multiplied(by: small, dividedBy: wide, rounding: .down) == small)
    #expect((wide * small).greatestCommonDivisor(with: (wide + 1) * small) == small)
    let zeros = String(repeating: "0", count: bits)
    #expect(try ExactInteger(parsing: "0x\(zeros)ABCDEF0123456789ABCDEF") == small)
    #expect(try ExactInteger(parsing: zeros + small.description) == small)
  }

  @Test func `values that fit 256 bits are words, wider ones are not`() throws {
    let widest = ExactInteger.one.shiftedLeft(by: 256) - 1
    #expect(UInt256(exactly: widest) == .max)
    #expect(UInt256(exactly: widest + 1) == nil)
    #expect(UInt256(exactly: widest + 1 - 1) == .max)
    #expect((widest + 1).shiftedRight(by: 1, rounding: .down) == ExactInteger(UInt256.one << 255))
    #expect(ExactInteger(UInt256.max) == widest)
    #expect(UInt256(exactly: -widest) == nil)
    #expect(UInt256(exactly: -ExactInteger.zero) == .zero)
  }

  @Test func `the numbers around 128 and 256 bits convert or not, by one`() {
    for bits in [127, 128] {
      let power = ExactInteger.one.shiftedLeft(by: bits)
      #expect(UInt128(exactly: power) == (bits == 127 ? 1 << 127 : nil))
      #expect(Int128(exactly: -power) == (bits == 127 ? .min : nil))
      #expect(Int128(exactly: power) == nil)
      #expect(Int128(exactly: -power - 1) == nil)
      #expect(Int128(exactly: power - 1) == (bits == 127 ? .max : nil))
    }
  }
}
