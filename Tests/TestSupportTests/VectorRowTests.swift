import TestSupport
import Testing

/// The reader that all CSV vectors go through: what it reads, and what it refuses with a place.
@Suite struct VectorRowTests {
  private func rows(_ text: String) throws -> [VectorRow] {
    try VectorRow.all(of: text, source: "t.csv")
  }

  @Test func `columns are found by name, fields are whole`() throws {
    let rows = try rows("name,value,note\na,1,\n\"b,\"\"c\"\"\nd\",,\"\"\ne,3,x")
    #expect(rows.map(\.place) == ["t.csv:2", "t.csv:3", "t.csv:5"])
    #expect(rows.map(\.fields) == [["a", "1", ""], ["b,\"c\"\nd", "", ""], ["e", "3", "x"]])
    #expect(try rows[2].text("note") == "x")
    #expect(try rows[0].value("value") { Int($0) } == 1)
    #expect(try rows[1].valueIfPresent("value") { Int($0) } == nil)
  }

  @Test(arguments: [
    ("", "t.csv:1: found nothing; expected a header"),
    ("a,b\n", "t.csv:2: found no row; expected one or more"),
    ("a,a\n1,2\n", "t.csv:1: found the column \"a\" twice; expected each name once"),
    ("a,b\n1,2\n3\n", "t.csv:3: found 1 fields; expected 2"),
    ("a\n1,2\n", "t.csv:2: found 2 fields; expected 1"),
    (
      "a\n1\"\n",
      "t.csv:2: found a quote or a carriage return inside a field; expected quotes around it"
    ),
    (
      "a\r\n1\n",
      "t.csv:1: found a quote or a carriage return inside a field; expected quotes around it"
    ),
    (
      "a\n\"1\"2\n",
      "t.csv:2: found a quoted field without its end; expected a quote before the next comma"
    ),
    (
      "a\n\"1\n",
      "t.csv:2: found a quoted field without its end; expected a quote before the next comma"
    ),
  ])
  func `a text that is no table is refused with its place`(text: String, message: String) {
    let fault = #expect(throws: VectorFault.self) { try rows(text) }
    #expect(fault?.description == message)
  }

  @Test func `a wrong column and a wrong value name file and line`() throws {
    let row = try #require(try rows("a,b\n1,x\n").first)
    let column = #expect(throws: VectorFault.self) { try row.text("c") }
    #expect(column?.description == "t.csv:2: found no column \"c\"; expected one of a, b")
    let value = #expect(throws: VectorFault.self) { try row.value("b") { Int($0) } }
    #expect(value?.description == "t.csv:2: found \"x\" in the column \"b\"; expected a Int")
    let empty = #expect(throws: VectorFault.self) { try row.valueIfPresent("b") { Int($0) } }
    #expect(empty?.description == value?.description)
  }

  @Test func `a file of cases without the wanted one is refused`() throws {
    #expect(throws: VectorFault.self) {
      try VectorCase.all(in: "analytics_pool.json") { $0["kind"]?.text == "no such kind" }
    }
    let shares = try VectorCase.all(in: "analytics_pool.json") { $0["kind"]?.text == "shares" }
    #expect(shares.count == 60)
    #expect(shares.first?.description == "analytics_pool.json case 0")
    #expect(throws: VectorFault.self) { try shares[0].input.value("nothing") { $0 } }
    #expect(throws: VectorFault.self) { try shares[0].input.value("kind") { Int($0) } }
  }
}
