import TestSupport
import Testing

@testable import Bulk

@Suite struct SampleCSVTests {
  static func text(_ sample: SampleCSV) throws -> String {
    var text = ""
    try TemporaryDirectory.with { directory in
      try sample.write(to: directory + "/sample.csv")
      text = String(decoding: try CSVAnalysisTests.bytes(directory + "/sample.csv"), as: UTF8.self)
    }
    return text
  }

  @Test func `rows have their shape and label`() throws {
    let text = try Self.text(SampleCSV(rows: 3_000, seed: 42))
    #expect(text.hasPrefix(SampleCSV.header + "\n"))
    let rows = try VectorRow.all(of: text, source: "sample.csv")
    #expect(rows.count == 3_000)
    for row in rows {
      #expect(row.fields.map(\.count) == [42, 35, 10, 21, 4, 8], "\(row)")
      #expect(row.fields[0].hasPrefix("synthetic-"))
    }
    #expect(Set(rows.map(\.fields)).count == rows.count)
  }

  @Test func `the same seed gives the same bytes`() throws {
    let text = try Self.text(SampleCSV(rows: 100, seed: 1))
    #expect(try Self.text(SampleCSV(rows: 100, seed: 1)) == text)
    #expect(try Self.text(SampleCSV(rows: 100, seed: 2)) != text)
    #expect(try Self.text(SampleCSV(rows: 101, seed: 1)).hasPrefix(text))
    #expect(try Self.text(SampleCSV(rows: 0, seed: 1)) == SampleCSV.header + "\n")
  }

  @Test func `odd rows are as many as asked for`() throws {
    var sample = SampleCSV(rows: 1_000, seed: 3)
    (sample.dirtyEvery, sample.isQuoted) = (10, true)
    let run = try CSVInMemory.run(Array(Self.text(sample).utf8))
    #expect((run.rowsOut, run.rejectedRows) == (900, 100))
    #expect(Set(run.rejects.map(\.column)).count == 4)
  }
}
