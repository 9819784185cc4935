import Foundation
import Questions
import TestSupport
import Testing

/// The pages and schemas that are written from the catalogues are as the catalogues are.
///
/// `Scripts/generate.sh` writes them anew.
struct PageTests {
  private static let pages: [(String, String)] =
    [
      ("json.md", AnswerPage.text), ("figures.md", CataloguePages.figures),
      ("inputs.md", CataloguePages.inputs), ("faults.md", CataloguePages.faults),
      ("warnings.md", CataloguePages.warnings), ("eras.md", EraPage.text),
      ("metrics.md", MetricsPage.text),
      ("schema/diagnostics.json", SchemaDocument.diagnostics),
    ] + Answer.all.map { ("schema/\($0.name).json", SchemaDocument.text(of: $0)) }

  static let docs = CommandLineTool.packageRoot.appendingPathComponent("docs")

  @Test(arguments: pages) func `a page is what the catalogues say`(
    name: String, text: String
  ) throws {
    let file = Self.docs.appendingPathComponent(name)
    if Snapshot.isUpdating {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try TextFile.write(text, to: file.path)
    }
    #expect(try TextFile.read(file.path) == text, "Scripts/generate.sh writes it anew")
  }

  @Test func `there is no other schema`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.docs.appendingPathComponent("schema").path)
    #expect(Set(names) == Set(Answer.all.map { $0.name + ".json" } + ["diagnostics.json"]))
  }

  @Test(arguments: pages.filter { $0.0.hasSuffix(".md") })
  func `a line has at most 80 characters`(name: String, text: String) {
    let wide = text.split(separator: "\n").filter { $0.count > 80 }
    #expect(wide == [], "\(name)")
  }
}
