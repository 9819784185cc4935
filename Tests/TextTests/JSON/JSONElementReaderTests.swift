import TestSupport
import Testing

import Platform
import Text
@testable import Faults

@Suite struct JSONElementReaderTests {
  @Test(
    "elements come one at a time",
    arguments: [
      ("[]", [], true), ("[1]", ["1"], true), (" [1 , \"a\",[2] ] ", ["1", "\"a\"", "[2]"], true),
      ("{\"a\":1}", ["{\"a\":1}"], false), ("5", ["5"], false),
      ("{\"a\":1}\n{}\r\n\n {\"b\":\n2}\n", ["{\"a\":1}", "{}", "{\"b\":2}"], true),
      ("{}\n\n", ["{}"], false),
    ])
  func elements(text: String, expected: [String], isArray: Bool) throws {
    var reader = JSONElementReader(Array(text.utf8))
    var found: [String] = []
    while let node = try reader.next() {
      var writer = JSONWriter(style: .compact)
      writer.value(node.value)
      found.append(writer.takeText())
      #expect(reader.path.description == (isArray ? "$[\(found.count - 1)]" : "$"))
    }
    #expect(found == expected)
    #expect(reader.isArray == isArray)
    #expect(reader.count == expected.count)
    #expect(try reader.next() == nil)
  }

  @Test(
    "an error comes at the element that has it",
    arguments: [
      ("[1,2", 2), ("[1,,2]", 1), ("[1] 2", 1), ("{} {}", 0), ("{}\n{} {}", 1),
      ("{}\n[]", 0), ("{}\n{}\n5", 1), ("{}\n{}\n{", 2), ("5\n{}", 0), ("", 0), ("[", 0),
      ("[1}", 1),
    ])
  func failures(text: String, before: Int) throws {
    var reader = JSONElementReader(Array(text.utf8))
    for _ in 0..<before { #expect(try reader.next() != nil) }
    #expect(throws: Fault.self) { try reader.next() }
  }

  @Test func readsALongArrayFromAFileInPieces() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/many.json"
      let file = try AtomicFile(path: path)
      let count = 20_000
      try file.write("\u{FEFF}[")
      for index in 0..<count {
        try file.write(
          (index == 0 ? "" : ",\n") + "{\"index\": \(index), \"name\": \"é🐻\(index)\"}")
      }
      try file.write("]\n")
      try file.commit()
      var reader = JSONElementReader(try ByteSource(path: path))
      for index in 0..<count {
        let node = try #require(try reader.next())
        #expect(node["index"]?.scalarText == String(index))
        #expect(node["name"]?.string == "é🐻\(index)")
        #expect(node.position.line == index + 1)
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test func aRefusedReadIsAFaultNotAnEndOfInput() throws {
    var reader = JSONElementReader(try ByteSource(path: "/"))
    let error = #expect(throws: Fault.self) { try reader.next() }
    #expect(error?.description == "/: cannot read: Is a directory")
  }
}
