import FixedPoint
import Workbench

/// exp, ln, pow and compounding to the nearest 18th decimal, up to results of 10,000 digits.
struct CorrectlyRoundedFunctions {
  let bench: Workbench

  func run() throws {
    for bits in [128, 512, 4096, 33_220] {
      let values = try bench.wads("functions-\(bits).bin", wordsEach: (bits + 63) / 64)
      let rows = stride(from: 0, to: values.count, by: 4).map { Array(values[$0..<$0 + 4]) }
      try measure("functions/exp/\(bits)", rows) { try $0[0].exp(rounding: .halfEven) }
      try measure("functions/ln/\(bits)", rows) { try $0[1].ln(rounding: .halfEven) }
      try measure("functions/pow/\(bits)", rows) {
        try $0[2].pow($0[3], rounding: .halfEven)
      }
    }
    let rates = try bench.wads("compound.bin", wordsEach: 2)
    for periods in [12, 365, 31_536_000] {
      let compounding = try Compounding(periodsPerYear: periods)
      try measure("compound/\(periods)", rates) {
        try compounding.apy(fromAPR: $0, rounding: .halfEven)
      }
    }
    try measure("compound/continuous", rates) {
      try Compounding.continuous.apy(fromAPR: $0, rounding: .halfEven)
    }
  }

  private func measure<Row>(
    _ workload: String, _ rows: [Row], _ body: (Row) throws -> Wad
  ) throws {
    var answers = [Wad](repeating: .zero, count: rows.count)
    let nanoseconds = try bench.measure(operations: rows.count) {
      for index in rows.indices {
        answers[index] = try body(rows[index])
      }
    }
    var fold = Fold()
    for answer in answers {
      // The fingerprint is of magnitudes: ln of a number below one is negative.
      try fold.append(answer.rawValue.magnitude)
    }
    bench.report(
      workload, "product", nanoseconds: nanoseconds, operations: rows.count, fold: fold)
  }
}
