import Foundation
import Quantities
import TestSupport
import Testing

/// The page of warnings has the catalogue's codes, meanings and rules, in its order.
///
/// `BERAYIELD_UPDATE_SNAPSHOTS=1 swift test` writes the table anew.
struct WarningsPageTests {
  private static let head = "| code | what is doubted | when |\n|---|---|---|\n"

  @Test func `the table is the catalogue`() throws {
    let path = CommandLineTool.packageRoot.appendingPathComponent("docs/warnings.md").path
    let page = try TextFile.read(path)
    let table =
      Self.head
      + WarningCode.allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.rule) |\n" }.joined()
    let start = try #require(page.range(of: Self.head)).lowerBound
    let end = page.range(of: "\n\n", range: start..<page.endIndex)?.lowerBound
    let after = end.map { page[page.index(after: $0)...] } ?? ""
    if Snapshot.isUpdating { try TextFile.write(page[..<start] + table + after, to: path) }
    #expect(try TextFile.read(path) == page[..<start] + table + after)
  }

  @Test(arguments: WarningCode.allCases)
  func `each code has two sentences`(code: WarningCode) {
    for sentence in [code.meaning, code.rule] {
      #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(code)")
    }
  }
}
