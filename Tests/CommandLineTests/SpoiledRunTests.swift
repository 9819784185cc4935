import TestSupport
import Testing

/// Inputs and arguments that chance has spoiled, through the executable: an answer, or an error line and
/// nothing on stdout; never a signal, never an internal error.
@Suite struct SpoiledRunTests {
  private struct Run {
    var arguments: [String]
    var input: String
  }

  private static let vault = """
    {"rewardRate": "272490527103681170793308992914391673", "periodFinish": 1768000000,
    "totalSupply": "598626940947001140289", "rewardPrice": "7.8", "stakePrice": 223845.58}
    """
  private static let table = """
    vault,reward_rate,period_finish,total_supply,reward_price,stake_price
    a,272490527103681170793308992914391673,1900000000,598626940947001140289,7.8,223845.58
    "b,""c",5,1700000000,7,1e-5,0.25

    """
  private static let scenario = """
    {"steps": [{"t": "5", "in": {"op": "stake", "caller": "a", "amount": "9"}},
    {"t": "86400", "in": {"op": "notifyRewardAmount", "validator": "v", "amount": "1000000000"}}]}
    """
  private static let pool = """
    {"start": 1760000000, "days": 20, "pool": {"totalAssets": "301", "totalSupply": "290"},
    "sources": [{"name": "s", "grossApr": "0.05"}], "events": [{"at": 1760086400, "deposit": "7"}]}
    """
  private static let allocation = #"{"amount": "1305", "weights": [["a", 5000], ["b", 5000]]}"#

  private static let sound = [
    Run(arguments: ["apr", "-", "--at", "1760000000", "--explain"], input: vault),
    Run(arguments: ["apr", "-", "--format", "json", "--precision", "6"], input: "[\(vault)]"),
    Run(arguments: ["solve", "-", "--for", "deposit", "--target-apr", "40%"], input: vault),
    Run(arguments: ["diff", "-", "--published", "64.85%", "--limit", "3"], input: vault),
    Run(arguments: ["csv", "-", "--at", "1760000000", "--threads", "1"], input: table),
    Run(arguments: ["csv", "-", "--strict", "--format", "ndjson"], input: table),
    Run(arguments: ["replay", "-", "--format", "json"], input: scenario),
    Run(arguments: ["pool", "project", "-", "--format", "csv"], input: pool),
    Run(arguments: ["allocation", "-", "--era", "bgt"], input: allocation),
    Run(
      arguments: [
        "pool", "preview", "redeem", "5", "--total-assets", "301", "--total-supply", "290",
      ],
      input: ""),
    Run(
      arguments: [
        "sweep", "--axis", "grossApr=0.01:0.2:5", "--axis", "commission=0,500", "--metric",
        "poolNetApy",
      ],
      input: ""),
  ]

  /// What takes the place of an argument; nothing that names a file to write.
  private static let words = [
    "", "-", "--", "0", "-1", "1e18", "0x1f", "-0x5", "50%", "nan", "99999999999999999999",
    "--strict",
    "--format", "xml", "--at", "noon", "2026-02-30T00:00:00Z", "--bogus", "--help", "a=b", "é🐻",
    "\u{1B}[31m", "--year", "365.25", "--ignore-unknown", "--exact", "data/no-such-file.json",
  ]
  private static let characters = Array("0123456789{}[]\",:-+.eEx% \n\r\\\u{0}\u{7F}é")

  private static func spoiled(_ run: Run, _ random: inout SeededGenerator) -> Run {
    var run = run
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var characters = Array(run.input)
      let word = words.randomElement(using: &random) ?? ""
      let place = Int.random(in: 1..<run.arguments.count, using: &random)
      switch Int.random(in: 0..<(characters.isEmpty ? 3 : 9), using: &random) {
      case 0: run.arguments[place] = word
      case 1: run.arguments.insert(word, at: place)
      case 2 where run.arguments.count > 2: run.arguments.remove(at: place)
      case 3...5:
        guard !characters.isEmpty else { continue }
        let at = Int.random(in: characters.indices, using: &random)
        characters[at] = Self.characters.randomElement(using: &random) ?? "0"
        run.input = String(characters)
      default:
        guard !characters.isEmpty else { continue }
        let at = Int.random(in: characters.indices, using: &random)
        characters.insert(Self.characters.randomElement(using: &random) ?? "0", at: at)
        run.input = String(characters)
      }
    }
    return run
  }

  @Test func `the sound runs are answered`() throws {
    for run in Self.sound {
      let answer = try CommandLineTool.run(run.arguments, input: run.input)
      #expect(answer.status == 0, "\(run.arguments): \(answer.errors)")
    }
  }

  /// A hundred thousand runs with a scale of 2500 in a release build (`make verify`).
  @Test(arguments: 0..<4)
  func `spoiled runs end in an answer or in an error line`(part: UInt64) throws {
    var random = SeededGenerator(seed: 0x5901 + part)
    for _ in 0..<(10 * TestScale.factor) {
      let run = Self.spoiled(Self.sound.randomElement(using: &random) ?? Self.sound[0], &random)
      let answer = try CommandLineTool.run(run.arguments, input: run.input)
      let isRefused = answer.status == 2 || answer.status == 3
      // With JSON asked for, the error is JSON too.
      let hasError = answer.errors.split(separator: "\n").contains {
        $0.hasPrefix("error: ") || $0.hasPrefix("{\"error\"")
      }
      #expect(
        [0, 2, 3, 4].contains(answer.status) && hasError == isRefused
          && !(isRefused && !answer.output.isEmpty),
        "\(run.arguments), \(run.input.debugDescription): \(answer)")
    }
  }
}
