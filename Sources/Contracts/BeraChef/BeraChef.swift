public import EVMArithmetic

/// Which vaults may receive emission, and how each validator shares it out.
///
/// Source: berachain/contracts, src/pol/rewards/BeraChef.sol and RewardAllocatorFactory.sol (the
/// baseline). Validity is asked of the weights at the time of use, not when they were set.
public struct BeraChef: Hashable, Sendable {
  /// Allocations that validators activated.
  public var activeAllocations: [ValidatorKey: RewardAllocation] = [:]
  /// Allocations that wait for their start block.
  public var queuedAllocations: [ValidatorKey: RewardAllocation] = [:]
  /// What holds where a validator has none of its own, or an inactive one.
  public var baselineAllocation = RewardAllocation()
  /// What holds where the other is invalid.
  public var defaultAllocation = RewardAllocation()
  /// Vaults that may receive emission.
  public var whitelistedVaults: Set<Address> = []
  /// Validators whose allocation never counts as inactive.
  public var exemptFromInactivity: Set<ValidatorKey> = []
  /// The most vaults in an allocation.
  public var maxNumWeights: UInt64
  /// The most basis points for one vault.
  public var maxWeightPerVault: UInt256
  /// Blocks after which an allocation that was not renewed counts as inactive.
  public var inactivityBlockSpan: UInt64
  /// Blocks between queueing an allocation and its start, at least.
  public var blockDelay: UInt64 = 0

  /// Makes a chef without allocations.
  ///
  /// - Parameters:
  ///   - maxNumWeights: The most vaults in an allocation.
  ///   - maxWeightPerVault: The most basis points for one vault.
  ///   - inactivityBlockSpan: Blocks after which an allocation counts as inactive.
  public init(maxNumWeights: UInt64, maxWeightPerVault: UInt256, inactivityBlockSpan: UInt64) {
    self.maxNumWeights = maxNumWeights
    self.maxWeightPerVault = maxWeightPerVault
    self.inactivityBlockSpan = inactivityBlockSpan
  }

  /// `isReady`: whether vaults can receive emission at all.
  public var isReady: Bool { !defaultAllocation.weights.isEmpty }
}

extension BeraChef {
  /// `queueNewRewardAllocation`: asks for a new allocation from a block on.
  ///
  /// - Parameters:
  ///   - allocation: The weights and the block they shall start at.
  ///   - validator: The validator.
  ///   - block: The current block.
  /// - Throws: `InvalidStartBlock` when it starts too soon, `RewardAllocationAlreadyQueued`, or the
  ///   errors of `validate`; `Panic(0x11)` when the earliest block leaves 64 bits.
  public mutating func queue(
    _ allocation: RewardAllocation, for validator: ValidatorKey, block: UInt64
  ) throws(Revert) {
    let (earliest, overflow) = block.addingReportingOverflow(blockDelay)
    if overflow { throw .arithmeticOverflow }
    if allocation.startBlock < earliest { throw .custom("InvalidStartBlock") }
    if (queuedAllocations[validator]?.startBlock ?? 0) > 0 {
      throw .custom("RewardAllocationAlreadyQueued")
    }
    try validate(allocation.weights)
    queuedAllocations[validator] = allocation
  }

  /// `activateReadyQueuedRewardAllocation`: a queued allocation whose block has come takes over.
  ///
  /// - Parameters:
  ///   - validator: The validator.
  ///   - block: The current block, which becomes the allocation's start.
  public mutating func activateReady(for validator: ValidatorKey, block: UInt64) {
    guard var ready = queuedAllocations[validator], ready.startBlock != 0,
      ready.startBlock <= block
    else { return }
    ready.startBlock = block
    activeAllocations[validator] = ready
    queuedAllocations[validator] = nil
  }

  /// `getActiveRewardAllocation`: the allocation that a validator's reward follows now.
  ///
  /// Its own; the baseline when it has none or an inactive one; the default when that is unset or
  /// no longer valid.
  ///
  /// - Parameters:
  ///   - validator: The validator.
  ///   - block: The current block.
  /// - Returns: The allocation.
  /// - Throws: `Panic(0x11)` when start block and span together leave 64 bits.
  public func activeAllocation(
    for validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> RewardAllocation {
    var allocation = activeAllocations[validator] ?? RewardAllocation()
    var isUsable = allocation.startBlock != 0
    if isUsable { isUsable = try !isInactive(validator, since: allocation.startBlock, block) }
    if !isUsable { allocation = baselineAllocation }
    return allocation.startBlock > 0 && isStillValid(allocation.weights)
      ? allocation : defaultAllocation
  }

  /// `validateWeights`: whether weights may be set, in the contract's order of checks.
  ///
  /// - Parameter weights: The parts.
  /// - Throws: `TooManyWeights`, `DuplicateReceiver`, `InvalidWeight` (0 or above the limit),
  ///   `NotWhitelistedVault`, `InvalidRewardAllocationWeights` unless they sum to 10_000;
  ///   `Panic(0x11)` when the sum leaves 96 bits.
  public func validate(_ weights: [RewardAllocation.Weight]) throws(Revert) {
    if UInt64(weights.count) > maxNumWeights { throw .custom("TooManyWeights") }
    if Set(weights.map(\.receiver)).count != weights.count { throw .custom("DuplicateReceiver") }
    var total = UInt256.zero
    for weight in weights {
      if weight.percentage.isZero || weight.percentage > maxWeightPerVault {
        throw .custom("InvalidWeight")
      }
      if !whitelistedVaults.contains(weight.receiver) { throw .custom("NotWhitelistedVault") }
      total = try total + weight.percentage
      if total.leadingZeroBitCount < 256 - 96 { throw .arithmeticOverflow }
    }
    if total != UInt256(ProtocolProfile.hundredPercent) {
      throw .custom("InvalidRewardAllocationWeights")
    }
  }

  /// `_checkIfStillValid`: whether the rules of today still admit weights set earlier.
  func isStillValid(_ weights: [RewardAllocation.Weight]) -> Bool {
    UInt64(weights.count) <= maxNumWeights
      && weights.allSatisfy {
        $0.percentage <= maxWeightPerVault && whitelistedVaults.contains($0.receiver)
      }
  }

  /// `_checkInactivity`.
  private func isInactive(
    _ validator: ValidatorKey, since startBlock: UInt64, _ block: UInt64
  ) throws(Revert) -> Bool {
    if exemptFromInactivity.contains(validator) { return false }
    let (limit, overflow) = startBlock.addingReportingOverflow(inactivityBlockSpan)
    if overflow { throw .arithmeticOverflow }
    return block > limit
  }
}
