import TestSupport
import Testing

@testable import Text

@Suite struct CSVGrammarTests {
  /// What the grammar says of one record.
  struct Outcome: Equatable {
    let content: Range<Int>
    let end: Int
    let fields: [String]
    let lineFeeds: Int
    let damage: CSVDamage?
    let isTooLong: Bool
  }

  /// The records of an input, as far as they can be told; reads from one buffer, front to back.
  static func records(
    _ bytes: [UInt8], limit: Int = .max, isFinal: Bool = true, fieldLimit: Int = .max
  ) -> [Outcome] {
    var record = CSVRecord(fieldLimit: fieldLimit)
    var index = CSVIndex(from: 0)
    var outcomes: [Outcome] = []
    var start = 0
    while start < bytes.count,
      CSVGrammar.read(
        &record, in: bytes.span, from: start, limit: limit, isFinal: isFinal, index: &index)
    {
      let isSound = record.damage == nil && !record.isTooLong
      outcomes.append(
        Outcome(
          content: record.content, end: record.end,
          fields: isSound ? record.fields.map { $0.text(in: bytes.span) } : [],
          lineFeeds: record.lineFeeds, damage: record.damage, isTooLong: record.isTooLong))
      start = record.end
    }
    return outcomes
  }

  @Test(
    "fields of small odd texts",
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\nc\n", [["a", "b"], ["c"]]),
      ("a,\r\n,b\r\n", [["a", ""], ["", "b"]]),
      ("\n\r\n", [[""], [""]]), ("a\r", [["a"]]), ("\"a\"\r", [["a"]]), ("a\rb\n", [["a\rb"]]),
      ("\"a,\"\"b\"\"\nc\",\"\"\n", [["a,\"b\"\nc", ""]]), ("\"\"\"\"", [["\""]]),
      ("\"a\"\r\n\"b\"", [["a"], ["b"]]), (",", [["", ""]]),
    ])
  func fields(text: String, expected: [[String]]) {
    let records = Self.records(Array(text.utf8))
    #expect(records.map(\.fields) == expected)
    #expect(records.allSatisfy { $0.damage == nil && !$0.isTooLong })
    #expect((records.last?.end ?? 0) == text.utf8.count)
    #expect(records.map(\.lineFeeds).reduce(0, +) == text.utf8.count { $0 == UInt8(ascii: "\n") })
  }

  @Test(
    "a fault spoils its line only",
    arguments: [
      ("x,a\"b\nc", CSVDamage(.strayQuote, column: 1, offset: 3), 6),
      ("\"a\"b,\"\n\"c\"", CSVDamage(.textBehindQuote, column: 0, offset: 3), 7),
      ("\"a\"\r,b\nc", CSVDamage(.textBehindQuote, column: 0, offset: 3), 7),
      ("x,\"a\n\"b\nc", CSVDamage(.textBehindQuote, column: 1, offset: 6), 8),
      ("\"a\"b", CSVDamage(.textBehindQuote, column: 0, offset: 3), 4),
      ("x,\"a\nb\nc", CSVDamage(.unclosedQuote, column: 1, offset: 2), 5),
      ("x,\"a\"\"", CSVDamage(.unclosedQuote, column: 1, offset: 2), 6),
      ("\"a\"\"\n", CSVDamage(.unclosedQuote, column: 0, offset: 0), 5),
    ])
  func damage(text: String, expected: CSVDamage, end: Int) {
    let records = Self.records(Array(text.utf8))
    #expect(records.first?.damage == expected)
    #expect(records.first?.end == end)
    #expect(records.dropFirst().allSatisfy { $0.damage == nil })
  }

  @Test func `a record beyond the limit ends at its first line feed`() throws {
    let text = Array("aaaaaaaaaa,b\n\"c\nd\",e\nf\n".utf8)
    // The quoted record has 8 bytes: within a limit of 8, and cut at its first line under one of 7.
    #expect(Self.records(text, limit: 8).map(\.end) == [13, 21, 23])
    #expect(Self.records(text, limit: 8).map(\.isTooLong) == [true, false, false])
    let cut = Self.records(text, limit: 7)
    #expect(cut.map(\.end) == [13, 16, 21, 23])
    try #require(cut.count == 4)
    #expect(cut[1].damage == CSVDamage(.unclosedQuote, column: 0, offset: 13))
    #expect(cut[2].damage == CSVDamage(.strayQuote, column: 0, offset: 17))
  }

  @Test func `fields beyond the limit are counted and not kept`() {
    let bytes = Array("a,b,c,d\n".utf8)
    var record = CSVRecord(fieldLimit: 2)
    var index = CSVIndex(from: 0)
    #expect(
      CSVGrammar.read(
        &record, in: bytes.span, from: 0, limit: 100, isFinal: true, index: &index))
    #expect(record.fieldCount == 4)
    #expect(record.fields.map { $0.text(in: bytes.span) } == ["a", "b"])
  }

  static func randomInput(_ random: inout SeededGenerator) -> [UInt8] {
    let pieces = ["a", "bc", "\"", "\"\"", ",", "\n", "\r\n", "\r", "\"x\"", "\"y\nz\",", "12.5,"]
    return (0..<Int.random(in: 1...30, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  /// What the reader of a stream rests on: whatever has arrived, the records that can be told are those
  /// of the whole, and none is told too early.
  @Test("any prefix has the records of the whole", arguments: 0..<20)
  func prefixes(seed: UInt64) {
    var random = SeededGenerator(seed: 900 + seed)
    for _ in 0..<40 {
      let input = Self.randomInput(&random)
      let limit = Bool.random(using: &random) ? Int.random(in: 3...25, using: &random) : 1 << 20
      let whole = Self.records(input, limit: limit)
      #expect(whole.last?.end == input.count)
      for count in 0...input.count {
        let part = Array(input.prefix(count))
        let told = Self.records(part, limit: limit, isFinal: false)
        #expect(told == Array(whole.prefix(told.count)), "\(input), \(count), limit \(limit)")
        let end = CSVGrammar.lastRecordEnd(in: part.span, limit: limit, isFinal: false)
        // Without quotes the last line may be told although a longer one is too long by then.
        #expect(end == told.last?.end ?? 0 || !part.contains(UInt8(ascii: "\"")))
      }
      #expect(CSVGrammar.lastRecordEnd(in: input.span, limit: limit, isFinal: true) == input.count)
    }
  }

  /// Longer than the stretches that are searched at a time.
  @Test func `records that span stretches`() {
    let long = String(repeating: "x", count: 5_000)
    let text = "\(long),\"\(long)\n\(long)\",y\n" + String(repeating: "1,2\n", count: 3_000)
    let records = Self.records(Array(text.utf8))
    #expect(records[0].fields == [long, "\(long)\n\(long)", "y"])
    #expect(records.count == 3_001)
    #expect(records.dropFirst().allSatisfy { $0.fields == ["1", "2"] })
  }

  @Test("the index has every special, from any place on", arguments: [0, 1, 4_095, 4_096, 9_000])
  func specials(start: Int) {
    var random = SeededGenerator(seed: 5)
    let bytes = (0..<10_000).map { _ in
      Array("abcdefghijkl\",\n\r".utf8).randomElement(using: &random) ?? 0
    }
    var index = CSVIndex(from: 0)
    for _ in 0..<20 { _ = index.next(in: bytes.span) }
    index.move(to: start)
    var found: [Int] = []
    while let place = index.next(in: bytes.span) { found.append(place) }
    #expect(
      found
        == (start..<bytes.count).filter {
          [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n")].contains(bytes[$0])
        })
  }
}
