import Foundation
import Quantities
import Platform
import Text
import TestSupport
import Testing
import Yields

@testable import Bulk
@testable import Faults

/// Whole runs from file to file.
@Suite struct CSVAnalysisTests {
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func analysis() throws -> CSVAnalysis {
    CSVAnalysis(time: try Timestamp(SampleCSV.evaluationTime))
  }

  @Test func `the same bytes for any threads and chunks`() throws {
    try TemporaryDirectory.with { directory in
      let input = directory + "/in.csv"
      var sample = SampleCSV(rows: 3_000, seed: 9)
      (sample.dirtyEvery, sample.isQuoted) = (11, true)
      try sample.write(to: input)
      var expected: (output: [UInt8], rejects: [UInt8], summary: CSVSummary)?
      for threads in [1, 2, 3, 7] {
        for chunkSize in [1, 100, 4_096, 1 << 18] where threads == 2 || chunkSize != 1 {
          var analysis = try Self.analysis()
          analysis.metrics = [.apr, .active, .status]
          analysis.threads = threads
          analysis.chunkSize = chunkSize
          let (output, rejects) = (directory + "/out.csv", directory + "/rejects.csv")
          let summary = try analysis.run(
            input: input, output: output, rejects: .always(path: rejects))
          let found = (try Self.bytes(output), try Self.bytes(rejects), summary)
          if let expected {
            #expect(found.0 == expected.output && found.1 == expected.rejects)
            #expect(summary == expected.summary)
          } else {
            expected = found
          }
        }
      }
      let summary = try #require(expected?.summary)
      #expect(summary.rowsIn == 3_000)
      #expect(summary.rejectedRows == 3_000 / 11)
      #expect(summary.rowsOut == summary.rowsIn - summary.rejectedRows)
      #expect(summary.firstRejects.count == CSVSummary.firstRejectsLimit)
      #expect(
        summary.firstRejects.prefix(3).map(\.place) == [
          .file(input, line: 12, member: "reward_rate"),
          .file(input, line: 23, member: "stake_price"),
          .file(input, line: 34, member: "total_supply"),
        ])
      #expect(summary.bytesOut == expected?.output.count)
    }
  }

  @Test func `rejects are readable CSV`() throws {
    try TemporaryDirectory.with { directory in
      let input = directory + "/in.csv"
      let header = "reward_rate,period_finish,total_supply,reward_price,stake_price,note\n"
      try (header + "1,1,1,1,1,\"two\nlines\"\n1,1,x,1,1,\"a\nb\"\n1,1,1,1,0,\n")
        .write(toFile: input, atomically: true, encoding: .utf8)
      let rejects = directory + "/rejects.csv"
      let summary = try Self.analysis().run(
        input: input, output: directory + "/out.csv", rejects: .always(path: rejects))
      #expect((summary.rowsIn, summary.rowsOut, summary.rejectedRows) == (3, 1, 2))
      let reader = CSVRecordReader(try Self.bytes(rejects))
      var records: [[String]] = []
      while let record = try reader.next() { records.append(record.fields) }
      #expect(
        records.map { $0.prefix(3) } == [
          ["line", "byte_offset", "column"], ["4", "91", "total_supply"],
          ["6", "107", "stake_price"],
        ])
      #expect(records.map { $0.last } == ["raw", "1,1,x,1,1,\"a\nb\"", "1,1,1,1,0,"])
    }
  }

  @Test func `strict stops at the first and leaves nothing`() throws {
    try TemporaryDirectory.with { directory in
      let (input, output) = (directory + "/in.csv", directory + "/out.csv")
      var sample = SampleCSV(rows: 5_000, seed: 9)
      sample.dirtyEvery = 700
      try sample.write(to: input)
      for threads in [1, 4] {
        var analysis = try Self.analysis()
        (analysis.isStrict, analysis.threads, analysis.chunkSize) = (true, threads, 1_000)
        let error = #expect(throws: Fault.self) {
          try analysis.run(
            input: input, output: output, rejects: .always(path: directory + "/rejects.csv"))
        }
        #expect(error?.place == .file(input, line: 701, member: "reward_rate"))
        #expect(error?.code == .outOfRange)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["in.csv"])
      }
    }
  }

  @Test func `no file of a run replaces another`() throws {
    try TemporaryDirectory.with { directory in
      let (input, link, output) = (
        directory + "/in.csv", directory + "/link.csv", directory + "/out.csv"
      )
      try SampleCSV(rows: 3, seed: 1).write(to: input)
      let before = try Self.bytes(input)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: input)
      var analysis = try Self.analysis()
      func refusal(output: String, rejects: CSVRejectsFile = .none) -> String? {
        #expect(throws: Fault.self) {
          try analysis.run(input: input, output: output, rejects: rejects)
        }?.description
      }
      let found = "found the input file \(input); expected another file"
      #expect(refusal(output: link) == "output: \(found)")
      #expect(refusal(output: output, rejects: .always(path: link)) == "rejects: \(found)")
      #expect(
        refusal(output: output, rejects: .whenNeeded(path: output))
          == "rejects: found the output file \(output); expected another file")
      analysis.requiresEveryRow = true
      #expect(refusal(output: link, rejects: .always(path: input)) == "rejects: \(found)")
      #expect(try Self.bytes(input) == before)
      #expect(try TemporaryDirectory.names(in: directory) == ["in.csv", "link.csv"])
    }
  }

  @Test func `a run that requires every row replaces its input, or nothing`() throws {
    try TemporaryDirectory.with { directory in
      let (input, rejects) = (directory + "/in.csv", directory + "/rejects.csv")
      var sample = SampleCSV(rows: 30, seed: 1)
      sample.dirtyEvery = 29
      try sample.write(to: input)
      let before = try Self.bytes(input)
      var analysis = try Self.analysis()
      analysis.requiresEveryRow = true
      let refused = try analysis.run(
        input: input, output: input, rejects: .always(path: rejects))
      #expect((refused.rowsIn, refused.rejectedRows, refused.bytesOut) == (30, 1, 0))
      #expect(refused.firstRejects.map(\.place?.line) == [30])
      #expect(try Self.bytes(input) == before)
      #expect(try TemporaryDirectory.names(in: directory) == ["in.csv"])
      sample.dirtyEvery = 0
      try sample.write(to: input)
      try analysis.run(input: input, output: directory + "/expected.csv")
      let summary = try analysis.run(input: input, output: input)
      #expect((summary.rowsOut, summary.rejectedRows) == (30, 0))
      #expect(try Self.bytes(input) == Self.bytes(directory + "/expected.csv"))
    }
  }

  @Test func `a rejects file is written when needed`() throws {
    try TemporaryDirectory.with { directory in
      let (input, rejects) = (directory + "/in.csv", directory + "/rejects.csv")
      try SampleCSV(rows: 3, seed: 1).write(to: input)
      let analysis = try Self.analysis()
      try analysis.run(
        input: input, output: directory + "/out.csv", rejects: .whenNeeded(path: rejects))
      #expect(!FileManager.default.fileExists(atPath: rejects))
      try "old\n".write(toFile: rejects, atomically: true, encoding: .utf8)
      try analysis.run(
        input: input, output: directory + "/out.csv", rejects: .whenNeeded(path: rejects))
      #expect(try Self.bytes(rejects) == Array(CSVSink.rejectsHeader.utf8))
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [1, 3])
  func `a full device ends the run`(threads: Int) throws {
    try TemporaryDirectory.with { directory in
      let input = directory + "/in.csv"
      try SampleCSV(rows: 2_000, seed: 1).write(to: input)
      var analysis = try Self.analysis()
      (analysis.threads, analysis.chunkSize) = (threads, 10_000)
      let error = #expect(throws: Fault.self) {
        try analysis.run(input: input, output: "/dev/full")
      }
      #expect(error?.code == .outOfSpace)
    }
  }

  @Test func `a directory is not readable`() throws {
    let analysis = try Self.analysis()
    let error = #expect(throws: Fault.self) {
      try analysis.run(input: "/", output: "/dev/null")
    }
    #expect(error?.code == .unreadable)
    #expect(error?.description == "/: cannot read: Is a directory")
  }

  @Test func `an input that changes is noticed`() throws {
    try TemporaryDirectory.with { directory in
      let (input, output) = (directory + "/in.csv", directory + "/out.csv")
      try SampleCSV(rows: 500, seed: 1).write(to: input)
      var analysis = try Self.analysis()
      (analysis.threads, analysis.chunkSize) = (1, 4_096)
      analysis.progress = { _, _ in
        guard let handle = FileHandle(forWritingAtPath: input) else { return }
        handle.seekToEndOfFile()
        handle.write(Data("\n".utf8))
        try? handle.close()
      }
      let error = #expect(throws: Fault.self) {
        try analysis.run(input: input, output: output)
      }
      #expect(error?.code == .fileChanged && error?.place == .file(input))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }
}
