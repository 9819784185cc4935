import FixedPoint
import Quantities
import Sheets
import Testing
import Text

/// A page of a site: what it loads, and a table that its readers sort and search.
@Suite struct LinkedPageTests {
  private static func row(_ name: String, _ apr: Wad?, time: UInt64) throws -> [Figure] {
    var figure = Figure("name", "vault", .string(name), text: Phrase(name), note: "0xab..cd")
    figure.link = "vault/\(name).html"
    return [
      figure, .program("hidden", .string("to programs alone")),
      apr.map { .ratio("apr", "APR", $0) } ?? .none("apr", "APR", "none"),
      .time("timestamp", "data", try Timestamp(time)),
    ]
  }

  private static func page(_ assets: PageAssets, sortedBy key: String?) throws -> String {
    var sheet = Sheet("All of them")
    var table = Table(
      "vaults", "Vaults",
      rows: [
        try row("Be\"<ra", try Wad(parsing: "0.123456789012345678"), time: 1_793_707_201),
        try row("none", nil, time: 1_793_707_201),
      ])
    table.sortedBy = key
    sheet.append(table, for: .html)
    sheet.append(.init(.links([.init("all & more", "a\"b.csv")]), for: .html))
    return sheet.html(TextStyle(), assets: assets)
  }

  @Test func `a page of a site loads its own files and has no style or script in it`() throws {
    let page = try Self.page(.linked(root: "../", home: "Home"), sortedBy: "apr")
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../style.css\">"))
    #expect(page.contains("<script src=\"../table.js\" defer></script>"))
    #expect(page.contains("<a href=\"../index.html\">Home</a>"))
    #expect(page.contains("script-src 'self'") && !page.contains("unsafe-inline"))
    #expect(!page.contains("<style"))
    let plain = try Self.page(.linked(root: "", home: nil), sortedBy: nil)
    #expect(!plain.contains("<script") && !plain.contains("<nav"))
    let whole = try Self.page(.inlined, sortedBy: nil)
    #expect(whole.contains("<style>") && !whole.contains("<link") && !whole.contains("<script"))
  }

  @Test func `a sorted table has exact keys, and what has no value has none`() throws {
    let page = try Self.page(.linked(root: "", home: nil), sortedBy: "apr")
    #expect(page.contains("<caption>Vaults</caption>"))
    #expect(
      page.contains(
        "<th scope=\"col\" role=\"columnheader\" class=\"number\" aria-sort=\"descending\">APR</th>"
      ))
    #expect(
      page.contains(
        "<th scope=\"row\" role=\"rowheader\" data-key=\"be&quot;&lt;ra\"><span><a "
          + "href=\"vault/Be&quot;&lt;ra.html\">Be&quot;&lt;ra</a> <span class=\"mut\">0xab..cd</span>"
          + "</span></th>"))
    #expect(
      page.contains(
        "<td role=\"cell\" class=\"number\" data-label=\"APR\" data-key=\"0.123456789012345678\">~ "
          + "12.3457%</td>"))
    #expect(
      page.contains("<td role=\"cell\" class=\"number\" data-label=\"APR\">none</td>"))
    #expect(
      page.contains(
        "data-key=\"1793707201\"><time datetime=\"2026-11-03T12:00:01Z\" data-seconds=\"1793707201\">"
          + "2026-11-03T12:00:01Z</time></td>"))
    #expect(!page.contains("to programs alone"))
    #expect(page.contains("<a href=\"a&quot;b.csv\">all &amp; more</a>"))
  }

  @Test func `a table that is not sorted has no keys`() throws {
    let page = try Self.page(.inlined, sortedBy: nil)
    #expect(!page.contains("data-key") && !page.contains("<caption>"))
    #expect(page.contains("scope=\"col\"") && page.contains("scope=\"row\""))
  }

  @Test func `the shared files are not empty, and the script writes text alone`() {
    #expect(PageAssets.files.map(\.name) == ["style.css", "table.js", "icon.svg"])
    let script = PageAssets.files[1].text
    for forbidden in ["innerHTML", "outerHTML", "eval", "parseFloat", "insertAdjacent", ".style"] {
      #expect(!script.contains(forbidden))
    }
  }
}
