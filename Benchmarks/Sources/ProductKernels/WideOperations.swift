import FixedPoint
import Workbench

/// Operations on `Wad`s of 64 bits to 10,000 digits, in two forms: as in the C peers, results that
/// live across calls are calculated into; and with operators, each of which makes a new value.
///
/// Parsing and printing make a new value in either.
struct WideOperations {
  let bench: Workbench

  func run() throws {
    for bits in [64, 128, 192, 256, 512, 1024, 4096, 33_220] {
      try Width(bits: bits, bench: bench).run()
    }
  }
}

/// The operands of one width.
private struct Width {
  let bits: Int
  let bench: Workbench
  let a: [Wad]
  let b: [Wad]
  let c: [Wad]
  let texts: [String]

  init(bits: Int, bench: Workbench) throws {
    self.bits = bits
    self.bench = bench
    let words = try bench.words("wide-\(bits).bin")
    let each = (bits + 63) / 64
    let values = try stride(from: 0, to: words.count, by: each).map { at in
      Wad(raw: try ExactInteger(words: words[at..<at + each]))
    }
    a = stride(from: 0, to: values.count, by: 3).map { values[$0] }
    b = stride(from: 1, to: values.count, by: 3).map { values[$0] }
    c = stride(from: 2, to: values.count, by: 3).map { values[$0] }
    texts = try bench.lines("wide-\(bits).txt")
  }

  func run() throws {
    try run("add") { $0.formSum(of: a[$1], b[$1]) }
    try run("multiply") { $0.formProduct(of: a[$1], b[$1], rounding: .down) }
    try run("divide") { try $0.formQuotient(of: a[$1], by: b[$1], rounding: .down) }
    try run("muldiv") {
      try $0.formQuotient(ofProduct: a[$1], b[$1], by: c[$1], rounding: .down)
    }
    try run("sqrt") { try $0.formSquareRoot(of: a[$1], rounding: .down) }
    try run("parse") { $0 = try Wad(parsing: texts[$1]) }
    try printing()
    try run("add", "product-value") { $0 = a[$1] + b[$1] }
    try run("multiply", "product-value") { $0 = a[$1].multiplied(by: b[$1], rounding: .down) }
    try run("divide", "product-value") { $0 = try a[$1].divided(by: b[$1], rounding: .down) }
    try run("muldiv", "product-value") {
      $0 = try a[$1].multiplied(by: b[$1], dividedBy: c[$1], rounding: .down)
    }
    try run("sqrt", "product-value") { $0 = try a[$1].squareRoot(rounding: .down) }
  }

  @inline(__always)
  private func run(
    _ operation: String, _ tool: String = "product", _ body: (inout Wad, Int) throws -> Void
  ) throws {
    var answers = [Wad](repeating: .zero, count: a.count)
    let nanoseconds = try bench.measure(operations: a.count) {
      for row in answers.indices {
        try body(&answers[row], row)
      }
    }
    try report(operation, tool, answers, nanoseconds)
  }

  private func printing() throws {
    var printed = [String](repeating: "", count: a.count)
    let nanoseconds = bench.measure(operations: a.count) {
      for row in printed.indices {
        printed[row] = a[row].text()
      }
    }
    guard printed == texts else {
      throw WorkbenchError.wrongAnswer("print/\(bits)")
    }
    try report("print", "product", a, nanoseconds)
  }

  private func report(
    _ operation: String, _ tool: String, _ answers: [Wad], _ nanoseconds: Double
  ) throws {
    var fold = Fold()
    for answer in answers {
      try fold.append(answer.rawValue)
    }
    bench.report(
      "wide/\(operation)/\(bits)", tool, nanoseconds: nanoseconds, operations: a.count,
      fold: fold)
  }
}
