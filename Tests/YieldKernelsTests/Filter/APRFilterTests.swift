import CKernels
import TestSupport
import Testing

@testable import YieldKernels

/// The certified filter of APRs, variant by variant, against GMP on adversarial rows.
struct APRFilterTests {
  static let variants = 0...berayield_best_variant()

  private static let factors = [
    AnnualFactor(stakeDecimals: 18), AnnualFactor(secondsPerYear: 1, stakeDecimals: 18),
    AnnualFactor(stakeDecimals: 6), AnnualFactor(stakeDecimals: 24),
    AnnualFactor(stakeDecimals: 18, commissionBasisPoints: 1234),
  ]

  /// A million rows for each variant: what it decides, and what the columns hold in the end.
  @Test func `no row is wrong`() {
    var decided = [Int](repeating: 0, count: Self.variants.count)
    for block in 0..<UInt64(245 * TestScale.factor) {
      // Odd numbers of rows, so that columns end within a group.
      let count = 4096 - Int(block % 67)
      let factor = Self.factors[Int(block) % Self.factors.count]
      let vaults = ExactVaults(
        seed: block, count: count, numerator: factor.numeratorWord, divisor: factor.divisorWord)
      for variant in Self.variants {
        let check = ColumnCheck(vaults, factor, variant)
        #expect(check.wrong.isEmpty, "variant \(variant), seed \(block), rows \(check.wrong)")
        decided[Int(variant)] += check.decided
      }
    }
    // About four of ten by a filter, more by the division where there is none.
    #expect(decided.allSatisfy { $0 > 300_000 * TestScale.factor })
  }

  @Test func `whole quotients and their neighbours are settled from guesses`() {
    let factor = AnnualFactor(secondsPerYear: 1, stakeDecimals: 18)
    let cases: [(rate: UInt128, supply: UInt128, unit: UInt128)] = [
      (7 * 15, 3, 5), (7 * 15 - 1, 3, 5), (7 * 15 + 1, 3, 5), (0, 3, 5),
      (UInt128(UInt64.max) * 9, 9, 1), (UInt128(UInt64.max) * 9 - 1, 9, 1), (.max, 1, 1),
    ]
    for (rate, supply, unit) in cases {
      for variant in Self.variants {
        var apr = [UInt128](repeating: 1, count: 8)
        var status = [VaultStatus](repeating: .expired, count: 8)
        var aprs = apr.mutableSpan
        var statuses = status.mutableSpan
        func column(_ value: UInt128) -> [UInt128] { [UInt128](repeating: value, count: 8) }
        let wide = RewardVaultAPR.evaluate(
          column(rate).span, column(1).span, column(supply).span, column(unit).span,
          [UInt64](repeating: 9, count: 8).span, at: 0, factor: factor, variant: variant,
          apr: &aprs, status: &statuses)
        #expect(
          apr == column(rate / (supply * unit))
            && status == [VaultStatus](repeating: .active, count: 8))
        #expect(wide.count == (rate == .max ? 8 : 0))
      }
    }
  }
}

/// The columns of one block by one variant, compared with the exact ones.
private struct ColumnCheck {
  private(set) var wrong: [Int] = []
  private(set) var decided = 0

  init(_ vaults: ExactVaults, _ factor: AnnualFactor, _ variant: Int32) {
    let count = vaults.apr.count
    let rates = vaults.rewardRate.span
    let prices = vaults.rewardPrice.span
    let supplies = vaults.totalSupply.span
    let units = vaults.stakePrice.span
    var apr = [UInt128](repeating: 1, count: count)
    var span = apr.mutableSpan
    let proposal = APRProposal(
      rates, prices, supplies, units, factor, variant: variant, into: &span)
    for row in 0..<count where proposal.undecided[row / 64] >> UInt64(row % 64) & 1 == 0 {
      decided += 1
      if apr[row] != vaults.apr[row] { wrong.append(row) }
    }

    var status = [VaultStatus](repeating: .expired, count: count)
    var aprs = apr.mutableSpan
    var statuses = status.mutableSpan
    let finishes = [UInt64](repeating: 2, count: count)
    let wide = RewardVaultAPR.evaluate(
      rates, prices, supplies, units, finishes.span, at: 1, factor: factor, variant: variant,
      apr: &aprs, status: &statuses)
    for row in 0..<count {
      let isActive = supplies[row] != 0 && units[row] != 0
      if apr[row] != (isActive ? vaults.apr[row] : 0) || (status[row] == .active) != isActive {
        wrong.append(row)
      }
    }
    if wide.map(\.row) != (0..<count).filter({ apr[$0] == RewardVaultAPR.wideMarker }) {
      wrong += wide.map(\.row)
    }
  }
}
