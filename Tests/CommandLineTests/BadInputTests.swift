import TestSupport
import Testing

/// Every malformed value of the `apr` inputs gives one `error:` line with its place, exit 2 (command
/// line) or 3 (data), and nothing on stdout.
struct BadInputTests {
  private static let good = [
    "rewardRate": "\"272490527103681170793308992914391673\"", "periodFinish": "1768000000",
    "totalSupply": "\"598626940947001140289\"", "stakeDecimals": "18", "rewardPrice": "\"7.8\"",
    "stakePrice": "\"223845.58\"", "timestamp": "1767600000",
  ]
  private static let keys = [
    "rewardRate", "periodFinish", "totalSupply", "stakeDecimals", "rewardPrice", "stakePrice",
    "timestamp",
  ]

  /// The good vault, one member a line, with one value replaced or (nil) left out.
  private static func document(_ key: String, _ value: String?) -> String {
    let lines = keys.compactMap { name -> String? in
      let text = name == key ? value : good[name]
      return text.map { "  \"\(name)\": \($0)" }
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  @Test func `the good vault is good`() throws {
    let run = try CommandLineTool.run(["apr", "-"], input: Self.document("none", nil))
    #expect(run.status == 0)
  }

  private static let badValues = [
    ("rewardRate", "-1"),
    ("rewardRate", "2.72e+35"),
    ("rewardRate", "\"\""),
    ("rewardRate", "\"NaN\""),
    ("rewardRate", "\"12abc\""),
    ("rewardRate", "\"0x\""),
    ("rewardRate", "\"1 000\""),
    ("rewardRate", "\"1_000\""),
    ("rewardRate", "1.5"),
    ("rewardRate", "true"),
    ("rewardRate", "null"),
    ("rewardRate", "[1]"),
    ("rewardRate", "{}"),
    ("periodFinish", "1768000000000"),
    ("periodFinish", "\"yesterday\""),
    ("periodFinish", "\"2026-02-30T00:00:00Z\""),
    ("periodFinish", "-5"),
    ("totalSupply", "-598626940947001140289"),
    ("totalSupply", "5.98e20"),
    ("totalSupply", "\"infinity\""),
    ("stakeDecimals", "256"),
    ("stakeDecimals", "-1"),
    ("stakeDecimals", "\"six\""),
    ("stakeDecimals", "6.0"),
    ("rewardPrice", "-7.8"),
    ("rewardPrice", "\"$7.8\""),
    ("rewardPrice", "\"7,8\""),
    ("rewardPrice", "\"nan\""),
    ("rewardPrice", "\"1e999999999\""),
    ("rewardPrice", "1e70"),
    ("stakePrice", "0"),
    ("stakePrice", "\"0.0000000000000000001\""),
    ("timestamp", "1767600000000"),
  ]

  /// The whole first line of every refusal, place included, in one file to read.
  @Test func `a bad value in a file`() throws {
    var lines = ""
    for (key, value) in Self.badValues {
      let run = try CommandLineTool.run(["apr", "-"], input: Self.document(key, value))
      #expect(run.status == 3 && run.output == "", "\(key) \(value)")
      lines += "\(key) \(value)\n  \(Self.firstLine(run.errors))\n"
    }
    #expect(try lines == Snapshot.expected("bad-values.txt", actual: lines))
  }

  private static func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test(arguments: ["rewardRate", "periodFinish", "totalSupply", "rewardPrice", "stakePrice"])
  func `a missing value in a file`(key: String) throws {
    let run = try CommandLineTool.run(["apr", "-"], input: Self.document(key, nil))
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: standard input:1:1: $.\(key): found nothing; expected"))
  }

  @Test(arguments: [
    ("", "error: standard input:1:1: found"), ("{", "error: standard input:"),
    ("[1]", "error: standard input:1:2: $[0]: found 1; expected an object"),
    ("{} x", "error: standard input:1:4: found"),
    ("{\"a\":1,\"a\":2}", "error: standard input:1:8"),
    ("{\"reward_rate\": 1}", "error: standard input:1:2: $.reward_rate: found an unknown key"),
    (
      #"[{"rewardRate": "1"}, {"rewardPrise": 2}]"#,
      "error: standard input:1:24: $[1].rewardPrise: found an unknown key; expected one of vault,"
    ),
    (#"[{"rewardRate": "x"}, {"#, "error: standard input:1:2: $[0].totalSupply: found nothing"),
    ("[{}, {}]", "error: standard input:1:2: $[0].rewardRate: found nothing"),
    ("\u{FEFF}nonsense", "error: standard input:1:"),
  ])
  func `a bad document`(text: String, message: String) throws {
    let run = try CommandLineTool.run(["apr", "-"], input: text)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(message))
  }

  private static let badOptions = [
    ["--reward-rate", "2.7e35"],
    ["--reward-rate", "x"],
    ["--total-supply", "1.5"],
    ["--reward-price", "abc"],
    ["--stake-price", "0"],
    ["--stake-decimals", "300"],
    ["--period-finish", "1768000000000"],
    ["--at", "1768000000000"],
    ["--at", "noon"],
    ["--year", "365.123456"],
    ["--year", "0"],
    ["--compounding", "0"],
    ["--compounding", "31536001"],
    ["--balance", "1.5e18"],
    ["--deposit", "NaN"],
    ["--precision", "-1"],
    ["--format", "xml"],
    ["--balance", "999999999999999999999999999"],
  ]

  @Test func `a bad option`() throws {
    var lines = ""
    for arguments in Self.badOptions {
      let run = try CommandLineTool.run(["apr", "data/synthetic/six-decimals.json"] + arguments)
      #expect(run.status == 2 && run.output == "", "\(arguments)")
      #expect(run.errors.hasPrefix("error: "))
      lines += "\(arguments.joined(separator: " "))\n  \(Self.firstLine(run.errors))\n"
    }
    #expect(try lines == Snapshot.expected("bad-options.txt", actual: lines))
  }

  @Test func `an over-long value is refused by its length`() throws {
    let digits = String(repeating: "7", count: 5000)
    let run = try CommandLineTool.run(["apr", "-"], input: Self.document("rewardRate", digits))
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("found 5000 characters"))
  }

  @Test func `a bad vault after good ones leaves stdout empty`() throws {
    let good = Self.document("none", nil)
    let run = try CommandLineTool.run(
      ["apr", "-", "--format", "ndjson"],
      input: "[\(good), \(good), \(Self.document("stakePrice", "0"))]")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("$[2].stakePrice"))
  }

  @Test func `a file that is not there`() throws {
    let run = try CommandLineTool.run(["apr", "data/no-such-file.json"])
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: data/no-such-file.json: cannot open: "))
  }

  @Test func `nothing at all is a question of usage`() throws {
    let run = try CommandLineTool.run(["apr"])
    #expect(run.status == 2)
    #expect(run.output == "")
  }
}
