import TestSupport
import Testing

/// `berayield diff` from a shell's side.
struct DiffCommandTests {
  private static let vault = ["data/documentation-vault.json", "--at", "1750000000"]

  @Test(arguments: [
    ("daily.txt", ["--published", "64.85%"]),
    ("agrees.txt", ["--published", "0.475195", "--commission", "500"]),
    ("nothing.txt", ["--published", "77.7%"]),
    ("pair.txt", ["--published", "50.020478"]),
    ("zero.txt", ["--published", "0.00%", "--limit", "3"]),
    ("year.json", ["--published", "0.50054739", "--format", "json"]),
    ("expired.txt", ["--published", "60.78%", "--commission", "5%", "--period-finish", "1"]),
    ("rows.csv", ["--published", "65%", "--tolerance", "0.2%", "--format", "csv"]),
    (
      "whole-supply.ndjson",
      ["--published", "25%", "--token-supply", "1197253881894002280578", "--format", "ndjson"]
    ),
  ])
  func `whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["diff"] + Self.vault + arguments)
    #expect(run.status == 0)
    // Rows have no place for the warnings, nor for the other tables.
    let hasRows = name.hasSuffix("csv") || name.hasSuffix("ndjson")
    #expect(hasRows == run.errors.contains("these rows are explanations"))
    #expect(hasRows == run.errors.contains("periodAssumedActive: no periodFinish is given"))
    #expect(hasRows || run.errors == "")
    #expect(try run.output == Snapshot.expected("diff-" + name, actual: run.output))
  }

  @Test(arguments: [
    (
      ["--published", "lots"],
      "--published: found \"lots\"; expected a published yield: a fraction (0.5002) or a percentage (50.02%), of at most 100 decimals"
    ),
    (
      ["--published", "5%%"],
      "--published: found \"5%%\"; expected a published yield: a fraction (0.5002) or a percentage (50.02%), of at most 100 decimals"
    ),
    (
      ["--published", "1", "--tolerance=-1"],
      "--tolerance: found \"-1\"; expected a tolerance, 0 or more"
    ),
    (
      ["--published", "1", "--commission", "100%"],
      "--commission: found \"100%\"; expected a commission below 10000 basis points (100 %)"
    ),
    (
      ["--published", "1", "--token-supply", "0"],
      "--token-supply: found \"0\"; expected a total supply above 0"
    ),
    (
      ["--published", "1", "--limit", "0"],
      "--limit: found \"0\"; expected a number of explanations from 1 on"
    ),
  ])
  func `bad input`(arguments: [String], message: String) throws {
    let run = try CommandLineTool.run(["diff"] + Self.vault + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: \(message)\n"), "\(run.errors)")
  }

  private static let empty =
    #"{"rewardRate":"1","periodFinish":null,"totalSupply":"0","rewardPrice":"1","stakePrice":"1"}"#

  /// The documentation's vault with a figure of its own: exact, unexplained, and net of a commission.
  private static func vault(_ extra: String) -> String {
    #"{"rewardRate":"272490527103681170793308992914391673","periodFinish":null,"#
      + #""totalSupply":"598626940947001140289","rewardPrice":"7.8","stakePrice":"223845.58","#
      + extra
      + "}"
  }

  @Test func `each vault is compared with its own figure, and has a row`() throws {
    let vaults = [
      Self.vault(#""name":"a","published":"50.02%""#),
      Self.vault(#""name":"b","published":"77.77%""#),
      Self.vault(#""name":"c","published":"47.5195%","commission":"5%""#),
      Self.empty.replacing("{", with: #"{"name":"d","published":"1%","#),
    ]
    let input = "[\(vaults.joined(separator: ","))]"
    let run = try CommandLineTool.run(["diff", "-", "--at", "5", "--format", "csv"], input: input)
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows[0].joined(separator: ",")
        == "vault,name,rank,conventions,sentences,figure,figurePercent,difference,differencePercent,"
        + "agreement,hypotheses")
    #expect(
      rows.dropFirst().map { "\($0[1]) \($0[2]) \($0[3])" } == [
        "a 1 ", "b  none", "c 1 ", "d  noStake",
      ])
    #expect(rows.count == 5)
    let text = try CommandLineTool.run(["diff", "-", "--at", "5"], input: input)
    #expect(try text.output == Snapshot.expected("diff-array.txt", actual: text.output))
  }

  @Test func `an exit code for what is not explained`() throws {
    for (published, status) in [("50.02%", Int32(0)), ("64.85%", 0), ("33.3%", 5)] {
      let run = try CommandLineTool.run(
        ["diff"] + Self.vault + ["--published", published, "--exit-code", "--quiet"])
      #expect(run.status == status && run.output == "" && run.errors == "")
    }
    let file = try CommandLineTool.run(
      ["diff"] + Self.vault + [
        "--published", "50.02%", "--exit-code", "--quiet", "-o", "never-written.json",
      ])
    #expect(file.status == 2)
    #expect(
      file.errors
        == "error: --quiet: found -o never-written.json; expected no output file, because no "
        + "answer is written\n")
    let nobody = try CommandLineTool.shell(
      "berayield diff --reward-rate 5 --total-supply 0 --reward-price 1 --stake-price 1 --published 50% "
        + "--exit-code")
    #expect(nobody.status == 5 && nobody.output.contains("noStake"))
    let three = try CommandLineTool.run(
      ["diff", "-", "--exit-code", "--quiet", "--at", "5"],
      input: "[\(Self.vault(#""published":"50.02%""#)),\(Self.vault(#""published":"50.02%""#))]")
    #expect(three.status == 0 && !three.errors.contains("leaves out"))
    let array = "[\(Self.vault(#""published":"50.02%""#)),\(Self.vault(#""published":"33.3%""#))]"
    let run = try CommandLineTool.run(["diff", "-", "--exit-code", "--quiet"], input: array)
    #expect(run.status == 5)
    #expect(try CommandLineTool.run(["diff", "-"], input: array).status == 0)
  }

  @Test func `a figure is needed, from the option or the file`() throws {
    let run = try CommandLineTool.run(["diff", "-"], input: Self.vault(#""name":"a""#))
    #expect(run.status == 3)
    #expect(
      run.errors.hasPrefix(
        "error: standard input:1:1: $.published: found nothing; expected the published yield"))
  }

  @Test func `every decimal of the tolerance and the difference`() throws {
    let run = try CommandLineTool.run(
      ["diff"] + Self.vault + ["--published", "0.5002047794813167150000", "--format", "json"])
    #expect(run.output.contains(#""tolerance": "0.00000000000000000000005""#))
    #expect(run.output.contains(#""agreement": "doublePrecision""#))
    let own = try CommandLineTool.run(
      ["diff"] + Self.vault + ["--published", "0.500204779481316715", "--format", "json"])
    #expect(own.output.contains(#""figure": "0.500204779481316715""#))
    #expect(own.output.contains(#""difference": "0""#))
  }

  @Test func `few digits are doubted, and counted against the hypotheses`() throws {
    let run = try CommandLineTool.run(
      ["diff"] + Self.vault + ["--published", "65%", "--format", "json"])
    #expect(run.output.contains(#""code": "fewDigits""#))
    #expect(
      run.output.contains(
        "the published figure has 2 significant digits, and 550 hypotheses were tried: a match by "
          + "chance is likely"))
  }
}
