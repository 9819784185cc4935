import Foundation
import TestSupport
import Testing

/// The files of `data`, as the program has them.
@Suite struct ExampleTests {
  private static let data = CommandLineTool.packageRoot.appendingPathComponent("data")

  private static func names() throws -> [String] {
    try CommandLineTool.run(["example"]).output.split(separator: "\n").dropFirst(2)
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func `every file of the folder is listed, and printed byte for byte`() throws {
    let names = try Self.names()
    var files: [String] = []
    for case let path as String in try #require(
      FileManager.default.enumerator(atPath: Self.data.path))
    where path.contains(".") && !path.hasSuffix("README.md") && !path.hasPrefix("monitoring/") {
      files.append(path)
    }
    #expect(files.count == names.count && Set(names).count == names.count, "\(names)")
    for path in files {
      let file = String(path.split(separator: "/").last ?? "")
      let stem = String(file.prefix { $0 != "." })
      #expect(names.contains(stem) != names.contains(file), "\(path)")
      let bytes = try Data(contentsOf: Self.data.appendingPathComponent(path))
      try TemporaryDirectory.with { folder in
        for name in [path, "data/\(path)", file, names.contains(stem) ? stem : file] {
          let out = "\(folder)/out"
          let run = try CommandLineTool.run(["example", name, "-o", out])
          let written = try Data(contentsOf: URL(fileURLWithPath: out))
          #expect(run.status == 0 && written == bytes, "\(name)")
        }
      }
    }
  }

  @Test func `no such example`() throws {
    let run = try CommandLineTool.run(["example", "documentation-vaults"])
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix("error: <name>: found \"documentation-vaults\"; expected one of "))
    #expect(run.errors.hasSuffix("  hint: did you mean documentation-vault?\n"), "\(run)")
  }

  @Test func `an example that is not there as a file`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield apr elsewhere/data/synthetic/tiny.json", in: folder)
      #expect(run.status == 3)
      #expect(run.errors.hasSuffix("  hint: berayield example tiny prints it\n"), "\(run)")
    }
  }
}
