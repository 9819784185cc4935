import Foundation
import TestSupport
import Testing

/// Several vaults of one document: a table, an order, pages, and what is left out.
@Suite struct VaultListTests {
  private static let file = "data/synthetic/all.json"
  /// The vaults' own time, which needs no note.
  private static let at = ["--at", "1767600000"]

  @Test(arguments: [
    ("table.txt", []), ("pages.txt", ["--pages", "--top", "2"]),
    ("sorted.txt", ["--sort", "tvlUsd", "--top", "3"]),
    ("columns.txt", ["--columns", "name,netApr", "--sort", "apr"]),
    ("sorted.csv", ["--sort", "tvlUsd", "--top", "3", "--format", "csv"]),
    ("sorted.json", ["--sort", "apr", "--top", "1", "--format", "json"]),
  ])
  func `vaults, whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["apr", Self.file] + arguments + Self.at)
    guard name != "columns.txt" else {
      #expect(run.status == 2 && run.output == "")
      #expect(
        run.errors.hasPrefix("error: --columns: found \"netApr\"; expected one of vault, name,"))
      return
    }
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("vaults-" + name, actual: run.output))
  }

  @Test func `rows made of words are those made of answers`() throws {
    let options = ["apr", Self.file, "--format", "csv", "--compounding", "12"] + Self.at
    let words = try CommandLineTool.run(options)
    // A chosen table is one of answers.
    let answers = try CommandLineTool.run(options + ["--table", "figures"])
    #expect(words.status == 0 && answers.status == 0)
    #expect(words.output == answers.output && words.output != "")
  }

  /// The file's vaults, one of which nobody stakes in, on a line each.
  private static func lines() throws -> String {
    let path = CommandLineTool.packageRoot.appendingPathComponent(file).path
    let text = try TextFile.read(path).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return text.joined().dropFirst().dropLast().replacingOccurrences(of: "},{", with: "}\n{")
  }

  @Test(arguments: [
    ["apr"], ["apr", "--format", "ndjson"], ["diff", "--published", "50%", "--format", "csv"],
    ["solve", "--for", "rewardRate", "--target-apr", "0.5", "--format", "json"],
  ])
  func `NDJSON is taken as an array is`(arguments: [String]) throws {
    let options = arguments + ["--at", "1760000000"]
    let array = try CommandLineTool.run(options + [Self.file])
    let lines = try CommandLineTool.run(options + ["-"], input: Self.lines())
    #expect(array.status == 0 && lines.status == 0)
    #expect(lines.output == array.output && array.output != "")
    #expect(lines.errors == array.errors)
  }

  @Test func `a bad line of NDJSON is named by its line`() throws {
    let vault =
      #"{"rewardRate":"1","periodFinish":null,"totalSupply":"1","rewardPrice":"1","stakePrice":"PRICE"}"#
    let input = ["1", "0", "2"].map { vault.replacingOccurrences(of: "PRICE", with: $0) }
    let run = try CommandLineTool.run(
      ["apr", "-", "--at", "1"], input: input.joined(separator: "\n"))
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.hasPrefix("error: standard input:2:"), "\(run.errors)")
    #expect(run.errors.contains("$[1].stakePrice"))
    let options = try CommandLineTool.run(
      ["apr", "-", "--reward-price", "2"], input: input.joined(separator: "\n"))
    #expect(options.status == 2)
    #expect(options.errors.contains("found an array of vaults in the file"))
  }

  @Test func `columns make a table of a single vault too`() throws {
    let document = "data/documentation-vault.json"
    let options = [
      "--reward-rate", "272490527103681170793308992914391673", "--total-supply",
      "598626940947001140289", "--reward-price", "7.8", "--stake-price", "223845.58",
    ]
    for source in [[document], options] {
      let run = try CommandLineTool.run(
        ["apr"] + source + ["--at", "1750000000", "--columns", "status,apr"])
      #expect(run.status == 0 && run.errors == "")
      #expect(
        run.output == """
            status         APR
            ------  ----------
            active  ~ 50.0205%

          """)
    }
  }

  @Test func `a table says which parts it leaves out`() throws {
    let run = try CommandLineTool.run([
      "apr", Self.file, "--explain", "--compounding", "12", "--columns", "name,apy", "--top", "2",
      "--at", "1767600000",
    ])
    #expect(run.status == 0)
    #expect(
      run.errors == "note: the table leaves out derivation: use --pages to show it for each vault\n"
    )
  }

  @Test func `the rows of a derivation tell its names from the vault's`() throws {
    let run = try CommandLineTool.run([
      "apr", Self.file, "--explain", "--format", "csv", "--table", "derivation.steps",
    ])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "vault,vaultName,name,formula,value,remark")
    #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",")[1] != "active" })
  }

  @Test func `warnings beside rows name their vault, ten of them`() throws {
    let vault =
      #"{"name":"%","rewardRate":"1000000000000000000000000000000000000","totalSupply":"#
      + #""1000000000000000000","periodFinish":null,"rewardPrice":"1","stakePrice":"1000000"}"#
    let vaults = (1...11).map { vault.replacing("%", with: "v\($0)") }
    let run = try CommandLineTool.run(
      ["apr", "-", "--explain", "--format", "csv", "--table", "derivation.steps"] + Self.at,
      input: "[\(vaults.joined(separator: ","))]")
    #expect(run.status == 0)
    let notes = run.errors.split(separator: "\n")
    try #require(notes.count == 11)
    #expect(notes[9].hasPrefix("note: v10: periodAssumedActive: "))
    #expect(notes[10] == "note: and 1 more warning: use --format json for all")
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

  @Test func `an option that one of several vaults cannot have says which`() throws {
    let arguments = ["apr", Self.file, "--balance", "3", "--format", "csv"] + Self.at
    let one = try CommandLineTool.run(arguments)
    #expect(one.status != 0 && one.output == "")
    #expect(one.errors.contains("  hint: it is about data/synthetic/all.json:"), "\(one.errors)")
    let all = try CommandLineTool.run(arguments + ["--keep-going"])
    let lines = all.errors.split(separator: "\n")
    let errors = lines.count { $0.hasPrefix("error: --balance: ") }
    #expect(errors > 0 && lines.count { $0.hasPrefix("  hint: it is about ") } == errors)
  }

  @Test func `a vault with a misspelt key, or one that is no object, is left out as well`() throws {
    let vault =
      #"{"rewardRate":"1","periodFinish":null,"totalSupply":"1","rewardPrice":"1","stakePrice":"1"}"#
    let misspelt = vault.replacing("stakePrice", with: "stakePrise")
    let input = "[\(vault),\(misspelt),7,\(vault)]"
    let strict = try CommandLineTool.run(["apr", "-", "--format", "csv"], input: input)
    #expect(strict.status == 3 && strict.output == "")
    let lenient = try CommandLineTool.run(
      ["apr", "-", "--format", "csv", "--keep-going"], input: input)
    #expect(lenient.status == 4)
    #expect(lenient.output.split(separator: "\n").count == 3)
    let errors = lenient.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    try #require(errors.count == 2, "\(lenient.errors)")
    #expect(errors[0].contains("$[1].stakePrise: found an unknown key"))
    #expect(errors[1].contains("$[2]: found 7; expected an object"))
    let broken = try CommandLineTool.run(
      ["apr", "-", "--format", "csv", "--keep-going"], input: "[\(vault),{]")
    #expect(broken.status == 3 && broken.output == "")
  }

  @Test(arguments: [
    (["--top", "0"], "error: --top: found \"0\"; expected a number of vaults from 1 on\n"),
    (
      ["--pages", "--columns", "apr"], "error: --columns: found apr; expected no --pages, because"
    ),
    (
      ["--format", "csv", "--columns", "apr"],
      "error: --columns: found apr; expected no --format csv, which always has all columns\n"
    ),
    (["--table", "path"], "error: --table: found path; expected --format csv or ndjson as well"),
    (
      ["--format", "csv", "--table", "path"],
      "error: --table: found \"path\"; expected one of figures"
    ),
  ])
  func `what does not fit is refused`(arguments: [String], message: String) throws {
    let run = try CommandLineTool.run(["apr", Self.file] + arguments)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
  }
}
