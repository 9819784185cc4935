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

/// The operands of one calculation and its result, side by side.
///
/// What reads and writes one row's fields in place copies no value and counts no reference, as C does
/// with its array of numbers; reading an element of an array into an argument would retain it.
private struct Row {
  let a: Wad
  let b: Wad
  let c: Wad
  var answer = Wad.zero
}

/// The rows of one width.
private struct Width {
  let bits: Int
  let bench: Workbench
  let rows: [Row]
  let texts: [String]

  init(bits: Int, bench: Workbench) throws {
    self.bits = bits
    self.bench = bench
    let values = try bench.wads("wide-\(bits).bin", wordsEach: (bits + 63) / 64)
    rows = stride(from: 0, to: values.count, by: 3).map { at in
      Row(a: values[at], b: values[at + 1], c: values[at + 2])
    }
    texts = try bench.lines("wide-\(bits).txt")
  }

  func run() throws {
    try run("add") { $0.answer.formSum(of: $0.a, $0.b) }
    try run("multiply") { $0.answer.formProduct(of: $0.a, $0.b, rounding: .down) }
    try run("divide") { try $0.answer.formQuotient(of: $0.a, by: $0.b, rounding: .down) }
    try run("muldiv") {
      try $0.answer.formQuotient(ofProduct: $0.a, $0.b, by: $0.c, rounding: .down)
    }
    try run("sqrt") { try $0.answer.formSquareRoot(of: $0.a, rounding: .down) }
    try parsing()
    try printing()
    try run("add", "product-value") { $0.answer = $0.a + $0.b }
    try run("multiply", "product-value") {
      $0.answer = $0.a.multiplied(by: $0.b, rounding: .down)
    }
    try run("divide", "product-value") {
      $0.answer = try $0.a.divided(by: $0.b, rounding: .down)
    }
    try run("muldiv", "product-value") {
      $0.answer = try $0.a.multiplied(by: $0.b, dividedBy: $0.c, rounding: .down)
    }
    try run("sqrt", "product-value") { $0.answer = try $0.a.squareRoot(rounding: .down) }
  }

  private func run(
    _ operation: String, _ tool: String = "product", _ body: (inout Row) throws -> Void
  ) throws {
    var rows = rows
    let nanoseconds = try bench.measure(operations: rows.count) {
      for index in rows.indices {
        try body(&rows[index])
      }
    }
    try report(operation, tool, rows.map(\.answer), nanoseconds)
  }

  private func parsing() throws {
    var answers = [Wad](repeating: .zero, count: texts.count)
    let nanoseconds = try bench.measure(operations: texts.count) {
      for index in texts.indices {
        answers[index] = try Wad(parsing: texts[index])
      }
    }
    try report("parse", "product", answers, nanoseconds)
  }

  private func printing() throws {
    let answers = rows.map(\.a)
    var printed = [String](repeating: "", count: answers.count)
    let nanoseconds = bench.measure(operations: answers.count) {
      for index in answers.indices {
        printed[index] = answers[index].text()
      }
    }
    guard printed == texts else {
      throw WorkbenchError.wrongAnswer("print/\(bits)")
    }
    try report("print", "product", answers, nanoseconds)
  }

  private func report(
    _ operation: String, _ tool: String, _ answers: [Wad], _ nanoseconds: Double
  ) throws {
    var fold = Fold()
    for answer in answers {
      try fold.append(answer.rawValue)
    }
    bench.report(
      "wide/\(operation)/\(bits)", tool, nanoseconds: nanoseconds, operations: answers.count,
      fold: fold)
  }
}
