import FixedPoint
import Foundation
import Quantities
import TestSupport
import Testing
import Yields

@testable import Bulk

/// A grid exported to CSV and read again by the CSV path gives the same figures.
struct GridRoundTripTests {
  @Test func `exported points evaluate to themselves`() throws {
    let metrics = FigureKey.metrics.filter { FigureKey.columns.contains($0) }
    #expect(metrics.count == 10)
    let grid = try ParameterGrid(
      axes: [
        GridAxis(.stakeDecimals, raw: [6, 18, 24]),
        GridFixtures.axis(.totalSupply, "0", "900000000000000000000001", 3),
        GridAxis(.periodFinish, raw: [1_700_000_000, 1_800_000_000]),
        GridFixtures.axis(.rewardRate, "0", "272490527103681170793308992914391673", 3),
        GridFixtures.axis(.stakePrice, "0.000001", "223845.58", 3),
        GridFixtures.axis(.rewardPrice, "0", "7", 4),
      ],
      fixed: [.timestamp: 1_750_000_000, .commission: 777], metrics: metrics)
    try TemporaryDirectory.with { directory in
      let exported = directory + "/grid.csv"
      let again = directory + "/again.csv"
      try grid.write(to: exported, format: .csv, threads: 2)

      var analysis = CSVAnalysis(time: try Timestamp(1_750_000_000))
      analysis.metrics = metrics
      analysis.commission = try BasisPoints(777)
      let header = "totalSupply,periodFinish"
      // The exported metrics keep their names, which the analysis may not append a second time.
      let text = try TextFile.read(exported).replacingOccurrences(of: ",apr,", with: ",aprBefore,")
      #expect(text.contains(header))
      try text.write(toFile: exported, atomically: true, encoding: .utf8)
      let summary = try analysis.run(input: exported, output: again)
      #expect(summary.rowsOut == grid.pointCount && summary.rejectedRows == 0)
      let rows = try VectorRow.all(of: try TextFile.read(again), source: "again.csv")
      #expect(rows.count == grid.pointCount)
      for row in rows {
        let (before, after) = (row.fields.dropFirst(6).prefix(10), row.fields.suffix(10))
        if !before.elementsEqual(after) { Issue.record("\(row)") }
      }
    }
  }
}
