import TestSupport
import Testing

import Text
@testable import Faults

@Suite struct JSONReaderTests {
  @Test(
    "what is accepted keeps its text and its order",
    arguments: [
      ("0", "0"), ("-0", "-0"), ("1e-5", "1e-5"), ("1E+400", "1E+400"), (" [ ] ", "[]"),
      ("272490527103681170793308992914391673", "272490527103681170793308992914391673"),
      ("7.800000000000000000000000001", "7.800000000000000000000000001"),
      (#"{"b":1,"a":[true,false,null],"":{}}"#, #"{"b":1,"a":[true,false,null],"":{}}"#),
      (#""\u00e9\ud83d\udc3b\/\b\f""#, "\"é🐻/\\u0008\\u000c\""),
      ("\u{FEFF}[1]", "[1]"),
      ("\r\n\t1 ", "1"),
    ])
  func accepted(text: String, compact: String) throws {
    var writer = JSONWriter(style: .compact)
    writer.value(try JSONReader.parse(text).value)
    #expect(writer.takeText() == compact)
  }

  @Test(
    "what is refused, with place and fact",
    arguments: [
      ("", "line 1, column 1: found the end of the input; expected a value"),
      ("  ", "line 1, column 3: found the end of the input; expected a value"),
      ("[1,]", "line 1, column 4: found ']'; expected a value"),
      ("[1 2]", "line 1, column 4: found '2'; expected a comma or ']'"),
      ("{\"a\":1,}", "line 1, column 8: found '}'; expected a key in double quotes"),
      ("{'a':1}", "line 1, column 2: found a single quote; expected a key in double quotes"),
      ("{\"a\" 1}", "line 1, column 6: found '1'; expected a colon after the key"),
      ("{\"a\":1\n \"b\":2}", "line 2, column 2: found a double quote; expected a comma or '}'"),
      (
        "{\"é\":1,\n\"k\":2, \"k\":3}",
        "line 2, column 8: found the key \"k\" a second time; expected each key once"
      ),
      ("01", "line 1, column 3: found a number that begins with 0; expected no leading zeros"),
      ("1.", "line 1, column 3: found the end of the input; expected a digit"),
      ("-", "line 1, column 2: found the end of the input; expected a digit"),
      ("1e+", "line 1, column 4: found the end of the input; expected a digit"),
      ("+1", "line 1, column 1: found '+'; expected a value"),
      (".5", "line 1, column 1: found '.'; expected a value"),
      ("0x1f", "line 1, column 2: found 'x'; expected the end of the input after the value"),
      (
        "NaN", "line 1, column 1: found the word NaN; expected a value (text goes in double quotes)"
      ),
      ("-Infinity", "line 1, column 2: found 'I'; expected a digit"),
      (
        "nul", "line 1, column 1: found the word nul; expected a value (text goes in double quotes)"
      ),
      ("[\"é\" x]", "line 1, column 6: found 'x'; expected a comma or ']'"),
      ("1 2", "line 1, column 3: found '2'; expected the end of the input after the value"),
      (
        "\"a",
        "line 1, column 1: found a string without its closing quote; "
          + "expected a double quote before the end of the input"
      ),
      (
        "\"a\nb\"",
        "line 1, column 3: found a control character in a string (the byte 0xA); "
          + "expected an escape such as \\n"
      ),
      (
        #""\x""#,
        "line 1, column 3: found 'x'; expected one of \" \\ / b f n r t u after a backslash"
      ),
      (#""\u12g4""#, "line 1, column 6: found 'g'; expected four hexadecimal digits after \\u"),
      (
        #""\ud800""#, "line 1, column 2: found half of a surrogate pair; expected a whole character"
      ),
      (
        #""\ude00\ud800""#,
        "line 1, column 2: found half of a surrogate pair; expected a whole character"
      ),
      ("// no\n1", "line 1, column 1: found '/'; expected a value"),
      ("\u{FEFF}\u{FEFF}1", "line 1, column 1: found the byte 0xEF; expected a value"),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: Fault.self) { try JSONReader.parse(text) }
    #expect(error.map(Self.message) == message)
  }

  /// A fault as these rows write it: `line 1, column 2: found ...; expected ...`.
  private static func message(_ fault: Fault) -> String {
    "line \(fault.place?.line ?? 0), column \(fault.place?.column ?? 0): \(fault.fact)"
  }

  @Test(
    "invalid UTF-8 in a string is refused",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xC0, 0x80, 0x22],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let error = #expect(throws: Fault.self) { try JSONReader.parse(bytes) }
    #expect(error?.found == "a string that is not valid UTF-8")
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSONReader.parse(nested(128)) }
    let error = #expect(throws: Fault.self) { try JSONReader.parse(nested(129)) }
    #expect(error?.expected == "at most 128 levels")
    #expect(throws: Fault.self) { try JSONReader.parse(String(repeating: "[", count: 1 << 20)) }
  }

  @Test func manyKeysAreCheckedForDuplicates() {
    let keys = (0..<1000).map { "\"k\($0)\":0" }
    #expect(throws: Never.self) {
      try JSONReader.parse("{" + keys.joined(separator: ",") + "}")
    }
    #expect(throws: Fault.self) {
      try JSONReader.parse("{" + (keys + ["\"k500\":1"]).joined(separator: ",") + "}")
    }
  }

  @Test func positionsCountScalarsAndBytes() throws {
    let node = try JSONReader.parse("{\n  \"é\": [10, 20]}")
    let member = try #require(node.members?.first)
    #expect(member.keyPosition == SourcePosition(line: 2, column: 3, byteOffset: 4))
    let second = try #require(member.node.elements?.last)
    #expect(second.position == SourcePosition(line: 2, column: 13, byteOffset: 15))
  }

  /// Whatever is broken in a valid document, the reader answers with a value or an error.
  @Test func mutatedDocumentsNeverTrap() throws {
    let seed = Array(#"{"a":[1,-2.5e3,"x\u00e9\n"],"b":{"c":null,"d":true},"é":"🐻"}"#.utf8)
    var random = SeededGenerator(seed: 2)
    var accepted = 0
    for _ in 0..<(20_000 * TestScale.factor) {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1 where bytes.count > 1: bytes.remove(at: at)
        default: bytes.insert(#"{}[]",:\0e-"#.utf8.randomElement(using: &random) ?? 0, at: at)
        }
      }
      guard let node = try? JSONReader.parse(bytes) else { continue }
      accepted += 1
      var writer = JSONWriter(style: .pretty)
      writer.value(node.value)
      let again = try JSONReader.parse(writer.takeBytes())
      var (first, second) = (JSONWriter(style: .compact), JSONWriter(style: .compact))
      first.value(node.value)
      second.value(again.value)
      #expect(first.bytes == second.bytes)
    }
    #expect(accepted > 100)
  }
}
