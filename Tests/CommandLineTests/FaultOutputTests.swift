import Foundation
import TestSupport
import Testing

/// What stands on stderr: lines for people, one JSON object a fault or note for programs; and the
/// closest name for every closed list.
@Suite struct FaultOutputTests {
  private static let vault = "data/documentation-vault.json"

  @Test(arguments: [
    ("aprr", "did you mean apr?"), ("pool prise", "did you mean price?"),
    ("help slove", "did you mean solve?"), ("nosuch", "berayield --help lists the commands"),
    ("pool nosuch", "berayield pool --help lists the commands"),
    ("apr --reward-prise 5", "did you mean --reward-price?"),
    ("apr --bogus", "berayield apr --help lists the options"),
    ("pool price --totl-supply 5", "did you mean --total-supply?"),
    ("apr a b", "berayield apr --help lists the options"),
    ("apr x --format jsn", "did you mean json?"), ("apr x --era polnext", "did you mean pol-next?"),
    ("block-reward --era bg", "did you mean bgt?"),
    ("emission --reward 5 --every dya", "did you mean day?"),
    ("apr data/synthetic/all.json --at 1767600000 --sort aprPercnt", "did you mean aprPercent?"),
    ("apr data/synthetic/all.json --at 1767600000 --columns tvlUdd", "did you mean tvlUsd?"),
    ("apr \(vault) --at 1767600000 --format csv --table figurs", "did you mean figures?"),
    ("pool price --pool-rules deploied", "did you mean deployed?"),
    ("pool preview depsit 5", "did you mean deposit?"),
    ("csv x --emit aprr", "did you mean apr?"),
    ("csv x --map reward_rat=x", "did you mean reward_rate?"),
    ("sweep --axis rewardPrce=1", "did you mean rewardPrice?"),
    ("sweep --fix rewardPrce=1", "did you mean rewardPrice?"),
    ("sweep --axis rewardPrice=1 --metric apydaly", "did you mean apyDaily?"),
    ("solve \(vault) --for rewardrate --target-apr 5%", "did you mean rewardRate?"),
    (
      "sweep --axis rewardPrice=@data/synthetic/pool-history.csv:total_asets",
      #"did you mean "total_assets"?"#
    ),
  ])
  func `the closest name is suggested, or the command that helps`(line: String, hint: String?)
    throws
  {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.output == "")
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("error: ") == true)
    #expect(lines.dropFirst().map { $0 } == (hint.map { ["  hint: \($0)"] } ?? []), "\(run.errors)")
  }

  @Test(arguments: [
    (
      "apr nosuch.json --format json",
      #"{"error":{"code":"unreadable","message":"nosuch.json: cannot open: No such file or "#
        + #"directory","file":"nosuch.json","line":null,"column":null,"path":null,"found":"cannot "#
        + #"open: No such file or directory","expected":null,"hint":null}}"#
    ),
    (
      "apr --format=ndjson --bogus",
      #"{"error":{"code":"unknownName","message":"--bogus: found an unknown option; expected an "#
        + #"option of berayield apr","file":null,"line":null,"column":null,"path":"--bogus","found":"#
        + #""an unknown option","expected":"an option of berayield apr","hint":"berayield apr --help "#
        + #"lists the options"}}"#
    ),
    (
      "aprr x --format json",
      #"{"error":{"code":"unknownName","message":"berayield: found the command \"aprr\"; expected "#
        + #"one of apr, solve, diff, report, emission, incentives, block-reward, allocation, "#
        + #"validator, allocate, rank, changes, pool, "#
        + #"csv, example, history, page, replay, sample, snapshot, sweep, vectors, watch","file":null,"line":null,"column":null,"path":"#
        + #""berayield","found":"the command \"aprr\"","expected":"one of apr, solve, diff, report, "#
        + #"emission, incentives, block-reward, allocation, validator, allocate, rank, changes, pool, csv, "#
        + #"example, history, page, replay, sample, snapshot, sweep, "#
        + #"vectors, watch","hint":"did you mean apr?"}}"#
    ),
    (
      "apr \(vault) --format json --at noon --strict=5",
      #"{"error":{"code":"invalidValue","message":"--strict: found \"5\"; expected no value","#
        + #""file":null,"line":null,"column":null,"path":"--strict","found":"\"5\"","expected":"no "#
        + #"value","hint":"berayield apr --help lists the options"}}"#
    ),
    (
      "pool realized data/documentation-vault.json --format json",
      #"{"error":{"code":"missingColumn","message":"data/documentation-vault.json:1: header: found "#
        + #"the columns \"{\"; expected \"timestamp\" or \"date\"; \"total_assets\" or \"totalAssets\"; "#
        + #"\"total_supply\" or \"totalSupply\"","file":"data/documentation-vault.json","#
        + #""line":1,"column":null,"path":"header","found":"the columns \"{\"","expected":"#
        + #""\"timestamp\" or \"date\"; \"total_assets\" or \"totalAssets\"; \"total_supply\" or "#
        + #"\"totalSupply\"","hint":null}}"#
    ),
  ])
  func `an error for programs`(line: String, expected: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status != 0 && run.output == "")
    #expect(run.errors == expected + "\n")
  }

  @Test func `a note for people and for programs`() throws {
    let document =
      #"{"rewardRate": 1, "periodFinish": null, "totalSupply": 1, "rewardPrice": 1, "#
      + #""stakePrice": "0.1234567890123456789", "zzz": {"a": 1}, "yyy": 2}"#
    let people = try CommandLineTool.run(
      ["apr", "-", "--ignore-unknown", "--at", "1750000000"], input: document)
    #expect(people.status == 0)
    #expect(
      people.errors == """
        note: standard input:1:116: 2 unknown keys: $.zzz, $.yyy: ignored
        note: standard input:1:91: $.stakePrice: 1 digit beyond the 18th decimal: rounded half to even \
        to 0.123456789012345679

        """)
    let programs = try CommandLineTool.run(
      ["apr", "-", "--ignore-unknown", "--format", "json", "--at", "1750000000"], input: document)
    #expect(programs.status == 0)
    #expect(
      programs.errors == #"""
        {"note":{"code":"unknownKey","message":"standard input:1:116: 2 unknown keys: $.zzz, $.yyy: \#
        ignored","file":"standard input","line":1,"column":116,"path":null,"found":"2 unknown keys: \#
        $.zzz, $.yyy","expected":null,"hint":"ignored"}}
        {"note":{"code":"excessDigits","message":"standard input:1:91: $.stakePrice: 1 digit beyond \#
        the 18th decimal: rounded half to even to 0.123456789012345679","file":"standard input","line":\#
        1,"column":91,"path":"$.stakePrice","found":"1 digit beyond the 18th decimal","expected":"at \#
        most 18 decimals","hint":"rounded half to even to 0.123456789012345679"}}

        """#)
    let plain = try CommandLineTool.run(["apr", "-"], input: document)
    #expect(plain.status == 3 && plain.output == "")
  }

  /// Each command that reads JSON, and what prints a document whose first key is unknown.
  @Test(arguments: [
    ("apr -", file(vault)), ("solve - --for rewardRate --target-apr 5%", file(vault)),
    ("diff - --published 50.02%", file(vault)), ("report -", file(vault)),
    ("pool project -", file("data/synthetic/pool-scenario.json")),
    ("replay -", file("data/scenario-first-week.json")),
    ("replay - --verify", file("data/conformance-sample.json")),
    ("vectors -", file("data/conformance-sample.json")),
    ("sweep -", file("data/synthetic/grid.json")),
    ("emission -", text(#""reward": "100000000000000000000", "at": 1760000000"#)),
    (
      "incentives -",
      text(
        #""emissionPerDay": "1000000000000000000", "rewardPrice": "1", "tokens": [{"tokenPrice": "#
          + #""1", "incentiveRate": "1", "amountRemaining": "1"}]"#)
    ),
    ("block-reward -", text(#""rewardPrice": "1""#)),
    ("allocation -", text(#""weights": [["a", 10000]]"#)),
    ("pool price -", text(#""totalAssets": "10", "totalSupply": "10""#)),
    ("pool preview deposit 5 -", text(#""totalAssets": "10", "totalSupply": "10""#)),
    ("apr \(vault) --profile -", text(#""pool": {"feeCap": 5}"#)),
    ("replay data/scenario-first-week.json --profile -", text(#""era": "bgt""#)),
  ])
  func `every command that reads JSON can pass over unknown keys`(
    command: String, input: String
  ) throws {
    let refused = try CommandLineTool.shell("\(input) | berayield \(command)")
    #expect(refused.status == 3 && refused.output == "")
    #expect(
      refused.errors.hasPrefix(
        "error: standard input:1:2: $.zzz: found an unknown key; expected one of "),
      "\(refused.errors)")
    let passed = try CommandLineTool.shell("\(input) | berayield \(command) --ignore-unknown")
    #expect(passed.status == 0, "\(passed.errors)")
    #expect(passed.output != "")
    #expect(
      passed.errors.contains("note: standard input:1:2: $.zzz: an unknown key: ignored\n"),
      "\(passed.errors)")
  }

  private static func file(_ path: String) -> String { "sed '1s/{/{\"zzz\": 1,/' \(path)" }

  private static func text(_ members: String) -> String { "echo '{\"zzz\": 1, \(members)}'" }

  @Test(arguments: [
    (
      "csv /dev/zero -o -",
      "/dev/zero:1: header: found a line longer than 1048576 bytes; expected a header"
    ),
    (
      "pool realized /dev/zero",
      "/dev/zero:1: header: found a line longer than 1048576 bytes; expected a header"
    ),
    (
      "sweep --axis rewardPrice=@/dev/zero:x",
      "/dev/zero:1: header: found a line longer than 1048576 bytes; expected a header"
    ),
    ("apr - </dev/zero", "standard input:1:1: found the byte 0x0; expected a value"),
    ("vectors /dev/zero", "/dev/zero:1:1: found the byte 0x0; expected a value"),
    ("pool project - </dev/zero", "standard input:1:1: found the byte 0x0; expected a value"),
  ])
  func `an input without an end ends the run`(line: String, message: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.output == "" && run.status == 3)
    #expect(run.errors == "error: \(message)\n")
  }

  @Test(arguments: [
    (
      ["apr", "no\u{1B}[2Jfile\n.json"],
      #"no\u{1B}[2Jfile\u{A}.json: cannot open: No such file or directory"#
    ),
    (
      ["apr", vault, "--at", "\u{9B}\u{202E}"],
      #"--at: found "\u{9B}\u{202E}"; expected unix seconds or a UTC time such as "#
        + "2026-05-01T12:00:00Z"
    ),
  ])
  func `nothing on stderr moves a cursor or forges a line`(
    arguments: [String], message: String
  ) throws {
    let run = try CommandLineTool.run(arguments)
    #expect(run.output == "")
    #expect(run.errors == "error: \(message)\n")
  }
}
