import FixedPoint
import TestSupport
import Testing
import YieldKernels

struct RewardVaultFlowsTests {
  private let year = AnnualFactor.protocolYear

  @Test func `value at stake counts the token's own decimals`() throws {
    // 1.5 tokens of 6 decimals at 2 USD, and the documentation's vault.
    let price = try Wad(parsing: "223845.58")
    #expect(
      RewardVaultFlows.tvlUSD(totalSupply: 1_500_000, stakePrice: Wad(2), stakeDecimals: 6)
        == Wad(3))
    #expect(
      RewardVaultFlows.tvlUSD(
        totalSupply: 598_626_940_947_001_140_289, stakePrice: price, stakeDecimals: 18
      ).text() == "133999994.799907219508652572")
  }

  @Test func `a hundred tokens over five days are twenty a day`() throws {
    let rate = try (ExactInteger(100) * .powerOfTen(36)).divided(by: 432_000, rounding: .down)
    #expect(
      RewardVaultFlows.rewards(rewardRate: rate, seconds: RewardVaultFlows.day).text()
        == "19.999999999999999999")
    #expect(
      RewardVaultFlows.rewardsUSD(
        rewardRate: .powerOfTen(36), rewardPrice: try Wad(parsing: "0.5"), seconds: year)
        == Wad(15_768_000))
  }

  @Test func `the fixed width equals the unbounded path`() {
    var source = AdversarialWords(seed: 5)
    var answered = 0
    for _ in 0..<3_000 * TestScale.factor {
      let (a, b) = (source.word128(), source.word128())
      let seconds: UInt64 = source.pick([0, 1, 86_400, 31_536_000, .max])
      let factor = AnnualFactor(stakeDecimals: source.pick([0, 6, 18, 19, 20, 38, 39, 255]))
      let (exactA, wadB) = (ExactInteger(a), Wad(raw: ExactInteger(b)))
      let pairs: [(UInt128?, Wad)] = [
        (
          RewardVaultFlows.fixedWidthTVL(totalSupply: a, stakePrice: b, factor: factor),
          RewardVaultFlows.tvlUSD(
            totalSupply: exactA, stakePrice: wadB, stakeDecimals: factor.stakeDecimals)
        ),
        (
          RewardVaultFlows.fixedWidthRewards(rewardRate: a, seconds: seconds),
          RewardVaultFlows.rewards(rewardRate: exactA, seconds: seconds)
        ),
        (
          RewardVaultFlows.fixedWidthRewardsUSD(rewardRate: a, rewardPrice: b, seconds: seconds),
          RewardVaultFlows.rewardsUSD(rewardRate: exactA, rewardPrice: wadB, seconds: seconds)
        ),
      ]
      for case (let narrow?, let exact) in pairs {
        answered += 1
        #expect(exact.rawValue == ExactInteger(narrow))
      }
    }
    #expect(answered > 1_000)
  }
}
