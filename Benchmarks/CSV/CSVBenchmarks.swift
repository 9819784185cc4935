import Bulk
import Benchmark
import Foundation
import Quantities
import SuiteSettings

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Suite.configuration(milliseconds: 500)
  let sizes = Suite.isSmoke ? [1_000] : [1_000, 10_000, 100_000, 1_000_000]
  for rows in sizes {
    BulkAnalysis(name: "clean", rows: rows).register(threads: 1)
    BulkAnalysis(name: "clean", rows: rows).register(threads: 2)
  }
  for threads in [1, 2] {
    BulkAnalysis(name: "quoted", rows: sizes.last ?? 0, isQuoted: true).register(threads: threads)
    BulkAnalysis(name: "dirty", rows: sizes.last ?? 0, dirtyEvery: 97).register(threads: threads)
  }
}

/// Bulk CSV from file to file through the library, on a seeded sample.
struct BulkAnalysis {
  let name: String
  let rows: Int
  var isQuoted = false
  var dirtyEvery = 0

  func register(threads: Int) {
    Benchmark("CSV, \(name), \(rows) rows, \(threads) threads") { benchmark in
      let memory = URL(filePath: "/dev/shm")
      let parent =
        FileManager.default.isWritableFile(atPath: memory.path)
        ? memory : FileManager.default.temporaryDirectory
      let folder = parent.appending(path: "berayield-suite-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let input = folder.appending(path: "in.csv").path
      var sample = SampleCSV(rows: rows, seed: 1)
      sample.isQuoted = isQuoted
      sample.dirtyEvery = dirtyEvery
      try sample.write(to: input)
      var analysis = CSVAnalysis(time: try Timestamp(SampleCSV.evaluationTime))
      analysis.threads = threads
      var summary = CSVSummary?.none
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        summary = try analysis.run(input: input, output: folder.appending(path: "out.csv").path)
      }
      benchmark.stopMeasurement()
      let rejected = dirtyEvery == 0 ? 0 : rows / dirtyEvery
      let isWhole = summary?.rowsIn == rows && summary?.rejectedRows == rejected
      Suite.check(benchmark, isWhole, summary)
    }
  }
}
