import TestSupport
import Testing

/// Options that would have no effect where they stand, and others that cannot be, are refused.
@Suite struct OptionRefusalTests {
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
      "solve \(vault) --for rewardRate --target-apr 50% --undistributed-rewards 5",
      "--undistributed-rewards: found \"5\"; expected it with --for targetRewardsPerSecond only"
    ),
    (
      "diff \(vault) --published 50% --undistributed-rewards 5",
      "--undistributed-rewards: found an unknown option; expected an option of berayield diff"
    ),
    (
      "vectors data/conformance-sample.json --precision 3",
      "--precision: found an unknown option; expected an option of berayield vectors"
    ),
    (
      "replay data/scenario-first-week.json --strict",
      "--strict: found an unknown option; expected an option of berayield replay"
    ),
    (
      "replay data/scenario-first-week.json --verify --precision 3",
      "--precision: found \"3\"; expected no --verify, which compares whole words"
    ),
    (
      "replay data/scenario-first-week.json --verify --exact",
      "--exact: found it; expected no --verify, which compares whole words"
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
      "--stake-decimals: found \"6\"; expected it with --total-supply only, for the APR"
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
      "--windows: found \"+7d\"; expected windows as 1d,7d,36h,1y,all"
    ),
    (
      "pool realized data/synthetic/pool-history.csv --windows 0x7d",
      "--windows: found \"0x7d\"; expected windows as 1d,7d,36h,1y,all"
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
