import Benchmark

// Time and throughput alone: the allocation counters of this package print zeros here.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .milliseconds(300))
  do {
    for bits in [64, 128, 256, 512, 1024, 4096, 33_220] {
      try Operations(bits: bits).register()
    }
    try Functions.register()
  } catch {
    print("FixedPointBenchmarks: \(error)")
  }
}
