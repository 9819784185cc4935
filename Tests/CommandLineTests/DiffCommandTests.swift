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
      "--published: found \"lots\"; expected a published yield: a fraction (0.5002) or a percentage (50.02%)"
    ),
    (
      ["--published", "5%%"],
      "--published: found \"5%%\"; expected a published yield: a fraction (0.5002) or a percentage (50.02%)"
    ),
    (
      ["--published", "1", "--tolerance=-1"],
      "--tolerance: found \"-1\"; expected a tolerance of 0 or more"
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
    (
      ["--published", "1", "--total-supply", "0"],
      "--total-supply: found 0; expected a totalSupply above 0: without stake there is no APR to compare with"
    ),
  ])
  func `bad input`(arguments: [String], message: String) throws {
    let run = try CommandLineTool.run(["diff"] + Self.vault + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: \(message)\n"), "\(run.errors)")
  }
}
