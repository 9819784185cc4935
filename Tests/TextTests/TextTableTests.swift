import Testing

import Text

@Suite struct TextTableTests {
  @Test func alignsColumns() {
    var table = TextTable([.init("vault"), .init("APR", .right), .init("TVL", .decimal)])
    table.append(["BERA-HONEY", "50.02%", "134000000.25"])
    table.append(["x", "0%", "7"])
    table.append(["all", "", "1.5 USD"])
    #expect(
      table.text() == """
        vault          APR              TVL
        ----------  ------  ---------------
        BERA-HONEY  50.02%  134000000.25
        x               0%          7
        all                         1.5 USD

        """)
  }

  @Test func withoutTitlesThereIsNoHead() {
    var table = TextTable([.init("", .right), .init("")])
    table.append(["a", "b"])
    table.append(["ab"])
    #expect(table.text(indent: 2) == "   a  b\n  ab\n")
  }

  @Test(
    "cells of a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("日本", 4), ("🐻", 2), ("\u{1B}[1mbold\u{1B}[0m", 4), ("≤", 1),
    ])
  func widths(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }
}
