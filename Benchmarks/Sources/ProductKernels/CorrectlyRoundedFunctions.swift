import FixedPoint
import Workbench

/// exp, ln and pow to the nearest 18th decimal.
struct CorrectlyRoundedFunctions {
  let bench: Workbench
  let x: [Wad]
  let y: [Wad]

  init(bench: Workbench) throws {
    self.bench = bench
    let values = try bench.integers("functions.bin").map { Wad(raw: ExactInteger($0)) }
    x = stride(from: 0, to: values.count, by: 2).map { values[$0] }
    y = stride(from: 1, to: values.count, by: 2).map { values[$0] }
  }

  func run() throws {
    try run("exp") { row in try x[row].exp(rounding: .halfEven) }
    try run("ln") { row in try x[row].ln(rounding: .halfEven) }
    try run("pow") { row in try x[row].pow(y[row], rounding: .halfEven) }
  }

  @inline(__always)
  private func run(_ function: String, _ body: (Int) throws -> Wad) throws {
    var answers = [Wad](repeating: .zero, count: x.count)
    let nanoseconds = try bench.measure(operations: x.count) {
      for row in answers.indices {
        answers[row] = try body(row)
      }
    }
    var fold = Fold()
    for answer in answers {
      // The fingerprint is of magnitudes: ln of a number below one is negative.
      try fold.append(answer.rawValue.magnitude)
    }
    bench.report(
      "functions/\(function)", "product", nanoseconds: nanoseconds, operations: x.count,
      fold: fold)
  }
}
