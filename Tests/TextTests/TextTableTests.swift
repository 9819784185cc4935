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

  @Test func `a mark of rounding does not move the point`() {
    var table = TextTable([.init("USD", .decimal)])
    table.append(["~ 1,234.57"])
    table.append(["12"])
    #expect(table.text(width: 20) == "       USD\n----------\n~ 1,234.57\n     12\n")
  }

  @Test func `sentences and titles break before columns go below`() {
    var table = TextTable([.init("one of the titles", .right), .init("what it says")])
    table.append(["5", "a sentence that has more words than there is room"])
    #expect(
      table.text(indent: 2, width: 30) == """
          one of the
              titles  what it says
          ----------  ----------------
                   5  a sentence that
                      has more words
                      than there is
                      room

        """)
  }

  @Test func `columns that have no room go on below, behind the first one again`() {
    var table = TextTable([.init("no.", .right), .init("left", .right), .init("right", .right)])
    table.append(["1", "1234567890", "0987654321"])
    table.append(["2", "2", "3"])
    let parts = """
      no.        left
      ---  ----------
        1  1234567890
        2           2

      no.       right
      ---  ----------
        1  0987654321
        2           3

      """
    #expect(table.text(width: 20) == parts)
    #expect(table.text(width: 27).split(separator: "\n").count == 4)
  }

  @Test func `a number is never cut, nor an address where there is room for one`() {
    var table = TextTable([.init("name"), .init("n", .right)])
    let address = "0x" + String(repeating: "a", count: 40)
    table.append([address, String(repeating: "9", count: 30)])
    #expect(table.text(width: 20).contains(String(repeating: "9", count: 30)))
    #expect(table.text(width: 74).contains(address))
    #expect(!table.text(width: 73).contains(address))
  }

  @Test func `numbers that no line has room for break at blanks, long decimals anywhere`() {
    var table = TextTable([.init("name"), .init("n", .decimal)])
    table.append(["a", "0.5 (50%)"])
    table.append([
      "b", String(repeating: "1", count: 20) + ".5 (" + String(repeating: "2", count: 20) + "%)",
    ])
    table.append(["c", String(repeating: "3", count: 40) + ".5"])
    #expect(
      table.text(width: 40) == """
        name  n
        ----  ----------------------------------
        a     0.5 (50%)
        b     11111111111111111111.5
              (22222222222222222222%)
        c     3333333333333333333333333333333333
              333333.5

        """)
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
