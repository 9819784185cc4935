import Faults
import Foundation
import History
import Inputs
import Quantities
import Questions
import TestSupport
import Testing
import Text

/// The page of a history: its last snapshot, what changed in a day, what the week paid, curves.
@Suite struct HistoryPageTests {
  private static func document(_ file: String, _ changes: [(String, String)] = []) throws
    -> JSONValue
  {
    let path = CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/\(file).json")
    var text = try TextFile.read(path.path)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return try JSONReader.parse(text).value
  }

  private static func vault(_ end: String) -> String {
    "0x" + String(repeating: "0", count: 38) + end
  }

  /// The files of the page of some snapshots.
  private static func files(
    _ documents: [JSONValue], _ attempts: [Attempt] = []
  ) throws -> [String: String] {
    var files: [String: String] = [:]
    var names: [String] = []
    try TemporaryDirectory.with { folder in
      let store = try HistoryStore(path: "\(folder)/store.sqlite", for: .append)
      for document in documents { #expect(try store.append(document) == .added) }
      for attempt in attempts { try store.record(attempt) }
      var notes = InputNotes(strict: false)
      try PageQuestion.read(store, notes: &notes).files { file in
        names.append(file.name)
        files[file.name] = String(decoding: file.bytes, as: UTF8.self)
      }
    }
    #expect(names.count == files.count && names.last == "index.html")
    return files
  }

  /// The cells of a vault's row, in the order of the columns.
  private static func row(_ end: String, of index: String) throws -> [String] {
    let start = try #require(index.range(of: "vault/\(vault(end)).html"))
    let row = index[start.upperBound...].prefix { $0 != "\n" }
    return row.components(separatedBy: "<td ").dropFirst().map { cell in
      String(cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
  }

  @Test func `the last snapshot, and the day before it`() throws {
    let files = try Self.files([try Self.document("monday"), try Self.document("tuesday")])
    let index = try #require(files["index.html"])
    #expect(index.contains("at block 26,043,200 of chain 80094"))
    #expect(index.contains("Since block 26,000,000"))
    #expect(files["snapshot.json"]?.contains("\"number\": 26043200") == true)
    // rewardPerToken's rise over a day, with Python's fractions: 0.3649.., 2.0200.., 3.2199.., 0.
    #expect(try Self.row("a1", of: index)[2] == "~ 36.50% in 1 d")
    #expect(try Self.row("a3", of: index)[2] == "~ 202.01% in 1 d")
    #expect(try Self.row("a5", of: index)[2] == "~ 321.99% in 1 d")
    #expect(try Self.row("a6", of: index)[2] == "0% in 1 d")
    #expect(index.contains("data-key=\"2.020082226438962681\""))
    // What it pays is known, though not to how many; the last is too new to say.
    #expect(try Self.row("a7", of: index)[1] == "–")
    #expect(try Self.row("a7", of: index)[2] == "~ 55.69% in 1 d")
    #expect(try Self.row("a8", of: index)[2] == "–")
    let page = try #require(files["vault/\(Self.vault("a4")).html"])
    #expect(page.contains("Over time") && page.contains("<svg"))
    let newcomer = try #require(files["vault/\(Self.vault("a8")).html"])
    // It has one observation, and that is a curve of one point.
    #expect(newcomer.contains("Over time"))
  }

  @Test func `a week that the history covers says no length`() throws {
    // Monday's state, eight days before.
    let before = [
      (#""number": 26000000"#, #""number": 25600000"#),
      (#""timestamp": 1793620800"#, #""timestamp": \#(1_793_707_200 - 8 * 86_400)"#),
    ]
    let files = try Self.files([
      try Self.document("monday", before), try Self.document("tuesday"),
    ])
    let index = try #require(files["index.html"])
    // An eighth of what a day of it would be.
    #expect(try Self.row("a1", of: index)[2] == "~ 4.56%")
    // The snapshot before is older than a day, and the last one that is.
    #expect(index.contains("Since block 25,600,000"))
  }

  @Test func `how the last reading went is on the page and in the metrics`() throws {
    let time = try Timestamp(1_793_708_000)
    let failed = Attempt(time: time, host: "rpc.example", failure: "rate-limited")
    let files = try Self.files([try Self.document("tuesday")], [failed, failed])
    let metrics = try #require(files["metrics.prom"])
    #expect(metrics.contains("\nberayield_up 0\n") || metrics.hasPrefix("berayield_up 0\n"))
    #expect(metrics.contains("berayield_fetch_errors_total{class=\"rate-limited\"} 2\n"))
    #expect(metrics.contains("berayield_attempt_timestamp_seconds 1793708000\n"))
    let index = try #require(files["index.html"])
    #expect(index.contains("The last attempt to read the chain failed, at 2026-11-03T12:13:20Z"))
    #expect(index.contains("There is no earlier snapshot"))
    let well = try Self.files(
      [try Self.document("tuesday")], [Attempt(time: time, host: "rpc.example", failure: nil)])
    #expect(well["metrics.prom"]?.contains("\nberayield_up 1\n") == true)
    #expect(well["index.html"]?.contains("last attempt") == false)
  }

  @Test func `an empty history is an error`() throws {
    #expect(throws: Fault.self) { try Self.files([]) }
  }
}
