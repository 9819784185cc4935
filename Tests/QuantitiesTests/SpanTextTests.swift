import FixedPoint
import Quantities
import Testing

@Suite struct SpanTextTests {
  @Test(arguments: [
    (0, "0 s"), (45, "45 s"), (60, "1 min"), (90, "1 min 30 s"), (3_600, "1 h"), (3_601, "1 h"),
    (3_660, "1 h 1 min"), (86_400, "1 d"), (86_460, "1 d"), (90_061, "1 d 1 h"),
    (1_008_493, "11 d 16 h"), (2_250_000_000, "26041 d 16 h"), (-90_061, "-1 d 1 h"),
    (86_399_999_999, "999999 d 23 h"), (86_400_000_000, "2739 years"),
  ])
  func `the two largest units, the rest cut off`(seconds: Int, text: String) {
    #expect(SpanText.of(ExactInteger(seconds)) == text)
  }

  @Test func `a span of any length`() {
    #expect(SpanText.of(ExactInteger.powerOfTen(40)) == "3.171e32 years")
  }
}
