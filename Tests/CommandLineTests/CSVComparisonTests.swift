import Foundation
import TestSupport
import Testing

/// `berayield csv --emit diff`: published yields of a file beside the exact ones.
struct CSVComparisonTests {
  private static let header =
    "vault,reward_rate,period_finish,total_supply,reward_price,stake_price,published,commission"

  private static func row(
    _ vault: String, _ published: String, _ commission: String = "",
    supply: String = "598626940947001140289"
  ) -> String {
    "\(vault),272490527103681170793308992914391673,1750000001,\(supply),7.8,223845.58,"
      + "\(published),\(commission)"
  }

  private static let rows = [
    row("a", "50.02%"), row("b", "64.85%"), row("c", ""), row("d", "0.475195", "500"),
    row("e", "77.7%"), row("f", "50%", supply: "0"), row("g", "lots"),
    row("h", "0.000000005002047794"), row("i", "64.85%"),
  ]
  private static let input = ([header] + rows).joined(separator: "\n") + "\n"

  /// The exact APR by Python's fractions, the daily APY by mpmath at 60 digits.
  @Test func `each row has the best explanation, and the totals follow`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "diff,status"], input: Self.input)
    let appended = [
      ",0.500204779481316715,0.000004779481316715,550,active",
      "apy365,0.648494333188796396,-0.000005666811203604,550,active",
      ",,,,active",
      ",0.475194540507250879,-0.000000459492749121,589,active",
      "none,0.872004500628349063,0.095004500628349063,550,active",
      "noStake,,,0,noStake",
      "stakePriceRaw8,0.000000005002047794,0,550,active",
      "apy365,0.648494333188796396,-0.000005666811203604,550,active",
    ]
    let written = Self.rows.enumerated().filter { $0.offset != 6 }.map(\.element)
    #expect(
      run.output
        == Self.header + ",conventions,figure,difference,hypotheses,status\n"
        + zip(written, appended).map { "\($0),\($1)\n" }.joined())
    #expect(
      run.errors == """
        note: 9 rows in = 8 rows out + 1 rejected
        note: published: 2 agree, 3 explained, 1 not explained, 1 without stake, 1 empty
        note: standard input:3: apy365 explains 2 rows, the first here
        note: standard input:9: stakePriceRaw8 explains 1 row
        note: standard input:6: not explained: 1 row
        note: standard input:7: noStake in 1 row
        note: standard input:8: published: found "lots"; expected a published yield: a fraction \
        (0.5002) or a percentage (50.02%), of at most 100 decimals

        """)
    #expect(run.status == 4)
  }

  @Test func `rows of NDJSON have the same figures`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "diff", "--format", "ndjson"],
      input: ([Self.header] + Self.rows[..<3]).joined(separator: "\n"))
    let ends = run.output.split(separator: "\n").map {
      $0.components(separatedBy: "\"commission\":\"\",").last ?? ""
    }
    #expect(
      ends == [
        #""conventions":null,"figure":"0.500204779481316715","difference":"0.000004779481316715","hypotheses":550}"#,
        #""conventions":"apy365","figure":"0.648494333188796396","difference":"-0.000005666811203604","hypotheses":550}"#,
        #""conventions":null,"figure":null,"difference":null,"hypotheses":null}"#,
      ])
  }

  @Test(arguments: [
    ["--map", "published=their APR"], ["--published-column", "their APR"],
  ])
  func `the column may have another header`(options: [String]) throws {
    let input = Self.input.replacingOccurrences(of: ",published,", with: ",their APR,")
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "diff"] + options, input: input)
    #expect(run.status == 4)
    #expect(run.output.contains("64.85%,,apy365,0.648494333188796396,-0.000005666811203604,550\n"))
    #expect(
      run.errors.contains("standard input:8: their APR: found \"lots\"; expected a published"))
  }

  @Test func `without the comparison the columns pass through unread`() throws {
    let run = try CommandLineTool.run(["csv", "-", "--at", "1750000000"], input: Self.input)
    #expect(run.status == 0)
    #expect(run.output.contains("lots,,0.500204779481316715,true\n"))
    #expect(!run.errors.contains("published"))
  }

  @Test func `few digits and a commission above the cap are doubted`() throws {
    let input = [
      Self.header, Self.row("a", "5000"), Self.row("b", "0.0875", "8250"), Self.row("c", "50.02%"),
    ].joined(separator: "\n")
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "warnings,diff"], input: input)
    #expect(run.errors.contains("note: standard input:3: commissionCap in 1 row\n"))
    let single = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "warnings,diff"],
      input: [Self.header, Self.row("a", "65%")].joined(separator: "\n"))
    #expect(
      single.output.hasSuffix(
        "65%,,fewDigits,apy365,0.648494333188796396,-0.001505666811203604,550\n"))
    #expect(single.errors.contains("note: standard input:2: fewDigits in 1 row\n"))
  }

  @Test(arguments: [
    (
      ["--emit", "apr", "--published-column", "published"],
      "--published-column: found \"published\"; expected --emit diff as well"
    ),
    (
      ["--map", "commission=fee"],
      "--map: found \"commission=fee\"; expected --emit diff as well"
    ),
    (
      ["--emit", "diff", "--map", "published=a", "--published-column", "b"],
      "--published-column: found \"b\"; expected each column once"
    ),
    (["--emit", "diff,diff"], "--emit: found \"diff,diff\"; expected each figure once"),
  ])
  func `bad options`(options: [String], message: String) throws {
    let run = try CommandLineTool.run(["csv", "-"] + options, input: Self.input)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors == "error: \(message)\n")
  }

  @Test func `a file without the column is refused`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--emit", "diff"], input: "\(CSVCommandTests.header)\n\(CSVCommandTests.row)\n")
    #expect(run.status == 3)
    #expect(run.errors.contains("expected \"published\""))
  }
}
