import Benchmark

// Time and throughput alone: the allocation counters of this package print zeros here.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .milliseconds(500))
  for accounts in [10, 1000, 10_000] {
    VaultOperations(accounts: accounts).register()
  }
}
