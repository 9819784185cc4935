import Foundation
import Workbench

/// Foundation's Decimal: 38 significant digits, so inexact wherever a step needs more.
struct DecimalPeer {
  let bench: Workbench
  let tool = "swift-decimal"

  func rewardVaultAPR() throws {
    let values = try bench.integers("apr-rows.bin").map { decimal($0) }
    let exact = try bench.integers("apr-rows.expected.bin")
    let year = Decimal(31_536_000)
    var answers = [Decimal](repeating: 0, count: exact.count)
    let nanoseconds = bench.measure(operations: exact.count) {
      for row in answers.indices {
        let at = 4 * row
        answers[row] = values[at] * year * values[at + 1] / (values[at + 2] * values[at + 3])
      }
    }
    bench.report(
      "apr/rows", tool, nanoseconds: nanoseconds, answers: answers.map { integer($0, .down) },
      exact: exact)
  }

  func dailyAPY() throws {
    let rates = try bench.integers("apy.bin").map { decimal($0) / wad / 365 }
    let exact = try bench.integers("apy.expected.bin")
    var answers = [Decimal](repeating: 0, count: exact.count)
    let nanoseconds = bench.measure(operations: exact.count) {
      for row in answers.indices {
        answers[row] = pow(1 + rates[row], 365) - 1
      }
    }
    bench.report(
      "apy/daily", tool, nanoseconds: nanoseconds,
      answers: answers.map { integer($0 * wad, .bankers) }, exact: exact)
  }

  private var wad: Decimal { 1_000_000_000_000_000_000 }

  private func decimal(_ value: UInt128) -> Decimal {
    Decimal(string: String(value)) ?? .nan
  }

  private func integer(_ value: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> UInt128 {
    var value = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &value, 0, mode)
    return UInt128(rounded.description) ?? 0
  }
}
