import EVMArithmetic
import FixedPoint
import Workbench

extension ExactInteger {
  /// An unsigned number of little-endian words.
  init(words: some BidirectionalCollection<UInt64>) throws {
    let digits = words.reversed().map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    try self.init(parsing: "0x" + digits.joined())
  }
}

extension Workbench {
  /// The numbers of a word file as raw values, `wordsEach` 64-bit words each.
  func wads(_ name: String, wordsEach: Int) throws -> [Wad] {
    let words = try words(name)
    return try stride(from: 0, to: words.count, by: wordsEach).map { at in
      Wad(raw: try ExactInteger(words: words[at..<at + wordsEach]))
    }
  }
}

extension Fold {
  /// Appends a non-negative answer of any width.
  mutating func append(_ answer: ExactInteger) throws {
    let modulus = ExactInteger(Fold.modulus)
    let rest = try answer.quotientAndRemainder(dividingBy: modulus).remainder
    guard let word = UInt64(exactly: rest) else {
      throw WorkbenchError.wrongAnswer("negative answer \(answer)")
    }
    append(rest: word)
  }

  /// Appends an EVM word.
  mutating func append(_ answer: UInt256) {
    let (low, high) = (answer.low, answer.high)
    append(words: [
      UInt64(truncatingIfNeeded: low), UInt64(truncatingIfNeeded: low >> 64),
      UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: high >> 64),
    ])
  }
}
