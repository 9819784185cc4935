import FixedPoint
import Quantities
import TestSupport
import Yields

/// One row of `Tests/Vectors/solve.csv`, computed by Python's fractions
/// (`Tests/Vectors/generators/solve.py`).
struct SolveVector: Sendable {
  let place: String
  let input: SolvableInput
  let equation: VaultEquation
  let target: APR
  let exact: ExactRational
  /// Nil where not even one unit reaches the target.
  let value: ExactInteger?
  let apr: Wad?
  let nextAPR: Wad?

  static func all() throws -> [SolveVector] {
    try VectorRow.all(in: "solve.csv").map { try SolveVector($0) }
  }

  private init(_ row: VectorRow) throws {
    place = row.place
    input = try row.value("unknown") { SolvableInput(rawValue: $0) }
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try row.integer("rewardRate")), periodFinish: nil,
      totalSupply: try row.stake("totalSupply"),
      rewardPrice: try Price(try row.rawWad("rewardPrice")),
      stakePrice: try Price(try row.rawWad("stakePrice")))
    equation = VaultEquation(
      snapshot: snapshot, year: try YearLength(seconds: try row.seconds("yearSeconds")),
      commission: try BasisPoints(try row.int("commission")))
    target = APR(try row.rawWad("target"))
    exact = try ExactRational(try row.integer("numerator"), try row.integer("denominator"))
    value = try row.integerIfPresent("value")
    apr = try row.integerIfPresent("apr").map { Wad(raw: $0) }
    nextAPR = try row.integerIfPresent("nextApr").map { Wad(raw: $0) }
  }
}
