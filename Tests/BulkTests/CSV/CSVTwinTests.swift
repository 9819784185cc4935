import Quantities
import TestSupport
import Testing
import Text
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

  static func spoiledInput(_ random: inout SeededGenerator, rows: Int = 4) -> [UInt8] {
    var body: [UInt8] = []
    for _ in 0..<Int.random(in: 1...rows, using: &random) {
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

  /// An input with semicolons and commas in each other's places, read with that delimiter, gives the same
  /// bytes in each other's places.
  @Test("another delimiter", arguments: 0..<4)
  func otherDelimiter(part: UInt64) throws {
    var random = SeededGenerator(seed: 5_000 + part)
    func swapped(_ bytes: [UInt8]) -> [UInt8] {
      bytes.map { $0 == 0x2C ? 0x3B : $0 == 0x3B ? 0x2C : $0 }
    }
    for round in 0..<(200 * TestScale.factor) {
      let input = Self.spoiledInput(&random, rows: round % 5 == 0 ? 40 : 4)
      for fast in [true, false] {
        let commas = try CSVInMemory.run(input, fast: fast, chunkSize: 1 << 9)
        let others = try CSVInMemory.run(swapped(input), fast: fast, chunkSize: 1 << 9) {
          $0.form = CSVForm(delimiter: .semicolon)
        }
        guard swapped(others.output) == commas.output,
          others.rejects.map({ swapped($0.raw) }) == commas.rejects.map(\.raw),
          others.rowsOut == commas.rowsOut
        else {
          Issue.record("round \(round): \(String(decoding: input, as: UTF8.self))")
          return
        }
      }
    }
  }

  /// A million inputs with a scale of 250 in a release build (`make verify`).
  @Test("spoiled inputs", arguments: 0..<10)
  func spoiled(part: UInt64) throws {
    var random = SeededGenerator(seed: 4_000 + part)
    let commission = try BasisPoints(500)
    for round in 0..<(400 * TestScale.factor) {
      // Some are longer than the blocks that rows are computed in.
      let input = Self.spoiledInput(&random, rows: round % 20 == 0 ? 200 : 4)
      let limit = round % 3 == 0 ? Int.random(in: 90...200, using: &random) : 1 << 20
      let metrics: [FigureKey] = [
        .apr, .active, .status, .tvlUsd, .rewardsPerYearUsd, .secondsLeft, .warnings, .apyDaily,
        .apyContinuous, .netApr, .netApy,
      ]
      func run(fast: Bool, chunkSize: Int) throws -> CSVInMemory {
        try CSVInMemory.run(input, fast: fast, chunkSize: chunkSize, recordLimit: limit) {
          $0.metrics = metrics
          $0.commission = commission
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
      let breach = PlainSplitter.breach(
        of: fast, input: input, from: Self.header.utf8.count, limit: limit, figures: metrics.count)
      #expect(breach == nil)
    }
  }
}
