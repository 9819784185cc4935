import CKernels
import TestSupport
import Testing
import Words

@testable import YieldKernels

/// The vectorised variants against a sum per point.
struct PlaneFillTests {
  /// Those that this processor has.
  static let variants = 0...berayield_best_variant()

  @Test(arguments: variants, [0, 1] as [Int32])
  func `every variant adds like one long sum`(variant: Int32, aroundCache: Int32) {
    var source = AdversarialWords(seed: 3)
    func signed() -> UInt128 {
      let value = source.word128()
      return source.bits(below: 2) == 0 ? value : 0 &- value
    }
    for length in Array(1..<40) + [100, 257] {
      let rows = Int(source.bits(below: 4))
      let (start, rowStep, step, cross) = (signed(), signed(), signed(), signed())
      let bound = source.pick([0, 1, 2, 1 << 20, 1 << 62] as [UInt64])
      var plane = berayield_plane(
        start: (start.lowWord, start.highWord), row_step: (rowStep.lowWord, rowStep.highWord),
        step: (step.lowWord, step.highWord), cross: (cross.lowWord, cross.highWord), bound: bound)
      // One element of guard behind the buffer.
      var points = [UInt64](repeating: 0xAAAA, count: rows * length + 1)
      let any = unsafe berayield_fill_plane(variant, &points, rows, length, &plane, aroundCache)
      var isAnyDoubtful = false
      for row in 0..<rows {
        let i = UInt128(row)
        for index in 0..<length {
          let j = UInt128(index)
          let value = start &+ i &* rowStep &+ j &* (step &+ i &* cross)
          #expect(points[row * length + index] == value.highWord)
          isAnyDoubtful = isAnyDoubtful || bound != 0 && value.lowWord >= 0 &- bound
        }
      }
      #expect((any != 0) == isAnyDoubtful)
      #expect(points[rows * length] == 0xAAAA)
    }
  }
}
