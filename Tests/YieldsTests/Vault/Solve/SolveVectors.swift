import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing

/// One row of `Tests/Vectors/solve.csv`, computed by Python's fractions
/// (`Scripts/make-solve-vectors.py`).
struct SolveVector: Sendable {
  let input: SolvableInput
  let equation: VaultEquation
  let target: APR
  let exact: ExactRational
  /// Nil where not even one unit reaches the target.
  let value: ExactInteger?
  let apr: Wad?
  let nextAPR: Wad?

  static func all() throws -> [SolveVector] {
    let text = String(decoding: try VectorFile.bytes("solve.csv"), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { line in
      try SolveVector(line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private init(_ cells: [String]) throws {
    func integer(_ index: Int) throws -> ExactInteger { try ExactInteger(parsing: cells[index]) }
    func optional(_ index: Int) throws -> ExactInteger? {
      cells[index].isEmpty ? nil : try integer(index)
    }
    input = try #require(SolvableInput(rawValue: cells[0]))
    let decimals = try TokenDecimals(try #require(Int(cells[5])))
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try integer(1)), periodFinish: nil,
      totalSupply: try TokenAmount(raw: try integer(3), decimals: decimals),
      rewardPrice: try Price(Wad(raw: try integer(2))),
      stakePrice: try Price(Wad(raw: try integer(4))))
    equation = VaultEquation(
      snapshot: snapshot, year: try YearLength(seconds: try #require(UInt64(cells[6]))),
      commission: try BasisPoints(try #require(Int(cells[7]))))
    target = APR(Wad(raw: try integer(8)))
    exact = try ExactRational(try integer(9), try integer(10))
    value = try optional(11)
    apr = try optional(12).map { Wad(raw: $0) }
    nextAPR = try optional(13).map { Wad(raw: $0) }
  }
}
