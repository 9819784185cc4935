import TestSupport
import Testing

/// Several rewards of one vault: the parts and their sum.
struct RewardStreamTests {
  private static let values = [
    #""name":"three","rewardRate":"272490527103681170793308992914391673","periodFinish":1750000001"#,
    #""totalSupply":"598626940947001140289","rewardPrice":"7.8","stakePrice":"223845.58""#,
  ]
  private static func vault(_ streams: String) -> String {
    "{" + (values + [#""streams":[\#(streams)]"#]).joined(separator: ",") + "}"
  }
  private static let dollars =
    #"{"name":"USDC","rewardRate":"30000000000000000000000","rewardDecimals":6,"#
    + #""rewardPrice":"0.9998","periodFinish":1760000000}"#
  private static let ended =
    #"{"rewardRate":"100000000000000000000000000000000000","rewardPrice":"1.5","#
    + #""periodFinish":1740000000}"#

  /// By Python's fractions: 0.03 USDC per second of 6 decimals.
  ///
  /// The rounded parts add up to ...743.
  @Test func `each reward has its APR, and the sum is of exact ones`() throws {
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "1750000000", "--format", "csv", "--table", "streams"],
      input: Self.vault(Self.dollars + "," + Self.ended))
    #expect(run.status == 0)
    #expect(
      run.output == """
        vault,vaultName,kind,name,status,apr,aprPercent,periodFinish
        ,three,vault,,active,0.500204779481316715,50.0204779481316715,1750000001
        ,three,stream,USDC,active,0.007058886721693028,0.7058886721693028,1760000000
        ,three,stream,,expired,0,0,1740000000
        ,three,sum,,active,0.507263666203009744,50.7263666203009744,

        """)
    #expect(
      run.errors.contains("periodExpired: stream 2: periodFinish 2025-02-19T21:20:00Z passed"))
  }

  @Test func `each reward has its own end`() throws {
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "1750000001", "--format", "csv", "--table", "streams"],
      input: Self.vault(Self.dollars))
    #expect(
      run.output.hasSuffix(
        """
        ,three,vault,,expired,0,0,1750000001
        ,three,stream,USDC,active,0.007058886721693028,0.7058886721693028,1760000000
        ,three,sum,,active,0.007058886721693028,0.7058886721693028,

        """))
  }

  @Test func `people read a table`() throws {
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "1750000000"], input: Self.vault(Self.dollars))
    #expect(
      run.output.hasSuffix(
        """

          rewards
          reward  name  status         APR                  ends
          ------  ----  ------  ----------  --------------------
          vault         active  ~ 50.0205%  2025-06-15T15:06:41Z
          stream  USDC  active   ~ 0.7059%  2025-10-09T08:53:20Z
          sum           active  ~ 50.7264%

        """))
    let page = try CommandLineTool.run(
      ["report", "-", "--at", "1750000000"], input: Self.vault(Self.dollars))
    #expect(page.output.contains("rowheader\">sum</th><td role=\"cell\" data-label=\"name\"></td>"))
    #expect(!page.output.contains("data-label=\"\""))
  }

  /// One document serves every command about a vault: keys of another are noted, and change nothing.
  @Test(arguments: [
    ("apr", ["published", "commission", "tokenSupply"]),
    ("report", ["published", "commission", "tokenSupply"]),
    ("diff", ["streams"]),
    (
      "solve --for rewardRate --target-apr 1",
      ["published", "commission", "tokenSupply", "streams"]
    ),
  ])
  func `keys of other commands are noted`(command: String, unused: [String]) throws {
    let all: KeyValuePairs = [
      "published": "\"50.02%\"", "commission": "500",
      "tokenSupply": "\"5000000000000000000000000\"", "streams": "[\(Self.dollars)]",
    ]
    func run(without left: [String]) throws -> ToolRun {
      let further = all.filter { !left.contains($0.key) }.map { "\"\($0.key)\": \($0.value)" }
      let vault = "{" + (Self.values + further).joined(separator: ",") + "}"
      return try CommandLineTool.run(
        command.split(separator: " ").map(String.init) + ["-", "--at", "1750000000", "--strict"],
        input: vault)
    }
    let whole = try run(without: [])
    let usual = try run(without: unused)
    #expect(whole.status == 0 && whole.output == usual.output)
    let notes = whole.errors.split(separator: "\n").filter { $0.contains("for other commands") }
    #expect(notes.count == unused.count)
    for key in unused {
      #expect(
        notes.contains { $0.hasSuffix(": $.\(key): a value for other commands: not used here") })
    }
    #expect(!usual.errors.contains("for other commands"))
  }

  @Test func `in an array each key is noted once`() throws {
    let vault = "{" + (Self.values + [#""published": "1""#]).joined(separator: ",") + "}"
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "1750000000"], input: "[\(vault),\(vault)]")
    #expect(run.status == 0)
    #expect(
      run.errors.contains("$[0].published: a value for other commands, in 2 vaults: not used here"))
  }

  @Test(arguments: [
    (
      #"{"rewardRate":"1","rewardPrice":"1"}"#, "$.streams[0].periodFinish: found nothing; expected"
    ),
    (
      #"{"rewardRate":"1","rewardPrice":"1","periodFinish":null,"decimals":6}"#,
      "$.streams[0].decimals: found an unknown key"
    ),
    (
      #"{"rewardRate":"1.5","rewardPrice":"1","periodFinish":null}"#,
      "$.streams[0].rewardRate: found \"1.5\", a number with a fraction"
    ),
    (#"{"rewardPrice":"1","periodFinish":null}"#, "$.streams[0].rewardRate: found nothing"),
    ("5", "$.streams[0]: found 5; expected an object: the vault's further rewards"),
  ])
  func `a bad stream`(stream: String, message: String) throws {
    let run = try CommandLineTool.run(["apr", "-"], input: Self.vault(stream))
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
