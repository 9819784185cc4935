import Benchmark
import FixedPoint
import Yields
import Quantities
import SuiteSettings
import Workbench
import YieldKernels

/// The known answer of the protocol page: 50.02 % for Berachain's documented vault.
struct RewardVaultSuite {
  private let rewardRate: UInt128 = 272_490_527_103_681_170_793_308_992_914_391_673
  private let totalSupply: UInt128 = 598_626_940_947_001_140_289
  private let rewardPrice: UInt128 = 7_800_000_000_000_000_000
  private let stakePrice: UInt128 = 223_845_580_000_000_000_000_000
  private let apr: UInt128 = 500_204_779_481_316_715
  private let factor = AnnualFactor(
    secondsPerYear: AnnualFactor.protocolYear, stakeDecimals: 18)
  private let scaled = Suite.configuration(scaling: .kilo)

  func register() throws {
    words()
    unbounded()
    try report()
    for rows in Suite.isSmoke ? [1_000] : [1_000, 10_000, 100_000, 1_000_000] {
      column(rows: rows)
    }
  }

  private func words() {
    Benchmark("APR, one call on words", configuration: scaled) { benchmark in
      var last: UInt128?
      for _ in benchmark.scaledIterations {
        last = RewardVaultAPR.fixedWidth(
          rewardRate: rewardRate, rewardPrice: rewardPrice, totalSupply: totalSupply,
          stakePrice: stakePrice, factor: factor)
        blackHole(last)
      }
      Suite.check(benchmark, last == apr)
    }
  }

  private func unbounded() {
    let (rate, supply) = (ExactInteger(rewardRate), ExactInteger(totalSupply))
    let reward = Wad(raw: ExactInteger(rewardPrice))
    let stake = Wad(raw: ExactInteger(stakePrice))
    Benchmark("APR, one call on unbounded numbers", configuration: scaled) { benchmark in
      var last = Wad.zero
      for _ in benchmark.scaledIterations {
        last = try RewardVaultAPR.apr(
          rewardRate: rate, rewardPrice: reward, totalSupply: supply, stakePrice: stake,
          factor: factor)
        blackHole(last)
      }
      Suite.check(benchmark, last == Wad(raw: ExactInteger(apr)))
    }
  }

  private func column(rows: Int) {
    let rates = [UInt128](repeating: rewardRate, count: rows)
    let prices = [UInt128](repeating: rewardPrice, count: rows)
    let supplies = [UInt128](repeating: totalSupply, count: rows)
    let stakes = [UInt128](repeating: stakePrice, count: rows)
    let finishes = [UInt64](repeating: VaultStatus.noPeriodFinish, count: rows)
    Benchmark("APR, column of \(rows) rows") { benchmark in
      var answers = [UInt128](repeating: 0, count: rows)
      var statuses = [VaultStatus](repeating: .active, count: rows)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        var answerSpan = answers.mutableSpan
        var statusSpan = statuses.mutableSpan
        blackHole(
          RewardVaultAPR.evaluate(
            rewardRate: rates.span, rewardPrice: prices.span, totalSupply: supplies.span,
            stakePrice: stakes.span, periodFinish: finishes.span, at: 0, factor: factor,
            apr: &answerSpan, status: &statusSpan))
      }
      Suite.check(benchmark, answers.allSatisfy { $0 == apr })
    }
  }

  private func report() throws {
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: ExactInteger(rewardRate)), periodFinish: nil,
      totalSupply: try TokenAmount(
        raw: ExactInteger(totalSupply), decimals: try TokenDecimals(18)),
      rewardPrice: try Price(Wad(raw: ExactInteger(rewardPrice))),
      stakePrice: try Price(Wad(raw: ExactInteger(stakePrice))))
    let convention = YieldConvention(time: try Timestamp(1_800_000_000))
    Benchmark("vault report, all figures") { benchmark in
      var last: APR?
      for _ in benchmark.scaledIterations {
        last = try VaultReport(evaluating: snapshot, under: convention).apr
        blackHole(last)
      }
      Suite.check(benchmark, last?.wad.rawValue == ExactInteger(apr))
    }
  }
}
