public import FixedPoint
internal import Contracts
public import Faults

/// What came of a deposit.
public struct PoolDeposit: Hashable, Sendable {
  /// The shares that the depositor got, in 1e18 units.
  public let shares: ExactInteger
  /// What moved from the buffer to the consensus layer, in wei; whole gwei.
  public let movedToConsensusLayer: ExactInteger
  /// Whether the deposit took the pool over the active threshold.
  public let activated: Bool
}

extension StakingPool {
  /// Deposits BERA: shares at the conversion price (rounded down, for the pool), then the buffer.
  ///
  /// Once the buffer holds the threshold, all of its whole gwei go to the consensus layer.
  /// Source: staking pools, `StakingPool.submit`; OpenZeppelin `ERC4626.previewDeposit`.
  ///
  /// - Parameter amount: the deposit in wei.
  /// - Returns: the shares, and what moved to the consensus layer.
  /// - Throws: `Fault` for an amount of 0 or less; `.refused` while deposits are
  ///   paused, after a full exit, or beyond the pool's capacity.
  @discardableResult
  public mutating func deposit(_ amount: ExactInteger) throws(Fault) -> PoolDeposit {
    try Fault.requirePositive(amount, "deposit")
    if let refusal = refusal(ofDeposit: amount) { throw refusal.fault(of: "deposit") }
    let shares = try conversions.sharesForDeposit(amount)
    assets.buffer += amount
    totalSupply += shares
    let before = phase
    let moved = moveBufferToConsensusLayer()
    return PoolDeposit(
      shares: shares, movedToConsensusLayer: moved, activated: phase != before)
  }

  /// Why the pool refuses a deposit of `amount` wei; nil where it takes it.
  public func refusal(ofDeposit amount: ExactInteger) -> PoolRefusal? {
    if phase == .exited { return .exited }
    if depositsPaused { return .depositsPaused }
    let left = remainingCapacity
    return amount > left ? .beyondCapacity(amount: amount, left: left) : nil
  }

  /// Sends the buffer's whole gwei to the consensus layer once the buffer has reached its threshold.
  ///
  /// - Returns: what moved, in wei.
  mutating func moveBufferToConsensusLayer() -> ExactInteger {
    guard phase != .exited, assets.buffer >= ExactInteger(rules.bufferThreshold) else { return 0 }
    let unit = ExactInteger(rules.depositUnit)
    let moved = assets.buffer.divided(byNonZero: unit, rounding: .down) * unit
    assets.buffer -= moved
    assets.consensusDeposits += moved
    if assets.consensusDeposits >= ExactInteger(rules.activeThreshold) { phase = .active }
    return moved
  }
}
