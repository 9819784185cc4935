import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields
@testable import Faults

/// What follows from a target for stake and commission, against Python's fractions
/// (`Tests/Vectors/generators/solve_stake.py`).
@Suite struct StakeSolutionVectorTests {
  @Test func `value, deposit and commission are Python's`() throws {
    var above = 0
    for row in try VectorRow.all(in: "solve_stake.csv") {
      let equation = try Self.equation(row)
      let target = APR(try row.rawWad("target"))
      let solution = try equation.solveStake(target: target)
      #expect(try solution.tvl.description == row.text("tvl"), "\(row)")
      #expect(try solution.deposit == row.integer("deposit"), "\(row)")
      let exact = try ExactRational(row.integer("numerator"), row.integer("denominator"))
      #expect(solution.exactDeposit == exact, "\(row)")
      guard let points = try row.valueIfPresent("points", { Int($0) }) else {
        above += 1
        #expect(throws: Fault.self, "\(row)") {
          try equation.solveCommission(target: target)
        }
        continue
      }
      let commission = try equation.solveCommission(target: target)
      #expect(commission.commission.value == points, "\(row)")
      #expect(try commission.net.wad == row.rawWad("net"), "\(row)")
      #expect(try commission.nextNet?.wad.rawValue == row.integerIfPresent("nextNet"), "\(row)")
    }
    #expect(above > 100 && above < 300)
  }

  private static func equation(_ row: VectorRow) throws -> VaultEquation {
    VaultEquation(
      snapshot: VaultSnapshot(
        rewardRate: try RewardRate(raw: try row.integer("rewardRate")), periodFinish: nil,
        totalSupply: try row.stake("totalSupply"),
        rewardPrice: try Price(try row.rawWad("rewardPrice")),
        stakePrice: try Price(try row.rawWad("stakePrice"))),
      year: try YearLength(seconds: try row.seconds("yearSeconds")),
      commission: try BasisPoints(try row.int("commission")))
  }
}
