import TestSupport
import Testing

/// One value in the forms that people have, in options, JSON, CSV and axes alike.
@Suite struct InputFormTests {
  private static let others =
    #""periodFinish":null,"totalSupply":"1000000000000000000","rewardPrice":"1","stakePrice":"31536000""#

  @Test(arguments: [
    #""1000000000000000000000000000000000000""#, "1000000000000000000000000000000000000",
    #""1e36""#, #""1000000000000000000000000000000000000n""#,
    #""1000000000000000000000000000000000000 [1e36]""#,
    #"{"hex":"0xc097ce7bc90715b34b9f1000000000"}"#,
    #"{"type":"BigNumber","hex":"0xc097ce7bc90715b34b9f1000000000"}"#,
    #"{"_hex":"0xc097ce7bc90715b34b9f1000000000","_isBigNumber":true}"#,
  ])
  func `a raw integer in JSON`(rate: String) throws {
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "5", "--format", "json"],
      input: "{\"rewardRate\":\(rate),\(Self.others)}")
    #expect(run.output.contains("\"apr\": \"1\""), "\(run)")
  }

  @Test(arguments: [#"["1"]"#, #"{"hex":5}"#, #"{"hex":"0x1","more":1}"#, "true"])
  func `no raw integer in JSON`(rate: String) throws {
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "5"], input: "{\"rewardRate\":\(rate),\(Self.others)}")
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.contains("expected a number, or its text"), "\(run.errors)")
  }

  @Test(arguments: ["1e36", "1000000000000000000000000000000000000 [1e36]"])
  func `a raw integer in an option, a cell and an axis`(rate: String) throws {
    let option = try CommandLineTool.run([
      "apr", "--reward-rate", rate, "--total-supply", "1e18", "--reward-price", "1",
      "--stake-price",
      "31536000", "--at", "5", "--format", "json",
    ])
    #expect(option.output.contains("\"apr\": \"1\""), "\(option)")
    let cell = try CommandLineTool.run(
      ["csv", "-", "--at", "2025-11-10 09:25:00 UTC"],
      input: "reward_rate,period_finish,total_supply,reward_price,stake_price\n"
        + "\(rate),2025-11-10T09:25:01.000Z,1e18,1,31536000\n")
    #expect(cell.output.hasSuffix(",1,true\n"), "\(cell)")
    let axis = try CommandLineTool.run([
      "sweep", "--axis", "rewardRate=\(rate),0", "--total-supply", "1e18", "--reward-price", "1",
      "--stake-price", "31536000", "--metric", "apr", "--format", "csv",
    ])
    #expect(axis.output.hasSuffix(",1\n0,0\n"), "\(axis)")
  }

  @Test func `percentages and times on axes`() throws {
    let share = try CommandLineTool.run([
      "sweep", "--axis", "commission=0%,5%", "--axis", "grossApr=1%:3%:2", "--metric", "poolNetApr",
      "--format", "csv",
    ])
    #expect(
      share.output == """
        commission,grossApr,poolNetApr
        0,0.01,0.01
        0,0.03,0.03
        500,0.01,0.0095
        500,0.03,0.0285

        """)
    let time = try CommandLineTool.run([
      "sweep", "--axis", "timestamp=2025-11-10 09:25:00 UTC,2025-11-10T09:25:02Z", "--reward-rate",
      "1e36", "--total-supply", "1e18", "--reward-price", "1", "--stake-price", "31536000",
      "--period-finish", "2025-11-10T09:25:01+00:00", "--metric", "apr", "--format", "csv",
    ])
    #expect(time.output == "timestamp,apr\n1762766700,1\n1762766702,0\n", "\(time)")
  }

  private static let incentives =
    "incentives --emission-per-day 1000e18 --reward-price 3.2 --token-price 1 "
    + "--incentive-rate 1900000000000000000 --amount-remaining 25000e18 --at 1760000000"

  @Test func `a share that is none gets examples in its range`() throws {
    for line in [
      "block-reward --era bgt --boost x", "\(Self.incentives) --validator-share x",
      "sweep --axis grossApr=x --metric poolNetApr", "solve --target-apr x --for rewardRate",
    ] {
      let run = try CommandLineTool.shell(
        "berayield \(line) \(line.hasPrefix("solve") ? "data/documentation-vault.json" : "")")
      #expect([2, 3].contains(run.status), "\(run)")
      #expect(run.errors.contains(", for example 0.05 or 5%"), "\(line): \(run.errors)")
    }
    let fraction = try CommandLineTool.shell(
      "berayield \(Self.incentives) --validator-share 0.5 --format json")
    let percent = try CommandLineTool.shell(
      "berayield \(Self.incentives) --validator-share 50% --format json")
    #expect(fraction.status == 0 && percent.output == fraction.output, "\(fraction)")
  }

  @Test func `spans and amounts of a notification`() throws {
    let words = ["emission", "--at", "5", "--format", "json"]
    let plain = try CommandLineTool.run(
      words + ["--reward", "598600000000000000000", "--duration", "432000"])
    let written = try CommandLineTool.run(words + ["--reward", "598.6 ether", "--duration", "5d"])
    #expect(plain.status == 0 && written.output == plain.output)
  }

  @Test func `vaults by their addresses are as an array of them`() throws {
    let vault = "{\"rewardRate\":\"1e36\",\(Self.others)}"
    let words = ["apr", "-", "--at", "5", "--format", "json"]
    let keyed = try CommandLineTool.run(words, input: "{\"0xa\":\(vault),\"0xb\":\(vault)}")
    let array = try CommandLineTool.run(
      words,
      input: "[\(vault.replacing("{", with: "{\"vault\":\"0xa\",")),"
        + "\(vault.replacing("{", with: "{\"vault\":\"0xb\","))]")
    #expect(keyed.status == 0 && keyed.output == array.output, "\(keyed)")
    let bad = try CommandLineTool.run(
      words, input: "{\"0xa\":\(vault),\n\"0xb\":{\"rewardRate\":\"x\",\(Self.others)}}")
    #expect(bad.status == 3 && bad.errors.contains("$[\\\"0xb\\\"].rewardRate"), "\(bad)")
  }

  @Test func `a clock that was read is told`() throws {
    let run = try CommandLineTool.run(["apr", "data/documentation-vault.json", "--at", "-7d"])
    #expect(run.status == 0 && run.errors.hasPrefix("note: --at: a time by the clock: taken as 1"))
  }

  /// By the first bytes that their specifications fix.
  @Test(arguments: [
    (#"\037\213\010\000"#, "a gzip file", "zcat FILE | berayield "),
    (#"\050\265\057\375"#, "a zstd file", "zstdcat FILE | berayield "),
    (#"BZh91AY"#, "a bzip2 file", "bzcat FILE | berayield "),
    (#"\3757zXZ\000"#, "an xz file", "xzcat FILE | berayield "),
    (#"PK\003\004"#, "a zip file, as xlsx files are", "unzip it"),
    (#"PAR1\025"#, "a Parquet file", "export it as "),
    (#"ARROW1\000"#, "an Arrow file", "export it as "),
    (#"\377\376{\000"#, "text in UTF-16", "iconv -f UTF-16 -t UTF-8 FILE | berayield "),
    (#"\376\377\000{"#, "text in UTF-16", "iconv -f UTF-16 -t UTF-8 FILE | berayield "),
    (#"<!DOCTYPE html>"#, "a web page", "save the data itself"),
    (#"<HTML>"#, "a web page", "save the data itself"),
  ])
  func `a file that is no text of ours is named`(bytes: String, name: String, way: String) throws {
    for (command, wanted) in [
      ("apr f", "JSON"), ("pool price f", "JSON"), ("block-reward --profile f", "JSON"),
      ("csv f --at 5", "CSV"), ("pool realized f", "CSV"),
      ("sweep --axis rewardPrice=@f:x --metric apr", "CSV"),
    ] {
      try CommandLineTool.inTemporaryFolder { folder in
        let run = try CommandLineTool.shell(
          "printf '\(bytes)' > f; berayield \(command)", in: folder)
        #expect(run.status == 3 && run.output == "", "\(command): \(run)")
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(
          lines.first == "error: f: found \(name); expected \(wanted) text in UTF-8", "\(command)")
        #expect(lines.count == 2 && lines[1].hasPrefix("  hint: \(way)"), "\(command): \(lines)")
      }
    }
  }
}
