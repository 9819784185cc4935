import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// What a contract does in random states is what its pure steps say.
@Suite struct StepLawsTests {
  @Test(arguments: (0..<UInt64(24 * TestScale.factor)).map { 0x57e9 + $0 })
  func `a notification makes the next period of the period before`(seed: UInt64) throws {
    var fixture = RewardVaultFixture(seed: seed)
    var (notified, started) = (0, 0)
    for _ in 0..<150 {
      fixture.wait()
      let (operation, caller) = fixture.operation()
      let before = fixture.vault
      guard fixture.perform(operation, by: caller) != nil else { continue }
      let now = UInt256(fixture.now)
      let isStaked = !before.ledger.totalSupply.isZero
      var period = before.ledger.words.period
      switch operation {
      case .notifyRewardAmount(_, let amount, _):
        let leftOver =
          isStaked && now < period.periodFinish
          ? try period.rewardRate * (try period.periodFinish - now) : .zero
        let scaled = try amount * FixedPointMathLib.wad
        let added = try period.add(amount, at: now, isStaked: isStaked)
        #expect(try added == scaled + leftOver)
        if isStaked { period = try period.nextPeriod(from: now, under: before.settings.emission) }
        notified += 1
      case .stake(let amount) where !isStaked && !amount.isZero:
        if !period.undistributedRewards.isZero {
          period = try period.nextPeriod(from: now, under: before.settings.emission)
          started += 1
        }
      default: continue
      }
      #expect(fixture.vault.ledger.words.period == period)
    }
    #expect(notified > 5, "hardly any notification went through: the test says little")
  }

  @Test func `a new period spreads what was undistributed, less than a duration's remainder`()
    throws
  {
    var fixture = RewardVaultFixture(seed: 0x9e)
    var reverted = 0
    for _ in 0..<2_000 {
      let settings = EmissionSettings(
        pendingRewardsDuration: fixture.amount(digits: 6),
        targetRewardsPerSecond: fixture.amount(digits: 1).isZero ? 0 : fixture.amount(digits: 36),
        minRewardDurationForTargetRate: fixture.amount(digits: 6))
      let period = RewardPeriod(
        rewardRate: fixture.amount(digits: 36), rewardsDuration: fixture.amount(digits: 6),
        periodFinish: UInt256(fixture.now), undistributedRewards: fixture.amount(digits: 44))
      let now = UInt256(fixture.now)
      guard let next = try? period.nextPeriod(from: now, under: settings) else {
        reverted += 1
        continue
      }
      #expect(
        try (try next.rewardRate * next.rewardsDuration) + next.undistributedRewards
          == period.undistributedRewards)
      #expect(try next.periodFinish == now + next.rewardsDuration)
      let target = settings.targetRewardsPerSecond
      if target.isZero {
        let duration = settings.pendingRewardsDuration
        #expect(next.rewardsDuration == (duration.isZero ? period.rewardsDuration : duration))
        #expect(next.undistributedRewards < next.rewardsDuration)
      } else {
        #expect(next.rewardRate <= target)
        #expect(next.rewardsDuration >= settings.minRewardDurationForTargetRate)
        let limit = max(target, next.rewardsDuration)
        #expect(next.undistributedRewards < limit)
      }
    }
    #expect(reverted < 1_500, "most periods could not be made: the test says little")
  }

  @Test func `periods of no length are refused as the contract refuses them`() {
    let empty = RewardPeriod(rewardsDuration: 0, undistributedRewards: 5)
    #expect(throws: Revert.divisionByZero) {
      try empty.nextPeriod(from: 1, under: EmissionSettings())
    }
    let waiting = RewardPeriod(rewardsDuration: 7, undistributedRewards: 5)
    #expect(throws: Revert.custom("RewardsDurationIsZero")) {
      try waiting.nextPeriod(from: 1, under: EmissionSettings(targetRewardsPerSecond: 6))
    }
    #expect(throws: Revert.arithmeticOverflow) {
      try waiting.nextPeriod(from: .max, under: EmissionSettings())
    }
  }

  @Test(arguments: (0..<UInt64(12 * TestScale.factor)).map { 0x1e95 + $0 })
  func `what a notification pays in incentives are the legs`(seed: UInt64) throws {
    var fixture = RewardVaultFixture(seed: seed)
    for token in RewardVaultFixture.tokens {
      fixture.perform(
        .whitelistIncentiveToken(token: token, minIncentiveRate: 1, manager: "incMgr"), by: "gov")
      fixture.perform(
        .addIncentive(
          token: token, amount: FixedPointMathLib.wad, incentiveRate: fixture.amount(digits: 18)),
        by: "incMgr")
    }
    var paid = 0
    for _ in 0..<150 {
      let (operation, caller) = fixture.operation()
      let before = fixture.vault
      guard let receipt = fixture.perform(operation, by: caller),
        case .notifyRewardAmount(let validator, let emitted, _) = operation
      else { continue }
      let commission = before.environment.validators[validator] ?? .init(operator: .zero)
      for (token, incentive) in before.incentives {
        let legs = try IncentiveLegs(
          of: IncentiveLegs.amount(
            for: emitted, at: incentive.incentiveRate, remaining: incentive.amountRemaining),
          feeRate: before.environment.incentiveFee.rate,
          commissionRate: commission.effectiveRate(before.profile.commission))
        let works = before.environment.incentiveTokens[token]?.refusesTransfers != true
        let expected = [
          (before.environment.incentiveCollector, legs.fee), (commission.operator, legs.validator),
          (before.environment.boosterDistributor, legs.rest),
        ].filter { works && $0.0 != .zero && !$0.1.isZero }
        let payments = receipt.incentivePayments.filter { $0.token == token }
        #expect(payments.map(\.recipient) == expected.map(\.0))
        #expect(payments.map(\.amount) == expected.map(\.1))
        let left = try expected.reduce(incentive.amountRemaining) { try $0 - $1.1 }
        #expect(fixture.vault.incentives[token]?.amountRemaining == left)
        paid += payments.count
      }
    }
    #expect(paid > 5, "hardly anything was paid: the test says little")
  }

  @Test func `legs sum up to the amount, each a floor`() throws {
    var fixture = RewardVaultFixture(seed: 0x1e9)
    for _ in 0..<2_000 {
      let amount = fixture.amount(digits: 70)
      let (fee, rate) = (
        min(fixture.amount(digits: 4), 10_000), min(fixture.amount(digits: 4), 2_000)
      )
      let legs = try IncentiveLegs(of: amount, feeRate: fee, commissionRate: rate)
      #expect(legs.fee == (try amount * fee).div(10_000))
      #expect(legs.validator == (try (try amount - legs.fee) * rate).div(10_000))
      #expect(try legs.fee + legs.validator + legs.rest == amount)
    }
    #expect(throws: Revert.arithmeticOverflow) {
      try IncentiveLegs(of: .max, feeRate: 2, commissionRate: 0)
    }
    #expect(throws: Revert.custom("MulDivFailed")) {
      try IncentiveLegs.amount(for: .max, at: 2, remaining: 1)
    }
  }
}
