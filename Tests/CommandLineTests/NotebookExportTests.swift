import Foundation
import TestSupport
import Testing

/// The committed exports of the notebooks are what their commands print.
struct NotebookExportTests {
  @Test(arguments: ["vault-what-if", "target-rate", "pool-net-apy"])
  func `an export is what its command prints`(analysis: String) throws {
    let folder = CommandLineTool.packageRoot.appendingPathComponent("notebooks-exports/\(analysis)")
    let command = try TextFile.read(folder.appendingPathComponent("command.sh").path)
    let run = try CommandLineTool.shell("\n" + command)
    #expect(run.status == 0)
    #expect(try run.output == TextFile.read(folder.appendingPathComponent("export.csv").path))
    let page = try TextFile.read(folder.appendingPathComponent("analysis.html").path)
    #expect(page.contains("data:image/png;base64,") || page.contains("image/png"))
  }
}
