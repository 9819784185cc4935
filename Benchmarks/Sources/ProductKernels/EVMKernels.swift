import EVMArithmetic
import Workbench

/// EVM words: Solady's mulWad, fullMulDiv with a 512-bit product, and sqrt.
struct EVMKernels {
  let bench: Workbench
  let a: [UInt256]
  let b: [UInt256]
  let d: [UInt256]

  init(bench: Workbench) throws {
    self.bench = bench
    let words = try bench.integers("evm.bin")
    let values = stride(from: 0, to: words.count, by: 2).map { at in
      UInt256(high: words[at + 1], low: words[at])
    }
    a = stride(from: 0, to: values.count, by: 3).map { values[$0] }
    b = stride(from: 1, to: values.count, by: 3).map { values[$0] }
    d = stride(from: 2, to: values.count, by: 3).map { values[$0] }
  }

  func run() throws {
    let shiftedA = a.map { $0 << 50 }
    let shiftedB = b.map { $0 << 190 }
    try run("mulWad") { row in try FixedPointMathLib.mulWad(a[row], b[row]) }
    try run("fullMulDiv") { row in
      try FixedPointMathLib.fullMulDiv(shiftedA[row], shiftedB[row], d[row])
    }
    try run("sqrt") { row in FixedPointMathLib.sqrt(shiftedA[row]) }
  }

  @inline(__always)
  private func run(_ operation: String, _ body: (Int) throws -> UInt256) throws {
    var answers = [UInt256](repeating: .zero, count: a.count)
    let nanoseconds = try bench.measure(operations: a.count) {
      for row in answers.indices {
        answers[row] = try body(row)
      }
    }
    var fold = Fold()
    for answer in answers {
      fold.append(answer)
    }
    bench.report(
      "evm/\(operation)", "product", nanoseconds: nanoseconds, operations: a.count, fold: fold)
  }
}
