import Faults
import Testing
import Text

@Suite struct CSVHeaderTests {
  static let wanted = [
    CSVHeader.Column("reward_rate", spellings: ["reward_rate", "rewardRate"]),
    CSVHeader.Column("note", isRequired: false), CSVHeader.Column("price"),
  ]

  static func header(_ names: String) -> CSVHeader {
    CSVHeader(names.split(separator: ",").map(String.init), file: "in.csv", line: 3)
  }

  @Test(arguments: [
    ("price,x,reward_rate", [2, nil, 0]), ("rewardRate,price,note", [0, 2, 1]),
    ("x,x,price,reward_rate", [3, nil, 2]),
  ])
  func `wanted columns are found in any order and spelling`(
    names: String, expected: [Int?]
  ) throws {
    #expect(try Self.header(names).indices(of: Self.wanted) == expected)
  }

  @Test(arguments: [
    (
      "price,x", Fault.Code.missingColumn,
      "found the columns \"price\", \"x\"; expected \"reward_rate\" or \"rewardRate\""
    ),
    (
      "reward_rate,rewardRate,price", .repeated,
      "found reward_rate in two spellings; expected one such column"
    ),
    (
      "price,reward_rate,price", .repeated,
      "found the column \"price\" twice; expected each name once"
    ),
  ])
  func `what is not there once is a fault of the header`(
    names: String, code: Fault.Code, message: String
  ) {
    let fault = #expect(throws: Fault.self) { try Self.header(names).indices(of: Self.wanted) }
    #expect(fault?.code == code)
    #expect(fault?.description == "in.csv:3: header: \(message)")
  }

  @Test func `a name is one column, and many names are not all shown`() {
    let same = [CSVHeader.Column("a", spellings: ["x"]), CSVHeader.Column("b", spellings: ["x"])]
    let conflict = #expect(throws: Fault.self) { try Self.header("x,y").indices(of: same) }
    #expect(conflict?.code == .conflict)
    #expect(conflict?.fact == "found the column \"x\" chosen for a and for b; expected one meaning")
    let names = (0..<30).map { "c\($0)" }.joined(separator: ",")
    let missing = #expect(throws: Fault.self) { try Self.header(names).index(ofRequired: "z") }
    #expect(missing?.found.hasSuffix("\"c19\", ...") == true)
  }

  @Test(arguments: [
    ("reward_rat,price", "did you mean reward_rate by \"reward_rat\"?"),
    ("Reward-Rate,price", "did you mean reward_rate by \"Reward-Rate\"?"), ("x,price", nil),
  ])
  func `a header that misspells a column is told which`(names: String, hint: String?) {
    let fault = #expect(throws: Fault.self) { try Self.header(names).indices(of: Self.wanted) }
    #expect(fault?.hint == hint)
  }

  @Test func `a chosen name that the header has not is told the nearest`() {
    let fault = #expect(throws: Fault.self) {
      try Self.header("open,close").index(ofRequired: "clsoe")
    }
    #expect(fault?.hint == "did you mean \"close\"?")
  }

  @Test func `distinct names and equal lengths`() throws {
    try Self.header("a,b").requireDistinctNames()
    let twice = #expect(throws: Fault.self) { try Self.header("a,b,a").requireDistinctNames() }
    #expect(twice?.fact == "found the column \"a\" twice; expected each name once")
    let reader = CSVRecordReader(Array("1,2\n1,2,3\n".utf8), name: "in.csv")
    let header = Self.header("a,b")
    try header.requireFieldCount(of: try #require(try reader.next()))
    let longer = try #require(try reader.next())
    let fault = #expect(throws: Fault.self) { try header.requireFieldCount(of: longer) }
    #expect(fault?.description == "in.csv:2: found 3 fields; expected 2")
  }
}
