import Foundation
import TestSupport
import Testing

/// Every question about a snapshot's file.
struct SnapshotFileTests {
  private static let file = "data/recorded/pol-next.json"
  private static let vault = "0xa7d29958d495d6ce464e5c865f8533f611eec296"

  @Test func `questions about a snapshot`() throws {
    let lines = [
      "apr --top 3 --sort apr", "apr --vault \(Self.vault)",
      "solve --vault \(Self.vault) --for rewardRate --target-apr 10%",
      "diff --vault \(Self.vault) --published 5% --limit 1",
      "incentives --vault \(Self.vault)",
      "emission --vault \(Self.vault) --reward 1000000000000000000", "block-reward", "allocation",
      "pool price", "sweep --vault \(Self.vault) --axis rewardPrice=1:10:4",
    ]
    let text = try lines.map { line in
      let words = line.split(separator: " ").map(String.init)
      let count = words.first == "pool" ? 2 : 1
      let run = try CommandLineTool.run(words.prefix(count) + [Self.file] + words.dropFirst(count))
      return "$ \(line)\n\(run.output)"
    }.joined(separator: "\n")
    #expect(try text == Snapshot.expected("snapshot-questions.txt", actual: text))
  }

  /// The snapshot's own era holds in every question about it.
  @Test(arguments: [
    "apr F", "diff F --vault V --published 5%", "solve F --for rewardRate --target-apr 10%",
    "report F --vault V",
    "emission F --vault V --reward 1000000000000000000", "incentives F --vault V",
    "block-reward F", "allocation F", "pool price F", "pool preview deposit 5000000000000000000 F",
    "sweep F --vault V --axis rewardPrice=1,2",
  ])
  func `another era is refused`(line: String) throws {
    let line = line.replacing("F", with: Self.file).replacing("V", with: Self.vault)
    let refused = try CommandLineTool.shell("berayield \(line) --era bgt")
    #expect(refused.status == 2 && refused.output == "")
    #expect(
      refused.errors
        == "error: --era: found bgt; expected pol-next, the era of the snapshot's contracts, or "
        + "no --era\n")
    #expect(try CommandLineTool.shell("berayield \(line) --era pol-next").status == 0)
    let profile = try CommandLineTool.shell(
      "echo '{\"era\": \"bgt\"}' | berayield \(line) --profile -")
    #expect(profile.status == 3 && profile.output == "")
  }

  /// The file with some texts replaced.
  private static func altered(_ replacements: KeyValuePairs<String, String>) throws -> String {
    var text = try TextFile.read(CommandLineTool.packageRoot.appendingPathComponent(file).path)
    for (old, new) in replacements {
      #expect(text.contains(old))
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return text
  }

  @Test func `a vault without its decimals is unknown, last, and never one of 18`() throws {
    let text = try Self.altered(["\"stakeDecimals\": 6": "\"stakeDecimals\": null"])
    let json = try CommandLineTool.run(["apr", "-", "--format", "json"], input: text)
    #expect(json.status == 0)
    #expect(
      json.output.components(separatedBy: "\"missing\": [\n        \"stakeDecimals\"\n").count == 3)
    let table = try CommandLineTool.run(
      ["apr", "-", "--sort", "name", "--columns", "name,status"], input: text)
    let last = try #require(table.output.split(separator: "\n").last)
    #expect(last.hasSuffix("unknown"))
    let solved = try CommandLineTool.run(
      ["solve", "-", "--for", "rewardRate", "--target-apr", "10%", "--format", "json"], input: text)
    let all = try CommandLineTool.run(
      ["solve", Self.file, "--for", "rewardRate", "--target-apr", "10%", "--format", "json"])
    func count(_ text: String) -> Int { text.components(separatedBy: "\"for\":").count - 1 }
    #expect(count(all.output) == 33 && count(solved.output) == 32)
    #expect(solved.errors.contains("vaults without a value that is needed"))
  }

  /// Any figure is within such a tolerance, but one vault lacks its decimals, and is not compared.
  @Test func `what is not compared is not explained`() throws {
    let text = try TextFile.read(
      CommandLineTool.packageRoot.appendingPathComponent(Self.file).path
    ).replacing("\"totalSupply\": \"0\"", with: "\"totalSupply\": \"7\"")
    let diff = ["diff", "-", "--published", "0.5", "--tolerance", "1e20", "--exit-code"]
    let run = try CommandLineTool.run(diff + ["--format", "csv"], input: text)
    #expect(run.status == 5 && !run.output.contains("none"))
    #expect(run.errors.contains("left out: 0xc123705f97cb215fbaf083ab05aafecac835c6bd"))
  }

  @Test func `a vault without a price is unknown, and the table says what to do`() throws {
    let text = try Self.altered(["\"stakePrice\": \"": "\"stakePrice\": null, \"was\": \""])
    let table = try CommandLineTool.run(["apr", "-"], input: text)
    #expect(
      table.output.contains(
        "\n  1 without a price: read the snapshot with --price TOKEN=USD or --prices FILE\n"))
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2", "found a snapshot of version 2; expected version 1"),
    ("\"hash\":", "\"hush\":", "found a snapshot without its chain and block"),
    ("\"vaults\":", "\"vault\":", "found no vaults; expected a snapshot's vaults"),
    ("\"rewardRate\": \"", "\"rewardRate\": \"x", "expected a rewardRate (scale 1e36)"),
  ])
  func `a file that is no whole snapshot is refused`(old: String, new: String, fault: String) throws
  {
    let run = try CommandLineTool.run(["apr", "-"], input: try Self.altered([old: new]))
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.contains(fault), "\(run.errors)")
  }

  @Test func `a question about one vault wants its address`() throws {
    let none = try CommandLineTool.run(["incentives", Self.file])
    #expect(none.status == 2)
    #expect(
      none.errors == """
        error: --vault: found a snapshot of 34 vaults; expected the address of one of them

        """)
    let other = try CommandLineTool.run(
      ["apr", Self.file, "--vault", "0x0000000000000000000000000000000000000001"])
    #expect(other.status == 2)
    #expect(other.errors.contains("expected the address of one of the snapshot's 34 vaults"))
  }

  /// Vaults and factory of before, a controller of PoL Next.
  private static func mixed() throws -> String {
    try altered([
      "\"era\": \"pol-next\"": "\"era\": \"mixed\"",
      "\"incentiveTokensCollector\": \"0x1984baf659607cc5f206c55bb3b00eb3e180190b\"":
        "\"incentiveTokensCollector\": null",
      "\"bgtIncentiveFeeRate\": null": "\"bgtIncentiveFeeRate\": 3300",
    ])
  }

  @Test(arguments: [
    ("apr - --vault \(vault)", "\"rewardToken\": \"BGT\""),
    ("emission - --vault \(vault) --reward 5", "\"rewardToken\": \"BGT\""),
    ("incentives - --vault \(vault)", "\"boostersUsd\""),
    ("incentives - --vault \(vault)", "\"feeBps\": 3300"),
    ("block-reward -", "\"era\": \"pol-next\",\n  \"base\": \"400000000000000000\""),
  ])
  func `in a block between two eras each contract has its own`(line: String, part: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let run = try CommandLineTool.run(words + ["--format", "json"], input: try Self.mixed())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"era\": \"mixed\""))
    #expect(run.output.contains(part), "\(run.output)")
  }

  @Test func `where a staker of the auction could not be read, none is told`() throws {
    let text = try Self.altered(["\"rate\": \"1149604252788748429\"": "\"rate\": null"])
    let run = try CommandLineTool.run(
      ["incentives", "-", "--vault", Self.vault, "--format", "json"], input: text)
    #expect(run.status == 0 && !run.output.contains("\"stakers\""))
    #expect(run.errors.contains("a staker of the auction that could not be read"))
  }

  @Test func `the time asked for wins over the block's`() throws {
    let run = try CommandLineTool.run([
      "apr", Self.file, "--vault", Self.vault, "--at", "1783709322", "--format", "csv",
    ])
    #expect(run.output.contains(",expired,false,0,0,"))
  }
}
