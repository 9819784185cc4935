internal import EVMArithmetic

// What every notification pays in incentives: `_processIncentives` of RewardVault.sol.
extension RewardVault {
  /// Pays each incentive token's part for `emitted` wei, in list order.
  ///
  /// A leg that cannot be sent stays in `amountRemaining`; the others are what they are.
  mutating func processIncentives(
    of validator: ValidatorKey, emitted: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    if settings.whitelistedTokens.isEmpty { return }
    let commission = environment.validators[validator] ?? ValidatorCommission(operator: .zero)
    for token in settings.whitelistedTokens {
      guard let incentive = incentives[token] else { continue }
      let legs = try IncentiveLegs(
        of: try IncentiveLegs.amount(
          for: emitted, at: incentive.incentiveRate, remaining: incentive.amountRemaining),
        feeRate: environment.incentiveFee.rate,
        commissionRate: commission.effectiveRate(profile.commission))
      let notice = IncentiveNotice(validator: validator, token: token, emitted: emitted)
      let fee = pay(legs.fee, of: token, to: environment.feeCollector, in: &tx) {
        .incentiveFee(token, legs.fee, arrived: $0)
      }
      let share = pay(legs.validator, of: token, to: commission.operator, in: &tx) {
        .validatorIncentive(notice, legs.validator, arrived: $0)
      }
      // The boosters' distributor fetches its part: the approval for it must not fail either.
      let isRefused = environment.incentiveTokens[token]?.refusesApprovals ?? false
      let booster = environment.boosterDistributor
      let rest = pay(legs.rest, of: token, to: booster, isRefused: isRefused, in: &tx) {
        .boosterIncentive(notice, legs.rest, arrived: $0)
      }
      // Unchecked on chain, and never below zero: the legs are parts of what remained.
      incentives[token]?.amountRemaining = incentive.amountRemaining &- fee &- share &- rest
    }
  }

  /// Tries to send one leg, unless it is empty; returns what really left.
  private mutating func pay(
    _ amount: UInt256, of token: Address, to recipient: Address, isRefused: Bool = false,
    in tx: inout Transaction, event: (_ arrived: Bool) -> VaultEvent.Kind
  ) -> UInt256 {
    if amount.isZero { return .zero }
    let arrived = !isRefused && environment.trySend(amount, of: token, to: recipient)
    if arrived {
      tx.receipt.incentivePayments.append(
        IncentivePayment(token: token, recipient: recipient, amount: amount))
    }
    tx.emit(event(arrived))
    return arrived ? amount : .zero
  }
}
