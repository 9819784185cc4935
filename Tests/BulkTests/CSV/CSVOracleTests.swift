import TestSupport
import Testing
import Yields

@testable import Bulk

/// Rows of every shape against Python's integers (`Tests/Vectors/generators/csv_oracle.py`).
@Suite struct CSVOracleTests {
  @Test("the oracle's rows", arguments: [true, false])
  func rows(fast: Bool) throws {
    let input = try VectorFile.bytes("csv_oracle_in.csv")
    let expected = String(decoding: try VectorFile.bytes("csv_oracle_out.csv"), as: UTF8.self)
    let run = try CSVInMemory.run(input, fast: fast, chunkSize: 10_000) {
      $0.metrics = [
        .apr, .active, .status, .tvlUsd, .rewardsPerDay, .rewardsPerYear, .rewardsPerDayUsd,
        .rewardsPerYearUsd, .secondsLeft,
      ]
    }
    #expect(run.rowsOut == 500 && run.rejects.isEmpty)
    let (found, wanted) = (run.text.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(found.count == wanted.count)
    for (found, wanted) in zip(found, wanted) { #expect(found == wanted) }
    #expect(run.text == expected)
  }
}
