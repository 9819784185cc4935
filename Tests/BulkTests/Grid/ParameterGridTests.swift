import Faults
import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

@testable import Bulk

struct ParameterGridTests {
  @Test(arguments: [1, 2, 5])
  func `the text is Python's, byte by byte, for any number of threads`(threads: Int) throws {
    let expected = String(decoding: try VectorFile.bytes("grid.csv"), as: UTF8.self)
    #expect(GridFixtures.text(try GridFixtures.recorded(), .csv, threads: threads) == expected)
  }

  /// Pieces that are not whole rows cannot use the row kernels, so this compares the two paths.
  @Test func `any cut of the grid gives the same figures`() throws {
    let grid = try GridFixtures.recorded()
    let whole = grid.evaluate(0..<grid.pointCount)
    for length in [1, 7, 24, 26, 100] {
      var point = 3
      while point < grid.pointCount {
        let points = point..<min(point + length, grid.pointCount)
        let block = grid.evaluate(points)
        for (column, figures) in block.columns.enumerated() {
          for offset in 0..<points.count {
            #expect(figures[offset] == whole.columns[column][point + offset])
          }
        }
        point += max(length, 97)
      }
    }
  }

  /// APRs alone are taken from the row kernels as whole columns.
  @Test func `figures do not depend on which others are asked for`() throws {
    let recorded = try GridFixtures.recorded()
    let all = recorded.evaluate(0..<recorded.pointCount)
    let some = try ParameterGrid(
      axes: recorded.axes, fixed: recorded.fixed, metrics: [.netApr, .apr])
    let block = some.evaluate(0..<some.pointCount)
    for point in 0..<some.pointCount {
      #expect(block.columns[0][point] == all.columns[1][point])
      #expect(block.columns[1][point] == all.columns[0][point])
    }
  }

  /// The example of the documentation, with shorter axes: 1e36 a second at 10 USD for 1e26 staked is
  /// an APR of 31536000 * 10 / 1e8.
  @Test func `the documented example`() throws {
    let prices = try GridAxis(
      .rewardPrice, from: ExactRational(1), through: ExactRational(10), count: 10)
    let stakes = try GridAxis(
      logarithmic: .totalSupply, from: .powerOfTen(20), through: .powerOfTen(26), count: 7)
    let grid = try ParameterGrid(
      axes: [stakes, prices],
      fixed: [.rewardRate: .powerOfTen(36), .stakePrice: .powerOfTen(18)],
      metrics: [.apr, .tvlUsd])
    let last = grid.evaluate(grid.pointCount - 1..<grid.pointCount)
    #expect(last.columns.map { $0.text(0) } == ["3.1536", "100000000"])
    #expect(grid.summary(threads: 1).metrics[0].minimum?.point == 60)
  }

  @Test func `points are in row-major order, the last axis fastest`() throws {
    let grid = try GridFixtures.recorded()
    #expect(grid.pointCount == 3 * 2 * 7 * 25)
    #expect(grid.indices(ofPoint: 0) == [0, 0, 0, 0])
    #expect(grid.indices(ofPoint: 26) == [0, 0, 1, 1])
    #expect(grid.indices(ofPoint: grid.pointCount - 1) == [2, 1, 6, 24])
    #expect(grid.coordinates(ofPoint: 24)[3] == "20")
  }

  @Test func `no stake has no APR, and an ended period yields nothing`() throws {
    let grid = try ParameterGrid(
      axes: [
        GridAxis(.totalSupply, raw: [0, .powerOfTen(18)]), GridAxis(.timestamp, raw: [9, 10]),
      ],
      fixed: [
        .rewardRate: .powerOfTen(36), .rewardPrice: Wad.scale, .stakePrice: Wad.scale,
        .periodFinish: 10,
      ],
      metrics: [.apr, .apyDaily, .rewardsPerDay, .tvlUsd])
    let text = GridFixtures.text(grid, .csv, threads: 1)
    #expect(
      text == """
        totalSupply,timestamp,apr,apyDaily,rewardsPerDay,tvlUsd
        0,9,,,0,0
        0,10,,,0,0
        1000000000000000000,9,31536000,,86400,1
        1000000000000000000,10,0,0,0,1

        """)
    let json = GridFixtures.text(grid, .ndjson, threads: 1)
    #expect(
      json.hasPrefix(
        "{\"totalSupply\":\"0\",\"timestamp\":9,\"apr\":null,\"apyDaily\":null,"
          + "\"rewardsPerDay\":\"0\",\"tvlUsd\":\"0\"}\n"))
  }

  @Test func `inputs beyond 128 bits and decimals beyond 18 are exact`() throws {
    let grid = try ParameterGrid(
      axes: [
        GridAxis(.stakeDecimals, raw: [0, 6, 18, 77]),
        GridAxis(.rewardRate, raw: [.powerOfTen(36), .powerOfTen(70)]),
      ],
      fixed: [
        .totalSupply: 3, .rewardPrice: Wad.scale, .stakePrice: ExactInteger(7) * .powerOfTen(17),
      ],
      metrics: [.apr])
    let block = grid.evaluate(0..<grid.pointCount)
    for point in 0..<grid.pointCount {
      let indices = grid.indices(ofPoint: point)
      let rate = ExactInteger.powerOfTen([36, 70][indices[1]])
      let unit = ExactInteger.powerOfTen([0, 6, 18, 77][indices[0]])
      let expected = try (rate * 31_536_000 * Wad.scale * unit).divided(
        by: Wad.scale * 3 * ExactInteger(7) * .powerOfTen(17), rounding: .down)
      #expect(block.columns[0][point] == expected)
    }
  }

  /// (0.2 * (1 - 0.1)) * (1 - 0.05) = 0.171, and 100 tokens over 5 days.
  @Test func `pool yields and emission are those of the protocol module`() throws {
    let pool = try ParameterGrid(
      axes: [GridAxis(.grossApr, raw: [ExactInteger(2) * .powerOfTen(17)])],
      fixed: [.commission: 1_000, .poolFee: 500, .compounding: 1],
      metrics: [.poolNetApr, .poolNetApy])
    #expect(pool.evaluate(0..<1).columns.map { $0.text(0) } == ["0.171", "0.171"])
    let emission = try ParameterGrid(
      axes: [GridAxis(.duration, raw: [432_000])],
      fixed: [.reward: ExactInteger(100) * Wad.scale],
      metrics: [.emissionRate, .emissionDurationSeconds])
    #expect(
      emission.evaluate(0..<1).columns.map { $0.text(0) }
        == ["231481481481481481481481481481481", "432000"])
  }

  @Test func `a failing sink ends the run with its error`() throws {
    struct Full: Error {}
    let grid = try ParameterGrid(
      axes: [GridFixtures.axis(.totalSupply, "0", "40000", 40_001)],
      fixed: [.stakePrice: Wad.scale], metrics: [.tvlUsd])
    var pieces = 0
    #expect(throws: Full.self) {
      try grid.write(format: .csv, threads: 3) { _ in
        pieces += 1
        if pieces == 3 { throw Full() }
      }
    }
    #expect(pieces == 3)
  }

  @Test func `grids that mean nothing are refused`() throws {
    let price = try GridAxis(.rewardPrice, raw: [1])
    for metrics: [FigureKey] in [[], [.apr, .apr], [.secondsLeft]] {
      #expect(throws: Fault.badMetrics) { try ParameterGrid(axes: [price], metrics: metrics) }
    }
    #expect(throws: Fault.repeatedInput(.rewardPrice)) {
      try ParameterGrid(axes: [price], fixed: [.rewardPrice: 2], metrics: [.apr])
    }
    #expect(throws: Fault.missingInput(of: .tvlUsd, among: [.totalSupply])) {
      try ParameterGrid(axes: [price], metrics: [.tvlUsd])
    }
    #expect(throws: Fault.valueOutOfRange(.commission, raw: 10_001)) {
      try ParameterGrid(
        axes: [price], fixed: [.commission: 10_001, .grossApr: 1], metrics: [.poolNetApr])
    }
    let axes = try [
      InputKey.rewardRate, .totalSupply, .rewardPrice, .stakePrice, .grossApr, .reward,
      .undistributed,
    ].map { try GridFixtures.axis($0, "1", "1000", 1_000) }
    #expect(throws: Fault.tooManyPoints) { try ParameterGrid(axes: axes, metrics: [.apr]) }
  }
}
