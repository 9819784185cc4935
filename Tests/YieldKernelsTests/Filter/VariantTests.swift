import CKernels
import FilterOracle
import Foundation
import Testing

@testable import YieldKernels

/// Which variant of the kernels runs, seen from outside.
struct VariantTests {
  #if os(Linux) && arch(x86_64)
    @Test func `the best variant is what the processor has`() throws {
      let text = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("flags") })
      let flags = Set(line.split(separator: " "))
      let avx512: Set<Substring> = ["avx512bw", "avx512dq", "avx512vl"]
      let avx2: Set<Substring> = ["avx2", "bmi2", "fma"]
      let best: Int32 = avx512.isSubset(of: flags) ? 2 : avx2.isSubset(of: flags) ? 1 : 0
      #expect(berayield_best_variant() == best)
    }
  #endif

  @Test func `a name asks for no more than itself, and for no more than there is`() {
    let best = berayield_best_variant()
    let all = ["portable", "avx2", "avx512"]
    let asked = (all + ["sse9"]).map { name in unsafe berayield_variant_at_most(name) }
    #expect(asked == [0, min(1, best), best, best])
    #expect(berayield_variant_at_most(nil) == best)
    let names = (0...best).map { unsafe String(cString: berayield_variant_name($0)) }
    #expect(names == Array(all.prefix(names.count)))
  }

  /// A group is decided or left whole, so the number of rows that are decided tells how wide the code is; where there
  /// is no filter, the division decides all.
  @Test(arguments: 0...berayield_best_variant())
  func `every variant is the one it is called`(variant: Int32) {
    #if arch(arm64)
      let decided = 14
    #else
      let decided = [15, 12, 8][Int(variant)]
    #endif
    let column = [UInt128](repeating: 7, count: 15)
    let other = [UInt128](repeating: 11, count: 15)
    var apr = column
    var span = apr.mutableSpan
    let proposal = APRProposal(
      column.span, column.span, column.span, other.span, AnnualFactor(stakeDecimals: 18),
      variant: variant, into: &span)
    #expect(proposal.undecided == [(1 << 15 - 1) & ~(1 << UInt64(decided) - 1)])
    #expect(apr.prefix(decided).allSatisfy { $0 == 7 * 31_536_000 / 11 })
  }

  /// The bounds hold for rounding to nearest: where that is not the mode, the division decides all rows.
  @Test(arguments: 0...berayield_best_variant(), [-1, 1] as [Int32])
  func `no filter where rounding is not to nearest`(variant: Int32, direction: Int32) {
    let column = [UInt128](repeating: 7, count: 15)
    let other = [UInt128](repeating: 11, count: 15)
    var apr = column
    var span = apr.mutableSpan
    berayield_round(direction)
    let proposal = APRProposal(
      column.span, column.span, column.span, other.span, AnnualFactor(stakeDecimals: 18),
      variant: variant, into: &span)
    berayield_round(0)
    #expect(proposal.undecided == [0])
    #expect(apr.allSatisfy { $0 == 7 * 31_536_000 / 11 })
  }
}
