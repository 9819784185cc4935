import Foundation
import TestSupport
import Testing

/// `berayield watch` of a recorded session; Tests/Watch has one with a chain, signals and time.
struct WatchCommandTests {
  private static let replay =
    "berayield watch --store vaults.sqlite --count 1 --replay data/recorded/pol-next.ndjson "
    + "--prices data/recorded/prices.csv"

  @Test func `a reading is one line, and a block is stored once`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      for end in ["34 vaults, 3 gaps, added", "already there"] {
        let run = try CommandLineTool.shell(Self.replay, in: folder)
        #expect(run.status == 0 && run.output == "")
        #expect(run.errors == "2026-07-03T18:48:42Z block 22579069: \(end)\n")
      }
      let run = try CommandLineTool.shell("\(Self.replay) --format ndjson", in: folder)
      #expect(run.errors.hasPrefix(#"{"note":{"code":"reading","message":"2026-07-03T18:48:42Z "#))
    }
  }

  @Test func `the snapshot that is written as well is that of snapshot`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell("\(Self.replay) -o today.json", in: folder)
      #expect(run.status == 0)
      let own = try TextFile.read(folder.appendingPathComponent("today.json").path)
      let path = CommandLineTool.packageRoot.appendingPathComponent("data/recorded/pol-next.json")
      #expect(try own == TextFile.read(path.path))
    }
  }

  @Test func `what options cannot be`() throws {
    var lines = ""
    try CommandLineTool.inTemporaryFolder { folder in
      lines = try [
        "", "--every 0", "--every 5x", "--every -1", "--count 0", "--count all", "--from yesterday",
        "--from 1768000000000", "--from 2026-01-02 --to 2026-01-01", "--to 2020-01-01",
        "--block 5", "--block 5 --count 2", "--replay x", "--record x --count 1 --from -1d",
        "--format html -o x --count 1", "-o s.sqlite", "--record s.sqlite --count 1",
        "--verify --count 1", "--block latest --count 1", "--page - --count 1", "--page= --count 1",
      ].map { line in
        let store = line.isEmpty ? "" : " --store s.sqlite"
        let run = try CommandLineTool.shell("berayield watch\(store) \(line)", in: folder)
        return "\(line)\n  \(run.status) \(run.errors)"
      }.joined()
    }
    #expect(try lines == Snapshot.expected("watch-options.txt", actual: lines))
  }

  @Test func `nothing is made by a run that is refused`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      _ = try CommandLineTool.shell("\(Self.replay) --every 0", in: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["data"])
    }
  }
}
