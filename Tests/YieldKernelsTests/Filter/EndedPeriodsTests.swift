import CKernels
import Testing

@testable import YieldKernels

struct EndedPeriodsTests {
  @Test(arguments: 0...berayield_best_variant(), [0, 5, .max] as [UInt64])
  func `a period is over from its last second on`(variant: Int32, timestamp: UInt64) {
    var source = AdversarialWords(seed: 21)
    for count in Array(0..<20) + [63, 64, 65, 130] {
      let finishes = (0..<count).map { _ in source.pick([0, 4, 5, 6, 1 << 63, .max, source.word()])
      }
      let marks = EndedPeriods(finishes.span, at: timestamp, variant: variant).rows
      var expected = [UInt64](repeating: 0, count: (count + 63) / 64)
      for row in 0..<count where finishes[row] <= timestamp {
        expected[row / 64] |= 1 << UInt64(row % 64)
      }
      #expect(marks == expected)
    }
  }
}
