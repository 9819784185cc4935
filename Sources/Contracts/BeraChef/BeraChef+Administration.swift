public import EVMArithmetic

// Governance's functions of BeraChef.sol, and of RewardAllocatorFactory.sol for the baseline.
extension BeraChef {
  /// `setMaxNumWeightsPerRewardAllocation`.
  ///
  /// - Parameter count: The most vaults in an allocation.
  /// - Throws: `MaxNumWeightsPerRewardAllocationIsZero`, or `InvalidateDefaultRewardAllocation` when
  ///   the default allocation has more.
  public mutating func setMaxNumWeights(_ count: UInt64) throws(Revert) {
    if count == 0 { throw .custom("MaxNumWeightsPerRewardAllocationIsZero") }
    if count < UInt64(defaultAllocation.weights.count) {
      throw .custom("InvalidateDefaultRewardAllocation")
    }
    rules.maxNumWeights = count
  }

  /// `setMaxWeightPerVault`.
  ///
  /// - Parameter weight: The most basis points for one vault.
  /// - Throws: `InvalidMaxWeightPerVault` for 0 or above 10_000,
  ///   `InvalidateDefaultRewardAllocation` when the default allocation exceeds it.
  public mutating func setMaxWeightPerVault(_ weight: UInt256) throws(Revert) {
    if weight.isZero || weight > UInt256(ProtocolProfile.hundredPercent) {
      throw .custom("InvalidMaxWeightPerVault")
    }
    var next = self
    next.rules.maxWeightPerVault = weight
    try next.requireDefaultStillValid()
    self = next
  }

  /// `setVaultWhitelistedStatus`.
  ///
  /// - Parameters:
  ///   - vault: The vault.
  ///   - isWhitelisted: Whether it may receive emission.
  /// - Throws: `InvalidateDefaultRewardAllocation` when the default allocation needs the vault.
  public mutating func setWhitelisted(_ vault: Address, _ isWhitelisted: Bool) throws(Revert) {
    if isWhitelisted {
      rules.whitelistedVaults.insert(vault)
      return
    }
    var next = self
    next.rules.whitelistedVaults.remove(vault)
    try next.requireDefaultStillValid()
    self = next
  }

  /// `setRewardAllocationBlockDelay`.
  ///
  /// - Parameters:
  ///   - delay: Blocks between queueing an allocation and its start, at least.
  ///   - rules: The longest delay.
  /// - Throws: `RewardAllocationBlockDelayTooLarge`.
  public mutating func setBlockDelay(
    _ delay: UInt64, _ rules: ProtocolProfile.AllocationRules
  ) throws(Revert) {
    if delay > rules.maxBlockDelay { throw .custom("RewardAllocationBlockDelayTooLarge") }
    blockDelay = delay
  }

  /// `setRewardAllocationInactivityBlockSpan`.
  ///
  /// - Parameters:
  ///   - span: Blocks after which an allocation counts as inactive.
  ///   - rules: The least span.
  /// - Throws: `InvalidRewardAllocationInactivityBlockSpan`.
  public mutating func setInactivityBlockSpan(
    _ span: UInt64, _ rules: ProtocolProfile.AllocationRules
  ) throws(Revert) {
    if span < rules.minInactivityBlockSpan {
      throw .custom("InvalidRewardAllocationInactivityBlockSpan")
    }
    inactivityBlockSpan = span
  }

  /// `setDefaultRewardAllocation`.
  ///
  /// - Parameter allocation: The new default.
  /// - Throws: The errors of ``WeightRules/validate(_:)``.
  public mutating func setDefaultAllocation(
    _ allocation: Allocation
  ) throws(Revert) {
    try rules.validate(allocation.weights)
    defaultAllocation = allocation
  }

  /// `setBaselineAllocation`: the new baseline holds from the current block on.
  ///
  /// - Parameters:
  ///   - weights: The parts.
  ///   - block: The current block.
  /// - Throws: The errors of ``WeightRules/validate(_:)``.
  public mutating func setBaselineAllocation(
    _ weights: [Allocation.Weight], block: UInt64
  ) throws(Revert) {
    try rules.validate(weights)
    baselineAllocation = Allocation(startBlock: block, weights: weights)
  }

  private func requireDefaultStillValid() throws(Revert) {
    if !rules.stillAdmit(defaultAllocation.weights) {
      throw .custom("InvalidateDefaultRewardAllocation")
    }
  }
}
