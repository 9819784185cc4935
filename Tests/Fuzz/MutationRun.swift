import Foundation
import TestSupport

/// Seeded mutations of given inputs: the same laws where there is no libFuzzer, and runs of a set number
/// of inputs.
///
/// The input under test is in a file, so that it is there after a crash; an alarm ends one that hangs.
struct MutationRun {
  private let law: Law
  private var seed: UInt64 = 1
  private var inputs = Int.max
  private var seconds = 60
  private var current = "fuzz-current"
  private var seeds: [[UInt8]] = []

  /// How long one input may take.
  private static let longestSeconds: UInt32 = 10
  /// How long an input may grow.
  private static let longestInput = 4_096

  init(_ law: Law, _ arguments: [String]) {
    self.law = law
    var rest = arguments[...]
    func number(_ name: String) -> Int {
      guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else {
        Fuzz.stop("\(name) wants a number")
      }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--seed": seed = UInt64(number(argument))
      case "--inputs": (inputs, seconds) = (number(argument), Int(Int32.max))
      case "--seconds": seconds = number(argument)
      case "--current": current = rest.popFirst() ?? current
      default: seeds += Self.files(at: argument)
      }
    }
    if seeds.isEmpty { Fuzz.stop("no seeds to change") }
  }

  /// The files of a folder in the order of their names, or one file.
  private static func files(at path: String) -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted()
    let paths = names.map { $0.map { "\(path)/\($0)" } } ?? [path]
    return paths.map { path in
      guard let bytes = FileManager.default.contents(atPath: path) else {
        Fuzz.stop("\(path) cannot be read")
      }
      return Array(bytes)
    }
  }

  func run() {
    let file = unsafe open(current, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { Fuzz.stop("\(current) cannot be written") }
    var random = SeededGenerator(seed: seed)
    let end = Date().addingTimeInterval(TimeInterval(seconds))
    var count = 0
    for input in seeds where count < inputs { check(input, file, &count) }
    while count < inputs {
      if count % 256 == 0, Date() >= end { break }
      check(mutated(&random), file, &count)
    }
    alarm(0)
    try? FileManager.default.removeItem(atPath: current)
    print("\(law.rawValue): \(count) inputs from seed \(seed), the law holds")
  }

  private func check(_ input: [UInt8], _ file: CInt, _ count: inout Int) {
    count += 1
    _ = unsafe input.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
    ftruncate(file, off_t(input.count))
    alarm(Self.longestSeconds)
    do {
      try law.check(input)
    } catch {
      Fuzz.stop(
        "the law of \(law.rawValue) is broken (seed \(seed), input \(count), kept in \(current)): \(error)"
      )
    }
  }
}

// What is changed.
extension MutationRun {
  /// What numbers, documents and tables are made of, and what often breaks their readers.
  private static let words: [[UInt8]] =
    [
      "0", "1", "9", "-", "+", ".", "e", "E", "e-", "0x", "%", ",", "\"", "\"\"", "\\", "\n",
      "\r\n",
      "{", "}", "[", "]", ":", "null", "true", "\u{0}", "\u{FEFF}", "é", "🐻", "1e18", "-0", "1e-19",
      "999999999999999999999", "18446744073709551616", "1000000000000000000",
      "340282366920938463463374607431768211456", "2026-02-29T00:00:00Z", "99999999999", "n",
      " ether", " [1.23e20]", "e18", "min", "+02:00", " UTC",
      "115792089237316195423570985008687907853269984665640564039457584007913129639936",
    ].map { Array($0.utf8) } + [[0x80], [0xFF], [0xED, 0xA0, 0x80]]

  /// A seed with one to four changes.
  private func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    var input = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&input, &random) }
    return Array(input.prefix(Self.longestInput))
  }

  private func change(_ input: inout [UInt8], _ random: inout SeededGenerator) {
    guard !input.isEmpty else { return input = [UInt8.random(in: 0...255, using: &random)] }
    let at = Int.random(in: input.indices, using: &random)
    let length = min(Int.random(in: 1...12, using: &random), input.count - at)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: input[at] = UInt8.random(in: 0...255, using: &random)
    case 1: input[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: input.removeSubrange(at..<(at + length))
    case 3: input.insert(contentsOf: Array(input[at..<(at + length)]), at: at)
    case 4:
      let other = seeds.randomElement(using: &random) ?? []
      let from = Int.random(in: 0...other.count, using: &random)
      input.replaceSubrange(at..<(at + length), with: other[from...].prefix(length * 2))
    case 5:
      // A digit stays one, so that inputs get past the readers.
      guard let digit = input[at...].firstIndex(where: { (0x30...0x39).contains($0) }) else {
        return
      }
      input[digit] = UInt8.random(in: 0x30...0x39, using: &random)
    case 6:
      input.replaceSubrange(
        at..<(at + length), with: Self.words.randomElement(using: &random) ?? [])
    default: input.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: at)
    }
  }
}
