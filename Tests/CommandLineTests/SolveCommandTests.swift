import TestSupport
import Testing

/// `berayield solve` from a shell's side: whole outputs, and every way to ask for the impossible.
struct SolveCommandTests {
  private static let documentation = "data/documentation-vault.json"

  private static func vault(_ name: String, supply: String) -> String {
    #"{"name":"\#(name)","rewardRate":"272490527103681170793308992914391673","periodFinish":null,"#
      + #""totalSupply":"\#(supply)","rewardPrice":"7.8","stakePrice":"223845.58"}"#
  }
  private static let unstaked = vault("empty", supply: "0")
  private static let staked = vault("staked", supply: "598626940947001140289")

  /// By Python's fractions.
  @Test func `among others a vault without stake has no value and stops nothing`() throws {
    let options = [
      "solve", "-", "--for", "stakePrice", "--target-apr", "0.5", "--at", "1750000000", "--format",
      "csv",
    ]
    let run = try CommandLineTool.run(options, input: "[\(Self.unstaked),\(Self.staked)]")
    #expect(run.status == 0)
    #expect(
      run.output == """
        vault,name,status,for,targetApr,targetAprPercent,value,valueDecimal,unit,exact,safeSide,\
        apr,aprPercent,nextValue,nextApr,tvlUsd,presentValue,presentApr,commissionBps,yearSeconds,\
        warnings
        ,empty,noStake,stakePrice,0.5,50,,,1e18 = 1 USD,,down,,,,,0,223845580000000000000000,,0,\
        31536000,noStake
        ,staked,active,stakePrice,0.5,50,223937257963534878715431,\
        223937.257963534878715431,1e18 = 1 USD,134054875698770354673349561448552790475756800/\
        598626940947001140289,down,0.5,50,223937257963534878715432,0.499999999999999999,\
        134054875.698770354673349066,223845580000000000000000,0.500204779481316715,0,31536000,

        """)
    let alone = try CommandLineTool.run(options, input: Self.unstaked)
    #expect(alone.status == 3 && alone.output == "")
    #expect(alone.errors.contains("found a totalSupply of 0"))
    let table = try CommandLineTool.run(
      [
        "solve", "-", "--for", "commission", "--target-apr", "0.5", "--at", "1750000000",
        "--columns",
        "name,status,value",
      ], input: "\(Self.unstaked)\n\(Self.staked)")
    #expect(
      table.output == """
          vault   status      commission
          ------  -------  -------------
          empty   noStake   no stake
          staked  active   0.04% (4 bps)

        """)
  }

  @Test(arguments: [
    ("reward-rate.txt", [documentation, "--for", "rewardRate", "--target-apr", "50%"]),
    (
      "target-rate.txt",
      [
        documentation, "--for", "targetRewardsPerSecond", "--target-apr", "0.5",
        "--undistributed-rewards", "1000000000000000000000000000000000000000",
      ]
    ),
    (
      "total-supply.json",
      [documentation, "--for", "totalSupply", "--target-apr", "0.5", "--format", "json"]
    ),
    (
      "stake-price.csv",
      [documentation, "--for", "stakePrice", "--target-apr", "0.5", "--format", "csv"]
    ),
    ("tvl.txt", [documentation, "--for", "tvl", "--target-apr", "30%"]),
    ("deposit.txt", [documentation, "--for", "deposit", "--target-apr", "30%"]),
    (
      "withdrawal.json",
      [documentation, "--for", "deposit", "--target-apr", "60%", "--format", "json"]
    ),
    ("commission.txt", [documentation, "--for", "commission", "--target-apy", "60%"]),
    (
      "commission.json",
      [
        documentation, "--for", "commission", "--target-apy", "60%", "--compounding", "continuous",
        "--format", "json",
      ]
    ),
    (
      "incentive.txt",
      [
        "--for", "incentive", "--target-apr", "0.4", "--tvl", "2500000", "--reward-price", "2.35",
        "--market-bid", "1.41", "--incentive-price", "1", "--incentive-decimals", "6",
      ]
    ),
    (
      "net.ndjson",
      [
        "data/synthetic/six-decimals.json", "--for", "rewardPrice", "--target-apr", "0.2",
        "--commission", "5%", "--format", "ndjson", "--at", "1767600000",
      ]
    ),
    (
      "expired.txt",
      [
        "data/synthetic/expired.json", "--for", "totalSupply", "--target-apr", "100%",
        "--at", "1767600000",
      ]
    ),
  ])
  func `whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["solve"] + arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("solve-" + name, actual: run.output))
  }

  /// The present value has the unit of the value; a deposit has none.
  @Test(arguments: [
    ("tvl", #""133999994.799907219508652572""#), ("deposit", "null"),
    ("totalSupply", #""598626940947001140289""#), ("rewardPrice", #""7800000000000000000""#),
    ("stakePrice", #""223845580000000000000000""#), ("commission", "null"),
    ("rewardRate", #""272490527103681170793308992914391673""#),
    ("targetRewardsPerSecond", #""272490527103681170793308992914391673""#),
  ])
  func `the present value beside the solved one`(unknown: String, present: String) throws {
    let run = try CommandLineTool.run([
      "solve", Self.documentation, "--for", unknown, "--target-apr", "0.4", "--format", "json",
    ])
    #expect(run.output.contains("\"presentValue\": \(present),"))
  }

  /// What is solved for, put back into `apr`, gives the target.
  @Test func `apr confirms what solve found`() throws {
    let solved = try CommandLineTool.run([
      "solve", Self.documentation, "--for", "stakePrice", "--target-apr", "0.123456789", "--format",
      "csv",
    ])
    let cells = solved.output.split(separator: "\n")[1].split(
      separator: ",", omittingEmptySubsequences: false)
    let price = String(cells[7])
    let run = try CommandLineTool.run([
      "apr", Self.documentation, "--stake-price", price, "--format", "json",
    ])
    #expect(run.output.contains("\"apr\": \"0.123456789"))
  }

  @Test(arguments: [
    (["--for", "rewardRate"], 2, "--target-apr: found no target; expected a yield to reach"),
    (["--for", "apr", "--target-apr", "1"], 2, "--for: found \"apr\"; expected one of rewardRate"),
    (["--for", "rewardRate", "--target-apr", "0"], 2, "expected an APR to reach above 0"),
    (["--for", "rewardRate", "--target-apr", "x%"], 2, "--target-apr: found \"x%\"; expected"),
    (["--for", "rewardRate", "--target-apr", "1", "--target-apy", "1"], 2, "found two targets"),
    (
      ["--for", "rewardRate", "--target-apr", "1", "--compounding", "12"], 2,
      "expected an APY to reach (targetApy)"
    ),
    (
      ["--for", "rewardRate", "--target-apy", "1", "--compounding", "0"], 2,
      "--compounding: found \"0\""
    ),
    (
      ["--for", "tvl", "--target-apr", "1", "--tvl", "5"], 2,
      "--tvl: found \"5\"; expected no tvl"
    ),
    (["--for", "commission", "--target-apr", "99"], 2, "expected at most the gross yield"),
    (
      ["--for", "commission", "--target-apr", "0.1", "--commission", "5%"], 2,
      "expected no commission, because"
    ),
    (["--for", "rewardRate", "--target-apr", "1", "--commission", "0.05"], 2, "write 5% or 500"),
    (["--for", "rewardRate", "--target-apr", "1", "--commission", "100%"], 2, "gross yield 0"),
    (["--for", "incentive", "--target-apr", "1"], 2, "--market-bid: found nothing"),
    (
      ["--for", "incentive", "--target-apr", "1", "--market-bid", "1"], 2,
      "--incentive-price: found nothing"
    ),
    (["--for", "stakePrice", "--target-apr", "1e40"], 2, "found a solution of about"),
    (["--for", "rewardRate", "--target-apr", "1", "--days", "0"], 2, "--days: found \"0\""),
    (
      ["--for", "totalSupply", "--target-apr", "1", "--reward-rate", "0"], 2,
      "--reward-rate: found a rewardRate of 0"
    ),
  ])
  func `what cannot be solved`(arguments: [String], status: Int32, message: String) throws {
    let run = try CommandLineTool.run(["solve", Self.documentation] + arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
