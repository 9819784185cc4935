internal import EVMArithmetic

// What every notification pays in incentives: `_processIncentives` of RewardVault.sol.
extension RewardVault {
  /// Pays each incentive token's part for `emitted` wei, in list order.
  ///
  /// Three legs a token: fee, validator, the rest. Each is computed as if the ones before had been
  /// paid; a leg that cannot be sent stays in `amountRemaining`.
  mutating func processIncentives(
    of validator: ValidatorKey, emitted: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    for token in whitelistedTokens {
      guard let incentive = incentives[token] else { continue }
      let leg = IncentiveLeg(validator: validator, token: token, emitted: emitted)
      let accrued = try FixedPointMathLib.mulDiv(
        emitted, incentive.incentiveRate, StakingRewardsLedger.precision)
      var amount = min(accrued, incentive.amountRemaining)
      let feePaid = try collectFee(leg, from: &amount, in: &tx)
      let sharePaid = try payValidator(leg, from: &amount, in: &tx)
      let restPaid = payBoosters(leg, amount, in: &tx)
      // Unchecked on chain, and never below zero: the legs are parts of what remained.
      incentives[token]?.amountRemaining =
        incentive.amountRemaining &- feePaid &- sharePaid &- restPaid
    }
  }

  /// `_collectIncentiveFee`: the amount left shrinks by the fee; returns what really left.
  private mutating func collectFee(
    _ leg: IncentiveLeg, from amount: inout UInt256, in tx: inout Transaction
  ) throws(Revert) -> UInt256 {
    let fee = try environment.incentiveFee.amount(of: amount)
    if fee.isZero { return .zero }
    amount = try amount - fee
    let arrived = send(fee, leg, to: environment.feeCollector, in: &tx)
    tx.emit(.incentiveFee(leg.token, fee, arrived: arrived))
    return arrived ? fee : .zero
  }

  /// The validator's commission goes to its operator.
  private mutating func payValidator(
    _ leg: IncentiveLeg, from amount: inout UInt256, in tx: inout Transaction
  ) throws(Revert) -> UInt256 {
    if amount.isZero { return .zero }
    let commission =
      environment.validators[leg.validator] ?? ValidatorCommission(operator: .zero)
    let share = try commission.share(of: amount, profile.commission)
    amount = amount &- share
    if share.isZero { return .zero }
    let arrived = send(share, leg, to: commission.operator, in: &tx)
    tx.emit(.validatorIncentive(leg, share, arrived: arrived))
    return arrived ? share : .zero
  }

  /// What is left goes to the boosters' distributor, which fetches it: an approval must not fail.
  private mutating func payBoosters(
    _ leg: IncentiveLeg, _ amount: UInt256, in tx: inout Transaction
  ) -> UInt256 {
    if amount.isZero { return .zero }
    let approved = !(environment.incentiveTokens[leg.token]?.refusesApprovals ?? false)
    let arrived = approved && send(amount, leg, to: environment.boosterDistributor, in: &tx)
    tx.emit(.boosterIncentive(leg, amount, arrived: arrived))
    return arrived ? amount : .zero
  }

  private mutating func send(
    _ amount: UInt256, _ leg: IncentiveLeg, to recipient: Address, in tx: inout Transaction
  ) -> Bool {
    guard environment.trySend(amount, of: leg.token, to: recipient) else { return false }
    tx.receipt.incentivePayments.append(
      IncentivePayment(token: leg.token, recipient: recipient, amount: amount))
    return true
  }
}
