internal import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// A withdrawal between its request (shares burned, an NFT minted) and its finalization.
public struct PoolWithdrawal: Hashable, Sendable {
  /// The number of the withdrawal NFT.
  public let id: Int
  /// The shares that the request burned, in 1e18 units.
  public let shares: ExactInteger
  /// What the request will pay, in wei: fixed at the request.
  public let amount: ExactInteger
  /// The part that the operator's rewards cover at once, in wei.
  public let coveredByOperator: ExactInteger
  /// When it was requested.
  public let requestedAt: Timestamp
  /// The first whole second at which it may be finalized.
  public let readyAt: Timestamp
  /// Whether the request made the validator exit.
  public let triggeredFullExit: Bool
}

extension StakingPool {
  /// Requests `amount` wei: burns the shares that it costs, rounded up (for the pool).
  ///
  /// Source: staking pools, `WithdrawalVault.requestWithdrawal`; OpenZeppelin
  /// `ERC4626.previewWithdraw`.
  ///
  /// - Parameters:
  ///   - amount: what is to be paid, in wei.
  ///   - at: the time of the request.
  ///   - blockTime: seconds per block, for rules that count the delay in blocks.
  /// - Returns: the request, with its readiness time.
  /// - Throws: `Fault` when the amount is not covered by shares or by liquid assets.
  @discardableResult
  public mutating func requestWithdrawal(
    of amount: ExactInteger, at: Timestamp, blockTime: ExactRational
  ) throws(Fault) -> PoolWithdrawal {
    try Fault.requirePositive(amount, "withdraw")
    let shares = try conversions.sharesForWithdrawal(amount)
    return try request(shares: shares, amount: amount, at: at, blockTime: blockTime)
  }

  /// Requests what `shares` are worth: assets rounded down (for the pool).
  ///
  /// Source: staking pools, `WithdrawalVault.requestRedeem`; OpenZeppelin `ERC4626.previewRedeem`.
  ///
  /// - Parameters:
  ///   - shares: the shares to burn, in 1e18 units.
  ///   - at: the time of the request.
  ///   - blockTime: seconds per block, for rules that count the delay in blocks.
  /// - Returns: the request, with its readiness time.
  /// - Throws: `Fault` when there are fewer shares, or the amount is not liquid.
  @discardableResult
  public mutating func requestRedemption(
    of shares: ExactInteger, at: Timestamp, blockTime: ExactRational
  ) throws(Fault) -> PoolWithdrawal {
    try Fault.requirePositive(shares, "redeem")
    let amount = try conversions.assetsForRedemption(shares)
    return try request(shares: shares, amount: amount, at: at, blockTime: blockTime)
  }

  /// Pays a request out once its delay has passed.
  ///
  /// - Parameters:
  ///   - id: the number of the withdrawal NFT.
  ///   - at: the time.
  /// - Returns: the request that was paid.
  /// - Throws: `Fault` when there is no such request, or it is not ready.
  @discardableResult
  public mutating func finalizeWithdrawal(
    _ id: Int, at: Timestamp
  ) throws(Fault) -> PoolWithdrawal {
    guard let index = withdrawals.firstIndex(where: { $0.id == id }) else {
      throw .refused(operation: "finalize", reason: "there is no open request \(id)")
    }
    let request = withdrawals[index]
    guard at >= request.readyAt else {
      throw .refused(
        operation: "finalize",
        reason: "request \(id) is ready at \(request.readyAt.date), not at "
          + at.date)
    }
    withdrawals.remove(at: index)
    return request
  }

  private mutating func request(
    shares: ExactInteger, amount: ExactInteger, at: Timestamp, blockTime: ExactRational
  ) throws(Fault) -> PoolWithdrawal {
    guard shares <= totalSupply else {
      throw Fault.refused(
        operation: "withdrawal", reason: "it takes \(shares) shares, but only \(totalSupply) exist")
    }
    let payment = try payment(of: amount)
    let delay = rules.withdrawalDelay.seconds(blockTime: blockTime).integer(rounding: .up)
    let made = PoolWithdrawal(
      id: nextRequestID, shares: shares, amount: amount,
      coveredByOperator: payment.coveredByOperator, requestedAt: at,
      readyAt: try at.advanced(by: delay), triggeredFullExit: payment.fullExit)
    assets = payment.assets
    if payment.fullExit { phase = .exited }
    totalSupply -= shares
    withdrawals.append(made)
    nextRequestID += 1
    return made
  }
}

extension StakingPool {
  fileprivate struct Payment {
    var assets: PoolAssets
    var coveredByOperator: ExactInteger = 0
    var fullExit = false
  }

  /// Where the wei of a withdrawal come from.
  ///
  /// Before the active threshold only the buffer pays. Afterwards the operator's rewards cover what
  /// they can (where the rules say so) and the consensus layer pays the rest; a rest beyond the
  /// deposits, or one that leaves less than the minimum effective balance, is a full exit.
  private func payment(of amount: ExactInteger) throws(Fault) -> Payment {
    var payment = Payment(assets: assets)
    switch phase {
    case .collecting, .exited:
      guard amount <= assets.buffer else {
        throw .refused(
          operation: "withdrawal",
          reason: "the buffer holds \(assets.buffer) wei, but the request needs \(amount) wei")
      }
      payment.assets.buffer -= amount
    case .active:
      if rules.operatorCoversWithdrawals, rules.compoundsOperatorRewards {
        payment.coveredByOperator = min(amount, assets.operatorRewards)
      }
      let rest = amount - payment.coveredByOperator
      let left = assets.consensusDeposits - rest
      if !rest.isZero, left < ExactInteger(rules.activeThreshold) {
        try payment.exit(
          paying: amount, withOperatorRewards: rules.compoundsOperatorRewards)
      } else {
        payment.assets.operatorRewards -= payment.coveredByOperator
        payment.assets.consensusDeposits = left
      }
    }
    return payment
  }
}

extension StakingPool.Payment {
  /// The full exit: everything becomes liquid in the pool but the operator's BGT, then the request is
  /// paid from it.
  fileprivate mutating func exit(
    paying amount: ExactInteger, withOperatorRewards isOfOperator: Bool
  ) throws(Fault) {
    fullExit = true
    coveredByOperator = 0
    assets.buffer +=
      assets.consensusDeposits + assets.takeRewards(ofOperator: isOfOperator)
    assets.consensusDeposits = 0
    guard amount <= assets.buffer else {
      throw .refused(
        operation: "withdrawal",
        reason: "the pool holds \(assets.buffer) wei, but the request needs \(amount) wei")
    }
    assets.buffer -= amount
  }
}
