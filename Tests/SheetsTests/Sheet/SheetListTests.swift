import Faults
import Testing
import Text

@testable import Sheets

/// Several answers as one table: their order, their number, their columns.
@Suite struct SheetListTests {
  private static func sheet(_ name: String, _ tvl: String?) -> Sheet {
    var sheet = Sheet(Phrase(name))
    sheet.summary = [
      .text("name", "vault", name),
      Figure("tvlUsd", "TVL, USD", .text(tvl), text: Phrase(tvl ?? "none")),
    ]
    sheet.summaryColumns = ["name", "tvlUsd"]
    return sheet
  }

  private static let sheets = [
    sheet("b", "9.5"), sheet("none", nil), sheet("a", "100"), sheet("c", "9.5"), sheet("d", "-1"),
  ]

  private static func names(_ list: SheetList) throws -> [Phrase?] {
    try list.ordered(sheets).map(\.title)
  }

  @Test func `numbers from the largest, equal ones as they came, missing ones last`() throws {
    #expect(try Self.names(SheetList(sort: "tvlUsd")) == ["a", "b", "c", "d", "none"])
    #expect(try Self.names(SheetList(sort: "name")) == ["a", "b", "c", "d", "none"])
    #expect(try Self.names(SheetList()) == ["b", "none", "a", "c", "d"])
    #expect(try Self.names(SheetList(sort: "tvlUsd", top: 2)) == ["a", "b"])
    #expect(try Self.names(SheetList(top: 9)) == ["b", "none", "a", "c", "d"])
  }

  @Test func `a table has a line for each answer`() throws {
    let table = try SheetList(columns: ["tvlUsd", "name"]).table(Self.sheets)
    #expect(
      table.text(TextStyle()) == """
          TVL, USD  vault
          --------  -----
          9.5       b
          none      none
          100       a
          9.5       c
          -1        d

        """)
  }

  @Test func `an unknown figure is named with those that there are`() {
    for (list, option) in [
      (SheetList(sort: "tvl"), "--sort"), (SheetList(columns: ["tvl"]), "--columns"),
    ] {
      do {
        _ = try list.table(list.ordered(Self.sheets))
        Issue.record("taken")
      } catch {
        #expect(error.description == "\(option): found \"tvl\"; expected one of name, tvlUsd")
      }
    }
  }
}
