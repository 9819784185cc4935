import BigInt
import Workbench

/// attaswift/BigInt: an unbounded integer of arrays, in pure Swift.
struct BigIntPeer {
  let bench: Workbench
  let tool = "swift-attaswift"

  func rewardVaultAPR() throws {
    let values = try bench.integers("apr-rows.bin").map { BigUInt($0) }
    let rows = values.count / 4
    var answers = [BigUInt](repeating: 0, count: rows)
    run("apr/rows", &answers) { answers in
      for row in 0..<rows {
        let at = 4 * row
        answers[row] =
          values[at] * 31_536_000 * values[at + 1] / (values[at + 2] * values[at + 3])
      }
    }
  }

  func wide() throws {
    for bits in [64, 128, 192, 256, 512, 1024, 4096, 33_220] {
      try wide(bits: bits)
    }
  }

  private func wide(bits: Int) throws {
    let words = try bench.words("wide-\(bits).bin")
    let each = (bits + 63) / 64
    let values = stride(from: 0, to: words.count, by: each).map { at in
      BigUInt(words: words[at..<at + each].map { UInt($0) })
    }
    let texts = try bench.lines("wide-\(bits).txt")
    let wad = BigUInt(10).power(18)
    var answers = [BigUInt](repeating: 0, count: texts.count)
    run("wide/add/\(bits)", &answers) { answers in
      for row in answers.indices { answers[row] = values[3 * row] + values[3 * row + 1] }
    }
    run("wide/multiply/\(bits)", &answers) { answers in
      for row in answers.indices { answers[row] = values[3 * row] * values[3 * row + 1] / wad }
    }
    run("wide/divide/\(bits)", &answers) { answers in
      for row in answers.indices { answers[row] = values[3 * row] * wad / values[3 * row + 1] }
    }
    run("wide/muldiv/\(bits)", &answers) { answers in
      for row in answers.indices {
        answers[row] = values[3 * row] * values[3 * row + 1] / values[3 * row + 2]
      }
    }
    run("wide/sqrt/\(bits)", &answers) { answers in
      for row in answers.indices { answers[row] = (values[3 * row] * wad).squareRoot() }
    }
    run("wide/parse/\(bits)", &answers) { answers in
      for row in answers.indices { answers[row] = parsed(texts[row]) }
    }
    var printed = texts
    let nanoseconds = bench.measure(operations: texts.count) {
      for row in texts.indices { printed[row] = text(values[3 * row], wad: wad) }
    }
    guard printed == texts else {
      throw WorkbenchError.wrongAnswer("print/\(bits)")
    }
    report("wide/print/\(bits)", answers, nanoseconds)
  }

  private func parsed(_ text: String) -> BigUInt {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] : ""
    let digits = parts[0] + fraction + String(repeating: "0", count: 18 - fraction.count)
    return BigUInt(digits) ?? 0
  }

  private func text(_ raw: BigUInt, wad: BigUInt) -> String {
    let (whole, fraction) = raw.quotientAndRemainder(dividingBy: wad)
    var digits = String(fraction)
    guard fraction != 0 else {
      return String(whole)
    }
    digits = String(repeating: "0", count: 18 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private func run(
    _ workload: String, _ answers: inout [BigUInt], _ pass: (inout [BigUInt]) -> Void
  ) {
    let nanoseconds = bench.measure(operations: answers.count) {
      pass(&answers)
    }
    report(workload, answers, nanoseconds)
  }

  private func report(_ workload: String, _ answers: [BigUInt], _ nanoseconds: Double) {
    var fold = Fold()
    for answer in answers {
      fold.append(words: answer.words.map { UInt64($0) })
    }
    bench.report(
      workload, tool, nanoseconds: nanoseconds, operations: answers.count, fold: fold)
  }
}
