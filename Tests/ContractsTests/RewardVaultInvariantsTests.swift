import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// What must hold after every operation, whatever the sequence.
@Suite struct RewardVaultInvariantsTests {
  /// A vault of either generation, and one that is upgraded on the way.
  enum Course: CaseIterable {
    case bgt, upgraded, polNext

    var profile: ProtocolProfile { self == .polNext ? .polNext : .bgt }
  }

  @Test(arguments: Course.allCases, (0..<UInt64(12 * TestScale.factor)).map { 0xacc0 + $0 })
  func `stakes add up and no more is paid than was notified`(
    course: Course, seed: UInt64
  ) throws {
    var fixture = RewardVaultFixture(seed: seed, profile: course.profile)
    var notified = UInt256.zero
    var (completed, periods) = (0, 0)
    for step in 0..<150 {
      fixture.wait()
      if course == .upgraded && step == 75 { fixture.perform(.upgrade, by: "gov") }
      let (operation, caller) = fixture.operation()
      let before = fixture.vault
      let receipt = fixture.perform(operation, by: caller)
      if receipt == nil {
        #expect(fixture.vault == before, "a revert leaves no trace")
        continue
      }
      switch operation {
      case .notifyRewardAmount(_, let amount, _), .notifyMixedRewardAmount(_, let amount, _, _):
        notified = try notified + amount
      default: break
      }
      try Self.expectPaid(receipt, fixture.vault, since: before)
      try Self.expectStakesAddUp(fixture.vault)
      try Self.expectSolvent(fixture.vault, notified: notified, at: UInt256(fixture.now))
      periods += Self.expectBelowTarget(fixture.vault, since: before) ? 1 : 0
      completed += 1
    }
    #expect(completed > 50, "most random operations reverted: the test says little")
    #expect(periods > 0, "no period began under a target: the test says nothing of targets")
  }

  /// What a receipt says of a payment is what the distributor's purses lost, BGT first.
  private static func expectPaid(
    _ receipt: Receipt?, _ vault: RewardVault, since before: RewardVault
  ) throws {
    guard let payment = receipt?.rewardPayment else { return }
    let distributor = vault.settings.distributor
    let (funds, old) = (vault.environment.rewardFunds, before.environment.rewardFunds)
    #expect(
      try funds.bgt.token.balance(of: distributor) + payment.bgt
        == old.bgt.token.balance(of: distributor))
    #expect(
      try funds.wbera.token.balance(of: distributor) + payment.wbera
        == old.wbera.token.balance(of: distributor))
    let isFirst = payment.wbera.isZero || funds.bgt.allowance(of: distributor).isZero
    #expect(isFirst)
    #expect(vault.settings.generation == .polNext || payment.wbera.isZero)
    let expected: RewardToken = vault.settings.generation == .bgt ? .bgt : .wbera
    #expect(vault.settings.rewardToken == expected, "the first claim has moved it")
  }

  private static func expectStakesAddUp(_ vault: RewardVault) throws {
    var sum = UInt256.zero
    for (name, account) in vault.ledger.accounts {
      sum = try sum + account.balance
      guard let delegated = vault.delegateStakes[name] else { continue }
      var delegates = UInt256.zero
      for stake in delegated.byDelegate.values { delegates = try delegates + stake }
      #expect(delegates == delegated.total)
      #expect(delegated.total <= account.balance)
    }
    #expect(sum == vault.ledger.totalSupply)
  }

  private static func expectSolvent(
    _ vault: RewardVault, notified: UInt256, at now: UInt256
  ) throws {
    var owed = UInt256.zero
    for name in RewardVaultFixture.people {
      owed = try owed + (try vault.ledger.earned(by: name, at: now))
      let funds = vault.environment.rewardFunds
      owed = try owed + funds.bgt.token.balance(of: name) + funds.wbera.token.balance(of: name)
    }
    // What no period has taken up is still to be earned, and so is the rest of the period.
    let waiting = vault.ledger.undistributedRewards.div(FixedPointMathLib.wad)
    #expect(try owed + waiting <= notified)
  }

  /// A new period under a target runs at most at the target, for at least the shortest duration.
  ///
  /// False where no such period has begun.
  private static func expectBelowTarget(_ vault: RewardVault, since before: RewardVault) -> Bool {
    let target = vault.settings.emission.targetRewardsPerSecond
    guard !target.isZero, vault.ledger.periodFinish != before.ledger.periodFinish else {
      return false
    }
    #expect(vault.ledger.rewardRate <= target)
    #expect(vault.ledger.rewardsDuration >= vault.settings.emission.minRewardDurationForTargetRate)
    return true
  }

  @Test(arguments: (0..<UInt64(12 * TestScale.factor)).map { 0x1ce0 + $0 })
  func `incentive shares and the rest are what left the pot`(seed: UInt64) throws {
    var fixture = RewardVaultFixture(seed: seed)
    for token in RewardVaultFixture.tokens {
      fixture.perform(
        .whitelistIncentiveToken(token: token, minIncentiveRate: 1, manager: "incMgr"), by: "gov")
    }
    var notified = 0
    for _ in 0..<120 {
      let (operation, caller) = fixture.operation()
      let before = fixture.vault.incentives
      guard let receipt = fixture.perform(operation, by: caller) else { continue }
      guard case .notifyRewardAmount = operation else { continue }
      notified += 1
      for (token, incentive) in fixture.vault.incentives {
        var paid = UInt256.zero
        for payment in receipt.incentivePayments where payment.token == token {
          paid = try paid + payment.amount
        }
        let held = fixture.vault.environment.incentiveTokens[token]?.vaultBalance ?? 0
        #expect(try incentive.amountRemaining + paid == before[token]?.amountRemaining)
        #expect(incentive.amountRemaining <= held)
      }
    }
    #expect(notified > 0)
  }

  @Test func `a hundred tokens over five days are twenty a day`() throws {
    var fixture = RewardVaultFixture(seed: 1)
    fixture.perform(.stake(1_000), by: "alice")
    fixture.perform(.setRewardsDuration(432_000), by: "rvm")
    fixture.perform(
      .notifyRewardAmount(
        validator: "v1", 100_000000000000000000, funded: 100_000000000000000000),
      by: "distributor")
    let day = fixture.now + 86_400
    let earned = try fixture.vault.ledger.earned(by: "alice", at: UInt256(day))
    #expect(earned <= 20_000000000000000000 && earned > 19_999999999999999000)
    #expect(fixture.vault.ledger.periodFinish == UInt256(fixture.now + 5 * 86_400))
  }
}
