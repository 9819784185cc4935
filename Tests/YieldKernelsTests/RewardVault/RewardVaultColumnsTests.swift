import FixedPoint
import TestSupport
import Testing

@testable import YieldKernels

/// Columns against single values, row by row: every status, and every width of the result.
struct RewardVaultColumnsTests {
  @Test func `a column holds what single evaluations give`() {
    var source = AdversarialWords(seed: 8)
    let count = 2_000 * TestScale.factor
    func column() -> [UInt128] { (0..<count).map { _ in source.word128() } }
    let (rates, prices, supplies, units) = (column(), column(), column(), column())
    let finishes = (0..<count).map { _ in
      source.pick([0, 99, 100, 101, VaultStatus.noPeriodFinish] as [UInt64])
    }
    var aprs = [UInt128](repeating: 1, count: count)
    var statuses = [VaultStatus](repeating: .expired, count: count)
    var aprSpan = aprs.mutableSpan
    var statusSpan = statuses.mutableSpan
    let factor = AnnualFactor(stakeDecimals: 18)
    let wide = RewardVaultAPR.evaluate(
      rewardRate: rates.span, rewardPrice: prices.span, totalSupply: supplies.span,
      stakePrice: units.span, periodFinish: finishes.span, at: 100, factor: factor,
      apr: &aprSpan, status: &statusSpan)
    let wideByRow = Dictionary(uniqueKeysWithValues: wide.map { ($0.row, $0.apr) })
    for row in 0..<count {
      let status: VaultStatus =
        units[row] == 0
        ? .zeroStakePrice
        : supplies[row] == 0
          ? .noStake
          : 100 < finishes[row] ? .active : finishes[row] == 0 ? .neverNotified : .expired
      #expect(statuses[row] == status)
      let exact = RewardVaultAPR.unbounded(
        rewardRate: ExactInteger(rates[row]), rewardPrice: Wad(raw: ExactInteger(prices[row])),
        totalSupply: ExactInteger(supplies[row]), stakePrice: Wad(raw: ExactInteger(units[row])),
        factor: factor)
      let expected: ExactInteger? = status == .active ? exact?.rawValue : 0
      let found = wideByRow[row]?.rawValue ?? ExactInteger(aprs[row])
      #expect(found == expected)
      #expect((wideByRow[row] != nil) == (aprs[row] == RewardVaultAPR.wideMarker))
    }
    #expect(Set(statuses).count == VaultStatus.allCases.count && !wide.isEmpty)
  }
}
