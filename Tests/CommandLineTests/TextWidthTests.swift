import Foundation
import TestSupport
import Testing

/// No line is wider than the terminal: pages and help have 80 columns, text output what there are.
///
///     width ──┬─ pages: docs, README.md, CHANGELOG.md, data/README.md ── 80
///             ├─ help of every command ── 80, USAGE in short
///             └─ text output ──┬─ COLUMNS unset: 80
///                              ├─ COLUMNS=60, COLUMNS=120
///                              └─ raw words of a derivation: see `isRaw`
struct TextWidthTests {
  /// The width where nothing says another.
  private static let usualWidth = 80

  /// The longest number that is no raw word: what a `uint128` holds, with a point.
  private static let longestNumber = 40

  // MARK: Pages and help

  private static func pages() throws -> [String] {
    let docs = try FileManager.default.contentsOfDirectory(
      atPath: CommandLineTool.packageRoot.appendingPathComponent("docs").path)
    return ["README.md", "CHANGELOG.md", "data/README.md"]
      + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }

  @Test(arguments: try pages())
  func `a page has 80 columns`(page: String) throws {
    let path = CommandLineTool.packageRoot.appendingPathComponent(page).path
    let lines = Self.lines(of: try TextFile.read(path))
    for (index, line) in lines.enumerated() where line.count > Self.usualWidth {
      Issue.record("\(page):\(index + 1): \(line.count) columns: \(line)")
    }
  }

  @Test(arguments: try pages())
  func `the links of a page lead to files`(page: String) throws {
    let path = CommandLineTool.packageRoot.appendingPathComponent(page)
    for match in try TextFile.read(path.path).matches(of: /\]\(([^)#]+)(#[^)]*)?\)/) {
      let target = String(match.output.1)
      if target.hasPrefix("https://") { continue }
      let file = path.deletingLastPathComponent().appendingPathComponent(target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(target)")
    }
  }

  @Test func `the help of every command has 80 columns and a short usage`() throws {
    let commands = try HelpTests.commands()
    for command in commands + [[], ["pool"]] {
      let name = (["berayield"] + command).joined(separator: " ")
      let help = try CommandLineTool.shell("unset COLUMNS; \(name) --help").output
      let lines = Self.lines(of: help)
      for line in lines where line.count > Self.usualWidth {
        Issue.record("\(name) --help: \(line.count) columns: \(line)")
      }
      let usage = lines.first { $0.hasPrefix("USAGE: ") } ?? ""
      let rest = commands.contains(command) ? " [<options>]" : " <subcommand>"
      #expect(usage.hasPrefix("USAGE: \(name)\(rest)"), "\(usage)")
    }
  }

  // MARK: Text output

  @Test(arguments: [60, 80])
  func `long names are broken where the line ends`(width: Int) throws {
    let vault =
      #"{"rewardRate":"5","periodFinish":null,"totalSupply":"5","rewardPrice":"7.8","stakePrice":"2","#
    let names = [
      String(repeating: "名", count: 40), String(repeating: "q", count: 44),
      "0x" + String(repeating: "a", count: 96),
    ]
    let vaults = names.map { vault + #""name":"\#($0)","vault":"\#($0)"}"# }
    for options in ["", "--pages"] {
      let run = try CommandLineTool.shell(
        "COLUMNS=\(width) berayield apr - --at 5 \(options)",
        input: "[\(vaults.joined(separator: ","))]")
      #expect(run.status == 0)
      for line in Self.lines(of: run.output) where Self.width(of: line) > width {
        Issue.record("\(width): \(line)")
      }
    }
  }

  /// The columns of a line; the signs here are two columns wide.
  private static func width(of line: some StringProtocol) -> Int {
    line.count + line.filter { $0 == "名" }.count
  }

  /// What follows `berayield`: every command that prints text, with rounded figures.
  private static let commands = [
    "apr data/documentation-vault.json --at 1750000000",
    "apr data/documentation-vault.json --at 1750000000 --explain",
    "apr data/documentation-vault.json --at 1750000000 --sensitivity --balance 1000000000000000000 "
      + "--deposit 1000000000000000000 --compounding 52",
    "apr data/synthetic/two-rewards.json --balance 1000000000000000000 --compounding-cost 20",
    "incentives data/synthetic/auction.json", "apr data/synthetic/all.json",
    "apr data/synthetic/all.json --pages --sensitivity",
    "apr data/synthetic/all.json --sort tvlUsd --columns name,apr,apyDaily,tvlUsd,rewardsPerDay,"
      + "rewardsPerYearUsd,periodFinish,warnings",
    "apr data/synthetic/empty.json --explain", "apr data/synthetic/expired.json --explain",
    "apr data/synthetic/eight-decimals.json --explain", "apr data/synthetic/tiny.json --explain",
    "apr data/synthetic/huge.json --explain --sensitivity",
    "apr data/synthetic/six-decimals.json --sensitivity --hurdle 20%",
    "apr data/synthetic/six-decimals.json --exact",
    "solve data/documentation-vault.json --for rewardRate --target-apr 50% --at 1750000000",
    "solve data/documentation-vault.json --for targetRewardsPerSecond --target-apr 50%",
    "solve data/documentation-vault.json --for totalSupply --target-apy 65%",
    "solve data/documentation-vault.json --for deposit --target-apr 30%",
    "solve data/documentation-vault.json --for tvl --target-apr 30%",
    "solve data/documentation-vault.json --for commission --target-apr 20%",
    "solve data/synthetic/expired.json --for rewardPrice --target-apr 20%",
    "solve data/synthetic/all.json --for stakePrice --target-apr 20% --keep-going",
    "solve --for incentive --target-apr 0.4 --tvl 2500000 --reward-price 2.35 --market-bid 1.41 "
      + "--incentive-price 1 --incentive-decimals 6",
    "diff data/documentation-vault.json --published 64.85%",
    "diff data/documentation-vault.json --published 77.7%",
    "diff data/synthetic/expired.json --published 57%",
    "diff data/synthetic/all.json --published 57% --keep-going",
    "emission --reward 100000000000000000000 --duration 432000 --at 1760000000",
    "emission --reward 500000000000000000000 --every day --count 60 "
      + "--target-rate 5000000000000000000000000000000000 --at 1760000000",
    "emission --reward 500000000000000000000 --every 864000 --count 6 --at 1760000000 "
      + "--reward-price 3 --stake-price 10 --total-supply 1000000000000000000000",
    "incentives --emission-per-day 1000000000000000000000 --reward-price 3.2 --token-price 1 "
      + "--token-decimals 6 --incentive-rate 1900000 --amount-remaining 25000000000",
    "incentives --attract 1000000000000000000000 --market-bid 1.9 --token-price 0.042 --days 30",
    "block-reward --stake 1000000000000000000000000 --total-stake 60000000000000000000000000",
    "block-reward --era bgt --boost 0.0531",
    "allocation --weights honey=3333,wbtc=3333,usdt=3334",
    "validator data/recorded/validator.json --stake-share 1.5%",
    "allocate data/recorded/validator.json --stake-share 1.5% --calldata",
    "allocate data/recorded/validator.json --stake-share 1.5% --step 500",
    "rank data/recorded/validator.json", "rank data/recorded/bgt.json",
    "history data/recorded/history.sqlite", "history data/recorded/history.sqlite realized",
    "history data/recorded/history.sqlite apr --every 1d",
    "history data/recorded/history.sqlite share-price",
    "changes data/synthetic/monday.json data/synthetic/tuesday.json",
    "changes data/recorded/bgt.json data/recorded/validator.json",
    "allocation --amount 1000000000001 --weights a=3333,b=6667",
    "pool price --total-assets 301500000000000000000000 --total-supply 290000000000000000000000 "
      + "--reward 100000000000000000000 --protocol-fee-bps 1000",
    "pool preview redeem 5000000000000000000 --pool-rules deployed --at 1760000000 "
      + "--total-assets 301500000000000000000000 --total-supply 290000000000000000000000",
    "pool project data/synthetic/pool-scenario.json",
    "pool realized data/synthetic/pool-history.csv",
    "pool realized data/synthetic/pool-history.csv --windows 1d,90d,all",
    "sweep data/synthetic/grid.json", "sweep data/synthetic/grid.json --summary",
    "sweep data/synthetic/grid.json --metric apr,apyDaily,tvlUsd",
    "sweep --axis grossApr=0.01:0.2:5 --axis commission=0,500 --metric poolNetApy",
    "replay data/scenario-first-week.json",
    "apr data/recorded/pol-next.json --sort apr", "allocation data/recorded/pol-next.json",
    "example -o -", "vectors data/conformance-sample.json",
    "vectors Tests/Vectors/erc4626_shares.json",
  ]

  /// Commands whose output is no text for people where they are not asked for it: CSV, a page, a file.
  private static let withoutText = [
    ["csv"], ["sample"], ["report"], ["snapshot"], ["watch"], ["page"],
  ]

  @Test func `every command with text is in the list`() throws {
    for command in try HelpTests.commands() where !Self.withoutText.contains(command) {
      let name = command.joined(separator: " ") + " "
      #expect(Self.commands.contains { $0.hasPrefix(name) }, "\(name)")
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: CommandLineTool.packageRoot.appendingPathComponent("data/synthetic").path)
    for file in files where !["odd-rows.csv", "published.csv"].contains(file) {
      #expect(Self.commands.contains { $0.contains("data/synthetic/\(file)") }, "\(file)")
    }
  }

  /// A raw integer that people copy stays whole, so that all digits need more than 60 columns.
  @Test(arguments: [(nil, ""), (60, ""), (120, ""), (nil, " --exact"), (120, " --exact")])
  func `text output fits the terminal`(columns: Int?, options: String) throws {
    let width = columns ?? Self.usualWidth
    let setting = columns.map { "export COLUMNS=\($0)" } ?? "unset COLUMNS"
    // What has no rounded figures has no option for all digits.
    let commands = Self.commands.filter {
      options.isEmpty || !$0.hasPrefix("vectors ") && !$0.hasPrefix("example ")
    }
    for command in commands.map({ $0.hasSuffix(options) ? $0 : $0 + options }) {
      let run = try CommandLineTool.shell("\(setting); berayield \(command)")
      #expect(!run.output.isEmpty && run.status != 2, "\(command)\n\(run.errors)")
      for line in Self.tooWide(run.output, width) {
        Issue.record("\(command): \(line.count) columns of \(width): \(line)")
      }
    }
  }

  @Test func `only paragraphs of a derivation with raw words may be wider`() {
    let raw = String(repeating: "7", count: 41)
    let wide = "  input" + String(repeating: " ", count: 60)
    #expect(Self.tooWide("\(wide)\n\(wide)|\n", 60) == [wide, wide + "|"])
    #expect(Self.tooWide("  \(raw) \(raw)\n", 60).count == 1)
    #expect(Self.tooWide("  Derivation\n\n\(wide)|\n  \(raw)\n\n\(wide)\n", 60) == [wide])
    #expect(Self.tooWide("  Derivation\n\n\(raw)\n\n  Sensitivity\n\(raw) \(raw)\n", 60).count == 1)
  }

  /// The lines beyond the width that may not be: all, but those of a raw paragraph of a derivation.
  private static func tooWide(_ text: String, _ width: Int) -> [String] {
    var isDerivation = false
    var found: [String] = []
    for paragraph in text.components(separatedBy: "\n\n") {
      let lines = Self.lines(of: paragraph)
      // The data of a transaction is a raw word, too.
      if lines.contains("  Derivation") || lines.contains("  the change") { isDerivation = true }
      if lines.contains(where: { $0.hasPrefix("  Sensitivity") || $0.hasPrefix("  ! ") }) {
        isDerivation = false
      }
      if isDerivation, lines.contains(where: isRaw) { continue }
      found += lines.filter { $0.count > width }
    }
    return found
  }

  /// Whether a line has a raw word: a number of more than 40 digits, which cannot be broken.
  private static func isRaw(_ line: String) -> Bool {
    line.split { !$0.isNumber && $0 != "." }.contains { $0.count > longestNumber }
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
