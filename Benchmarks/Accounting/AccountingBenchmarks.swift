import Benchmark
import SuiteSettings

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Suite.configuration(scaling: .kilo)
  for accounts in Suite.isSmoke ? [10] : [10, 1000, 10_000] {
    VaultOperations(accounts: accounts).register()
  }
}
