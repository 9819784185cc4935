import FixedPoint
import Yields
import Quantities
import Testing
@testable import Faults

/// What follows from a target for the documentation's vault, checked by hand from the identity.
struct StakeSolutionTests {
  private static func equation() throws -> VaultEquation {
    VaultEquation(
      snapshot: VaultSnapshot(
        rewardRate: try RewardRate(raw: 272_490_527_103_681_170_793_308_992_914_391_673),
        periodFinish: nil,
        totalSupply: try TokenAmount(raw: 598_626_940_947_001_140_289, decimals: .eighteen),
        rewardPrice: try Price(Wad(parsing: "7.8")),
        stakePrice: try Price(Wad(parsing: "223845.58"))), year: .days365)
  }

  @Test func `the value at which the APR falls to the target does not depend on the stake`() throws
  {
    let equation = try Self.equation()
    let solution = try equation.solveStake(target: APR(try Wad(parsing: "0.3")))
    // 0.272490527103681170793308992914391673 * 31536000 * 7.8 / 0.3, by Python's fractions.
    #expect(solution.tvl.description == "223424792.831283924455582602")
    var other = equation.snapshot
    other.totalSupply = try TokenAmount(raw: 1, decimals: .eighteen)
    other.stakePrice = try Price(Wad(1))
    let same = try VaultEquation(snapshot: other, year: .days365)
      .solveStake(target: APR(try Wad(parsing: "0.3")))
    #expect(same.exactTVL == solution.exactTVL)
  }

  @Test func `the deposit dilutes exactly to the target`() throws {
    let equation = try Self.equation()
    let target = APR(try Wad(parsing: "0.3"))
    let solution = try equation.solveStake(target: target)
    let supply = equation.snapshot.totalSupply.raw
    let after = try #require(equation.apr(with: .totalSupply, at: supply + solution.deposit))
    #expect(after >= target)
    let beyond = try #require(equation.apr(with: .totalSupply, at: supply + solution.deposit + 1))
    #expect(beyond < target)
    #expect(solution.exactDeposit.integer(rounding: .down) == solution.deposit)
  }

  @Test func `a higher target asks for a withdrawal`() throws {
    let solution = try Self.equation().solveStake(target: APR(try Wad(parsing: "0.6")))
    #expect(solution.deposit.isNegative)
  }

  @Test func `a stake known by its value gives the rate that its parts give`() throws {
    let equation = try Self.equation()
    let target = APR(try Wad(parsing: "0.5"))
    let value = USD(unchecked: try Wad(parsing: "133999994.799907219508652572"))
    let byValue = try equation.withStake(worth: value).solve(for: .rewardRate, target: target)
    let byParts = try equation.solve(for: .rewardRate, target: target)
    // The value is cut at its 18th decimal, so its rate is at most the other's.
    #expect(byValue.raw <= byParts.raw)
    #expect(byParts.raw - byValue.raw < 1_000_000_000_000)
  }

  @Test(arguments: [("0.47", 603), ("0.500204779481316715", 0), ("0.00000001", 9999)])
  func `the commission leaves at least the target`(target: String, points: Int) throws {
    let target = APR(try Wad(parsing: target))
    let solution = try Self.equation().solveCommission(target: target)
    #expect(solution.commission.value == points)
    #expect(solution.net >= target)
    let next = try #require(solution.nextNet)
    #expect(next < target)
  }

  @Test func `no commission leaves more than the gross yield`() throws {
    #expect(throws: Fault.self) {
      try Self.equation().solveCommission(target: APR(try Wad(parsing: "0.500204779481316717")))
    }
  }

  @Test(arguments: [12, 365, 8760])
  func `an APY's APR gives at least the APY`(periods: Int) throws {
    let apy = APY(try Wad(parsing: "0.65"))
    for target in [YieldTarget.apy(apy, periodsPerYear: periods), .continuousAPY(apy)] {
      let apr = try target.apr()
      let yield = try #require(target.yield(of: apr))
      #expect(yield >= apy.wad)
      let less = APR(Wad(raw: apr.wad.rawValue - 2))
      let lower = try #require(target.yield(of: less))
      #expect(lower < apy.wad)
    }
  }

  @Test func `an APY that no APR compounds to is refused`() {
    let target = YieldTarget.apy(APY(Wad(-1)), periodsPerYear: 365)
    #expect(throws: Fault.self) { try target.apr() }
  }
}
