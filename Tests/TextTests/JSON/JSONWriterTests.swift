import Testing

import Text

@Suite struct JSONWriterTests {
  static let value = JSONValue.members([
    "z": .string("a\"\\\n\u{1}é"),
    "a": .elements([.number("1e-5"), .bool(true), .null, .elements([]), .members([:])]),
  ])

  @Test func compact() {
    var writer = JSONWriter(style: .compact)
    writer.value(Self.value)
    writer.newline()
    writer.value(.null)
    #expect(
      writer.takeText() == #"{"z":"a\"\\\n\u0001é","a":[1e-5,true,null,[],{}]}"# + "\nnull")
    #expect(writer.bytes.isEmpty)
  }

  @Test func pretty() {
    var writer = JSONWriter(style: .pretty)
    writer.value(Self.value)
    #expect(
      writer.takeText() == #"""
        {
          "z": "a\"\\\n\u0001é",
          "a": [
            1e-5,
            true,
            null,
            [],
            {}
          ]
        }
        """#)
  }

  @Test func piecesMayBeDrainedBetween() {
    var writer = JSONWriter(style: .compact)
    var text = ""
    writer.beginArray()
    for index in 0..<3 {
      writer.beginObject()
      writer.member("index", string: index == 1 ? nil : String(index))
      writer.endObject()
      text += writer.takeText()
    }
    writer.endArray()
    text += writer.takeText()
    #expect(text == #"[{"index":"0"},{"index":null},{"index":"2"}]"#)
  }

  @Test func paths() {
    let path = JSONPath.root.appending("cases").appending(3).appending("odd key\"").appending("a_1")
    #expect(path.description == #"$.cases[3]["odd key\""].a_1"#)
    #expect(JSONPath.root.appending("1").description == #"$["1"]"#)
  }
}
