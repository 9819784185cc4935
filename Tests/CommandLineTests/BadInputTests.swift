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

  @Test(arguments: [
    ("rewardRate", "-1", "found \"-1\"; expected a rewardRate (scale 1e36) that is not negative"),
    (
      "rewardRate", "2.72e+35",
      "found \"2.72e+35\", in scientific notation; expected all digits of a rewardRate (scale 1e36)"
    ),
    ("rewardRate", "\"\"", "found an empty value; expected"),
    ("rewardRate", "\"NaN\"", "found \"NaN\"; expected"),
    ("rewardRate", "\"12abc\"", "found \"12abc\"; expected"),
    ("rewardRate", "\"0x\"", "found \"0x\"; expected"),
    ("rewardRate", "\"1 000\"", "found \"1 000\"; expected"),
    ("rewardRate", "\"1_000\"", "found \"1_000\"; expected"),
    ("rewardRate", "1.5", "found \"1.5\", a decimal; expected"),
    ("rewardRate", "true", "found true; expected a number, or its text"),
    ("rewardRate", "null", "found nothing; expected the raw rewardRate() (scale 1e36)"),
    ("rewardRate", "[1]", "found an array; expected a number, or its text"),
    ("rewardRate", "{}", "found an object; expected a number, or its text"),
    ("periodFinish", "1768000000000", "found \"1768000000000\", which looks like milliseconds"),
    ("periodFinish", "\"yesterday\"", "found \"yesterday\"; expected"),
    ("periodFinish", "\"2026-02-30T00:00:00Z\"", "found \"2026-02-30T00:00:00Z\"; expected"),
    ("periodFinish", "-5", "found \"-5\"; expected"),
    ("totalSupply", "-598626940947001140289", "found \"-598626940947001140289\"; expected"),
    ("totalSupply", "5.98e20", "found \"5.98e20\", in scientific notation; expected"),
    ("totalSupply", "\"infinity\"", "found \"infinity\"; expected"),
    ("stakeDecimals", "256", "found \"256\"; expected a number of token decimals from 0"),
    ("stakeDecimals", "-1", "found \"-1\"; expected a number of token decimals from 0"),
    ("stakeDecimals", "\"six\"", "found \"six\"; expected a number of token decimals from 0"),
    ("stakeDecimals", "6.0", "found \"6.0\"; expected a number of token decimals from 0"),
    ("rewardPrice", "-7.8", "found \"-7.8\"; expected a price"),
    ("rewardPrice", "\"$7.8\"", "found \"$7.8\"; expected a price"),
    ("rewardPrice", "\"7,8\"", "found \"7,8\"; expected a price"),
    ("rewardPrice", "\"nan\"", "found \"nan\"; expected a price"),
    ("rewardPrice", "\"1e999999999\"", "found \"1e999999999\"; expected a price"),
    ("rewardPrice", "1e70", "found \"1e70\"; expected a price"),
    ("stakePrice", "0", "found \"0\"; expected a stake price above 0"),
    ("stakePrice", "\"0.0000000000000000001\"", "expected a stake price above 0"),
    ("timestamp", "1767600000000", "found \"1767600000000\", which looks like milliseconds"),
  ])
  func `a bad value in a file`(key: String, value: String, message: String) throws {
    let line = (Self.keys.firstIndex(of: key) ?? 0) + 2
    let run = try CommandLineTool.run(["apr", "-"], input: Self.document(key, value))
    #expect(run.status == 3)
    #expect(run.output == "")
    let first = run.errors.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("error: standard input:\(line):") || message.hasPrefix("found nothing"))
    #expect(first.contains("$.\(key): "))
    #expect(first.contains(message))
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
    ("[{}, {}]", "error: standard input:1:2: $[0].rewardRate: found nothing"),
    ("\u{FEFF}nonsense", "error: standard input:1:"),
  ])
  func `a bad document`(text: String, message: String) throws {
    let run = try CommandLineTool.run(["apr", "-"], input: text)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(message))
  }

  @Test(arguments: [
    ["--reward-rate", "2.7e35"], ["--reward-rate", "x"], ["--total-supply", "1.5"],
    ["--reward-price", "abc"], ["--stake-price", "0"], ["--stake-decimals", "300"],
    ["--period-finish", "1768000000000"], ["--at", "1768000000000"], ["--at", "noon"],
    ["--year", "366"], ["--year", "0"], ["--compounding", "0"], ["--compounding", "31536001"],
    ["--balance", "1e18"], ["--deposit", "NaN"], ["--precision", "-1"], ["--format", "xml"],
    ["--balance", "999999999999999999999999999"],
  ])
  func `a bad option`(arguments: [String]) throws {
    let run = try CommandLineTool.run(["apr", "data/synthetic/six-decimals.json"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.contains(arguments[0]))
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
