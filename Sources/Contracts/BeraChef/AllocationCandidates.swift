public import EVMArithmetic

/// Which allocation a validator's reward follows.
public enum AllocationSource: String, Hashable, Sendable {
  /// The validator's own, active before this block.
  case own
  /// The validator's own, queued before and activated by this block.
  case activated
  /// The baseline: the validator has none of its own, or an inactive one.
  case baseline
  /// The default: the other one is unset or no longer valid.
  case `default`
  /// None: without a default allocation the contract pays no vault at all.
  case none
}

/// The allocations that one validator's reward can follow, and what decides between them.
///
/// Source: berachain/contracts, src/pol/rewards/BeraChef.sol. Pure: the contract and the analytics
/// both choose here. Validity is asked of the weights at the time of use, not when they were set.
public struct AllocationCandidates<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// The validator's active allocation.
  public var own: RewardAllocation<Vault>?
  /// The validator's allocation that waits for its start block.
  public var queued: RewardAllocation<Vault>?
  /// What holds where a validator has none of its own, or an inactive one.
  public var baseline: RewardAllocation<Vault>
  /// What holds where the other is invalid.
  public var `default`: RewardAllocation<Vault>
  /// What weights must keep to.
  public var rules: WeightRules<Vault>
  /// Blocks after which the validator's own counts as inactive; nil for one that is exempt.
  public var inactivityBlockSpan: UInt64?

  /// Candidates, by default none of any kind.
  public init(
    own: RewardAllocation<Vault>? = nil, queued: RewardAllocation<Vault>? = nil,
    baseline: RewardAllocation<Vault> = .init(), default: RewardAllocation<Vault> = .init(),
    rules: WeightRules<Vault>, inactivityBlockSpan: UInt64?
  ) {
    self.own = own
    self.queued = queued
    self.baseline = baseline
    self.default = `default`
    self.rules = rules
    self.inactivityBlockSpan = inactivityBlockSpan
  }

  /// `isReady`: whether vaults can receive emission at all.
  public var isReady: Bool { !`default`.weights.isEmpty }

  /// `activateReadyQueuedRewardAllocation`: a queued allocation whose block has come takes over.
  ///
  /// - Parameter block: The current block, which becomes the allocation's start.
  /// - Returns: Whether one took over.
  @discardableResult
  public mutating func activateReady(at block: UInt64) -> Bool {
    guard var ready = queued, ready.startBlock != 0, ready.startBlock <= block else {
      return false
    }
    ready.startBlock = block
    own = ready
    queued = nil
    return true
  }

  /// `getActiveRewardAllocation`: the allocation that the validator's reward follows, and why.
  ///
  /// - Parameter block: The current block.
  /// - Returns: The allocation, and whether it is the validator's own, the baseline or the default.
  /// - Throws: `Panic(0x11)` when start block and span together leave 64 bits.
  public func choose(
    at block: UInt64
  ) throws(Revert) -> (allocation: RewardAllocation<Vault>, source: AllocationSource) {
    var chosen = (allocation: baseline, source: AllocationSource.baseline)
    if let own, own.startBlock != 0, try !isInactive(since: own.startBlock, at: block) {
      chosen = (own, .own)
    }
    let isUsable = chosen.allocation.startBlock > 0 && rules.stillAdmit(chosen.allocation.weights)
    return isUsable ? chosen : (`default`, .default)
  }

  /// `_checkInactivity`.
  private func isInactive(since startBlock: UInt64, at block: UInt64) throws(Revert) -> Bool {
    guard let inactivityBlockSpan else { return false }
    let (limit, overflow) = startBlock.addingReportingOverflow(inactivityBlockSpan)
    if overflow { throw .arithmeticOverflow }
    return block > limit
  }
}
