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
  /// Why the request made the validator exit; nil where it did not.
  public let exitCause: PoolExitCause?

  /// Whether the request made the validator exit.
  public var triggeredFullExit: Bool { exitCause != nil }
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
    guard let index = openWithdrawals.firstIndex(where: { $0.id == id }) else {
      throw .refused(operation: "finalize", reason: "there is no open request \(id)")
    }
    let request = openWithdrawals[index]
    guard at >= request.readyAt else {
      throw .refused(
        operation: "finalize",
        reason: "request \(id) is ready at \(request.readyAt.date), not at "
          + at.date)
    }
    if index == openWithdrawals.startIndex {
      openWithdrawals.removeFirst()
    } else {
      openWithdrawals.remove(at: index)
    }
    return request
  }

  private mutating func request(
    shares: ExactInteger, amount: ExactInteger, at: Timestamp, blockTime: ExactRational
  ) throws(Fault) -> PoolWithdrawal {
    if let refusal = refusal(ofShares: shares, paying: amount) {
      throw refusal.fault(of: "withdrawal")
    }
    let payment = payment(of: amount)
    let made = PoolWithdrawal(
      id: nextRequestID, shares: shares, amount: amount,
      coveredByOperator: payment.coveredByOperator, requestedAt: at,
      readyAt: try at.advanced(by: delay(blockTime: blockTime)), exitCause: payment.exitCause)
    assets = payment.assets
    if payment.exitCause != nil { phase = .exited }
    totalSupply -= shares
    openWithdrawals.append(made)
    nextRequestID += 1
    return made
  }

  /// Whole seconds from a request to its finalization.
  func delay(blockTime: ExactRational) -> ExactInteger {
    rules.withdrawalDelay.seconds(blockTime: blockTime).integer(rounding: .up)
  }
}

// What a request would meet.
extension StakingPool {
  /// Why the pool refuses to burn `shares` and to pay `amount` wei for them; nil where it does so.
  public func refusal(
    ofShares shares: ExactInteger, paying amount: ExactInteger
  ) -> PoolRefusal? {
    if shares > totalSupply { return .beyondSupply(shares: shares, supply: totalSupply) }
    switch phase {
    case .collecting, .exited:
      return amount > assets.buffer ? .beyondBuffer(amount: amount, buffer: assets.buffer) : nil
    case .active:
      guard exitCause(paying: amount) != nil else { return nil }
      let payable = assets.deposits + assets.rewards(ofOperator: rules.compoundsOperatorRewards)
      return amount > payable ? .beyondAssets(amount: amount, assets: payable) : nil
    }
  }

  /// Why a payment of `amount` wei makes an active validator exit; nil where it does not.
  public func exitCause(paying amount: ExactInteger) -> PoolExitCause? {
    guard phase == .active else { return nil }
    let rest = amount - coveredByOperator(amount)
    let left = assets.consensusDeposits - rest
    let threshold = ExactInteger(rules.activeThreshold)
    guard !rest.isZero, left < threshold else { return nil }
    return left.isNegative
      ? .beyondDeposits(assets.consensusDeposits)
      : .belowThreshold(left: left, threshold: threshold)
  }

  /// What the operator's rewards cover of a payment before the consensus layer does.
  private func coveredByOperator(_ amount: ExactInteger) -> ExactInteger {
    rules.operatorCoversWithdrawals && rules.compoundsOperatorRewards
      ? min(amount, assets.operatorRewards) : 0
  }

  fileprivate struct Payment {
    var assets: PoolAssets
    var coveredByOperator: ExactInteger = 0
    var exitCause: PoolExitCause?
  }

  /// Where the wei of a withdrawal that the pool does not refuse come from.
  ///
  /// Before the active threshold only the buffer pays. Afterwards the operator's rewards cover what
  /// they can (where the rules say so) and the consensus layer pays the rest; a rest beyond the
  /// deposits, or one that leaves less than the minimum effective balance, is a full exit: everything
  /// but the operator's BGT becomes liquid in the pool, and the request is paid from it.
  private func payment(of amount: ExactInteger) -> Payment {
    var payment = Payment(assets: assets, exitCause: exitCause(paying: amount))
    if payment.exitCause != nil {
      payment.assets.buffer +=
        payment.assets.consensusDeposits
        + payment.assets.takeRewards(ofOperator: rules.compoundsOperatorRewards)
      payment.assets.consensusDeposits = 0
    }
    if phase == .active, payment.exitCause == nil {
      payment.coveredByOperator = coveredByOperator(amount)
      payment.assets.operatorRewards -= payment.coveredByOperator
      payment.assets.consensusDeposits -= amount - payment.coveredByOperator
    } else {
      payment.assets.buffer -= amount
    }
    return payment
  }
}
