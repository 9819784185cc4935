import Benchmark
import SuiteSettings

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Suite.configuration(scaling: .kilo)
  do {
    for bits in [64, 128, 256, 512, 1024, 4096, 33_220] {
      try Operations(bits: bits).register()
    }
    try Functions.register()
  } catch {
    Suite.cannotSetUp(error)
  }
}
