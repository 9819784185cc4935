import Contracts
import EVMArithmetic
import Faults
import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Yields

/// The analytics' answers are what whole contracts do that are driven by transactions.
@Suite struct ContractOracleTests {
  private static let distributor = Address(number: 0xd)
  private static let team = Address(number: 0x7)
  private static let validator = ValidatorKey(number: 1)

  /// A vault whose distributor has allowed everything.
  private static func vault(_ profile: ProtocolProfile) -> RewardVault {
    let roles = VaultEnvironment.Roles(owner: team, vaultManager: team, vaultPauser: team)
    var vault = RewardVault(
      profile: profile, environment: VaultEnvironment(roles: roles), distributor: distributor,
      rewardVaultManager: team)
    vault.environment.rewardFunds.bgt.allowances[distributor] = profile.era == .bgt ? .max : 0
    vault.environment.rewardFunds.wbera.allowances[distributor] = .max
    return vault
  }

  private static func notify(
    _ vault: inout RewardVault, _ wei: ExactInteger, at time: UInt64
  ) throws -> Receipt {
    try vault.perform(
      .notifyRewardAmount(validator: validator, try wei.word("reward"), funded: .zero),
      by: distributor, at: time)
  }

  @Test(arguments: (0..<UInt64(40 * TestScale.factor)).map { 0xe9 + $0 })
  func `a stream of rewards makes the periods of a vault that somebody stakes in`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let start: UInt64 = 1_760_000_000
    var vault = Self.vault(.polNext)
    _ = try vault.perform(.stake(.one), by: Self.team, at: start)
    let days = Seconds(UInt64.random(in: 3...7, using: &generator) * 86_400)
    var terms = EmissionTerms.duration(days)
    if Bool.random(using: &generator) {
      let target = try RewardRate(
        raw: 1 + ExactInteger.random(below: RewardRate.scale, using: &generator))
      terms = .targetRate(target, minimum: days)
      _ = try vault.perform(
        .setTargetRewardsPerSecond(try target.raw.word("target")), by: Self.team, at: start)
      _ = try vault.perform(
        .setMinRewardDurationForTargetRate(UInt256(days.count)), by: Self.team, at: start)
    } else {
      _ = try vault.perform(.setRewardsDuration(UInt256(days.count)), by: Self.team, at: start)
    }
    let stream = try EmissionStream(
      amount: 1 + ExactInteger.random(below: 100_000 * Wad.scale, using: &generator),
      interval: ExactRational(UInt64.random(in: 1...900_000, using: &generator)))
    let run = try EmissionStreamRun(
      of: stream, count: 12, terms: terms, start: try Timestamp(start), profile: .polNext)
    #expect(run.entries.count == 12)
    var peak = RewardRate.zero
    for entry in run.entries {
      _ = try Self.notify(&vault, stream.amount, at: entry.at.seconds)
      let period = EmissionPeriod(vault.ledger.words.period)
      #expect(entry.period == period)
      peak = max(peak, period.rewardRate)
    }
    #expect(run.peakRate == peak && run.last == EmissionPeriod(vault.ledger.words.period))
  }

  @Test(arguments: (0..<UInt64(40 * TestScale.factor)).map { 0x15 + $0 })
  func `a split of incentives is what a notification sends to whom`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let profile = Bool.random(using: &generator) ? ProtocolProfile.bgt : .polNext
    let rates: [UInt64?] = [nil, 0, 700, 2_000, 9_000]
    let stored = rates.randomElement(using: &generator) ?? nil
    let commission = try CommissionTerms(stored: stored, rules: profile.commission)
    let rate = Int.random(in: 0...10_000, using: &generator)
    let fee = try BasisPoints(profile.era == .bgt ? rate : 0)
    let emission = try ExactInteger.random(below: 1_000 * Wad.scale, using: &generator)
    let offers = try (0..<2).map { index in
      try IncentiveOffer(
        token: "token\(index)", decimals: .eighteen, price: try Price(.one),
        incentiveRate: ExactInteger.random(below: Wad.scale, using: &generator),
        amountRemaining: ExactInteger.random(below: 1_000 * Wad.scale, using: &generator))
    }
    var vault = Self.vault(profile)
    let operatorAddress = Address(number: 0x0b)
    vault.environment.validators[Self.validator] = ValidatorCommission(
      operator: operatorAddress, stored: stored.map { UInt256($0) })
    try vault.environment.incentiveFee.setRate(UInt256(UInt64(fee.value)))
    for (index, offer) in offers.enumerated() {
      let token = Address(number: 0x100 + UInt64(index))
      let remaining = try offer.amountRemaining.word("amountRemaining")
      vault.settings.whitelistedTokens.append(token)
      vault.incentives[token] = RewardVault.Incentive(
        minIncentiveRate: 1, incentiveRate: try offer.incentiveRate.word("incentiveRate"),
        amountRemaining: remaining, manager: Self.team)
      vault.environment.incentiveTokens[token, default: .init()].vaultBalance = remaining
    }
    let receipt = try Self.notify(&vault, emission, at: 1_760_000_000)
    let splits = try IncentiveSplit.all(
      for: emission, offers: offers, feeRate: fee, commission: commission, profile: profile)
    for (index, split) in splits.enumerated() {
      let token = Address(number: 0x100 + UInt64(index))
      func paid(to recipient: Address) -> ExactInteger {
        receipt.incentivePayments.filter { $0.token == token && $0.recipient == recipient }
          .reduce(0) { $0 + ExactInteger($1.amount) }
      }
      // One slot of the factory: the fee's collector is the auction since PoL Next.
      let collected = profile.era == .bgt ? split.fee : split.rest
      #expect(collected == paid(to: vault.environment.incentiveCollector))
      #expect(split.validator == paid(to: operatorAddress))
      #expect(split.fee + split.validator + split.rest == split.amount)
      if profile.era == .bgt {
        #expect(split.rest == paid(to: vault.environment.boosterDistributor))
      }
      #expect(split.amountRemaining == ExactInteger(vault.incentives[token]?.amountRemaining ?? 0))
      #expect(split.amount == split.offer.amountRemaining - split.amountRemaining)
    }
    #expect(splits.count == 2)
  }

  @Test func `an emission that no word holds in its scale reverts as the notification does`() throws
  {
    let emission = try ExactInteger(2).power(250)
    var vault = Self.vault(.bgt)
    #expect(throws: Revert.arithmeticOverflow) {
      try Self.notify(&vault, emission, at: 1_760_000_000)
    }
    #expect(
      throws: Fault.reverts(
        function: "RewardVault.notifyRewardAmount", revert: .arithmeticOverflow, field: "emission")
    ) {
      try IncentiveSplit.all(
        for: emission, offers: [], feeRate: .zero,
        commission: try CommissionTerms(stored: nil, rules: .deployed), profile: .bgt)
    }
  }
}
