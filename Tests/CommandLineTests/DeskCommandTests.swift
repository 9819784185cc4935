import FixedPoint
import Foundation
import TestSupport
import Testing
import Text

/// `validator`, `allocate` and `rank` over recorded snapshots and over spoiled ones.
@Suite struct DeskCommandTests {
  private static let file = "data/recorded/validator.json"
  private static let bgt = "data/recorded/bgt.json"

  private static func json(_ arguments: [String], input: String = "") throws -> JSONNode {
    let run = try CommandLineTool.run(arguments + ["--format", "json"], input: input)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONReader.parse(Array(run.output.utf8))
  }

  private static func snapshot(_ file: String) throws -> JSONNode {
    try JSONReader.parse(
      Array(try Data(contentsOf: CommandLineTool.packageRoot.appendingPathComponent(file))))
  }

  private static func validators(_ file: String) throws -> [String] {
    try #require(try snapshot(file)["validators"]?.elements).compactMap { $0["pubkey"]?.string }
  }

  private static func number(_ node: JSONNode?) throws -> ExactRational {
    try ExactRational(parsing: try #require(node?.scalarText))
  }

  // MARK: allocate

  @Test(arguments: [file, bgt])
  func `recorded sets have a proven allocation for every validator`(file: String) throws {
    for key in try Self.validators(file) {
      let answer = try Self.json(
        ["allocate", file, "--validator", key, "--stake-share", "1.5%"])
      #expect(answer["gap"]?.string == "0" && answer["bound"]?.string == answer["usd"]?.string)
      let weights = try #require(answer["weights"]?.elements)
      let points = try weights.map { try #require($0["weight"]?.scalarText.flatMap { Int($0) }) }
      let chef = try #require(try Self.snapshot(file)["chef"])
      let most = try #require(chef["maxWeightPerVault"]?.scalarText.flatMap { Int($0) })
      #expect(points.reduce(0, +) == 10_000 && points.allSatisfy { (1...most).contains($0) })
      #expect(points.count <= 10)
      let whitelisted = try #require(try Self.snapshot(file)["vaults"]?.elements)
        .filter { $0["whitelisted"]?.bool == true }.compactMap { $0["vault"]?.string }
      #expect(weights.allSatisfy { whitelisted.contains($0["vault"]?.string ?? "") })
      // What is there already cannot be better within the same limits.
      let usd = try Self.number(answer["usd"])
      for other in ["present", "default"] where answer[other]?["usd"]?.isNull == false {
        let weights = answer[other]?["weights"]?.elements ?? []
        guard weights.allSatisfy({ whitelisted.contains($0["vault"]?.string ?? "") }) else {
          continue
        }
        #expect(try Self.number(answer[other]?["usd"]) <= usd)
      }
      #expect(try Self.number(answer["validatorUsd"]) <= usd)
    }
  }

  @Test func `CSV is vault and weight, as JSON has them`() throws {
    let arguments = ["allocate", Self.file, "--stake-share", "0.015", "--max-vaults", "4"]
    let csv = try CommandLineTool.run(arguments + ["--format", "csv"]).output
    let weights = try #require(try Self.json(arguments)["weights"]?.elements)
    let lines = weights.map {
      "\($0["vault"]?.string ?? ""),\($0["weight"]?.scalarText ?? "")\n"
    }
    #expect(csv == "vault,weight\n" + lines.joined())
  }

  @Test func `the share of the stake and what it directs give the same answer`() throws {
    let share = try Self.json(["allocate", Self.file, "--stake-share", "1.5%"])
    let perDay = try #require(share["emissionPerDay"]?.string)
    // 1.305 less 12 % of the dedicated stream, 43200 blocks a day.
    #expect(perDay == "744163200000000000000")
    let direct = try Self.json(["allocate", Self.file, "--emission-per-day", perDay])
    #expect(share["weights"]?.value == direct["weights"]?.value)
    #expect(direct["emission"]?.string == "5209142400000000000000")
  }

  /// The words of calldata behind the selector, read here by hand.
  private static func words(_ data: String) throws -> [String] {
    let digits = Array(data.dropFirst(10))
    #expect(digits.count % 64 == 0)
    return stride(from: 0, to: digits.count, by: 64).map { String(digits[$0..<$0 + 64]) }
  }

  @Test func `calldata is the ABI's encoding of the weights`() throws {
    let arguments = ["allocate", Self.file, "--stake-share", "1.5%", "--calldata"]
    let answer = try Self.json(arguments + ["--start-block", "0x1589000"])
    let call = try #require(answer["calldata"])
    let data = try #require(call["data"]?.string)
    #expect(data.hasPrefix("0xe5eb90aa"))
    #expect(call["to"]?.string == "0xdf960e8f3f19c481dde769ededd439ea1a63426a")
    let words = try Self.words(data)
    func number(_ index: Int) throws -> Int { try #require(Int(words[index], radix: 16)) }
    // Offsets of the key and of the weights, the block between them.
    #expect(try [number(0), number(1), number(2)] == [0x60, 0x158_9000, 0xc0])
    #expect(try number(3) == 48)
    let key = try #require(try Self.validators(Self.file).first)
    #expect("0x" + (words[4] + words[5]).prefix(96) == key)
    #expect((words[4] + words[5]).dropFirst(96).allSatisfy { $0 == "0" })
    let weights = try #require(answer["weights"]?.elements)
    #expect(try number(6) == weights.count && words.count == 7 + 2 * weights.count)
    for (index, weight) in weights.enumerated() {
      let receiver = words[7 + 2 * index]
      #expect(receiver.prefix(24).allSatisfy { $0 == "0" })
      #expect("0x" + receiver.dropFirst(24) == weight["vault"]?.string)
      #expect("\(try number(8 + 2 * index))" == weight["weight"]?.scalarText)
    }
    // Text has the whole of it, on a line of its own.
    let text = try CommandLineTool.run(arguments + ["--start-block", "0x1589000"]).output
    #expect(text.contains("    = \(data)\n"))
    // The delay of this chain is 2 blocks.
    #expect(try Self.json(arguments)["startBlock"]?.scalarText == "22579072")
  }

  @Test func `a search that is cut short has a true bound`() throws {
    let arguments = [
      "allocate", Self.file, "--emission-per-day", "1000000000000000000000", "--max-weight", "5000",
      "--max-vaults", "4", "--step", "500",
    ]
    let best = try Self.number(try Self.json(arguments)["usd"])
    for nodes in 1...5 {
      let cut = try Self.json(arguments + ["--max-nodes", "\(nodes)"])
      let (usd, bound) = (try Self.number(cut["usd"]), try Self.number(cut["bound"]))
      let gap = try Self.number(cut["gap"])
      #expect(usd <= best && bound > best && gap >= best - usd && gap > .zero)
      #expect(cut["warnings"]?.elements?.contains { $0["code"]?.string == "searchCut" } == true)
    }
  }

  @Test func `only and not are kept to`() throws {
    let addresses = try #require(try Self.snapshot(Self.file)["vaults"]?.elements)
      .filter { $0["whitelisted"]?.bool == true }.compactMap { $0["vault"]?.string }
    let only = Array(addresses.prefix(6))
    let answer = try Self.json(
      ["allocate", Self.file, "--stake-share", "1.5%"] + only.flatMap { ["--only", $0] })
    #expect(Set(answer["weights"]?.elements?.compactMap { $0["vault"]?.string } ?? []) == Set(only))
    let first = try Self.json(["allocate", Self.file, "--stake-share", "1.5%"])
    let taken = try #require(first["weights"]?.elements?.first?["vault"]?.string)
    let without = try Self.json(
      ["allocate", Self.file, "--stake-share", "1.5%", "--not", taken])
    #expect(without["weights"]?.elements?.allSatisfy { $0["vault"]?.string != taken } == true)
    #expect(try Self.number(without["usd"]) <= Self.number(first["usd"]))
  }

  // MARK: rank and validator

  @Test func `a given emission and the vault's own stream give runways by one rule`() throws {
    let estimate = try #require(try Self.json(["rank", Self.file])["vaults"]?.elements)
    let given = try #require(
      try Self.json(["rank", Self.file, "--emission", "data/recorded/others.csv"])["vaults"]?
        .elements)
    #expect(given.count { $0["emissionSource"]?.string == "given" } == 3)
    for vault in estimate {
      let address = try #require(vault["vault"]?.string)
      let source = vault["emissionSource"]
      #expect(source?.isNull == true || source?.string == "estimate")
      #expect((source?.isNull == true) == (vault["emissionPerDay"]?.isNull == true))
      if source?.isNull == true { #expect(vault["runwaySeconds"]?.isNull == true) }
      guard vault["runwayUntil"]?.isNull == false else { continue }
      // The same in `incentives`: the last offer's end.
      let one = try Self.json(["incentives", Self.file, "--vault", address])
      #expect(one["emissionSource"]?.string == "estimate")
      #expect(one["emissionPerDay"]?.string == vault["emissionPerDay"]?.string)
      let ends = one["tokens"]?.elements?.filter { $0["bidPerTokenUsd"]?.string != "0" }
        .compactMap { $0["runwayUntil"]?.scalarText }.compactMap { Int($0) }
      #expect(ends?.max().map { "\($0)" } == vault["runwayUntil"]?.scalarText)
      #expect(ends?.min().map { "\($0)" } == vault["bidUntil"]?.scalarText)
      #expect(one["bidPerTokenUsd"]?.string == vault["bid"]?.string)
      #expect(one["efficiency"]?.string == vault["efficiency"]?.string)
    }
  }

  @Test func `a sheet of a validator is what four commands say`() throws {
    let sheet = try Self.json(
      [
        "validator", Self.file, "--stake", "1000000000000000000000000", "--total-stake",
        "60000000000000000000000000",
      ])
    let reward = try Self.json(
      [
        "block-reward", Self.file, "--stake", "1000000000000000000000000", "--total-stake",
        "60000000000000000000000000",
      ])
    #expect(sheet["stake"]?["yieldOnStake"]?.string == reward["validator"]?["yieldOnStake"]?.string)
    #expect(
      try Self.number(sheet["stake"]?["blocksPerDay"]) * ExactRational(365)
        == Self.number(reward["validator"]?["blocksPerYear"]))
    // What the weights of allocate's present are worth in a day is the day's incentives.
    let day = try Self.json(
      [
        "allocate", Self.file, "--days", "1", "--emission-per-day",
        try #require(sheet["stake"]?["directedPerDay"]?.string),
      ])
    #expect(day["present"]?["usd"]?.string == sheet["incentivesPerDay"]?["grossUsd"]?.string)
  }

  // MARK: Bad input

  struct Refusal: Sendable, CustomStringConvertible {
    let line: String
    let status: Int32
    let words: String
    var description: String { line }
  }

  static let refusals: [Refusal] = [
    .init(line: "allocate \(file)", status: 2, words: "--emission-per-day: found neither it"),
    .init(
      line: "allocate \(file) --stake-share 1% --emission-per-day 5", status: 2,
      words: "--stake-share: found \"1%\"; expected it or --emission-per-day"),
    .init(line: "allocate \(file) --stake-share 1% --days 0", status: 2, words: "--days: found"),
    .init(
      line: "allocate \(file) --stake-share 1% --max-weight 500", status: 2,
      words: "--max-weight: found at most 500 basis points for each of at most 10 vaults"),
    .init(line: "allocate \(file) --stake-share 1% --step 7", status: 2, words: "--step: found 7"),
    .init(
      line: "allocate \(file) --stake-share 1% --validator 0x\(String(repeating: "ab", count: 48))",
      status: 2, words: "--validator: found"),
    .init(
      line: "allocate \(bgt) --stake-share 1%", status: 2,
      words: "--validator: found a snapshot of 7 validators"),
    .init(
      line: "allocate data/recorded/pol-next.json --stake-share 1%", status: 2,
      words: "--validator: found a snapshot of 0 validators"),
    .init(
      line: "allocate \(file) --stake-share 1% --only 0x\(String(repeating: "00", count: 20))",
      status: 2, words: "--only: found"),
    .init(
      line: "allocate \(file) --stake-share 1% --calldata --start-block 5", status: 2,
      words: "--start-block: found a revert of queueNewRewardAllocation"),
    .init(
      line: "allocate \(file) --stake-share 1% --start-block 5", status: 2,
      words: "--start-block: found \"5\"; expected block 22"),
    .init(
      line: "allocate \(file) --stake-share 1.5", status: 2, words: "write percent as 1.5%"),
    .init(
      line: "allocate \(file) --stake-share 1% --calldata --max-weight 10000 --max-vaults 1",
      status: 2, words: "a revert of queueNewRewardAllocation"),
    .init(line: "rank data/documentation-vault.json", status: 3, words: "no snapshot"),
    .init(line: "rank \(file) --emission data/recorded/prices.csv", status: 3, words: "vault"),
    .init(
      line: "validator \(file) --stake 5", status: 2,
      words:
        "--total-stake: found nothing; expected the stake of all active validators in wei, or --stake-share"
    ),
    .init(
      line: "validator \(file) --stake-share 101%", status: 2, words: "--stake-share: found"),
    .init(line: "validator \(file) --pool-fee 5", status: 2, words: "--pool-fee: found"),
    .init(
      line: "validator \(file) --boost 0.5", status: 2, words: "--boost: found a boost"),
  ]

  @Test(arguments: refusals)
  func `what cannot be is one error`(refusal: Refusal) throws {
    let run = try CommandLineTool.run(refusal.line.split(separator: " ").map(String.init))
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(run.errors.contains(refusal.words), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("error") } == 1)
    #expect(run.output == "")
  }

  @Test func `stakes in whole tokens, and vaults that take no weight, are named`() throws {
    let stakes = ["--stake", "1000000", "--total-stake", "60000000"]
    let answer = try Self.json(["validator", Self.file] + stakes)
    let codes = try #require(answer["warnings"]?.elements).compactMap { $0["code"]?.string }
    #expect(codes.filter { $0 == "amountScale" }.count == 2, "\(codes)")
    let run = try CommandLineTool.run(["rank", Self.file])
    #expect(run.errors.contains("4 of the vaults are not whitelisted, the first "), "\(run.errors)")
    #expect(run.output.contains("no bid"), "\(run.output)")
  }

  @Test func `a snapshot without whitelisted vaults has no allocation`() throws {
    let text = try TextFile.read(
      CommandLineTool.packageRoot.appendingPathComponent(Self.file).path
    ).replacingOccurrences(of: "\"whitelisted\": true", with: "\"whitelisted\": false")
    let run = try CommandLineTool.run(["allocate", "-", "--stake-share", "1%"], input: text)
    #expect(run.status == 3)
    #expect(run.errors.contains("no vault that may receive emission"))
  }
}
