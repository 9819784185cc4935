import Testing
import Yields

@testable import Bulk

@Suite struct RowWriterTests {
  static let columns = [
    RowWriter.Column(name: "key", unit: .raw),
    RowWriter.Column(name: "value", unit: .number),
  ]

  /// Two rows, the second of a text that needs quoting and no value.
  static func written(_ format: RowFormat) -> String {
    let writer = RowWriter(columns, format: format)
    let buffer = ByteBuffer(capacity: 1)
    writer.begin(in: buffer)
    writer.beginRow(isFirst: true, in: buffer)
    writer.append(12, in: 0, to: buffer)
    writer.append(2_500_000_000_000_000_000, in: 1, to: buffer)
    writer.endRow(in: buffer)
    writer.beginRow(isFirst: false, in: buffer)
    writer.append("a,\"b\"", in: 0, to: buffer)
    writer.append(nil, in: 1, to: buffer)
    writer.endRow(in: buffer)
    writer.finish(in: buffer)
    return String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self)
  }

  @Test(arguments: [
    (RowFormat.csv, "key,value\n12,2.5\n\"a,\"\"b\"\"\",\n"),
    (.ndjson, "{\"key\":\"12\",\"value\":\"2.5\"}\n{\"key\":\"a,\\\"b\\\"\",\"value\":null}\n"),
    (
      .json,
      "[\n  {\"key\":\"12\",\"value\":\"2.5\"},\n  {\"key\":\"a,\\\"b\\\"\",\"value\":null}\n]\n"
    ),
  ])
  func `rows in every form`(format: RowFormat, expected: String) {
    #expect(Self.written(format) == expected)
  }

  @Test func `numbers wider than a cursor writes are as exact`() {
    let writer = RowWriter(Self.columns, format: .csv)
    let buffer = ByteBuffer(capacity: 1)
    writer.append(UInt128.max, in: 0, to: buffer)
    writer.append(UInt128.max, in: 1, to: buffer)
    #expect(
      String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self)
        == "340282366920938463463374607431768211455,340282366920938463463.374607431768211455")
  }

  @Test func `without a row an array is empty and a table has its header`() {
    for (format, expected) in [(RowFormat.json, "[\n]\n"), (.csv, "key,value\n"), (.ndjson, "")] {
      let writer = RowWriter(Self.columns, format: format)
      let buffer = ByteBuffer(capacity: 1)
      writer.begin(in: buffer)
      writer.finish(in: buffer)
      #expect(String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self) == expected)
    }
  }
}
