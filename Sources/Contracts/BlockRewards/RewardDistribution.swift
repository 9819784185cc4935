public import EVMArithmetic

/// Where one block's reward for vaults goes.
///
/// Source: berachain/contracts, src/pol/rewards/Distributor.sol. Pure, so that the contract and the
/// analytics distribute alike: first the dedicated stream, whose excess over the vaults' targets comes
/// back; then a queued allocation whose block has come takes over; then the rest goes by the
/// allocation that holds. Amounts stand beside weights, in order; the contract pays those above 0.
public struct RewardDistribution<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// A vault, its weight, and wei.
  public struct Part: Hashable, Sendable {
    /// The vault and its basis points.
    public let weight: RewardAllocation<Vault>.Weight
    /// What the vault is paid, wei.
    public let amount: UInt256
  }

  /// What the dedicated stream was offered, wei.
  public let offer: UInt256
  /// The dedicated stream's parts; none where it takes no part.
  public let dedicated: [Part]
  /// What is left for the allocation, wei.
  public let remaining: UInt256
  /// The allocation's parts.
  public let allocated: [Part]
  /// Which allocation they follow.
  public let source: AllocationSource

  /// Distributes a reward.
  ///
  /// - Parameters:
  ///   - reward: Wei for vaults; without a default allocation nothing is paid.
  ///   - block: The current block.
  ///   - candidates: The validator's allocations; a queued one may become its own.
  ///   - stream: Governance's stream, where there is one; its debts grow.
  /// - Throws: `Panic(0x11)` where weights exceed 10_000 together or a block leaves 64 bits.
  public init(
    of reward: UInt256, at block: UInt64, candidates: inout AllocationCandidates<Vault>,
    stream: inout DedicatedEmissionStream<Vault>?
  ) throws(Revert) {
    let reward = candidates.isReady ? reward : .zero
    var (offer, dedicated, remaining) = (UInt256.zero, [Part](), reward)
    if var active = stream, active.isActive {
      offer = try active.offer(of: reward)
      dedicated = Self.parts(active.weights, try active.take(offer))
      for part in dedicated { remaining = try remaining - part.amount }
      stream = active
    }
    // The contract goes no further where there is nothing to pay.
    let isActivated = !reward.isZero && candidates.activateReady(at: block)
    let (allocation, source) = try candidates.choose(at: block)
    self.offer = offer
    self.dedicated = dedicated
    self.remaining = remaining
    allocated = Self.parts(allocation.weights, try allocation.parts(of: remaining))
    self.source =
      switch source {
      case _ where !candidates.isReady: .none
      case .own where isActivated: .activated
      default: source
      }
  }

  private static func parts(
    _ weights: [RewardAllocation<Vault>.Weight], _ amounts: [UInt256]
  ) -> [Part] {
    zip(weights, amounts).map(Part.init(weight:amount:))
  }
}
