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
        feeRate: settings.generation.feeRate(environment.incentiveFee),
        commissionRate: commission.effectiveRate(profile.commission))
      var remaining = incentive.amountRemaining
      let recipients = settings.generation.recipients(of: legs, commission.operator, environment)
      for (leg, amount, recipient) in recipients where !amount.isZero {
        let arrived = send(leg, amount, of: token, to: recipient)
        // Unchecked on chain, and never below zero: the legs are parts of what remained.
        if arrived { remaining = remaining &- amount }
        tx.receipt.append(
          IncentiveTransfer(
            leg: leg, era: settings.generation, validator: validator, token: token,
            emitted: emitted, amount: amount, recipient: recipient, arrived: arrived))
      }
      incentives[token]?.amountRemaining = remaining
    }
  }

  /// Tries to send one leg; returns whether it arrived.
  private mutating func send(
    _ leg: IncentiveTransfer.Leg, _ amount: UInt256, of token: Address, to recipient: Address
  ) -> Bool {
    // The boosters' distributor fetches its part: the approval for it must not fail either.
    if leg == .boosters, environment.incentiveTokens[token]?.refusesApprovals ?? false {
      return false
    }
    return environment.trySend(amount, of: token, to: recipient)
  }
}
