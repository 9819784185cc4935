import Foundation
import TestSupport
import Testing

/// The committed analyses: exports are what their commands print, pages are whole and load nothing.
@Suite struct NotebookExportTests {
  private static let exports = CommandLineTool.packageRoot.appendingPathComponent(
    "notebooks-exports")

  private static func analyses() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: exports.path).sorted().filter {
      FileManager.default.fileExists(atPath: exports.path + "/\($0)/command.sh")
    }
  }

  private static func text(_ analysis: String, _ file: String) throws -> String {
    try TextFile.read(exports.path + "/\(analysis)/\(file)")
  }

  @Test func `there are analyses`() throws {
    #expect(
      try Self.analyses() == ["pool-net-apy", "target-rate", "vault-ranking", "vault-what-if"])
  }

  @Test(arguments: try analyses())
  func `an export is what its command prints`(analysis: String) throws {
    let run = try CommandLineTool.shell("\n" + Self.text(analysis, "command.sh"))
    #expect(run.status == 0)
    #expect(try run.output == Self.text(analysis, "export.csv"))
  }

  @Test(arguments: try analyses())
  func `a page has the notebook's title and its plots`(analysis: String) throws {
    let page = try Self.text(analysis, "analysis.html")
    let source = try Self.text(analysis, "analysis.py")
    let heading = try #require(source.split(separator: "\n").dropFirst().first)
    try #require(heading.hasPrefix("# # "))
    let title = heading.dropFirst(4)
    #expect(page.contains("<title>\(title)</title>"))
    let headings = page.components(separatedBy: "<h1").dropFirst()
    #expect(headings.count == 1)
    #expect(headings.first?.drop { $0 != ">" }.dropFirst().hasPrefix("\(title)<") == true)
    let plots = source.components(separatedBy: "plt.show()").count - 1
    let pictures = page.components(separatedBy: "<img").dropFirst()
    #expect(plots > 0 && pictures.count == plots)
    for picture in pictures {
      #expect(picture.prefix { $0 != ">" }.contains(#" src="data:image/png;base64,iVBORw0KGgo"#))
    }
  }

  @Test(arguments: try analyses())
  func `a page loads nothing from outside`(analysis: String) throws {
    let page = try Self.text(analysis, "analysis.html")
    for element in ["<script", "<link", "<iframe", "<object", "<embed", "<base", "@import", "url("]
    {
      #expect(!page.contains(element), "\(element)")
    }
    for (attribute, allowed) in [("src=\"", "data:"), ("href=\"", "#"), ("srcset=\"", "data:")] {
      for value in page.components(separatedBy: attribute).dropFirst() {
        #expect(value.hasPrefix(allowed), "\(attribute)\(value.prefix(60))")
      }
    }
  }
}
