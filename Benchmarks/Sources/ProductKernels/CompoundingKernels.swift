import FixedPoint
import Workbench

/// (1 + r/365)^365 - 1 to the nearest 18th decimal: a column, and one call a value.
struct CompoundingKernels {
  let bench: Workbench
  let rates: [UInt128]

  init(bench: Workbench) throws {
    self.bench = bench
    rates = try bench.integers("apy.bin")
  }

  func run() throws {
    let daily = Compounding.daily
    var answers = [UInt128](repeating: 0, count: rates.count)
    var nanoseconds = bench.measure(operations: rates.count) {
      var apy = answers.mutableSpan
      daily.evaluate(apr: rates.span, rounding: .halfEven, into: &apy)
    }
    report("product-batch\(bench.forcedVariant ?? "")", answers, nanoseconds)
    guard bench.forcedVariant == nil else { return }

    let wads = rates.map { Wad(raw: ExactInteger($0)) }
    var yields = wads
    nanoseconds = try bench.measure(operations: wads.count) {
      for row in wads.indices {
        yields[row] = try daily.apy(fromAPR: wads[row], rounding: .halfEven)
      }
    }
    report("product-call-wad", yields.map { UInt128(exactly: $0.rawValue) ?? 0 }, nanoseconds)
  }

  private func report(_ tool: String, _ answers: [UInt128], _ nanoseconds: Double) {
    var fold = Fold()
    for answer in answers {
      fold.append(answer)
    }
    bench.report(
      "apy/daily", tool, nanoseconds: nanoseconds, operations: rates.count, fold: fold)
  }
}
