import FixedPoint
import TestSupport
import Testing

@Suite("Shifts at the borders of words and of inline storage")
struct MagnitudeShiftTests {
  @Test(arguments: [1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 193, 255, 256, 257, 319, 320, 321])
  func `shifts multiply and divide by powers of two`(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    let top = try ExactInteger(2).power(width - 1)
    let low = (0..<6).reduce(ExactInteger.zero) { sum, _ in
      sum * ExactInteger(UInt64.max) + ExactInteger(random.next())
    }
    let value = top + (try low.quotientAndRemainder(dividingBy: top).remainder)
    #expect(value.bitWidth == width)
    for count in 0...330 {
      let power = try ExactInteger(2).power(count)
      #expect(value.shiftedLeft(by: count) == value * power)
      for signed in [value, -value] {
        for rule in RoundingRule.allCases {
          #expect(
            try signed.shiftedRight(by: count, rounding: rule)
              == signed.divided(by: power, rounding: rule), "\(signed) >> \(count) \(rule)")
        }
      }
    }
  }
}
