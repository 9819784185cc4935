import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

@testable import Bulk

/// The totals of a grid against a report of each of its points.
@Suite struct GridWarningTests {
  private static func reports(of grid: ParameterGrid) throws -> [WarningTotal] {
    var tally = DoubtTally()
    for point in 0..<grid.pointCount {
      var inputs = GridInputs(of: grid.axes.map(\.key) + Array(grid.fixed.keys))
      for (key, value) in grid.fixed { inputs.set(key, GridInputs.slot(key), value) }
      for (axis, index) in zip(grid.axes, grid.indices(ofPoint: point)) {
        inputs.set(axis.key, GridInputs.slot(axis.key), axis[raw: index])
      }
      let report = try VaultReport(
        evaluating: inputs.snapshot,
        under: YieldConvention(time: try Timestamp(inputs.vault.timestamp), year: grid.year))
      let codes = report.warnings.filter { $0.code != .periodAssumedActive }
      tally.add(VaultDoubts(codes), at: point)
    }
    return tally.totals
  }

  @Test func `a sound grid has no warning, and no point is looked at`() throws {
    let grid = try GridFixtures.recorded()
    #expect(try Self.reports(of: grid) == grid.warnings(threads: 2))
  }

  @Test("grids by chance", arguments: 0..<8)
  func chance(seed: UInt64) throws {
    var random = SeededGenerator(seed: 70 + seed)
    for _ in 0..<15 {
      func values(_ exponents: ClosedRange<Int>, zero: Bool = false) -> [ExactInteger] {
        (0..<3).map { index in
          if zero, index == 0, Bool.random(using: &random) { return 0 }
          return ExactInteger(Int.random(in: 1...999, using: &random))
            * ExactInteger.powerOfTen(Int.random(in: exponents, using: &random))
        }
      }
      let grid = try ParameterGrid(
        axes: [
          try GridAxis(.totalSupply, raw: values(0...26, zero: true)),
          try GridAxis(.rewardRate, raw: values(20...60, zero: true)),
          try GridAxis(.stakePrice, raw: values(14...25)),
          try GridAxis(.rewardPrice, raw: values(14...25, zero: true)),
          try GridAxis(.periodFinish, raw: [900, 1_001, 40_000_000]),
        ],
        fixed: [.timestamp: 1_000, .stakeDecimals: [6, 18].randomElement(using: &random) ?? 18],
        metrics: [.apr])
      #expect(try grid.warnings(threads: 2) == Self.reports(of: grid))
    }
  }

  @Test func `notifications`() throws {
    let grid = try ParameterGrid(
      axes: [
        try GridAxis(.reward, raw: [0, 100, ExactInteger.powerOfTen(20)]),
        try GridAxis(.duration, raw: [604_800, 3_153_600_001]),
        try GridAxis(.undistributed, raw: [0, ExactInteger.powerOfTen(60)]),
      ], metrics: [.emissionRate])
    #expect(
      grid.warnings(threads: 1) == [
        WarningTotal(code: .amountScale, count: 4, first: 4),
        WarningTotal(code: .beyondCentury, count: 6, first: 2),
      ])
  }

  @Test func `a pool's net APR has an APY up to 100`() throws {
    let yields = try ["100", "100.000000000000000001", "200"].map { try Wad(parsing: $0).rawValue }
    let grid = try ParameterGrid(
      axes: [try GridAxis(.grossApr, raw: yields)],
      fixed: [.commission: 0, .poolFee: 0], metrics: [.poolNetApr, .poolNetApy])
    #expect(
      grid.warnings(threads: 2) == [WarningTotal(code: .yieldBeyondRange, count: 2, first: 1)])
    let apys = grid.evaluate(0..<3).columns[1]
    // (1 + 100/365)^365 - 1 by Python's fractions.
    #expect(apys.text(0) == "241786627816465414384110775845187052951.289306644098168737")
    #expect(apys.text(1).isEmpty && apys.text(2).isEmpty)
    // Half of it is the commission.
    let net = try ParameterGrid(
      axes: [try GridAxis(.grossApr, raw: [Wad(200).rawValue])],
      fixed: [.commission: 5_000, .poolFee: 0], metrics: [.poolNetApy])
    #expect(net.warnings(threads: 1) == [])
  }
}
