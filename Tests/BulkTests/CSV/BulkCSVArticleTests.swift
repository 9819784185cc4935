import Bulk
import Foundation
import Quantities
import TestSupport
import Testing
import Yields

/// The examples of the article `BulkCSV`, which this file holds word for word.
@Suite struct BulkCSVArticleTests {
  // The article's first example.
  func yields(of vaults: String, into output: String) throws -> CSVSummary {
    var analysis = CSVAnalysis(time: try Timestamp(1_800_000_000))
    analysis.metrics = [.apr, .tvlUsd, .status]
    analysis.columnNames = [.rewardRate: "rate"]
    return try analysis.run(
      input: vaults, output: output, rejects: .whenNeeded(path: output + ".rejects.csv"))
  }

  // The article's second example.
  func writeSample(to path: String) throws {
    try SampleCSV(rows: 10_000_000, seed: 1).write(to: path)
  }

  @Test func theExampleWorks() throws {
    try TemporaryDirectory.with { directory in
      let (input, output) = (directory + "/in.csv", directory + "/out.csv")
      try """
      rate,period_finish,total_supply,reward_price,stake_price
      272490527103681170793308992914391673,1800000001,598626940947001140289,7.8,223845.58

      """.write(toFile: input, atomically: true, encoding: .utf8)
      let summary = try yields(of: input, into: output)
      #expect((summary.rowsOut, summary.rejectedRows) == (1, 0))
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(text.hasSuffix(",0.500204779481316715,133999994.799907219508652572,active\n"))
    }
  }

  @Test func theArticleShowsTheseExamples() throws {
    let article = CommandLineTool.packageRoot
      .appendingPathComponent("Sources/Bulk/Bulk.docc/BulkCSV.md")
    let shown = Self.functions(in: try String(contentsOf: article, encoding: .utf8))
    let here = Self.functions(in: try String(contentsOfFile: #filePath, encoding: .utf8))
    #expect(shown.count == 2)
    for function in shown { #expect(here.contains(function)) }
  }

  /// Functions that are no tests, each as its lines without indentation.
  static func functions(in text: String) -> [[String]] {
    var functions: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("func yields") || line.hasPrefix("func writeSample") {
        functions.append([])
        isInside = true
      }
      if isInside { functions[functions.count - 1].append(line) }
      if line == "}" { isInside = false }
    }
    return functions
  }
}
