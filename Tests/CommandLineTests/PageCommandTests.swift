import Foundation
import TestSupport
import Testing
import Text

/// `page`: which files a site has, and that each is whole; `Tests/Page` looks at them with a browser.
@Suite struct PageCommandTests {
  private static func site(
    _ line: String, _ look: (URL, ToolRun) throws -> Void
  ) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(line, in: folder)
      try look(folder.appendingPathComponent("public"), run)
    }
  }

  private static func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  private static let monday = "data/synthetic/monday.json"
  private static let tuesday = "data/synthetic/tuesday.json"
  private static let make = "berayield page \(tuesday) --before \(monday) -o public"

  @Test func `a file for every reader, the same every time`() throws {
    try Self.site("\(Self.make) && cp -r public old && \(Self.make) && diff -r public old") {
      folder, run in
      #expect(run.status == 0 && run.output == "", "\(run.errors)")
      let vaults = [1, 3, 4, 5, 6, 7, 8].map {
        "vault/0x" + String(repeating: "0", count: 38) + "a\($0).html"
      }
      let files = try Self.files(in: folder)
      #expect(
        files == [
          "changes.csv", "icon.svg", "index.html", "metrics.prom", "snapshot.json", "style.css",
          "table.js", "vault",
        ] + vaults + ["vaults.csv"])
    }
  }

  @Test func `programs get what other commands say`() throws {
    let compare = """
      berayield apr \(Self.tuesday) --format csv | cmp - public/vaults.csv &&
      berayield changes \(Self.monday) \(Self.tuesday) --format csv | cmp - public/changes.csv &&
      berayield apr public/snapshot.json --format json > a &&
      berayield apr \(Self.tuesday) --format json | cmp - a
      """
    try Self.site("\(Self.make) && \(compare)") { _, run in
      #expect(run.status == 0 && run.output == "", "\(run.output)\(run.errors)")
    }
  }

  @Test func `changes stand first, and then every vault`() throws {
    try Self.site(Self.make) { folder, _ in
      let index = try TextFile.read(folder.appendingPathComponent("index.html").path)
      let changes = try #require(index.range(of: "What changed"))
      let table = try #require(index.range(of: "<caption>All vaults</caption>"))
      #expect(changes.lowerBound < table.lowerBound)
      #expect(index.contains("at block 26,043,200 of chain 80094"))
      #expect(index.contains("Since block 26,000,000, 2026-11-02T12:00:00Z."))
      for name in ["Steady", "Half read", "Newcomer"] {
        #expect(index[table.lowerBound...].contains(">\(name)</a>"))
      }
    }
    // What an earlier run compared would tell of another time.
    try Self.site("\(Self.make) && berayield page \(Self.tuesday) -o public") { folder, _ in
      let index = try TextFile.read(folder.appendingPathComponent("index.html").path)
      #expect(index.contains("There is no earlier snapshot to compare with."))
      let files = try Self.files(in: folder)
      #expect(!files.contains("changes.csv"))
    }
  }

  @Test func `pages have no style, script or handler of their own`() throws {
    try Self.site("berayield page data/recorded/pol-next.json -o public") { folder, run in
      #expect(run.status == 0, "\(run.errors)")
      for name in try Self.files(in: folder) where name.hasSuffix(".html") {
        let page = try TextFile.read(folder.appendingPathComponent(name).path)
        #expect(page.contains("default-src 'none'") && !page.contains("unsafe-inline"))
        #expect(!page.contains("<style") && !page.contains(" style="), "\(name)")
        for script in page.components(separatedBy: "<script").dropFirst() {
          #expect(script.hasPrefix(" src=\"table.js\" defer></script>"), "\(name)")
        }
        #expect(page.firstMatch(of: /\son[a-z]+=/) == nil, "\(name)")
      }
    }
  }

  @Test func `what stands in the way is one error, and the old page stays`() throws {
    let old = "\(Self.make) && rm public/vaults.csv && mkdir public/vaults.csv && echo old > "
    try Self.site("\(old) public/index.html && \(Self.make)") { folder, run in
      #expect(run.status == 1, "\(run.errors)")
      #expect(run.errors.hasPrefix("error: public/vaults.csv: "), "\(run.errors)")
      let index = try TextFile.read(folder.appendingPathComponent("index.html").path)
      #expect(index == "old\n")
    }
    for (line, status, words) in [
      ("echo x > public; \(Self.make)", Int32(1), "Not a directory"),
      ("berayield page \(Self.tuesday) -o no/such/public", 1, "No such file"),
      ("berayield page \(Self.tuesday) -o -", 2, "a folder"),
      ("berayield page data/documentation-vault.json -o public", 3, "no snapshot"),
      ("berayield page - -o public --before - < \(Self.tuesday)", 2, "at most one"),
      ("berayield page \(Self.monday) --before \(Self.tuesday) -o public", 3, "the earlier"),
    ] {
      try Self.site(line) { folder, run in
        #expect(run.status == status && run.errors.contains(words), "\(line): \(run.errors)")
        #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
      }
    }
  }
}
