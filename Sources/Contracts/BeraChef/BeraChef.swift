public import EVMArithmetic

/// Which vaults may receive emission, and how each validator shares it out.
///
/// Source: berachain/contracts, src/pol/rewards/BeraChef.sol and RewardAllocatorFactory.sol (the
/// baseline).
public struct BeraChef: Hashable, Sendable {
  /// How a reward is shared among vaults.
  public typealias Allocation = RewardAllocation<Address>

  /// Allocations that validators activated.
  public var activeAllocations: [ValidatorKey: Allocation] = [:]
  /// Allocations that wait for their start block.
  public var queuedAllocations: [ValidatorKey: Allocation] = [:]
  /// What holds where a validator has none of its own, or an inactive one.
  public var baselineAllocation = Allocation()
  /// What holds where the other is invalid.
  public var defaultAllocation = Allocation()
  /// What weights must keep to.
  public var rules: WeightRules<Address>
  /// Validators whose allocation never counts as inactive.
  public var exemptFromInactivity: Set<ValidatorKey> = []
  /// Blocks after which an allocation that was not renewed counts as inactive.
  public var inactivityBlockSpan: UInt64
  /// Blocks between queueing an allocation and its start, at least.
  public var blockDelay: UInt64 = 0

  /// A chef without allocations.
  public init(rules: WeightRules<Address>, inactivityBlockSpan: UInt64) {
    self.rules = rules
    self.inactivityBlockSpan = inactivityBlockSpan
  }

  /// `isReady`: whether vaults can receive emission at all.
  public var isReady: Bool { !defaultAllocation.weights.isEmpty }

  /// The allocations that a validator's reward can follow.
  public func candidates(for validator: ValidatorKey) -> AllocationCandidates<Address> {
    AllocationCandidates(
      own: activeAllocations[validator], queued: queuedAllocations[validator],
      baseline: baselineAllocation, default: defaultAllocation, rules: rules,
      inactivityBlockSpan: exemptFromInactivity.contains(validator) ? nil : inactivityBlockSpan)
  }
}

extension BeraChef {
  /// `queueNewRewardAllocation`: asks for a new allocation from a block on.
  ///
  /// - Parameters:
  ///   - allocation: The weights and the block they shall start at.
  ///   - validator: The validator.
  ///   - block: The current block.
  /// - Throws: `InvalidStartBlock` when it starts too soon, `RewardAllocationAlreadyQueued`, or the
  ///   errors of ``WeightRules/validate(_:)``; `Panic(0x11)` when the earliest block leaves 64 bits.
  public mutating func queue(
    _ allocation: Allocation, for validator: ValidatorKey, block: UInt64
  ) throws(Revert) {
    let (earliest, overflow) = block.addingReportingOverflow(blockDelay)
    if overflow { throw .arithmeticOverflow }
    if allocation.startBlock < earliest { throw .custom("InvalidStartBlock") }
    if (queuedAllocations[validator]?.startBlock ?? 0) > 0 {
      throw .custom("RewardAllocationAlreadyQueued")
    }
    try rules.validate(allocation.weights)
    queuedAllocations[validator] = allocation
  }

  /// `activateReadyQueuedRewardAllocation`: a queued allocation whose block has come takes over.
  ///
  /// - Parameters:
  ///   - validator: The validator.
  ///   - block: The current block, which becomes the allocation's start.
  public mutating func activateReady(for validator: ValidatorKey, block: UInt64) {
    var candidates = candidates(for: validator)
    if candidates.activateReady(at: block) {
      activeAllocations[validator] = candidates.own
      queuedAllocations[validator] = candidates.queued
    }
  }

  /// `getActiveRewardAllocation`: the allocation that a validator's reward follows now.
  ///
  /// - Parameters:
  ///   - validator: The validator.
  ///   - block: The current block.
  /// - Returns: Its own, the baseline or the default.
  /// - Throws: `Panic(0x11)` when start block and span together leave 64 bits.
  public func activeAllocation(
    for validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> Allocation {
    try candidates(for: validator).choose(at: block).allocation
  }
}
