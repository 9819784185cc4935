import FixedPoint
import Foundation
import TestSupport
import Testing
import Text

/// `history` over a recorded store; the words are those of real contracts, the vaults SYNTHETIC.
@Suite struct HistoryCommandTests {
  private static let store = "data/recorded/history.sqlite"
  private static let vault = "0x60110de31e8c4baa19820b717c7496a250dbb563"

  private static func run(_ arguments: String...) throws -> ToolRun {
    try CommandLineTool.run(["history", store] + arguments)
  }

  private static func json(_ arguments: String...) throws -> JSONNode {
    let run = try CommandLineTool.run(["history", store] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONReader.parse(run.output)
  }

  @Test func `what vaults really paid is what Python's integers say`() throws {
    let run = try Self.run("realized", "--format", "csv")
    #expect(run.status == 0)
    let rows = try VectorRow.all(in: "history_realized.csv")
    #expect(rows.count == 40)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "vault,window,status,from,to,seconds,apr")
    let columns = ["vault", "window", "status", "from", "to", "seconds", "apr"]
    for (line, row) in zip(lines.dropFirst(), rows) {
      #expect(try line == columns.map { try row.text($0) }.joined(separator: ","))
    }
    #expect(lines.count == rows.count + 2)
    let statuses = Set(try rows.map { try $0.text("status") })
    #expect(statuses == ["ok", "incomplete", "unknown"])
  }

  @Test func `a window has the quoted APRs of its ends, and what changed`() throws {
    let answer = try Self.json("realized", "--vault", Self.vault, "--window", "all,7d")
    #expect(answer["vault"]?.string == Self.vault)
    let windows = try #require(answer["windows"]?.elements)
    #expect(windows.map { $0["window"]?.string } == ["all", "7d"])
    // The quotes are those that `apr` gives for the blocks at both ends.
    let quoted = try #require(
      Self.json("apr", "--vault", Self.vault)["points"]?.elements)
    for window in windows {
      for (time, quote) in [("from", "promisedApr"), ("to", "quotedApr")] {
        let point = quoted.first { $0["time"]?.scalarText == window[time]?.scalarText }
        #expect(point?["apr"]?.string == window[quote]?.string)
      }
    }
    #expect(windows[0]["differences"]?.elements?.contains { $0.string == "rateRose" } == true)
  }

  @Test func `resampling takes the last reading of a span, and leaves gaps`() throws {
    let all = try #require(Self.json("tvl", "--vault", Self.vault)["points"]?.elements)
    let marks = try #require(
      Self.json("tvl", "--vault", Self.vault, "--every", "1d")["points"]?.elements)
    func time(_ node: JSONNode) -> UInt64 { UInt64(node["time"]?.scalarText ?? "") ?? 0 }
    #expect(marks.contains { $0["tvlUsd"]?.isNull == true && $0["block"]?.isNull == true })
    var before: UInt64 = 0
    for mark in marks {
      let last = all.last { time($0) <= time(mark) && time($0) > before }
      #expect(last?["tvlUsd"]?.string == mark["tvlUsd"]?.string)
      #expect(last?["block"]?.scalarText == mark["block"]?.scalarText)
      before = time(mark)
    }
    #expect(time(marks[marks.count - 1]) == time(all[all.count - 1]))
  }

  @Test func `an export goes through csv and has the quoted APRs`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield history \(Self.store) export --format csv > rows.csv && "
          + "berayield csv rows.csv --emit apr --rejects rejects.csv", in: folder)
      // The vault without decimals has no figures.
      #expect(run.status == 4, "\(run.errors)")
      let rows = run.output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows.first?[1] == "block" && rows.first?[4] == "vault")
      #expect(rows.count == 1 + 9 * 19)
      let quoted = try #require(
        Self.json("apr", "--vault", Self.vault)["points"]?.elements)
      for point in quoted {
        let row = rows.first {
          $0[1] == point["block"]?.scalarText && $0[4] == Self.vault
        }
        #expect(row?.last == point["apr"]?.string)
      }
    }
  }

  @Test func `an export in NDJSON has the words of every block`() throws {
    let run = try Self.run("export", "--format", "ndjson")
    let rows = try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    let readings = try #require(Self.json()["readings"]?.elements)
    let counts = readings.compactMap { $0["vaults"]?.scalarText.flatMap { Int($0) } }
    #expect(rows.count == counts.reduce(0, +))
    #expect(rows.allSatisfy { $0["rewardPerToken"]?.string != nil && $0["hash"]?.string != nil })
  }

  @Test func `a pool's windows are those that a file of its share prices has`() throws {
    let points = try #require(Self.json("share-price")["points"]?.elements)
    #expect(points.count > 10)
    let answer = try Self.json("realized", "--pool", "sWBERA", "--window", "all")
    let first = try #require(points.first?["time"]?.scalarText)
    #expect(answer["windows"]?.elements?.first?["from"]?.scalarText == first)
    #expect(answer["windows"]?.elements?.first?["apr"]?.string != nil)
  }

  @Test func `people get tables within 80 columns`() throws {
    for view in ["contents", "realized", "apr", "tvl", "bid", "runway", "share-price"] {
      let run = try Self.run(view)
      #expect(run.status == 0 && !run.output.isEmpty, "\(view) \(run.errors)")
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(view)")
    }
    let text = try Self.run("realized", "--vault", Self.vault).output
    #expect(
      text == (try Snapshot.expected("history-realized.txt", actual: text)))
  }

  @Test func `what cannot be asked is refused, with the option`() throws {
    let refused: [([String], String)] = [
      (["realized", "--plot", "a.svg"], "--plot"), (["--vault", Self.vault], "--vault"),
      (["apr", "--pool", "sWBERA"], "--pool"), (["apr", "--window", "7d"], "--window"),
      (["share-price", "--vault", Self.vault], "--vault"), (["tvl", "--year", "365"], "--year"),
      (["apr", "--vault", "0x" + String(repeating: "0", count: 40)], "--vault"),
      (["apr", "--plot", "a.svg"], "--plot"), (["export"], "--format"),
      (["export", "--format", "csv", "--table", "points"], "--table"),
      (["realized", "--every", "1d", "--window", "all"], "--window"),
      (["apr", "--every", "0s"], "--every"), (["tvl", "--since", "now"], "--since"),
      (["--threshold", "1%"], "--threshold"),
      (["apr", "--to", "+90y", "--every", "1s"], "--every"),
      (["apr", "--from", "2026-02-01", "--to", "2026-01-01"], "--to"),
      (["realized", "--pool", "nothing"], "--pool"), (["realized", "--window", "7"], "--window"),
    ]
    for (arguments, option) in refused {
      let run = try CommandLineTool.run(["history", Self.store] + arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.hasPrefix("error: \(option): "), "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    let none = try CommandLineTool.run(["history", "data/recorded/prices.csv"])
    #expect(none.status == 3 && none.errors.contains("store of berayield watch"))
  }

  @Test func `no output may be a part of the store`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      for ending in ["-wal", "-shm", "-journal", ".lock", ""] {
        let run = try CommandLineTool.shell(
          "cp \(Self.store) s.sqlite; berayield history s.sqlite --format csv -o s.sqlite\(ending)",
          in: folder)
        #expect(run.status == 2 && run.errors.hasPrefix("error: -o: found the "), "\(run.errors)")
      }
      let watched = try CommandLineTool.shell(
        "berayield watch --store s.sqlite --count 1 --rpc http://127.0.0.1:1 -o s.sqlite-wal",
        in: folder)
      #expect(watched.status == 2 && watched.errors.hasPrefix("error: -o: found"))
      let paged = try CommandLineTool.shell(
        "mkdir p; cp s.sqlite p/vaults.csv; berayield page p/vaults.csv -o p; "
          + "status=$?; cmp s.sqlite p/vaults.csv && exit $status", in: folder)
      #expect(paged.status == 2 && paged.errors.hasPrefix("error: -o: found the input file"))
      let renewed = try CommandLineTool.shell(
        "berayield watch --store p/vaults.csv --count 1 --rpc http://127.0.0.1:1 --page p; "
          + "status=$?; cmp s.sqlite p/vaults.csv && exit $status", in: folder)
      #expect(renewed.status == 2 && renewed.errors.hasPrefix("error: --page: found"))
    }
  }

  @Test func `an empty history has nothing to tell but that it is empty`() throws {
    for view in ["realized", "apr", "share-price", "changes", "export"] {
      let run = try CommandLineTool.run(
        ["history", "Tests/Stores/empty.sqlite", view, "--format", "csv"])
      #expect(run.status == 3 && run.output.isEmpty)
      #expect(run.errors.contains("found an empty history; expected at least one snapshot"))
    }
  }

  @Test func `changes since a time before the first block say so`() throws {
    let run = try Self.run("changes", "--since", "2020-01-01")
    #expect(run.status == 0 && run.errors.contains("--since: a time before the first block"))
  }
}
