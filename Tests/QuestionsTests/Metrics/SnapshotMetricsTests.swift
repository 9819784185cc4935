import Faults
import Foundation
import Inputs
import Quantities
import Questions
import TestSupport
import Testing
import Text

/// The metrics of a snapshot, line by line.
@Suite struct SnapshotMetricsTests {
  private static func lines(
    _ text: String? = nil, _ record: ReadingRecord = ReadingRecord()
  ) throws -> [String] {
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/tuesday.json")
    let text = try text ?? TextFile.read(file.path)
    let node = InputNode(try JSONReader.parse(text), file: "tuesday.json")
    var notes = InputNotes(strict: false)
    let metrics = try SnapshotMetrics.text(
      of: try #require(try SnapshotFile(node)), record, notes: &notes)
    #expect(metrics.hasSuffix("\n"))
    return metrics.split(separator: "\n").map(String.init)
  }

  private static func vault(_ end: String) -> String {
    "0x" + String(repeating: "0", count: 38) + end
  }

  private static func samples(_ name: String, in lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix(name + "{") || $0.hasPrefix(name + " ") }
  }

  /// Worked out from the file with Python's integers and fractions.
  @Test func `every family`() throws {
    let lines = try Self.lines()
    func samples(_ name: MetricKey) -> [String] {
      Self.samples(name.rawValue, in: lines).map { line in
        Self.shortened(String(line.dropFirst(name.rawValue.count)))
      }
    }
    #expect(samples(.block) == [" 26043200"])
    #expect(samples(.time) == [" 1793707200"])
    #expect(
      samples(.apr).map { String($0.split(separator: " ")[1]) } == [
        "0.364999999999999999", "3.054758488761358201", "0.239291958041958041", "0",
        "11.850649350649350649", "5.431547619047619047",
      ])
    #expect(samples(.apr).first == "{vault=\"a1\",stake_token=\"b1\"} 0.364999999999999999")
    #expect(
      samples(.rewardTokens) == [
        "{vault=\"a1\"} 0.011574074074074074074074074074074074",
        "{vault=\"a3\"} 0.008101851851851851851851851851851851",
        "{vault=\"a4\"} 0.013888888888888888888888888888888888", "{vault=\"a5\"} 0",
        "{vault=\"a6\"} 0.005208333333333333333333333333333333",
        "{vault=\"a7\"} 0.002893518518518518518518518518518518",
        "{vault=\"a8\"} 0.001736111111111111111111111111111111",
      ])
    #expect(samples(.periodFinish).contains("{vault=\"a5\"} 1793670800"))
    #expect(
      samples(.remaining) == [
        "{vault=\"a1\",token=\"c4\"} 8000", "{vault=\"a4\",token=\"c1\"} 7200",
        "{vault=\"a4\",token=\"c2\"} 0", "{vault=\"a4\",token=\"c3\"} 740",
        "{vault=\"a4\",token=\"c5\"} 5000",
      ])
    #expect(
      samples(.runway) == [
        "{vault=\"a1\",token=\"c4\"} 2764800.000000000000002764",
        "{vault=\"a4\",token=\"c1\"} 288000.00000000000000024", "{vault=\"a4\",token=\"c2\"} 0",
        "{vault=\"a4\",token=\"c3\"} 76114.285714285714285777",
        "{vault=\"a4\",token=\"c5\"} 900000.00000000000000075",
      ])
    #expect(
      samples(.sharePrice) == [
        "{pool=\"0x118d2ceee9785eaf70c15cd74cd84c9f8c3eec9a\"} 1.102564102564102564"
      ])
    #expect(samples(.info).first == "{vault=\"a1\",name=\"Steady\",symbol=\"SYN-1\"} 1")
  }

  /// The addresses of numbers by their last two digits.
  private static func shortened(_ line: String) -> String {
    line.replacing("0x" + String(repeating: "0", count: 38), with: "")
  }

  @Test func `a family has one HELP and one TYPE, before its samples`() throws {
    let record = ReadingRecord(
      last: (try Timestamp(1_793_707_300), true), failures: [("rate-limited", 3), ("timeout", 1)])
    let lines = try Self.lines(nil, record)
    var families: [String] = []
    for line in lines {
      let name =
        line.hasPrefix("#")
        ? String(line.split(separator: " ")[2])
        : String(
          line.prefix { !"{ ".contains($0) })
      if families.last != name {
        families.append(name)
        #expect(line.hasPrefix("# HELP \(name) "))
      }
    }
    #expect(families == MetricKey.allCases.map(\.rawValue))
    #expect(lines.count { $0.hasPrefix("# TYPE ") } == MetricKey.allCases.count)
    #expect(lines.contains("# TYPE berayield_fetch_errors_total counter"))
  }

  @Test func `how the last reading went`() throws {
    let time = try Timestamp(1_793_707_300)
    let failed = try Self.lines(
      nil, ReadingRecord(last: (time, false), failures: [("rate-limited", 3)]))
    #expect(failed.contains("berayield_up 0"))
    #expect(failed.contains("berayield_attempt_timestamp_seconds 1793707300"))
    #expect(failed.contains("berayield_fetch_errors_total{class=\"rate-limited\"} 3"))
    #expect(try Self.lines(nil, ReadingRecord(last: (time, true))).contains("berayield_up 1"))
    let unknown = try Self.lines()
    #expect(!unknown.contains { $0.contains("berayield_up") || $0.contains("attempt") })
  }

  @Test func `what could not be read has no sample, and a 0 has one`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/tuesday.json")
    let whole = try TextFile.read(file.path)
    func samples(_ name: MetricKey, _ vault: String, _ old: String, _ new: String) throws
      -> [String]
    {
      #expect(whole.contains(old))
      let lines = try Self.lines(whole.replacing(old, with: new))
      return Self.samples(name.rawValue, in: lines)
        .filter { $0.contains("vault=\"\(Self.vault(vault))\"") }
        .map { String($0.split(separator: " ").last ?? "") }
    }
    let rate = #""rewardRate": "13888888888888888888888888888888888""#
    #expect(try samples(.rewardTokens, "a4", rate, #""rewardRate": null"#) == [])
    #expect(try samples(.apr, "a4", rate, #""rewardRate": null"#) == [])
    #expect(try samples(.runway, "a4", rate, #""rewardRate": null"#) == [])
    #expect(try samples(.rewardTokens, "a4", rate, #""rewardRate": "0""#) == ["0"])
    let finish = #""periodFinish": 1793743200"#
    #expect(try samples(.periodFinish, "a4", finish, #""periodFinish": null"#) == [])
    #expect(try samples(.rewardTokens, "a4", finish, #""periodFinish": null"#) == [])
    #expect(try samples(.rewardTokens, "a4", finish, #""periodFinish": 1793707200"#) == ["0"])
    #expect(try samples(.periodFinish, "a4", finish, #""periodFinish": 0"#) == ["0"])
    let left = #""amountRemaining": "740000000000000000000""#
    #expect(try samples(.remaining, "a4", left, #""amountRemaining": null"#).count == 3)
    #expect(try samples(.remaining, "a7", left, left) == [])
    #expect(try samples(.apr, "a7", left, left) == [])
  }

  @Test func `a label holds any name`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/tuesday.json")
    let name = #"a\"} 5\nberayield_up 1 # \\ \u001b[31m"#
    let lines = try Self.lines(
      try TextFile.read(file.path).replacing("\"name\": \"Steady\"", with: "\"name\": \"\(name)\""))
    let expected = #"name="a\"} 5\\u{A}berayield_up 1 # \\ \\u{1B}[31m",symbol="SYN-1"} 1"#
    #expect(lines.contains { $0.hasSuffix(expected) }, "\(lines.filter { $0.contains("SYN-1") })")
    #expect(!lines.contains("berayield_up 1"))
  }

  @Test func `a vault twice is refused`() throws {
    let file = CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/tuesday.json")
    let twice = try TextFile.read(file.path).replacing(Self.vault("a3"), with: Self.vault("a1"))
    #expect(throws: Fault.self) { try Self.lines(twice) }
  }
}
