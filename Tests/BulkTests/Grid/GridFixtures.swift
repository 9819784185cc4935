import Bulk
import Faults
import FixedPoint
import Quantities
import Yields

/// Grids that several tests look at.
enum GridFixtures {
  /// The grid of `Tests/Vectors/grid.csv` (`Tests/Vectors/generators/grid.py`).
  static func recorded() throws -> ParameterGrid {
    try ParameterGrid(
      axes: [
        axis(.totalSupply, "1000000000000000000000", "7000000000000000000007", 3),
        axis(.stakePrice, "0.3", "223845.58", 2),
        axis(
          .rewardRate, "1000000000000000000000000000000000",
          "272490527103681170793308992914391673", 7),
        axis(.rewardPrice, "0.1", "20", 25),
      ],
      fixed: [.commission: 500],
      metrics: [.apr, .netApr, .tvlUsd, .rewardsPerYearUsd, .rewardsPerDay])
  }

  static func axis(
    _ key: InputKey, _ start: String, _ stop: String, _ count: Int
  ) throws -> GridAxis {
    try GridAxis(
      key, from: try ExactRational(parsing: start), through: try ExactRational(parsing: stop),
      count: count)
  }

  /// The text of a grid, as a sink receives it.
  static func text(_ grid: ParameterGrid, _ format: RowFormat, threads: Int) -> String {
    var bytes: [UInt8] = []
    grid.write(format: format, threads: threads) { piece in
      unsafe piece.withUnsafeBufferPointer { unsafe bytes += $0 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
