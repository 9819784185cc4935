import Foundation
import Quantities
import Sheets
import TestSupport
import Testing
import Text

/// All formats render the same fixtures; whole outputs, one file each.
@Suite struct SheetRenderingTests {
  private static let cases = SheetFixtures.all.flatMap { fixture in
    [ResultFormat.text, .json, .ndjson, .csv, .html].map { (fixture.name, $0) }
  }

  @Test(arguments: cases)
  func `a fixture in a format`(name: String, format: ResultFormat) throws {
    let sheet = try #require(SheetFixtures.all.first { $0.name == name }).sheet
    var writer = SheetWriter(
      format: format, style: TextStyle(precision: 4, color: false), shape: .single)
    let text = Self.withoutStyle(
      String(decoding: try writer.bytes(of: sheet) + writer.end(), as: UTF8.self))
    let file = "\(name).\(format == .text ? "txt" : format.rawValue)"
    #expect(try text == Snapshot.expected(file, actual: text))
  }

  /// A page without its style sheet, which all pages share; the page of `report` is held whole.
  private static func withoutStyle(_ page: String) -> String {
    guard let start = page.range(of: "<style>"), let end = page.range(of: "</style>") else {
      return page
    }
    return String(page[..<start.upperBound] + page[end.lowerBound...])
  }

  @Test func `JSON is read back, and NDJSON is the same on one line`() throws {
    for (name, sheet) in SheetFixtures.all {
      func bytes(_ format: ResultFormat) throws -> [UInt8] {
        var writer = SheetWriter(
          format: format, style: TextStyle(precision: 4, color: false), shape: .single)
        return try writer.bytes(of: sheet) + writer.end()
      }
      let whole = try JSONReader.parse(try bytes(.json))
      let line = try JSONReader.parse(try bytes(.ndjson))
      #expect(whole.plain == line.plain, "\(name)")
      #expect(try bytes(.ndjson).count { $0 == UInt8(ascii: "\n") } == 1)
    }
  }

  @Test func `rows that are made when they are read are the same rows`() throws {
    func text(_ format: ResultFormat, _ rows: RowSource<[Figure]>) throws -> String {
      var sheet = Sheet()
      sheet.append(Table("points", rows: rows, shown: [0, 7]))
      sheet.csvTable = "points"
      var writer = SheetWriter(format: format, style: TextStyle(color: false), shape: .single)
      return String(decoding: try writer.bytes(of: sheet) + writer.end(), as: UTF8.self)
    }
    @Sendable func row(_ index: Int) -> [Figure] {
      [.count("number", "no.", index), .text("word", "word", index == 7 ? "seven" : "")]
    }
    for format in [ResultFormat.text, .json, .ndjson, .csv, .html] {
      let lazy = try text(format, RowSource(count: 9) { row($0) })
      #expect(try lazy == text(format, RowSource((0..<9).map { row($0) })))
      #expect(lazy.contains("seven"))
    }
    #expect(try text(.csv, RowSource(count: 2) { row($0) }) == "number,word\n0,\n1,\n")
  }

  /// Pages and tables escape what a terminal would obey, and count it so; other formats have it as it is.
  @Test func `no text moves a cursor or forges a line`() throws {
    let evil = "evil\u{1B}[2J\nAPR 999%\u{202E}"
    let shown = "evil\\u{1B}[2J\\u{A}APR 999%\\u{202E}"
    var sheet = Sheet(Phrase(evil))
    sheet.append(title: .heading(Phrase(evil)), figures: [.text("name", evil, evil)])
    sheet.append(
      .init(
        .cells(Cells([.init(evil), .init("next")], rows: [[Phrase(evil), "cell"]])), for: .text))
    sheet.append(.init(.statement(Phrase(evil), isBold: false), for: .text))
    sheet.remarks = [evil]
    sheet.warnings = [Warning(.noStake, evil)]
    func text(_ format: ResultFormat) throws -> String {
      var writer = SheetWriter(
        format: format, style: TextStyle(color: false, width: 200), shape: .single)
      return String(decoding: try writer.bytes(of: sheet) + writer.end(), as: UTF8.self)
    }
    let line = String(repeating: "-", count: shown.count)
    #expect(
      try text(.text) == """
        \(shown)
          \(shown)
          \(shown)  \(shown)

          \(shown)  next
          \(line)  ----
          \(shown)  cell

        \(shown)

          \(shown)

          ! noStake: \(shown)

        """)
    #expect(try text(.csv).contains(evil))
    #expect(try text(.html).contains("evil\u{FFFD}[2J APR 999%\\u{202E}"))
    #expect(try text(.json).contains(#"evil\u001b[2J\nAPR 999%"#))
  }

  @Test func `an array of sheets is an array, and CSV has one header`() throws {
    let sheet = SheetFixtures.gaps
    func text(_ format: ResultFormat, _ shape: SheetWriter.Shape) throws -> String {
      var writer = SheetWriter(
        format: format, style: TextStyle(precision: 4, color: false), shape: shape)
      let bytes = try writer.bytes(of: sheet) + writer.bytes(of: sheet) + writer.end()
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(try JSONReader.parse(text(.json, .array)).elements?.count == 2)
    #expect(try text(.csv, .array) == "apr,apy,value,warnings\n,,,\n,,,\n")
    #expect(try text(.text, .array).hasPrefix("Gaps\n"))
    let shape = SheetWriter.Shape.object([JSONMember(key: "of", value: .null)], answers: "all")
    let document = try JSONReader.parse(text(.json, shape))
    #expect(document.members?.map(\.key) == ["of", "all"])
    #expect(document["all"]?.elements?.count == 2)
  }

  @Test func `colour is for terminals, and changes nothing else`() {
    for (_, sheet) in SheetFixtures.all {
      let plain = sheet.text(TextStyle(precision: 4, color: false))
      let coloured = sheet.text(TextStyle(precision: 4, color: true))
      #expect(coloured.contains("\u{1B}[1m"))
      var stripped = coloured
      for code in ["\u{1B}[1m", "\u{1B}[33m", "\u{1B}[0m"] {
        stripped = stripped.split(separator: code, omittingEmptySubsequences: false).joined()
      }
      #expect(stripped == plain)
    }
  }
}

extension JSONNode {
  /// The value without the places of its parts.
  fileprivate var plain: JSONValue {
    switch value {
    case .object(let members):
      .object(members.map { JSONMember(key: $0.key, value: $0.node.plain) })
    case .array(let elements): .elements(elements.map(\.plain))
    case .string, .number, .bool, .null: value
    }
  }
}
