import Benchmark
import SuiteSettings
import Workbench
import YieldKernels

/// Grids of 10,000 and 1,000,000 points by the kind of their last axis, checked against the kernel
/// of one row at their corners.
struct GridSuite {
  private let factor = AnnualFactor(
    secondsPerYear: AnnualFactor.protocolYear, stakeDecimals: 18)

  func register() throws {
    let rates = (base: UInt128(250_000_000_000_000_000_000_000_000_000_000_000), step: 505)
    for count in Suite.isSmoke ? [10] : [100, 1000] {
      let linear = (0..<count).map { rates.base + UInt128($0) * 10 * UInt128(rates.step) }
      let listed = (0..<count).map { rates.base + UInt128($0 * $0) * UInt128(rates.step) }
      let supplies = (0..<count).map { 500_000_000_000_000_000_000 + UInt128($0) * 7_777_777 }
      register("linear", [(.totalSupply, supplies), (.rewardRate, linear)])
      register("listed", [(.totalSupply, supplies), (.rewardRate, listed)])
      register("divisor last", [(.rewardRate, linear), (.totalSupply, supplies)])
    }
  }

  private func register(
    _ name: String, _ varying: [(parameter: APRGridKernel.Parameter, values: [UInt128])]
  ) {
    let prices: [(parameter: APRGridKernel.Parameter, values: [UInt128])] = [
      (.rewardPrice, [7_800_000_000_000_000_000]),
      (.stakePrice, [223_845_580_000_000_000_000_000]),
    ]
    let axes = prices + varying
    guard let kernel = APRGridKernel(axes: axes, factor: factor) else {
      Suite.cannotSetUp(WorkbenchError.wrongAnswer("grid \(name) is outside the kernel's range"))
    }
    let points = kernel.rowCount * kernel.rowLength
    Benchmark("grid, \(name), \(points) points") { benchmark in
      var answers = [UInt64](repeating: 0, count: points)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        var span = answers.mutableSpan
        kernel.fill(rows: 0..<kernel.rowCount, into: &span)
      }
      benchmark.stopMeasurement()
      let corners = (corner(axes, \.first), corner(axes, \.last))
      Suite.check(benchmark, answers.first == corners.0 && answers.last == corners.1, corners)
    }
  }

  /// The APR of the first or the last point, by the kernel of one row.
  private func corner(
    _ axes: [(parameter: APRGridKernel.Parameter, values: [UInt128])],
    _ end: KeyPath<[UInt128], UInt128?>
  ) -> UInt64? {
    func value(_ parameter: APRGridKernel.Parameter) -> UInt128 {
      axes.first { $0.parameter == parameter }?.values[keyPath: end] ?? 0
    }
    return RewardVaultAPR.fixedWidth(
      rewardRate: value(.rewardRate), rewardPrice: value(.rewardPrice),
      totalSupply: value(.totalSupply), stakePrice: value(.stakePrice), factor: factor
    ).flatMap { UInt64(exactly: $0) }
  }
}
