import Foundation
import Text
import Testing

@testable import Bulk

@Suite struct SampleCSVTests {
  static func text(_ sample: SampleCSV) throws -> String {
    var text = ""
    try CSVAnalysisTests.withDirectory { directory in
      try sample.write(to: directory + "/sample.csv")
      text = String(decoding: try CSVAnalysisTests.bytes(directory + "/sample.csv"), as: UTF8.self)
    }
    return text
  }

  @Test func rowsHaveTheirShapeAndLabel() throws {
    let lines = try Self.text(SampleCSV(rows: 3_000, seed: 42)).split(separator: "\n")
    #expect(lines.count == 3_001)
    #expect(lines[0] == SampleCSV.header)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",")
      #expect(fields.map(\.count) == [42, 35, 10, 21, 4, 8] && line.hasPrefix("synthetic-"))
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let text = try Self.text(SampleCSV(rows: 100, seed: 1))
    #expect(try Self.text(SampleCSV(rows: 100, seed: 1)) == text)
    #expect(try Self.text(SampleCSV(rows: 100, seed: 2)) != text)
    #expect(try Self.text(SampleCSV(rows: 101, seed: 1)).hasPrefix(text))
    #expect(try Self.text(SampleCSV(rows: 0, seed: 1)) == SampleCSV.header + "\n")
  }

  @Test func oddRowsAreAsManyAsAskedFor() throws {
    var sample = SampleCSV(rows: 1_000, seed: 3)
    (sample.dirtyEvery, sample.isQuoted) = (10, true)
    let run = try CSVInMemory.run(Array(Self.text(sample).utf8))
    #expect((run.rowsOut, run.rejectedRows) == (900, 100))
    #expect(Set(run.rejects.map(\.column)).count == 4)
  }
}
