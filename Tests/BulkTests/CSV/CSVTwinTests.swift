import TestSupport
import Testing
import Yields

@testable import Bulk

/// The indexed reader against the careful one, on inputs that chance has spoiled, and both against a
/// plain splitter written here: no byte of the input may be lost, invented or read two ways.
@Suite struct CSVTwinTests {
  static let header =
    "vault,reward_rate,period_finish,total_supply,reward_price,stake_price,stake_decimals\n"

  /// Sound rows of many shapes, to be spoiled.
  static func row(_ random: inout SeededGenerator) -> String {
    func digits(_ count: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: count, using: &random)).map { _ in
          Character(String(Int.random(in: 0...9, using: &random)))
        })
    }
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    let name = pick(["a", "", "0xabcdef0123456789", "\"q,\"\"u\n\"", "\"\"", "é🐻", "x y-z+(1)"])
    let rate = pick([digits(1...40), digits(30...37), "0x1f", "1e5", "\"12\""])
    let finish = pick(["1800000001", "1799999999", "1800000000", digits(1...12), "\"1900000000\""])
    let supply = pick([digits(1...24), digits(36...42), "0", "\"7\""])
    let price = pick([digits(1...3) + "." + digits(1...20), digits(1...21), "1e-5", "0"])
    let unit = pick(["1.5", digits(1...20) + "." + digits(1...18), "0", "0.0", "2E3", "\"3.25\""])
    let decimals = pick(["18", "6", "0", "255", "256", "\"8\"", "018"])
    return [name, rate, finish, supply, price, unit, decimals].joined(separator: ",")
  }

  static let spoilers = Array("\"\",,\n\r\r\n-+.eE 0x\u{0}".utf8) + [0x80, 0xFF]

  static func spoiledInput(_ random: inout SeededGenerator) -> [UInt8] {
    var body: [UInt8] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      body += Array(row(&random).utf8)
      body += [[0x0A], [0x0D, 0x0A], [0x0A, 0x0A], []].randomElement(using: &random) ?? []
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) where !body.isEmpty {
      let at = Int.random(in: 0..<body.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: body[at] = spoilers.randomElement(using: &random) ?? 0
      case 1: body.remove(at: at)
      case 2: body.insert(contentsOf: body[at...].prefix(9), at: at)
      default: body.insert(spoilers.randomElement(using: &random) ?? 0, at: at)
      }
    }
    return Array(header.utf8) + body
  }

  /// A million inputs with a scale of 250 in a release build (`make verify`).
  @Test("spoiled inputs", arguments: 0..<10)
  func spoiled(part: UInt64) throws {
    var random = SeededGenerator(seed: 4_000 + part)
    for round in 0..<(400 * TestScale.factor) {
      let input = Self.spoiledInput(&random)
      let limit = round % 3 == 0 ? Int.random(in: 90...200, using: &random) : 1 << 20
      let metrics: [FigureKey] = [
        .apr, .active, .status, .tvlUsd, .rewardsPerYearUsd, .secondsLeft, .warnings,
      ]
      func run(fast: Bool, chunkSize: Int) throws -> CSVInMemory {
        try CSVInMemory.run(input, fast: fast, chunkSize: chunkSize, recordLimit: limit) {
          $0.metrics = metrics
        }
      }
      let fast = try run(fast: true, chunkSize: 1 << 12)
      let careful = try run(fast: false, chunkSize: 1 << 12)
      let chopped = try run(fast: true, chunkSize: Int.random(in: 1...120, using: &random))
      guard fast == careful, fast == chopped else {
        let shown = String(decoding: input, as: UTF8.self).debugDescription
        Issue.record("readers disagree, limit \(limit): \(shown)\n\(fast)\n\(careful)\n\(chopped)")
        return
      }
      try Self.checkAccount(of: fast, input: input, limit: limit)
    }
  }

  /// Every record of the input is one row out, one reject or one blank line, in order.
  static func checkAccount(of run: CSVInMemory, input: [UInt8], limit: Int) throws {
    let records = PlainSplitter.records(in: input, from: header.utf8.count, limit: limit)
    var output = run.output.dropFirst(run.output.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    var rejects = run.rejects[...]
    var blanks = 0
    for record in records {
      let content = Array(input[record.content])
      if content.isEmpty {
        blanks += 1
      } else if rejects.first?.byteOffset == record.content.lowerBound {
        let reject = rejects.removeFirst()
        #expect(record.isTooLong || reject.raw == content)
      } else {
        try #require(output.starts(with: content + [0x2C]))
        output = output.dropFirst(content.count + 1)
        let end = try #require(output.firstIndex(of: 0x0A))
        #expect(output[..<end].count { $0 == 0x2C } == 6)
        output = output[(end + 1)...]
      }
    }
    #expect(output.isEmpty && rejects.isEmpty)
    #expect(run.rowsOut + run.rejectedRows + run.blankLines == records.count)
    #expect(run.blankLines == blanks)
  }
}

/// Splits an input into records by the rules that `CSVGrammar` states, in another way: each rule
/// is tried on the whole rest of the input.
enum PlainSplitter {
  struct Record {
    let content: Range<Int>
    let isTooLong: Bool
  }

  static func records(in input: [UInt8], from start: Int, limit: Int) -> [Record] {
    var records: [Record] = []
    var next = start
    while next < input.count {
      var end = next
      // What a record may look at: its own first bytes. Beyond them, its first line is all of it.
      if let regular = regularEnd(
        input[next...].prefix(limit), toInputEnd: input.count - next <= limit)
      {
        end = regular
      } else {
        end = input[next...].firstIndex(of: 0x0A).map { $0 + 1 } ?? input.count
      }
      var content = next..<end
      if content.count > 0, input[content.upperBound - 1] == 0x0A { content = content.dropLast() }
      if content.count > 0, input[content.upperBound - 1] == 0x0D { content = content.dropLast() }
      records.append(Record(content: content, isTooLong: end - next > limit))
      next = end
    }
    return records
  }

  /// Consumes field after field; nil when the window ends first.
  private static func regularEnd(_ window: ArraySlice<UInt8>, toInputEnd: Bool) -> Int? {
    var rest = window
    func lineEnd(_ rest: ArraySlice<UInt8>) -> Int? {
      rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? (toInputEnd ? window.endIndex : nil)
    }
    while true {
      if rest.first == 0x22 {
        rest = rest.dropFirst()
        while true {
          guard let quote = rest.firstIndex(of: 0x22) else { return nil }
          rest = rest[(quote + 1)...]
          guard rest.first == 0x22 else { break }
          rest = rest.dropFirst()
        }
        switch rest.first {
        case nil: return toInputEnd ? window.endIndex : nil
        case 0x2C: break
        default: return lineEnd(rest)
        }
      } else {
        let stop = rest.firstIndex { [0x2C, 0x0A, 0x22].contains($0) }
        guard let stop else { return toInputEnd ? window.endIndex : nil }
        if rest[stop] != 0x2C { return lineEnd(rest) }
        rest = rest[stop...]
      }
      rest = rest.dropFirst()
    }
  }
}
