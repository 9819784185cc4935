import Foundation
import TestSupport
import Testing
import Text

/// `changes` over two invented snapshots in which something of every kind happens, and over spoiled ones.
@Suite struct ChangesCommandTests {
  private static let monday = "data/synthetic/monday.json"
  private static let tuesday = "data/synthetic/tuesday.json"

  /// Kind, name, before, after, change: worked out from the two files with Python's integers.
  private static let expected = [
    "new,Newcomer,,active,", "gone,Leaving,active,,", "paused,Pausing,false,true,",
    "expired,Over,active,expired,", "ending,Ending soon,122400,36000,",
    "started,Renewed,expired,active,",
    "rate,Renewed,3472222222222222222222222222222222,5208333333333333333333333333333333,0.5",
    "stake,Pausing,310000000000,205000000000,-0.338709677419354839",
    "price,Over,3.1,3.6,0.161290322580645161",
    "offerAdded,FRESH,,5000000000000000000000,",
    "offerRaised,RAISE,1500000000000000000,1800000000000000000,0.2",
    "offerFilled,FILL,3000000000,8000000000,",
    "offerDry,DRY,1500000000000000000000,0,",
    "offerRunningDry,LOW,267428.571428571428571651,76114.285714285714285777,",
    "commissionQueued,,500,900,",
  ]

  private static func rows(
    _ before: String, _ after: String, _ options: String = "", input: String = ""
  ) throws -> [String] {
    let run = try CommandLineTool.shell(
      "berayield changes \(before) \(after) \(options) --format ndjson", input: input)
    #expect(run.status == 0, "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      let row = try JSONReader.parse(Array(line.utf8))
      return ["kind", "name", "before", "after", "change"].map { row[$0]?.scalarText ?? "" }
        .joined(separator: ",")
    }
  }

  private static func text(_ file: String) throws -> String {
    try TextFile.read(CommandLineTool.packageRoot.appendingPathComponent(file).path)
  }

  @Test func `something of every kind`() throws {
    let rows = try Self.rows(Self.monday, Self.tuesday)
    #expect(rows == Self.expected)
  }

  @Test func `within one block nothing moves`() throws {
    for file in [Self.monday, Self.tuesday] {
      #expect(try Self.rows(file, file) == [])
    }
    let text = try CommandLineTool.run(["changes", Self.monday, Self.monday]).output
    #expect(text.contains("nothing moved"))
  }

  @Test(arguments: [
    ("--threshold 33%", ["rate", "stake"]), ("--threshold 0.34", ["rate"]),
    ("--threshold 50%", []), ("--threshold 0.1612", ["rate", "stake", "price"]),
    ("--threshold 0.1613", ["rate", "stake"]), ("--threshold 0", ["rate", "stake", "price"]),
  ])
  func `more than the threshold, exactly`(option: String, kinds: [String]) throws {
    let found = try Self.rows(Self.monday, Self.tuesday, option)
      .map { String($0.prefix { $0 != "," }) }.filter { ["rate", "stake", "price"].contains($0) }
    // The rates differ by just a half, which is not more than a half.
    #expect(found == kinds)
  }

  @Test func `0 is a value and null is none`() throws {
    let tuesday = try Self.text(Self.tuesday)
    let stake = #""totalSupply": "205000000000""#
    #expect(tuesday.contains(stake))
    func stakes(_ value: String) throws -> ([String], JSONNode) {
      let text = tuesday.replacing(stake, with: "\"totalSupply\": \(value)")
      let run = try CommandLineTool.run(
        ["changes", Self.monday, "-", "--format", "json"], input: text)
      let document = try JSONReader.parse(Array(run.output.utf8))
      let rows = (document["changes"]?.elements ?? []).filter { $0["kind"]?.string == "stake" }
      return (rows.compactMap { $0["after"]?.string }, document)
    }
    #expect(try stakes("\"0\"").0 == ["0"])
    let (none, document) = try stakes("null")
    let gaps = (document["notCompared"]?.elements ?? []).map {
      "\($0["name"]?.string ?? "") \($0["field"]?.string ?? "") \($0["missing"]?.string ?? "")"
    }
    #expect(none == [])
    #expect(gaps == ["Pausing totalSupply after", "Half read totalSupply after"])
    // From 0 on there is no part by which it moved; and it did move.
    let monday = try Self.text(Self.monday)
      .replacing(#""totalSupply": "310000000000""#, with: #""totalSupply": "0""#)
    let rows = try Self.rows("-", Self.tuesday, input: monday)
    #expect(rows.contains("stake,Pausing,0,205000000000,"))
  }

  @Test func `a whole list of gaps is told in one sentence`() throws {
    let run = try CommandLineTool.run(["changes", Self.monday, Self.tuesday])
    #expect(run.output.contains("1 value could not be compared"))
  }

  @Test(arguments: [
    ("\(monday)", #""number": 26043200"#, #""number": 25999999"#, "block 25999999 behind block"),
    ("\(monday)", #""number": 26043200"#, #""number": 26000000"#, "another hash of block 26000000"),
    (
      "\(monday)", #""id": 80094"#, #""id": 80069"#, "a snapshot of chain 80069 beside one of 80094"
    ),
    ("\(monday)", #""kind": "berayield-snapshot""#, #""kind": "x""#, "no snapshot"),
    ("\(monday)", #""totalSupply": "205000000000""#, #""totalSupply": "-5""#, "totalSupply"),
    ("\(monday)", #""queuedCommission": 900"#, #""queuedCommission": 10001"#, "queuedCommission"),
  ])
  func `what cannot be compared is one error`(
    before: String, old: String, new: String, words: String
  ) throws {
    let text = try Self.text(Self.tuesday)
    #expect(text.contains(old))
    let run = try CommandLineTool.run(
      ["changes", before, "-"], input: text.replacing(old, with: new))
    #expect(run.status == 3 && run.output == "", "\(run.output)")
    #expect(run.errors.hasPrefix("error: ") && run.errors.contains(words), "\(run.errors)")
  }

  @Test func `the later one first is refused`() throws {
    let run = try CommandLineTool.run(["changes", Self.tuesday, Self.monday])
    #expect(run.status == 3)
    #expect(
      run.errors.contains("found block 26000000 behind block 26043200; expected the earlier"))
  }
}
