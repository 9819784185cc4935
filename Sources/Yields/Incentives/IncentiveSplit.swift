public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Quantities
public import Faults

/// What one amount of emission pays in one incentive token, in base units, floors included.
///
/// Source: `RewardVault._processIncentives` (berachain/contracts); the contract's own step is
/// `IncentiveLegs`. Nothing is created or lost: `fee + validator + rest == amount`.
public struct IncentiveSplit: Hashable, Sendable {
  /// The offer before the payment.
  public let offer: IncentiveOffer
  /// What is paid in all: `min(floor(emission * incentiveRate / 1e18), amountRemaining)`.
  public let amount: ExactInteger
  /// The incentive fee (BGT era), rounded down.
  public let fee: ExactInteger
  /// The validator's commission on what the fee leaves, rounded down.
  public let validator: ExactInteger
  /// What is left: to BGT boosters, since PoL Next to the auction.
  public let rest: ExactInteger
  /// What remains of the offer.
  public let amountRemaining: ExactInteger

  /// What a vault with several offers pays for one amount of emission.
  ///
  /// - Parameters:
  ///   - emission: wei of the reward token that reach the vault at once.
  ///   - offers: the incentive tokens, in the vault's order.
  ///   - feeRate: the incentive fee.
  ///   - commission: the validator's terms.
  ///   - profile: the protocol's rules.
  /// - Returns: one split for each offer, in order.
  /// - Throws: `Fault` for more offers than the vault may list or amounts that no
  ///   word holds, `.reverts` where the notification would.
  public static func all(
    for emission: ExactInteger,
    offers: [IncentiveOffer],
    feeRate: BasisPoints,
    commission: CommissionTerms,
    profile: ProtocolProfile
  ) throws(Fault) -> [IncentiveSplit] {
    guard UInt64(offers.count) <= profile.rewardVault.maxIncentiveTokensCount else {
      throw .invalid(
        field: "tokens", found: "\(offers.count) incentive tokens",
        expected: "at most \(profile.rewardVault.maxIncentiveTokensCount), the vault's limit")
    }
    let terms = try offers.map { offer throws(Fault) in
      (
        rate: try offer.incentiveRate.word("incentiveRate"),
        remaining: try offer.amountRemaining.word("amountRemaining")
      )
    }
    let emitted = try emission.word("emission")
    let (fee, rate) = (UInt256(UInt64(feeRate.value)), commission.effectiveRate)
    let legs = try Fault.asking("RewardVault.notifyRewardAmount", about: "emission") {
      () throws(Revert) in
      // Before any incentive is paid the contract scales the reward, which must fit a word.
      var period = RewardPeriod(rewardsDuration: .zero)
      _ = try period.add(emitted, at: .zero, isStaked: false)
      return try terms.map { terms throws(Revert) in
        let amount = try IncentiveLegs.amount(
          for: emitted, at: terms.rate, remaining: terms.remaining)
        return try IncentiveLegs(of: amount, feeRate: fee, commissionRate: rate)
      }
    }
    return zip(offers, legs).map(IncentiveSplit.init(of:legs:))
  }

  private init(of offer: IncentiveOffer, legs: IncentiveLegs) {
    self.offer = offer
    fee = ExactInteger(legs.fee)
    validator = ExactInteger(legs.validator)
    rest = ExactInteger(legs.rest)
    amount = fee + validator + rest
    amountRemaining = offer.amountRemaining - amount
  }
}
