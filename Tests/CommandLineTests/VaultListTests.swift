import TestSupport
import Testing

/// Several vaults of one document: a table, an order, pages, and what is left out.
@Suite struct VaultListTests {
  private static let file = "data/synthetic/all.json"

  @Test(arguments: [
    ("table.txt", []), ("pages.txt", ["--pages", "--top", "2"]),
    ("sorted.txt", ["--sort", "tvlUsd", "--top", "3"]),
    ("columns.txt", ["--columns", "name,netApr", "--sort", "apr"]),
    ("sorted.csv", ["--sort", "tvlUsd", "--top", "3", "--format", "csv"]),
    ("sorted.json", ["--sort", "apr", "--top", "1", "--format", "json"]),
  ])
  func `vaults, whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["apr", Self.file] + arguments)
    guard name != "columns.txt" else {
      #expect(run.status == 2 && run.output == "")
      #expect(run.errors.hasPrefix("error: --columns: found netApr; expected one of vault, name,"))
      return
    }
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("vaults-" + name, actual: run.output))
  }

  @Test func `a bad vault stops all, or is left out with its error`() throws {
    let vault =
      #"{"rewardRate":"1","periodFinish":null,"totalSupply":"1","rewardPrice":"1","stakePrice":"%"}"#
    func text(_ price: String) -> String {
      vault.replacing("%", with: price)
    }
    let input = "[\(text("1")),\(text("-1")),\(text("2"))]"
    let strict = try CommandLineTool.run(["apr", "-", "--format", "json"], input: input)
    #expect(strict.status == 3 && strict.output == "")
    let lenient = try CommandLineTool.run(
      ["apr", "-", "--format", "csv", "--keep-going"], input: input)
    #expect(lenient.status == 4)
    #expect(lenient.output.split(separator: "\n").count == 3)
    let errors = lenient.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    #expect(errors.count == 1 && errors[0].contains("$[1].stakePrice"))
  }

  @Test(arguments: [
    (["--top", "0"], "error: --top: found 0; expected 1 or more\n"),
    (
      ["--pages", "--columns", "apr"], "error: --columns: found apr; expected no --pages, because"
    ),
    (["--table", "path"], "error: --table: found path; expected --format csv or ndjson as well"),
    (
      ["--format", "csv", "--table", "path"], "error: --table: found path; expected one of figures"
    ),
  ])
  func `what does not fit is refused`(arguments: [String], message: String) throws {
    let run = try CommandLineTool.run(["apr", Self.file] + arguments)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
  }
}
