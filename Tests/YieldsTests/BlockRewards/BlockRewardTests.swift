import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Contracts
@testable import Yields
@testable import Faults

@Suite struct BlockRewardTests {
  @Test(arguments: try AnalyticsVector.cases("block_rewards", kind: "computeReward"))
  func `The mathematical reward is mpmath's, and the contract's is near it`(
    vector: VectorCase
  ) throws {
    let input = vector.input
    let curve = ProtocolProfile.BlockRewards.BoostCurve(
      multiplier: try word(input, "multiplier"), convexity: try word(input, "convexity"),
      minimumRewardRate: try word(input, "minimum"))
    let rewardRate = try input.integer("rewardRate")
    let reward = try BoostedReward(
      boost: Wad(raw: try input.integer("boost")), rewardRate: rewardRate, curve: curve)
    #expect(reward.mathematical == (try vector.output.integer("reward")))
    // Solady's power is good to about an ulp of 1e-18, which the curve multiplies by less than 30.
    let allowed = ExactRational(rewardRate + Wad.scale) * (try ExactRational(100, Wad.scale))
    #expect(ExactRational((reward.contract - reward.mathematical).magnitude) <= allowed)
  }

  @Test(arguments: try AnalyticsVector.cases("block_rewards", kind: "validator"))
  func `A validator's expectation is Python's`(vector: VectorCase) throws {
    let (input, output) = (vector.input, vector.output)
    let expected = try ValidatorEmission(
      stake: try input.integer("stake"), totalStake: try input.integer("totalStake"),
      blockTime: ExactRational(try input.wad("blockTime")),
      basePerBlock: try input.integer("baseRate"), rewardPerBlock: try input.integer("rewardRate"),
      year: .days365)
    for (value, key) in [
      (expected.proposalProbability, "proposalProbability"),
      (expected.blocksPerYear, "blocksPerYear"), (expected.basePerYear, "basePerYear"),
      (try #require(expected.rewardPerYear), "rewardPerYear"),
    ] {
      #expect(value.wad(rounding: .down) == (try output.wad(key)), "\(key)")
    }
  }

  @Test func `The eras differ by profile alone`() throws {
    let next = try BlockEmission(rewards: .polNext, boost: .zero)
    #expect(next.total == 1_705_000_000_000_000_000)
    #expect(next.boosted == nil)
    let full = try BlockEmission(rewards: .february2026, boost: .one)
    #expect(full.reward == 2_275_000_000_000_000_000)
    let none = try BlockEmission(rewards: .february2026, boost: .zero)
    #expect(none.reward == 0 && none.base == 400_000_000_000_000_000)
    let unknown = try BlockEmission(rewards: .february2026, boost: nil)
    #expect(unknown.reward == nil && unknown.total == nil && unknown.base == none.base)
    #expect(try BlockEmission(rewards: .polNext, boost: nil) == next)
  }

  @Test func `A stake's yield is Python's, with incentives and without`() throws {
    let expected = try ValidatorEmission(
      stake: 1_000_000 * Wad.scale, totalStake: 60_000_000 * Wad.scale,
      blockTime: try ExactRational(1963, 1000), basePerBlock: 400_000_000_000_000_000,
      rewardPerBlock: 1_305_000_000_000_000_000, year: .days365)
    // F(31536000 * 1000, 1963) / 60 * F(4, 10) / 10**6
    #expect(
      expected.yieldOnStake?.wad(rounding: .down) == (try Wad(parsing: "0.107101375445746306")))
    // (F(4, 10) * F(32, 10) + F(1305, 1000) * F(19, 10) / 20) / F(32, 10) / 10**6 * blocks
    let yield = try expected.yieldOnStake(
      bid: try Price(try Wad(parsing: "1.9")), rewardPrice: try Price(try Wad(parsing: "3.2")),
      commission: try ExactRational(1, 20))
    #expect(yield?.wad(rounding: .down) == (try Wad(parsing: "0.117474729368313805")))
  }

  @Test func `A rational power is rounded as what it is`() throws {
    // 0.25^0.5 = 0.5, so the reward is 1e18 * 2 * 0.5 / 1.5 exactly.
    let curve = ProtocolProfile.BlockRewards.BoostCurve(
      multiplier: 1_000_000_000_000_000_000, convexity: 500_000_000_000_000_000,
      minimumRewardRate: 0)
    let reward = try BoostedReward(
      boost: try Wad(parsing: "0.25"), rewardRate: 3 * Wad.scale, curve: curve)
    #expect(reward.mathematical == 2 * Wad.scale)
  }

  @Test func `A boost above 1 and a stake above the total are refused`() {
    #expect(throws: Fault.self) {
      try BoostedReward(boost: Wad(2), rewardRate: 1, curve: .bgtEra)
    }
    #expect(throws: Fault.self) {
      try ValidatorEmission(
        stake: 2, totalStake: 1, blockTime: .one, basePerBlock: 1, rewardPerBlock: 1,
        year: .days365)
    }
  }

  @Test func `The recorded block time is the average of the recorded blocks`() throws {
    let average = try ExactRational(1_762_164_265 - 1_739_205_914, 12_627_746 - 933_558)
    let recorded = ProtocolProfile.ValidatorSet.recordedBlockSeconds
    #expect((average - recorded).magnitude < (try ExactRational(1, 2000)))
  }

  private func word(_ input: VectorValue, _ key: String) throws -> UInt128 {
    try #require(UInt128(exactly: try input.integer(key)))
  }
}
