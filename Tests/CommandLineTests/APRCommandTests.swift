import Foundation
import TestSupport
import Testing

/// The command `berayield apr`, along its case tree.
///
///     input ── one object ── the documentation's vault (known answer)
///           │             ├─ at periodFinish: 0
///           │             ├─ no stake: null, with the reason
///           │             └─ values replaced by options
///           ├─ an array, in order
///           ├─ options alone, periodFinish unknown
///           └─ nothing: usage
///     output ── text, json, csv, ndjson, --explain
///     bad input: see BadInputTests
struct APRCommandTests {
  @Test(arguments: [
    ("explain.txt", ["data/documentation-vault.json", "--explain", "--at", "1750000000"]),
    (
      "at-period-finish.json",
      [
        "data/documentation-vault.json", "--period-finish", "1750000000", "--at", "1750000000",
        "--format", "json",
      ]
    ),
    ("empty.txt", ["data/synthetic/empty.json"]),
    ("all.csv", ["data/synthetic/all.json", "--format", "csv"]),
    ("all.ndjson", ["data/synthetic/all.json", "--format", "ndjson"]),
    ("all.json", ["data/synthetic/all.json", "--format", "json"]),
    (
      "staker.txt",
      [
        "data/synthetic/six-decimals.json", "--balance", "1000000", "--deposit", "2500000000000",
        "--compounding", "12", "--precision", "2",
      ]
    ),
    (
      "staker.json",
      [
        "data/synthetic/six-decimals.json", "--balance", "1000000", "--deposit", "2500000000000",
        "--compounding", "12", "--format", "json",
      ]
    ),
    (
      "options.json",
      [
        "--reward-rate", "272490527103681170793308992914391673", "--total-supply",
        "0x2073a4c3c2ee2bc201", "--reward-price", "7.8", "--stake-price", "223845.58", "--at",
        "2025-06-15T15:06:40Z", "--format", "json",
      ]
    ),
    (
      "julian-year.csv",
      ["data/synthetic/six-decimals.json", "--year", "365.25", "--format", "csv"]
    ),
  ])
  func `whole output`(name: String, arguments: [String]) throws {
    // The own time of the files, which needs no note.
    let time = arguments.contains("--at") ? [] : ["--at", "1767600000"]
    let run = try CommandLineTool.run(["apr"] + arguments + time)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("apr-" + name, actual: run.output))
  }

  @Test func `the known answer`() throws {
    let run = try CommandLineTool.run(["apr", "data/documentation-vault.json", "--format", "json"])
    #expect(run.output.contains("\"apr\": \"0.500204779481316715\""))
  }

  @Test func `at the second of periodFinish the APR is zero, a second before it is not`() throws {
    let base = ["apr", "data/documentation-vault.json", "--period-finish", "1750000000"]
    let before = try CommandLineTool.run(base + ["--at", "1749999999", "--format", "json"])
    #expect(before.output.contains("\"apr\": \"0.500204779481316715\""))
    #expect(before.output.contains("\"secondsLeft\": 1"))
    let at = try CommandLineTool.run(base + ["--at", "1750000000", "--format", "json"])
    #expect(at.output.contains("\"apr\": \"0\""))
    #expect(at.output.contains("\"active\": false"))
  }

  @Test func `digits beyond the 18th decimal are rounded and reported, or refused`() throws {
    let values = [
      "apr", "--reward-rate", "1000000000000000000000000000000000000", "--total-supply",
      "1000000000000000000", "--reward-price", "1.00000000000000000051", "--stake-price", "1",
      "--format", "csv", "--at", "1750000000",
    ]
    let lenient = try CommandLineTool.run(values)
    #expect(lenient.status == 0)
    #expect(
      lenient.errors
        == "note: --reward-price: 2 digits beyond the 18th decimal: "
        + "rounded half to even to 1.000000000000000001\n")
    let strict = try CommandLineTool.run(values + ["--strict"])
    #expect(strict.status == 2)
    #expect(strict.output == "")
  }

  @Test func `a report reaches a file whole, and a failing run leaves the old file`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent(".build/apr-output-test.csv").path
    let good = try CommandLineTool.run([
      "apr", "data/synthetic/all.json", "--format", "csv", "-o", file,
    ])
    #expect(good.status == 0)
    #expect(good.output == "")
    let written = try TextFile.read(file)
    #expect(written.split(separator: "\n").count == 7)
    let bad = try CommandLineTool.run(
      ["apr", "-", "--format", "csv", "-o", file], input: "[{\"rewardRate\": 1}]")
    #expect(bad.status == 3)
    #expect(try TextFile.read(file) == written)
  }
}
