import Foundation
import TestSupport
import Testing

/// Every option of every command, as its help lists them: it changes what a run leaves, or is refused.
///
/// `Snapshots/option-effects.txt` has a run (`$ ...`) and below it what each option adds to it.
@Suite struct OptionEffectTests {
  /// What is shown elsewhere, or changes nothing on purpose.
  private static let exempt: Set<String> = [
    // The help's own.
    "--help", "--version",
    // Emission, incentives and block rewards of an era; of no effect where none of them is asked about.
    "--era",
    // FaultOutputTests: every command that reads JSON can pass over unknown keys.
    "--ignore-unknown",
  ]

  /// Options of the common form of all answers, where a command has nothing for them to act on: numbers
  /// that could have excess digits, or that could be rounded.
  private static let idle: Set<String> = [
    "allocation --strict", "pool price --strict", "pool preview --strict", "pool realized --strict",
    "replay --strict", "vectors --strict", "vectors --precision", "vectors --exact",
    // How much is on its way at once changes no byte.
    "snapshot --concurrency",
    // No record has an oracle; ChainTests have.
    "snapshot --max-price-age",
  ]

  private static let profile = """
    {"commission": {"maxRate": "100"}, "validatorSet": {"blockTime": "3"},
     "rewardVault": {"minRewardDuration": "604801", "initialRewardsDuration": "604801",
                     "maxIncentiveRate": "5"},
     "blockRewards": {"baseRate": "7", "rewardRate": "7"}, "incentiveFeeRate": "7",
     "pool": {"feeCap": "100", "withdrawalDelay": {"seconds": "5"}}}
    """

  private struct Addition {
    let line: String
    let text: String
    var option: String { String(text.prefix { $0 != " " }) }
  }

  private static func additions() throws -> [String: [Addition]] {
    let file = CommandLineTool.packageRoot.appendingPathComponent(
      "Tests/CommandLineTests/Snapshots/option-effects.txt")
    var additions: [String: [Addition]] = [:]
    var (command, line) = ("", "")
    for text in try TextFile.read(file.path).split(separator: "\n").map(String.init) {
      if text.hasPrefix("# ") {
        command = String(text.dropFirst(2))
      } else if text.hasPrefix("$ ") {
        line = String(text.dropFirst(2))
      } else {
        additions[command, default: []].append(Addition(line: line, text: text))
      }
    }
    return additions
  }

  /// The options that a command's help lists, by their long names.
  private static func options(of command: [String]) throws -> [String] {
    try CommandLineTool.run(command + ["--help"]).output.split(separator: "\n")
      .filter { $0.hasPrefix("  -") }
      .compactMap { $0.firstMatch(of: /--[a-z-]+/).map { String($0.0) } }
      .filter { !exempt.contains($0) }
  }

  /// All that a run leaves: the exit code, both streams, the files; the clock's time is left out.
  private static func outcome(_ line: String) throws -> [String] {
    var outcome: [String] = []
    try CommandLineTool.inTemporaryFolder { folder in
      try TextFile.write(profile, to: folder.appendingPathComponent("profile.json").path)
      let run = try CommandLineTool.shell(line, in: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      outcome = [
        "\(run.status)", run.output, run.errors.replacing(/at [0-9]{10} \([^)]*\)/, with: ""),
        names.joined(separator: " "),
      ]
    }
    return outcome
  }

  @Test(arguments: try HelpTests.commands())
  func `every option changes something`(command: [String]) throws {
    let name = command.joined(separator: " ")
    let additions = try Self.additions()[name] ?? []
    let options = try Self.options(of: command)
    var plain: [String: [String]] = [:]
    for option in options where !Self.idle.contains("\(name) \(option)") {
      let addition = try #require(
        additions.first { $0.option == option },
        "\(name) \(option) has no run that shows its effect")
      let without = try plain[addition.line] ?? Self.outcome(addition.line)
      plain[addition.line] = without
      let with = try Self.outcome("\(addition.line) \(addition.text)")
      #expect(with != without, "\(addition.line) \(addition.text)")
      #expect(!with[2].contains("an unknown option"), "\(with[2])")
    }
    #expect(Set(additions.map(\.option)).subtracting(options) == [], "\(name) has no such options")
  }

  /// What would have no effect where it stands is refused, with the reason.
  private static let refusals: [(line: String, error: String)] = [
    (
      "solve \(vault) --for rewardRate --target-apr 50% --incentive-price 5",
      "--incentive-price: found \"5\"; expected it with marketBid only, for the incentive"
    ),
    (
      "solve \(vault) --for rewardRate --target-apr 50% --incentive-decimals 6",
      "--incentive-decimals: found \"6\"; expected it with marketBid only, for the incentive"
    ),
    (
      "solve \(vault) --for tvl --target-apr 40% --days 5",
      "--days: found \"5\"; expected an emission to solve for: incentive, rewardRate or "
        + "targetRewardsPerSecond"
    ),
    (
      "solve --for rewardRate --target-apr 40% --tvl 5 --reward-price 1 --stake-decimals 6",
      "--stake-decimals: found \"6\"; expected no --tvl, which is in place of the stake"
    ),
    (
      "pool preview redeem 5 --total-assets 5 --total-supply 5 --deposits-paused",
      "--deposits-paused: found it beside redeem; expected it with deposit or mint only"
    ),
    (
      "apr \(vault) --exact --precision 3",
      "--precision: found 3 beside --exact; expected one of the two: --exact prints all digits"
    ),
    (
      "diff \(vault) --published 50% --quiet",
      "--quiet: found it alone; expected it with --exit-code, as no answer is written"
    ),
    (
      "pool realized data/synthetic/pool-history.csv --windows 1d,7d,1d",
      "--windows: found 1d twice; expected each window once"
    ),
    (
      "sweep --axis rewardPrice=1 --reward-rate 5 --total-supply 5 --stake-price 5 --timestamp 5",
      "--timestamp: found a time of evaluation (timestamp); expected it with periodFinish only, as a "
        + "period alone hangs on the time"
    ),
    ("incentives --days 30", "--days: found 30; expected it with --attract only"),
    ("incentives --market-bid 9", "--market-bid: found 9; expected it with --attract only"),
    (
      "incentives --attract 5 --commission-bps 5",
      "--commission-bps: found 5; expected no --attract"
    ),
    ("incentives --attract 5 --holders 5", "--holders: found 5; expected no --attract"),
    (
      "incentives --attract 5 --emission-per-day 5",
      "--emission-per-day: found 5; expected no --attract"
    ),
    ("incentives --attract 5 --at 5", "--at: found 5; expected no --attract"),
    ("incentives --attract 5 --year 365", "--year: found \"365\"; expected no --attract"),
    (
      "incentives x.json --attract 5",
      "--attract: found the file x.json beside it; expected options alone"
    ),
    (
      "emission --reward 5 --year 365.25",
      "--year: found \"365.25\"; expected it with totalSupply and prices only, as an APR alone hangs on "
        + "the year"
    ),
    (
      "emission --reward 5 --stake-decimals 6",
      "--stake-decimals: found \"6\"; expected it with totalSupply only, for the APR"
    ),
    (
      "emission --reward 5 --period-finish 7",
      "--reward-rate: found nothing; expected the rate of the period that still runs"
    ),
    (
      "pool preview deposit 5 --total-assets 5 --total-supply 5 --at 5",
      "--at: found \"5\"; expected it with withdraw or redeem only, which are requested at a time"
    ),
    (
      "pool price --total-assets 5 --total-supply 5 --protocol-fee-bps 5",
      "--protocol-fee-bps: found \"5\"; expected it with reward only, as the fee is on rewards"
    ),
    (
      "sweep --axis grossApr=1 --metric poolNetApr --year 365.25",
      "--year: found \"365.25\"; expected it with a metric of a year: apr, netApr, netApy, "
        + "apyDaily, apyContinuous, apy, rewardsPerYear, rewardsPerYearUsd"
    ),
    (
      "sweep --axis grossApr=1 --metric poolNetApr --fix compounding=12",
      "--fix: found an input that no metric uses (compounding); expected it with one of netApy, apy, "
        + "poolNetApy"
    ),
    (
      "sweep --axis totalSupply=1 --metric tvlUsd --stake-price 1 --reward-price 5",
      "--reward-price: found an input that no metric uses (rewardPrice); expected it with one of apr, "
        + "netApr, netApy, apyDaily, apyContinuous, apy, rewardsPerDayUsd, rewardsPerYearUsd"
    ),
    (
      "sweep --axis rewardPrice=1 --stake-price 1 --fix stakePrice=5",
      "--stake-price: found the input twice (stakePrice); expected each input once"
    ),
    (
      "sweep --axis rewardPrice=1 --fix stakePrice=5 --fix stakePrice=6",
      "--fix: found the input twice (stakePrice); expected each input once"
    ),
    (
      "apr \(vault) --reward-price 5 --reward-price=6",
      "--reward-price: found the option twice; expected each option once"
    ),
    ("apr \(vault) -o x --output y", "--output: found the option twice; expected each option once"),
    (
      "apr \(vault) --columns ''",
      "--columns: found an empty value; expected names of columns, such as vault,apr"
    ),
    ("pool preview deposit -5", "<amount>: found \"-5\"; expected a number, 0 or more"),
    ("sample --rows +4", "--rows: found \"+4\"; expected a number of rows from 0 on"),
    (
      "csv x.csv --threads +4",
      "--threads: found \"+4\"; expected a number of threads from 1 to 1024"
    ),
    (
      "pool realized data/synthetic/pool-history.csv --windows +7d",
      "--windows: found \"+7d\"; expected windows as 1d,7d,36h,all"
    ),
    (
      "pool realized data/synthetic/pool-history.csv --windows 0x7d",
      "--windows: found \"0x7d\"; expected windows as 1d,7d,36h,all"
    ),
    ("sample --seed -1", "--rows: found nothing; expected a value"),
    ("sample --rows 5 --seed -1", "--seed: found \"-1\"; expected a seed, 0 or more"),
  ]

  @Test(arguments: ["apr - --profile -", "report - --profile -", "replay - --profile -"])
  func `stdin is one input`(line: String) throws {
    let run = try CommandLineTool.shell("berayield \(line) < data/documentation-vault.json")
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors == "error: found '-' as two inputs; expected at most one input from stdin\n")
  }

  @Test func `a table on stdout and a picture there are two outputs`() throws {
    let sweep = "berayield sweep --axis grossApr=0.1,0.2 --metric poolNetApr"
    for plot in ["-", "/dev/stdout"] {
      #expect(try CommandLineTool.shell("\(sweep) --plot \(plot) -o -").status == 2)
      #expect(try CommandLineTool.shell("\(sweep) --plot \(plot)").output.contains("<svg"))
    }
  }

  @Test func `help that cannot be written is no success`() throws {
    let run = try CommandLineTool.shell("berayield --help > /dev/full")
    #expect(run.status == 1)
    #expect(run.errors == "error: standard output: cannot write: No space left on device\n")
  }

  @Test(arguments: refusals)
  func `what has no effect is refused`(line: String, error: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "error: \(error)")
  }

  private static let vault = "data/documentation-vault.json"

  @Test(arguments: [
    (
      #"{"name": "rewardPrice", "values": ["1"], "start": "1", "stop": "2", "count": 2}"#,
      "found values, and start and stop and count"
    ),
    (#"{"name": "rewardPrice", "values": ["1"], "scale": "log"}"#, "found values, and scale"),
    (
      #"{"name": "rewardPrice", "csv": "x.csv", "column": "y", "step": "1"}"#,
      "found csv and column, and step"
    ),
  ])
  func `an axis has one form`(axis: String, found: String) throws {
    let run = try CommandLineTool.run(["sweep", "-"], input: #"{"axes": [\#(axis)]}"#)
    #expect(run.status == 3 && run.output == "")
    #expect(
      run.errors
        == "error: standard input:1:11: $.axes[0]: \(found); expected one of values, a range, or a "
        + "column of a file\n")
  }
}
