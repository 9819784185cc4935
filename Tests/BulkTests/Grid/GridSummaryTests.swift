import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

@testable import Bulk

struct GridSummaryTests {
  /// Everything that a summary says, from all figures at once.
  private func expectHonest(_ grid: ParameterGrid, threads: Int) throws {
    let summary = grid.summary(threads: threads)
    let block = grid.evaluate(0..<grid.pointCount)
    #expect(summary.pointCount == grid.pointCount)
    for (metric, column) in zip(summary.metrics, block.columns) {
      let all = (0..<column.count).compactMap { point in column[point].map { ($0, point) } }
      #expect(metric.count == all.count && metric.absent == column.count - all.count)
      let sorted = all.map(\.0).sorted()
      #expect(metric.minimum?.value == sorted.first && metric.maximum?.value == sorted.last)
      #expect(metric.minimum?.point == all.first { $0.0 == sorted.first }?.1)
      #expect(metric.maximum?.point == all.first { $0.0 == sorted.last }?.1)
      let sum = sorted.reduce(ExactInteger(0), +)
      let mean = try? sum.divided(by: ExactInteger(sorted.count), rounding: .halfEven)
      #expect(metric.mean == mean)
      for quantile in metric.quantiles where !sorted.isEmpty {
        let value = try #require(quantile.value)
        // The law: so many figures are at most the quantile, and fewer are below it.
        let part = sorted.count * quantile.percent
        #expect(sorted.filter { $0 <= value }.count * 100 >= part)
        #expect(sorted.filter { $0 < value }.count * 100 < part)
        #expect(sorted.contains(value))
      }
    }
  }

  @Test(arguments: [1, 3])
  func `a summary is what all points say`(threads: Int) throws {
    try expectHonest(try GridFixtures.recorded(), threads: threads)
  }

  @Test func `points without a figure are counted apart`() throws {
    let grid = try ParameterGrid(
      axes: [
        GridAxis(.totalSupply, raw: [0, 5_000_000, 0, 5_000_000, 7_000_000]),
        GridFixtures.axis(.rewardPrice, "0", "1", 10),
      ],
      fixed: [.rewardRate: .powerOfTen(36), .stakePrice: .powerOfTen(18)], metrics: [.apr])
    try expectHonest(grid, threads: 2)
  }

  @Test func `nothing but absent figures has no extremes`() throws {
    let grid = try ParameterGrid(
      axes: [GridAxis(.totalSupply, raw: [0])],
      fixed: [.rewardRate: 1, .rewardPrice: 1, .stakePrice: 1], metrics: [.apr])
    let metric = try #require(grid.summary(threads: 1).metrics.first)
    #expect(metric.count == 0 && metric.absent == 1)
    #expect(metric.minimum == nil && metric.maximum == nil && metric.mean == nil)
    #expect(metric.quantiles.allSatisfy { $0.value == nil })
  }

  /// More values than a pass collects, so that brackets are narrowed first; the law of quantiles on a
  /// grid whose figures are known: figure k of 0...n-1 is k.
  @Test func `large grids narrow their brackets`() throws {
    let count = 70_001
    let grid = try ParameterGrid(
      axes: [GridFixtures.axis(.totalSupply, "0", "70000", count)],
      fixed: [.stakePrice: Wad.scale], metrics: [.tvlUsd])
    let metric = try #require(grid.summary(threads: 2).metrics.first)
    #expect(
      metric.quantiles.map(\.value)
        == [5, 25, 50, 75, 95].map { ExactInteger((count * $0 + 99) / 100 - 1) })
    #expect(metric.mean == ExactInteger(count / 2))
  }

  /// Figures that no word holds, more of them than a pass collects, with words among them or alone.
  @Test(arguments: ["0", "1361129467683753853853498429727072845824"])
  func `quantiles beyond any word are figures of the grid`(start: String) throws {
    let grid = try ParameterGrid(
      axes: [
        GridFixtures.axis(.totalSupply, start, "2722258935367507707706996859454145691648", 9_001)
      ],
      fixed: [.stakePrice: Wad.scale], metrics: [.tvlUsd])
    try expectHonest(grid, threads: 2)
  }

  /// The points at one token and at two have an APR above 100, the one without stake has none.
  @Test func `what is too large to be stated ranks above all figures, what is none not at all`()
    throws
  {
    let grid = try ParameterGrid(
      axes: [GridAxis(.totalSupply, raw: (0...10).map { ExactInteger($0) * .powerOfTen(18) })],
      fixed: [
        .rewardRate: ExactInteger(parsing: "272490527103681170793308992914391673"),
        .stakePrice: Wad(parsing: "223845.58").rawValue, .rewardPrice: Wad(parsing: "7.8").rawValue,
      ], metrics: [.apyDaily])
    let metric = try #require(grid.summary(threads: 2).metrics.first)
    #expect(metric.count == 8 && metric.absent == 3 && metric.unstated == 2)
    // (1 + 99.812018995989969717/365)^365 - 1, of the point at three tokens.
    let largest = "208610905149495228789592806532968611658.379584668819120933"
    #expect(metric.maximum?.point == 3)
    #expect(metric.maximum.map { metric.text($0.value) } == largest)
    #expect(metric.quantiles[3].value == metric.maximum?.value)
    #expect(metric.quantiles[4].value == nil)
    let warnings = grid.warnings(threads: 2).filter { $0.code == .yieldBeyondRange }
    #expect(warnings.map(\.count) == [2] && warnings.map(\.first) == [1])
  }
}
