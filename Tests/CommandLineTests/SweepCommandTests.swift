import Foundation
import TestSupport
import Testing

/// `berayield sweep` from a shell's side.
///
/// Case tree:
///
///     input ── GRID.json, options, both
///     axis ── list, count, step, log, CSV column
///     output ── csv, json, ndjson, text, --summary; to a file, whole or absent
///     bad input ── one line with the place, exit 2 or 3, nothing on stdout
struct SweepCommandTests {
  private static let vault = [
    "--reward-rate", "272490527103681170793308992914391673", "--total-supply",
    "598626940947001140289", "--stake-price", "223845.58",
  ]

  @Test(arguments: [
    ("grid.csv", ["data/synthetic/grid.json", "--format", "csv"]),
    ("grid.json", ["data/synthetic/grid.json", "--format", "json", "--metric", "apr"]),
    ("grid-summary.txt", ["data/synthetic/grid.json", "--summary"]),
    ("grid-summary.json", ["data/synthetic/grid.json", "--summary", "--format", "json"]),
    ("grid-summary.csv", ["data/synthetic/grid.json", "--summary", "--format", "csv"]),
    ("price.txt", vault + ["--axis", "rewardPrice=5,7.8", "--metric", "apr,apyDaily"]),
    (
      "price.ndjson",
      vault + [
        "--axis", "rewardPrice=1:100:3:log", "--axis", "timestamp=1,3", "--period-finish", "3",
        "--format", "ndjson",
      ]
    ),
  ])
  func `whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["sweep"] + arguments)
    #expect(run.status == 0)
    #expect(try run.output == Snapshot.expected("sweep-" + name, actual: run.output))
  }

  @Test func `doubtful points are counted, in every form`() throws {
    let arguments = [
      "sweep", "--reward-rate", "272490527103681170", "--total-supply", "598626940947001140289",
      "--stake-price", "223845.58", "--period-finish", "1750000001", "--at", "1750000000",
      "--axis", "rewardPrice=5:10:6",
    ]
    for form in [[], ["--summary"], ["--format", "ndjson"]] {
      let run = try CommandLineTool.run(arguments + form)
      let total = "rewardRateScale in 6 points, first at rewardPrice=5"
      #expect(
        form.contains("ndjson")
          ? run.errors.hasPrefix("{\"note\":{\"code\":\"warning\",\"message\":\"\(total)\",")
          : run.errors.hasSuffix("note: \(total)\n"))
    }
  }

  @Test func `an axis without effect and a commission of nobody are said`() throws {
    let run = try CommandLineTool.run(
      ["sweep"] + Self.vault + ["--reward-price", "7.8", "--axis", "commission=0,3000"])
    #expect(run.status == 0)
    #expect(run.errors.contains("note: no metric hangs on the axis commission\n"), "\(run.errors)")
    #expect(run.errors.contains("note: commissionCap: the commission is 3000 bps"), "\(run.errors)")
    let rows = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "net_apr", "--commission", "30%"],
      input: "reward_rate,period_finish,total_supply,reward_price,stake_price\n1,1,1,1,1\n")
    #expect(
      rows.errors.contains("note: commissionCap: the commission is 3000 bps"), "\(rows.errors)")
    let history = try CommandLineTool.run(
      ["pool", "realized", "-", "--windows", "all"],
      input: "timestamp,total_assets,total_supply,share_price\n1,10,10,1\n86401,11,10,9\n")
    #expect(
      history.errors.contains("share_price beside total_assets and total_supply"),
      "\(history.errors)")
  }

  @Test func `the known answer is a point of a sweep, and options come after a file`() throws {
    let run = try CommandLineTool.run(
      ["sweep"] + Self.vault + ["--axis", "reward_price=7.8", "--format", "csv"])
    #expect(run.output == "rewardPrice,apr\n7.8,0.500204779481316715\n")
    #expect(run.errors == "note: no periodFinish is given: the period is assumed to be active\n")
    let both = try CommandLineTool.run([
      "sweep", "data/synthetic/grid.json", "--axis", "compounding=1,12", "--fix", "commission=0",
      "--metric", "apr,netApr,apy", "--format", "csv",
    ])
    let rows = try VectorRow.all(of: both.output, source: "sweep")
    #expect(rows.count == 3 * 3 * 2 * 2)
    for row in rows {
      let apr = try row.text("apr")
      #expect(try row.text("netApr") == apr)
      // Above an APR of 100 no APY is stated.
      let isStated = try #require(Int(apr.prefix { $0 != "." })) < 100
      #expect(try row.text("apy").isEmpty == !isStated)
      #expect(try row.text("compounding") == "12" || !isStated || row.text("apy") == apr)
    }
  }

  @Test func `an axis may be a column of a CSV file`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent(".build/sweep-column.csv").path
    try TextFile.write("day,close\n1,7.8\n2,\"9\"\n", to: file)
    let run = try CommandLineTool.run(
      ["sweep"] + Self.vault + ["--axis", "rewardPrice=@\(file):close", "--format", "csv"])
    #expect(
      run.output == "rewardPrice,apr\n7.8,0.500204779481316715\n9,0.577159360939980825\n")
    let missing = try CommandLineTool.run(
      ["sweep"] + Self.vault + ["--axis", "rewardPrice=@\(file):open", "--format", "csv"])
    #expect(missing.status == 3)
    #expect(missing.errors.contains("found the columns \"day\", \"close\"; expected \"open\""))
  }

  @Test func `a file is whole or as it was`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent(".build/sweep-file.csv").path
    let axis = ["--axis", "rewardPrice=1:2:3", "--format", "csv", "-o", file]
    let good = try CommandLineTool.run(["sweep"] + Self.vault + axis)
    #expect(good.status == 0 && good.output == "")
    let written = try TextFile.read(file)
    #expect(written.split(separator: "\n").count == 4)
    let bad = try CommandLineTool.run(["sweep"] + Self.vault + axis + ["--fix", "stakePrice=0"])
    #expect(bad.status == 2)
    #expect(try TextFile.read(file) == written)
  }

  @Test(
    "an interrupted sweep leaves the old file", arguments: [("INT", 2), ("TERM", 15), ("KILL", 9)])
  func interrupted(signal: String, number: Int) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      // Four hundred million points: more than any machine writes before the signal.
      let run = try CommandLineTool.shell(
        """
        echo old > out.csv
        berayield sweep --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 --axis rewardPrice=1:2:4000 \\
          --axis stakePrice=1000:2000:100000 --format csv -o out.csv & tool=$!
        sleep 0.5; kill -s \(signal) $tool; wait $tool; echo $?; cat out.csv
        """, in: folder)
      // A shell reports the death by a signal as 128 and its number.
      #expect(run.output == "\(128 + number)\nold\n")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(Set(names) == ["data", "out.csv"])
    }
  }

  @Test(arguments: [
    (["--axis", "rewardPrice"], "--axis: found \"rewardPrice\"; expected NAME="),
    (["--axis", "price=1"], "--axis: found \"price\"; expected one of rewardRate"),
    (
      ["--axis", "rewardPrice=1:2"], "--axis: found \"rewardPrice=1:2\"; expected START:STOP:COUNT"
    ),
    (
      ["--axis", "rewardPrice=1:2:1"],
      "--axis: found 1 value from a start to another stop (rewardPrice); expected 2 or more values, "
        + "or a stop that is the start"
    ),
    (
      ["--axis", "rewardPrice=2:1:1:log"],
      "--axis: found 1 value from a start to another stop (rewardPrice)"
    ),
    (["--axis", "rewardPrice=1:2:0"], "--axis: found \"0\"; expected a number of values from 1"),
    (["--axis", "rewardPrice=1:2:step=-1"], "--axis: found the step -1 (rewardPrice)"),
    (["--axis", "rewardPrice=1,,2"], "--axis: found an empty value"),
    (["--axis", "rewardPrice=1", "--metric", "aprr"], "--metric: found \"aprr\"; expected one of"),
    (["--axis", "rewardRate=2.7e35"], "in scientific notation"),
    (
      ["--axis", "stakePrice=0:1:2"],
      "found 0 (stakePrice); expected the USD price of one stake token, above 0"
    ),
    (["--axis", "timestamp=1700000000000"], "looks like milliseconds"),
    (
      ["--axis", "rewardPrice=1", "--metric", "tvlUsd,tvlUsd"], "found no metric, or a repeated one"
    ),
    (["--axis", "duration=1"], "no value for rewardRate (apr)"),
    (
      ["--axis", "rewardPrice=1", "--axis", "rewardPrice=2"], "found the input twice (rewardPrice)"
    ),
    ([], "found no axis; expected at least one axis"),
  ])
  func `bad options`(arguments: [String], message: String) throws {
    let run = try CommandLineTool.run(["sweep"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: ") && run.errors.contains(message), "\(run.errors)")
  }

  @Test(arguments: [
    ("[]", "1:1: $: found an array; expected an object: a grid"),
    ("{\"axes\": {}}", "1:10: $.axes: found an object; expected an array"),
    ("{\"axes\": [{\"name\": \"x\"}]}", "1:20: $.axes[0].name: found \"x\"; expected one of"),
    (
      "{\"axes\": [{\"name\": \"duration\", \"values\": [1, true]}]}",
      "$.axes[0].values[1]: found true; expected a number"
    ),
    (
      "{\"axes\": [{\"name\": \"duration\", \"start\": 1, \"stop\": 2}]}",
      "$.axes[0]: found neither values nor a range"
    ),
    (
      "{\"axes\": [{\"name\": \"duration\", \"start\": 1, \"stop\": 2, \"cuont\": 3}]}",
      "$.axes[0].cuont: found an unknown key"
    ),
    (
      "{\"axes\": [{\"name\": \"duration\", \"values\": [1]}], \"fixed\": {\"poolFee\": 10001}}",
      "$.fixed.poolFee: found 10001 (poolFee); expected a protocol fee from 0 to 10000 basis points"
    ),
    (
      "{\"axes\": [{\"name\": \"duration\", \"values\": [1]}], \"metrics\": [\"apr\", 7]}",
      "$.metrics[1]: found \"7\"; expected one of"
    ),
  ])
  func `bad files are named with their JSON path`(text: String, message: String) throws {
    let run = try CommandLineTool.run(["sweep", "-"], input: text)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
