import Quantities
import TestSupport
import Testing
import Text
import Yields

@testable import Bulk

/// Rows as objects are the rows of CSV, field by field.
@Suite struct ObjectRowsTests {
  private static let input = """
    note,reward_rate,period_finish,total_supply,reward_price,stake_price
    "a ""quoted"", note",272490527103681170793308992914391673,1800000005,598626940947001140289,7.8,223845.58
    tab\tand \u{1F43B},0x10,1,0,7.8,1
    bad,-1,1,1,1,1
    "two
    lines",1,1800000009,1,1,1
    """

  @Test(arguments: [1 << 16, 64])
  func `objects have the fields and figures of the lines`(chunkSize: Int) throws {
    let metrics = FigureKey.columns
    let bytes = Array((Self.input + "\n").utf8)
    let lines = try CSVInMemory.run(bytes, chunkSize: chunkSize) {
      $0.metrics = metrics
      $0.commission = .zero
    }
    let objects = try CSVInMemory.run(bytes, chunkSize: chunkSize) {
      $0.metrics = metrics
      $0.commission = .zero
      $0.writesNDJSON = true
    }
    #expect(objects.rejectedRows == 1 && objects.rowsOut == 3)
    #expect(objects.rejects.count == lines.rejects.count)
    let reader = CSVRecordReader(lines.output, name: "out.csv")
    let header = try #require(try reader.next()).fields
    for line in objects.text.split(separator: "\n") {
      let fields = try #require(try reader.next()).fields
      let members = try #require(try JSONReader.parse(Array(line.utf8)).members)
      #expect(members.map(\.key) == header)
      for (index, (member, field)) in zip(members, fields).enumerated() {
        let isFigure = index >= header.count - metrics.count
        let expected: JSONValue =
          if !isFigure {
            .string(field)
          } else if field.isEmpty {
            .null
          } else if member.key == "active" {
            .bool(field == "true")
          } else if member.key == "seconds_left" {
            .number(field)
          } else {
            .string(field)
          }
        #expect(member.node.value == expected, "\(member.key)")
      }
    }
    #expect(try reader.next() == nil)
  }
}
