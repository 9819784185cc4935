import FixedPoint
import Workbench

/// (1 + r/365)^365 - 1 to the nearest 18th decimal: words for many rows, and one call a value.
struct CompoundingKernels {
  let bench: Workbench
  let rates: [UInt128]

  init(bench: Workbench) throws {
    self.bench = bench
    rates = try bench.integers("apy.bin")
  }

  func run() throws {
    let daily = Compounding.daily
    var undecided = 0
    var answers = [UInt128](repeating: 0, count: rates.count)
    var nanoseconds = bench.measure(operations: rates.count) {
      undecided = 0
      for row in answers.indices {
        if let apy = daily.fixedWidthAPY(fromAPR: rates[row], rounding: .halfEven) {
          answers[row] = apy
        } else {
          undecided += 1
        }
      }
    }
    guard undecided == 0 else {
      throw WorkbenchError.wrongAnswer("\(undecided) rows outside the fixed width")
    }
    report("product-batch", answers, nanoseconds)

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
