import Foundation
import TestSupport
import Testing

/// The man pages that `Scripts/manual.py` writes, rendered by the `man` of Linux.
@Suite(.enabled(if: CommandLineTool.isOnLinux)) struct ManualTests {
  private static let script = CommandLineTool.packageRoot
    .appendingPathComponent("Scripts/manual.py").path

  /// A page as a terminal of 80 columns shows it, and what `man` had to say about it.
  private static func rendered(_ page: String, in folder: URL) throws -> ToolRun {
    try CommandLineTool.shell(
      """
      export LC_ALL=C.UTF-8 MANWIDTH=80 MANROFFSEQ=
      man --warnings -E UTF-8 -l -Tutf8 man/\(page) | col -bx
      """, in: folder)
  }

  @Test func `a page for every command, without a warning`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let written = try CommandLineTool.shell(
        "python3 '\(Self.script)' \"$(command -v berayield)\" man", in: folder)
      #expect(written.status == 0, "\(written.errors)")
      let pages = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("man").path)
      let commands = try HelpTests.commands().map { "berayield-" + $0.joined(separator: "-") }
      #expect(
        Set(pages) == Set((commands + ["berayield", "berayield-pool"]).map { $0 + ".1" }))
      for page in pages {
        let run = try Self.rendered(page, in: folder)
        #expect(run.status == 0 && run.errors == "", "\(page): \(run.errors)")
        for (heading, line) in [
          ("NAME", String(page.dropLast(2)) + " - "), ("SYNOPSIS", "berayield"),
          ("EXIT STATUS", "6      the chain could not be read; no snapshot was written"),
        ] {
          let section = try #require(run.output.range(of: "\n\(heading)\n"), "\(page): \(heading)")
          #expect(run.output[section.upperBound...].contains(line), "\(page): \(line)")
        }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(page)")
      }
      let root = try Self.rendered("berayield.1", in: folder).output
      for command in commands where !command.hasPrefix("berayield-pool-") {
        #expect(root.contains("       \(command)(1)\n"), "\(command)")
      }
      let csv = try Self.rendered("berayield-csv.1", in: folder).output
      for line in ["    berayield sample --rows 1000 |", "       --emit names\n", "EXAMPLES"] {
        #expect(csv.contains(line), "\(line)")
      }
    }
  }
}
