public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Faults

/// Where one block's reward goes: the contract's payments, and the exact parts they round.
///
/// Source: `Distributor.distributeFor`, `BeraChef.getActiveRewardAllocation`,
/// `DedicatedEmissionStreamManager` (berachain/contracts). The contract's own step distributes
/// (`RewardDistribution`); nothing is created or lost: dedicated and allocated payments
/// sum to the amount. `Vault` is whatever names a vault.
public struct AllocationPlan<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// A vault's part.
  public struct Part: Hashable, Sendable {
    /// The vault.
    public let vault: Vault
    /// Its weight, basis points as they are stored.
    public let weight: ExactInteger
    /// What it gets, wei, floors and remainder rule included.
    public let amount: ExactInteger
    /// What its weight means, wei, exact: before floors, remainder and caps.
    public let exact: ExactRational
  }

  /// Wei to be distributed.
  public let amount: ExactInteger
  /// The dedicated stream's parts, in its order.
  public let dedicated: [Part]
  /// What the dedicated stream was offered, wei.
  public let dedicatedOffer: ExactInteger
  /// What its vaults' caps returned to the validator's allocation, wei.
  public let dedicatedReturned: ExactInteger
  /// The validator's parts, in the allocation's order.
  public let allocated: [Part]
  /// Which allocation they follow.
  public let source: AllocationSource
  /// What each vault of the dedicated stream has received in all after this block, wei.
  public let debts: [Vault: ExactInteger]

  /// Distributes an amount.
  ///
  /// - Parameters:
  ///   - amount: wei of the reward token for vaults.
  ///   - block: the block.
  ///   - candidates: the allocations of the validator who proposed it.
  ///   - stream: governance's dedicated stream, where there is one.
  /// - Throws: `Fault` for an amount beyond 128 bits, `.reverts` where the
  ///   distribution would.
  public init(
    of amount: ExactInteger,
    at block: UInt64,
    candidates: AllocationCandidates<Vault>,
    stream: DedicatedEmissionStream<Vault>? = nil
  ) throws(Fault) {
    try Fault.requireNotNegative(amount, "amount")
    guard let wei = UInt128(exactly: amount) else {
      throw .invalid(
        field: "amount", found: amount.description,
        expected: "an amount that a block can pay, below 2^128")
    }
    var (candidates, stream) = (candidates, stream)
    let paid = try Fault.asking("Distributor.distributeFor") { () throws(Revert) in
      try RewardDistribution(
        of: UInt256(high: 0, low: wei), at: block, candidates: &candidates, stream: &stream)
    }
    self.amount = amount
    source = paid.source
    dedicatedOffer = ExactInteger(paid.offer)
    dedicated = paid.dedicated.map { Part($0, of: paid.offer) }
    dedicatedReturned = dedicated.reduce(dedicatedOffer) { $0 - $1.amount }
    allocated = paid.allocated.map { Part($0, of: paid.remaining) }
    debts = (stream?.debts ?? [:]).mapValues { ExactInteger($0) }
  }
}

extension AllocationPlan.Part {
  /// The contract's part of `whole` wei, and the exact one beside it.
  fileprivate init(_ part: RewardDistribution<Vault>.Part, of whole: UInt256) {
    vault = part.weight.receiver
    weight = ExactInteger(part.weight.percentage)
    amount = ExactInteger(part.amount)
    let points = weight * ExactInteger(whole)
    exact = ExactRational(points, overNonZero: ExactInteger(ProtocolProfile.hundredPercent))
  }
}
