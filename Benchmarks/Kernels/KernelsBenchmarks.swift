import Benchmark
import SuiteSettings

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Suite.configuration(milliseconds: 500)
  do {
    try RewardVaultSuite().register()
    try GridSuite().register()
  } catch {
    Suite.cannotSetUp(error)
  }
}
