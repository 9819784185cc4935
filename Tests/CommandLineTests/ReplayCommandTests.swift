import Foundation
import TestSupport
import Testing

/// The commands `berayield replay` and `berayield vectors`, along their case tree.
///
///     replay ── text, json, csv, ndjson
///            ├─ --verify: agrees ─ differs (5) ─ nothing recorded (3)
///            └─ bad scenario: one error line with its path (3), nothing on stdout
///     vectors ── agrees ─ differs (5), in every format
struct ReplayCommandTests {
  @Test(arguments: [
    ("first-week.txt", ["--format", "text"]), ("first-week.json", ["--format", "json"]),
    ("first-week.csv", ["--format", "csv"]), ("first-week.ndjson", ["--format", "ndjson"]),
  ])
  func `the whole output is the recorded one`(name: String, options: [String]) throws {
    let run = try CommandLineTool.run(["replay", "data/scenario-first-week.json"] + options)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("replay-\(name)", actual: run.output))
  }

  @Test func `json output of a recorded file is that file`() throws {
    let sample = try CommandLineTool.run(
      ["replay", "data/conformance-sample.json", "--format", "json"])
    #expect(sample.status == 0)
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/conformance-sample.json")
    let recorded = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    let replayed = try JSONSerialization.jsonObject(with: Data(sample.output.utf8))
    #expect(try #require(recorded as? NSDictionary) == #require(replayed as? NSDictionary))
  }

  @Test func `a filled scenario verifies and a changed one does not`() throws {
    let filled = try CommandLineTool.run(
      ["replay", "data/scenario-first-week.json", "--format", "json"])
    let confirmed = try CommandLineTool.run(["replay", "-", "--verify"], input: filled.output)
    #expect(confirmed.status == 0)
    #expect(confirmed.output.hasSuffix("1 of 1 cases reproduce to the wei\n"))
    let changed = filled.output.replacingOccurrences(
      of: "\"14999999999999999400\"", with: "\"14999999999999999401\"")
    #expect(changed != filled.output)
    let refuted = try CommandLineTool.run(["replay", "-", "--verify"], input: changed)
    #expect(refuted.status == 5)
    #expect(refuted.output.hasPrefix("mismatch in first week: line "))
    #expect(refuted.output.contains("\"14999999999999999401\"; computed"))
  }

  @Test(arguments: ["text", "json", "csv", "ndjson"])
  func `vectors reports a tampered file in every format`(format: String) throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/conformance-sample.json")
    let text = try TextFile.read(file.path)
    let intact = try CommandLineTool.run(["vectors", "-", "--format", format], input: text)
    #expect(intact.status == 0)
    let tampered = text.replacingOccurrences(
      of: "\"r\": \"1999999999999999999\"", with: "\"r\": \"2000000000000000000\"")
    #expect(tampered != text)
    let run = try CommandLineTool.run(["vectors", "-", "--format", format], input: tampered)
    #expect(run.status == 5)
    #expect(run.output.contains("$.cases[4].out.r") && run.output.contains("1999999999999999999"))
  }

  @Test(arguments: [
    (#"{"steps": [{"t": "5", "in": {"op": "stake"}}]}"#, "$.steps[0].in.amount: found nothing"),
    (#"{"steps": ["#, "standard input:1:"),
    (#"{"cases": []}"#, "no recorded results"),
  ])
  func `a scenario that makes no sense is one error line and exit 3`(
    scenario: String, expected: String
  ) throws {
    let run = try CommandLineTool.run(["replay", "-", "--verify"], input: scenario)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: ") && run.errors.contains(expected), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
  }
}
