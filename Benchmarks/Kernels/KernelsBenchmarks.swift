import Benchmark

// Time and throughput alone: the allocation counters of this package print zeros here.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], maxDuration: .milliseconds(500))
  do {
    try RewardVaultSuite().register()
    try GridSuite().register()
  } catch {
    print("KernelsBenchmarks: \(error)")
  }
}
