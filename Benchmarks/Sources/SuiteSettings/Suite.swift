public import Benchmark
import Foundation

/// What all suites agree on: what is measured, for how long, and what happens to a wrong result.
public enum Suite {
  /// Whether to run everything once and only check results.
  public static let isSmoke = ProcessInfo.processInfo.environment["BERAYIELD_BENCH_SMOKE"] != nil

  /// Time and throughput alone: the allocation counters of this package print zeros here.
  public static func configuration(
    scaling: BenchmarkScalingFactor = .one, milliseconds: Int = 300
  ) -> Benchmark.Configuration {
    guard isSmoke else {
      return .init(
        metrics: [.wallClock, .throughput], scalingFactor: scaling,
        maxDuration: .milliseconds(milliseconds))
    }
    return .init(
      metrics: [.wallClock], warmupIterations: 0, scalingFactor: .one,
      maxDuration: .milliseconds(1), maxIterations: 1)
  }

  /// Ends the measurement, and fails the benchmark when its result is wrong.
  public static func check(_ benchmark: Benchmark, _ isRight: Bool, _ found: Any? = nil) {
    benchmark.stopMeasurement()
    guard !isRight else {
      return
    }
    let message = "\(benchmark.name): wrong result \(found.map { "\($0)" } ?? "")"
    benchmark.error(message)
    if isSmoke {
      FileHandle.standardError.write(Data((message + "\n").utf8))
      exit(1)
    }
  }

  /// Ends a suite that cannot be set up.
  public static func cannotSetUp(_ error: any Error) -> Never {
    FileHandle.standardError.write(Data("cannot set up the suite: \(error)\n".utf8))
    exit(1)
  }
}
