import FixedPoint
import Quantities
import Testing
import Yields

@testable import Bulk

/// Which inputs a metric hangs on: one that it does not hang on changes no figure.
@Suite struct GridInputUseTests {
  /// Every input with a value, and with another one that makes a difference where it can.
  private static let values: [InputKey: (usual: ExactInteger, other: ExactInteger)] = [
    .rewardRate: (.powerOfTen(36), .powerOfTen(35)), .periodFinish: (2_000_000_000, 1_500_000_000),
    .totalSupply: (.powerOfTen(24), 0), .stakeDecimals: (18, 6),
    .rewardPrice: (.powerOfTen(18), .powerOfTen(17)),
    .stakePrice: (.powerOfTen(20), .powerOfTen(19)),
    .timestamp: (1_750_000_000, 2_100_000_000), .compounding: (12, 1), .commission: (500, 0),
    .grossApr: (.powerOfTen(17), .powerOfTen(16)), .poolFee: (1_000, 0),
    .reward: (.powerOfTen(21), 5),
    .undistributed: (.powerOfTen(40), 0), .targetRate: (0, .powerOfTen(33)),
    .duration: (400_000, 500_000), .minDuration: (300_000, 400_000),
  ]

  /// Only a target rate has a shortest duration.
  private static let emission: Set<FigureKey> = [.emissionRate, .emissionDurationSeconds]

  @Test(arguments: FigureKey.metrics)
  func `a metric hangs on the inputs that change it`(metric: FigureKey) throws {
    #expect(Set(Self.values.keys) == Set(InputKey.axes))
    for key in InputKey.axes {
      let (usual, other) = try #require(Self.values[key])
      var fixed = Self.values.mapValues(\.usual)
      fixed[key] = nil
      let grid = try ParameterGrid(
        axes: [GridAxis(key, raw: [usual, other])], fixed: fixed, metrics: [metric])
      let column = try #require(grid.evaluate(0..<2).columns.first)
      let isSame = column[0] == column[1]
      if !metric.hangs(on: key) {
        #expect(isSame, "\(key)")
      } else if !Self.emission.contains(metric) {
        #expect(!isSame, "\(key)")
      }
    }
  }
}
