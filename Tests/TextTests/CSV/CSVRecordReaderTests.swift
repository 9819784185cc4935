import Foundation
import Platform
import TestSupport
import Testing

import Text
@testable import Faults

@Suite struct CSVRecordReaderTests {
  static func records(_ text: String) throws -> [[String]] {
    let reader = CSVRecordReader(Array(text.utf8))
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record.fields) }
    return records
  }

  @Test(
    "records of small odd texts",
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]), ("a,\n,b", [["a", ""], ["", "b"]]),
      ("\u{FEFF}a\r\nb\r\n", [["a"], ["b"]]), ("\n\na\n\r\n", [["a"]]),
      ("\"a,\"\"b\"\"\n\",c\n", [["a,\"b\"\n", "c"]]), ("\"\"\n", [[""]]), ("\"\",x", [["", "x"]]),
      (" a , b ", [[" a ", " b "]]),
    ])
  func accepted(text: String, expected: [[String]]) throws {
    #expect(try Self.records(text) == expected)
  }

  @Test(
    "what is refused, with its place",
    arguments: [
      ("a\"b", "line 1, column 2: a quote inside an unquoted field"),
      ("x\n\"a\"b", "line 2, column 4: text behind a closing quote"),
      ("a,\"b\nc", "line 1, column 3: a quoted field without its closing quote"),
      ("a\rb", "line 1, column 2: a carriage return without a line feed"),
      ("a\n\"b\nc\"\r", "line 3, column 3: a carriage return without a line feed"),
      ("a,b\nc,\r", "line 2, column 3: a carriage return without a line feed"),
      ("a\n\r", "line 2, column 1: a carriage return without a line feed"),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: Fault.self) { try Self.records(text) }
    #expect(
      error.map { "line \($0.place?.line ?? 0), column \($0.place?.column ?? 0): \($0.found)" }
        == message)
  }

  @Test func positions() throws {
    let reader = CSVRecordReader(Array("a,b\r\n\n\"x\ny\",z\nlast".utf8))
    var positions: [SourcePosition] = []
    while let record = try reader.next() { positions.append(record.position) }
    #expect(positions.map(\.line) == [1, 3, 5])
    #expect(positions.map(\.byteOffset) == [0, 6, 14])
  }

  @Test("what is written is read back", arguments: 0..<50)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [Character] = ["a", ",", "\"", "\n", "\r", " ", "é"]
    let records = (0..<20).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            alphabet.randomElement(using: &random) ?? "a"
          })
      }
    }
    var writer = CSVWriter()
    for record in records { writer.record(record) }
    #expect(try Self.records(String(decoding: writer.takeBytes(), as: UTF8.self)) == records)
  }

  @Test func aRecordOfOneEmptyFieldIsNotABlankLine() {
    var writer = CSVWriter()
    writer.record([nil])
    writer.record(["", nil])
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "\"\"\n,\n")
  }

  @Test func `a line of more than a mebibyte is refused, a record of many lines is not`() throws {
    func records(_ text: String) throws -> Int {
      var count = 0
      try TemporaryDirectory.with { directory in
        let path = directory + "/in.csv"
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let reader = try CSVRecordReader(reading: try ByteSource(path: path))
        while try reader.next() != nil { count += 1 }
      }
      return count
    }
    let half = String(repeating: "x", count: 1 << 19)
    #expect(try records("a\n\"\(half)\n\(half)\n\(half)\"\n") == 2)
    let fault = #expect(throws: Fault.self) { try records("a\nb\n\(half)\(half)x\nc\n") }
    #expect(fault?.code == .tooLong && fault?.place?.line == 3)
    #expect(fault?.fact == "found a line longer than 1048576 bytes; expected a record")
    let endless = "a\n\"" + String(repeating: "xxxxxxx\n", count: 1 << 21)
    let open = #expect(throws: Fault.self) { try records(endless) }
    #expect(open?.code == .tooLong && open?.place?.line == 2)
  }

  /// A writer that grew by a field at a time took minutes for this.
  @Test func `the time of many records grows as their number does`() {
    var writer = CSVWriter()
    for _ in 0..<200_000 { writer.record(["1780272000", "300000000000000000000000", "active"]) }
    #expect(writer.takeBytes().count == 200_000 * 43)
  }
}
