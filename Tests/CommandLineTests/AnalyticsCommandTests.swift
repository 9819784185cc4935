import Foundation
import TestSupport
import Testing

/// Whole outputs of the analytics commands, in every format that each is used in; what they compute
/// is tested where it is computed.
struct AnalyticsCommandTests {
  private static let pool = [
    "--total-assets", "301500000000000000000000", "--total-supply", "290000000000000000000000",
  ]

  /// Name of the snapshot, and arguments; price and preview are of `pool`.
  private static let cases: [(String, [String])] = [
    (
      "emission-duration.txt",
      [
        "emission", "--reward", "100000000000000000000", "--duration", "432000", "--at",
        "1760000000",
      ]
    ),
    (
      "emission-target.json",
      [
        "emission", "--undistributed", "0x4b3b4ca85a86c47a098a224000000000", "--target-rate",
        "300000000000000000000000000000000", "--min-duration", "259200", "--at",
        "2025-10-09T08:53:20Z", "--format", "json",
      ]
    ),
    (
      "emission-stream.txt",
      [
        "emission", "--reward", "500000000000000000000", "--every", "day", "--count", "60",
        "--target-rate", "5000000000000000000000000000000000", "--at", "1760000000",
        "--total-supply", "1000000000000000000000000", "--stake-price", "1.5", "--reward-price",
        "3.2",
      ]
    ),
    (
      "incentives-bgt.txt",
      [
        "incentives", "--at", "1760000000", "--emission-per-day", "1000000000000000000000",
        "--reward-price", "3.2",
        "--token-price", "1", "--token-decimals", "6", "--incentive-rate", "1900000",
        "--amount-remaining", "25000000000", "--holders", "5000000000000000000000000", "--era",
        "bgt",
      ]
    ),
    (
      "incentives.json",
      [
        "incentives", "--at", "1760000000", "--emission-per-day", "1000000000000000000000",
        "--reward-price", "3.2",
        "--token-price", "1", "--token-decimals", "6", "--incentive-rate", "1900000",
        "--amount-remaining", "25000000000", "--commission-bps", "0", "--format", "json",
      ]
    ),
    (
      "incentives-budget.txt",
      [
        "incentives", "--attract", "1000000000000000000000", "--market-bid", "1.9",
        "--token-price", "0.042", "--days", "30",
      ]
    ),
    (
      "block-reward.json",
      [
        "block-reward", "--stake", "1000000000000000000000000", "--total-stake",
        "60000000000000000000000000", "--format", "json",
      ]
    ),
    ("block-reward-bgt.txt", ["block-reward", "--era", "bgt", "--boost", "0.0531"]),
    ("allocation.csv", ["allocation", "--weights", "a=3333,b=6667", "--format", "csv"]),
    ("allocation.txt", ["allocation", "--weights", "a=3333,b=6667", "--amount", "1000000000001"]),
    (
      "pool-price.txt",
      ["pool", "price", "--reward", "100000000000000000000", "--protocol-fee-bps", "1000"]
    ),
    ("pool-price.csv", ["pool", "price", "--format", "csv"]),
    (
      "pool-preview.json",
      [
        "pool", "preview", "withdraw", "5000000000000000000", "--pool-rules", "deployed", "--at",
        "1760000000", "--format", "json",
      ]
    ),
    ("pool-project.txt", ["pool", "project", "data/synthetic/pool-scenario.json"]),
    ("pool-realized.txt", ["pool", "realized", "data/synthetic/pool-history.csv"]),
    (
      "pool-realized.json",
      [
        "pool", "realized", "data/synthetic/pool-history.csv", "--windows", "36h,60d,all",
        "--format", "json",
      ]
    ),
  ]

  @Test(arguments: cases)
  func `whole output`(name: String, arguments: [String]) throws {
    let isOfPool = ["price", "preview"].contains(arguments.dropFirst().first)
    let run = try CommandLineTool.run(arguments + (isOfPool ? Self.pool : []))
    #expect(run.status == 0)
    let note = "note: these rows are vaults: use --table figures for other rows\n"
    #expect(run.errors == (name == "allocation.csv" ? note : ""))
    #expect(try run.output == Snapshot.expected("analytics-" + name, actual: run.output))
  }

  @Test func `a projection's CSV is its path, every point of it`() throws {
    let run = try CommandLineTool.run([
      "pool", "project", "data/synthetic/pool-scenario.json", "--format", "csv",
    ])
    let lines = run.output.split(separator: "\n")
    // The start, 365 days, and one deposit at noon.
    #expect(lines.count == 1 + 367)
    #expect(
      lines[0]
        == "timestamp,totalAssets,totalSupply,sharePrice,conversionSharePrice,rewards,phase,events")
  }

  @Test func `options and a document's keys give the same answer`() throws {
    let options = try CommandLineTool.run([
      "emission", "--reward", "100", "--duration", "432000", "--at", "1760000000", "--format",
      "ndjson",
    ])
    let document = try CommandLineTool.run(
      ["emission", "-", "--duration", "432000", "--format", "ndjson"],
      input: #"{"reward": "100", "duration": 604800, "at": 1760000000}"#)
    #expect(document.status == 0)
    #expect(options.output == document.output)
  }

  @Test func `a profile overrides single parameters, and a misspelt one is refused`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent(".build/profile-test.json").path
    try TextFile.write(#"{"validatorSet": {"blockTime": "1.963"}}"#, to: file)
    let command = [
      "block-reward", "--stake", "1", "--total-stake", "10", "--profile", file, "--format", "csv",
    ]
    let good = try CommandLineTool.run(command)
    #expect(good.status == 0)
    #expect(good.output.contains("1.963"))
    try TextFile.write(#"{"validatorSet": {"blokTime": "1.963"}}"#, to: file)
    let bad = try CommandLineTool.run(command)
    #expect(bad.status == 3)
    #expect(bad.errors.contains("$.validatorSet.blokTime: found an unknown key"))
    #expect(bad.output == "")
  }

  private static let faults: [([String], Int32)] = [
    (["pool", "preview", "burn", "1"], 2),
    (["pool", "preview", "deposit", "1.5", "--total-assets", "5", "--total-supply", "5"], 2),
    (["emission"], 2),
    (["emission", "--reward", "1", "--duration", "0"], 2),
    (["pool", "project", "data/synthetic/pool-history.csv"], 3),
    (["pool", "realized", "data/synthetic/pool-scenario.json"], 3),
    (["pool", "realized", "no-such-file.csv"], 3),
  ]

  @Test(arguments: faults)
  func `a fault is one error line and nothing on stdout`(
    arguments: [String], status: Int32
  ) throws {
    let run = try CommandLineTool.run(arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: "))
  }
}
