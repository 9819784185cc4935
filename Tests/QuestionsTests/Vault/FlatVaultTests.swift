import Bulk
import Faults
import Foundation
import Inputs
import Platform
import Quantities
import Sheets
import TestSupport
import Testing
import Text
import Yields

@testable import Questions

/// Vaults of an array written from their words beside the same vaults answered one by one, on documents that
/// chance has spoiled: rows, notes and faults with their places.
@Suite struct FlatVaultTests {
  struct Outcome: Equatable {
    var rows: [UInt8] = []
    var notes: [Fault] = []
    var fault: Fault?
    /// Vaults that an answer was made of.
    var answers = 0

    static func == (one: Outcome, other: Outcome) -> Bool {
      one.rows == other.rows && one.notes == other.notes && one.fault == other.fault
    }
  }

  static func run(
    _ path: String, _ options: [String: String?], _ time: EvaluationTime, isFast: Bool
  ) throws -> Outcome {
    var (notes, outcome) = (InputNotes(strict: false), Outcome())
    let question = VaultQuestion(
      time: time, year: .days365, rules: try ProfileChoice(era: nil, notes: &notes))
    var document = VaultDocument(
      try ByteSource(path: path), options: options, keys: VaultSnapshot.keys)
    var writer = SheetWriter(format: .csv, style: TextStyle(), shape: .array)
    var lines: FlatVaults?
    do throws(Fault) {
      while true {
        try lines?.write(from: &document, notes: &notes) { outcome.rows += $0 }
        guard let vault = try document.next() else { break }
        let inputs = try document.inputs(of: vault, notes: &notes)
        let sheet = try question.sheet(about: inputs, notes: &notes)
        if isFast, outcome.answers == 0 { lines = question.lines(like: sheet, options: options) }
        outcome.answers += 1
        try writer.write(sheet) { outcome.rows += $0 }
      }
    } catch {
      outcome.fault = error
    }
    outcome.notes = notes.notes
    return outcome
  }

  static func vault(_ random: inout SeededGenerator, oddities: Int) -> String {
    func digits(_ count: ClosedRange<Int>) -> String {
      String(Int.random(in: 1...9, using: &random))
        + String(
          (1..<max(2, Int.random(in: count, using: &random))).map { _ in
            Character(String(Int.random(in: 0...9, using: &random)))
          })
    }
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    func isRare() -> Bool { Int.random(in: 0..<oddities, using: &random) == 0 }
    func text(_ value: String) -> String {
      isRare() ? value : "\"\(value)\""
    }
    var members = [
      (
        "rewardRate",
        text(isRare() ? pick(["0", "0x1f", "1e5", digits(38...42)]) : digits(34...37))
      ),
      ("totalSupply", text(isRare() ? pick(["0", "1.5", digits(1...42)]) : digits(18...24))),
      ("rewardPrice", text(digits(1...2) + "." + digits(1...(isRare() ? 21 : 17)))),
      ("stakePrice", text(isRare() ? pick(["0", "00.5", "1.", ".5", "1e-3"]) : digits(2...6))),
      ("periodFinish", pick(["1800000001", "1799999999", "\"1800000000\"", "1800400000"])),
    ]
    if isRare() { members[4].1 = pick(["0", "null", "1800000000000", "\"2027-01-15\"", "01"]) }
    if Bool.random(using: &random) {
      members.insert(("vault", pick(["\"0xabcdef\"", "\"a,b\"", "\"x y\""])), at: 0)
    }
    if isRare() { members.append(("name", pick(["\"é\"", "\"q\\\"\"", "\"\"", "null", "7"]))) }
    if isRare() { members.append(("timestamp", pick(["1790000000", "\"1790000001\"", "null"]))) }
    if isRare() {
      members.append(("stakeDecimals", pick(["6", "\"8\"", "18", "0", "255", "256", "19"])))
    }
    if isRare() { members.append(("undistributedRewards", "\"" + digits(1...40) + "\"")) }
    if isRare() { members.append(("commission", "\"5%\"")) }
    if isRare(), isRare() {
      members.append(Bool.random(using: &random) ? members[0] : ("rewardRat", "1"))
    }
    if isRare() { members.shuffle(using: &random) }
    let gap = pick(["", " ", "\n  ", "\r\n\t"])
    return "{" + members.map { "\(gap)\"\($0.0)\":\(gap)\($0.1)" }.joined(separator: ",") + "}"
  }

  static func document(_ random: inout SeededGenerator, isLong: Bool) -> [UInt8] {
    let count = isLong ? 400 : Int.random(in: 1...6, using: &random)
    // Most of a long document is sound, for a fault ends it.
    let vaults = (0..<count).map { _ in vault(&random, oddities: isLong ? 3_000 : 12) }
    var bytes = Array(
      ("[" + vaults.joined(separator: isLong ? ",\n" : ", ") + "]\n").utf8)
    if !isLong, Int.random(in: 0..<3, using: &random) == 0 {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let spoilers = Array("\"\\{}[],:\n 0.e".utf8) + [0x80, 0x00]
      bytes[place] = spoilers.randomElement(using: &random) ?? 0
    }
    return bytes
  }

  /// 250 times as many documents with a scale of 250 (`make verify`).
  @Test("rows of spoiled documents", arguments: 0..<8)
  func spoiled(part: UInt64) throws {
    try TemporaryDirectory.with { directory in
      var random = SeededGenerator(seed: 7_100 + part)
      let path = directory + "/vaults.json"
      let now = try Timestamp(1_800_000_000)
      var (answers, vaults) = (0, 0)
      for round in 0..<(100 * TestScale.factor) {
        let bytes = Self.document(&random, isLong: round % 50 == 0)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let options: [String: String?] =
          round % 3 == 0 ? ["commission": "5%", "compounding": "12"] : [:]
        let time: EvaluationTime = round % 2 == 0 ? .at(now) : .ofObservation(elseNow: now)
        let fast = try Self.run(path, options, time, isFast: true)
        let careful = try Self.run(path, options, time, isFast: false)
        guard fast == careful else {
          let shown =
            bytes.count > 4_000 ? "a long document" : String(decoding: bytes, as: UTF8.self)
          Issue.record("\(shown)\n\(fast)\n\(careful)")
          return
        }
        answers += fast.answers
        vaults += careful.answers
      }
      // Nothing would be compared if all vaults were answered one by one.
      #expect(answers < vaults * 3 / 4, "\(answers) of \(vaults)")
    }
  }
}
