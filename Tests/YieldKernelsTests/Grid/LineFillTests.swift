import CYieldKernels
import TestSupport
import Testing

@testable import YieldKernels

/// The vectorised variants against a sum per point.
struct LineFillTests {
  @Test(arguments: [0, 1, 2] as [Int32])
  func `every variant adds like one long sum`(variant: Int32) {
    var source = AdversarialWords(seed: 3)
    for count in Array(0..<40) + [100, 257] {
      let start = source.word128()
      let step = source.bits(below: 2) == 0 ? source.word128() : 0 &- source.word128()
      let bound = source.pick([0, 1, 2, 1 << 20, 1 << 62] as [UInt64])
      // One element of guard behind each buffer.
      var points = [UInt64](repeating: 0xAAAA, count: count + 1)
      var marks = [UInt8](repeating: 0xAA, count: (count + 7) / 8 + 1)
      let any = unsafe berayield_fill_line_variant(
        variant, &points, &marks, count, start.lowWord, start.highWord, step.lowWord,
        step.highWord, bound)
      if any == .max {
        return  // This processor lacks the instructions.
      }
      var (value, doubtful) = (start, false)
      for index in 0..<count {
        let isDoubtful = value.lowWord >= 0 &- max(bound, 1)
        #expect(points[index] == value.highWord)
        #expect((marks[index / 8] >> (index % 8) & 1 == 1) == isDoubtful)
        doubtful = doubtful || isDoubtful
        value &+= step
      }
      #expect((any != 0) == doubtful)
      #expect(points[count] == 0xAAAA && marks[(count + 7) / 8] == 0xAA)
    }
  }
}
