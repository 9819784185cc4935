import FixedPoint
import Workbench

/// Operations on `Wad`s of 64 bits to 10,000 digits.
///
/// Each makes a new value, while the C peers calculate into temporaries that live on.
struct WideOperations {
  let bench: Workbench

  func run() throws {
    for bits in [64, 128, 192, 256, 512, 1024, 4096, 33_220] {
      try Width(bits: bits, bench: bench).run()
    }
  }
}

/// The operands of one calculation and its result, side by side.
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
    try run("add") { $0.answer = $0.a + $0.b }
    try run("multiply") {
      $0.answer = $0.a.multiplied(by: $0.b, rounding: .down)
    }
    try run("divide") {
      $0.answer = try $0.a.divided(by: $0.b, rounding: .down)
    }
    try run("muldiv") {
      $0.answer = try $0.a.multiplied(by: $0.b, dividedBy: $0.c, rounding: .down)
    }
    try run("sqrt") { $0.answer = try $0.a.squareRoot(rounding: .down) }
    try parsing()
    try printing()
  }

  private func run(
    _ operation: String, _ body: (inout Row) throws -> Void
  ) throws {
    var rows = rows
    let nanoseconds = try bench.measure(operations: rows.count) {
      for index in rows.indices {
        try body(&rows[index])
      }
    }
    try report(operation, rows.map(\.answer), nanoseconds)
  }

  private func parsing() throws {
    var answers = [Wad](repeating: .zero, count: texts.count)
    let nanoseconds = try bench.measure(operations: texts.count) {
      for index in texts.indices {
        answers[index] = try Wad(parsing: texts[index])
      }
    }
    try report("parse", answers, nanoseconds)
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
    try report("print", answers, nanoseconds)
  }

  private func report(
    _ operation: String, _ answers: [Wad], _ nanoseconds: Double
  ) throws {
    var fold = Fold()
    for answer in answers {
      try fold.append(answer.rawValue)
    }
    bench.report(
      "wide/\(operation)/\(bits)", "product", nanoseconds: nanoseconds, operations: answers.count,
      fold: fold)
  }
}
