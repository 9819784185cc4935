import FixedPoint
import TestSupport

/// Seeded integers that like the borders between limbs and between inline and heap storage.
struct RandomIntegers {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let borders = [0, 1, 63, 64, 65, 127, 128, 129, 191, 192, 255, 256, 257, 320, 512]

  /// An integer of up to about `bits` bits, of either sign.
  mutating func next(upTo bits: Int = 1000) -> ExactInteger {
    var value: ExactInteger
    if generator.next() % 4 == 0 {
      let border = Self.borders[Int(generator.next() % UInt64(Self.borders.count))]
      value = ExactInteger.one.shiftedLeft(by: min(border, bits))
      value += ExactInteger(Int(generator.next() % 5) - 2)
    } else {
      let width = Int(generator.next() % UInt64(bits)) + 1
      value = 0
      while value.bitWidth < width {
        value = value.shiftedLeft(by: 64) + ExactInteger(generator.next())
      }
      value = value.shiftedRight(by: max(0, value.bitWidth - width), rounding: .towardZero)
    }
    return generator.next() % 3 == 0 ? -value : value
  }

  mutating func nextNotZero(upTo bits: Int = 1000) -> ExactInteger {
    let value = next(upTo: bits)
    return value.isZero ? 1 : value
  }
}
