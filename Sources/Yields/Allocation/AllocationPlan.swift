public import Contracts
internal import EVMArithmetic
public import FixedPoint

/// Where one block's reward goes: the contract's payments, and the exact parts they round.
///
/// Source: `Distributor.distributeFor`, `BeraChef.getActiveRewardAllocation`,
/// `DedicatedEmissionStreamManager` (berachain/contracts). The contract-identical `Distributor` is
/// asked; nothing is created or lost: dedicated and allocated payments sum to the amount.
public struct AllocationPlan: Hashable, Sendable {
  /// A vault's part.
  public struct Part: Hashable, Sendable {
    /// The vault.
    public let vault: Address
    /// Its weight, basis points as they are stored.
    public let weight: ExactInteger
    /// What it gets, wei, floors and remainder rule included.
    public let amount: ExactInteger
    /// What its weight means, wei, exact: before floors, remainder and caps.
    public let exact: ExactRational
  }

  /// Which allocation a validator's reward follows.
  public enum Source: String, Hashable, Sendable {
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
  public let source: Source
  /// What each vault of the dedicated stream has received in all after this block, wei.
  public let debts: [Address: ExactInteger]

  /// Distributes an amount.
  ///
  /// - Parameters:
  ///   - amount: wei of the reward token for vaults.
  ///   - validator: who proposed the block.
  ///   - block: the block.
  ///   - chef: the allocations.
  ///   - stream: governance's dedicated stream, where there is one.
  /// - Throws: `AnalyticsError.invalid` for an amount beyond 128 bits, `.reverts` where the
  ///   distribution would.
  public init(
    of amount: ExactInteger,
    for validator: ValidatorKey,
    block: UInt64,
    chef: BeraChef,
    stream: DedicatedEmissionStream? = nil
  ) throws(AnalyticsError) {
    var distributor = try Self.distributor(of: amount, for: validator, chef: chef, stream: stream)
    let distribution: Distributor.Distribution
    let used: RewardAllocation
    do throws(Revert) {
      distribution = try distributor.distribute(for: validator, block: block)
      used = try distributor.chef.activeAllocation(for: validator, block: block)
      source = try Self.source(before: chef, after: distributor.chef, validator, block: block)
    } catch {
      throw .reverts(function: "Distributor.distributeFor", revert: error)
    }
    self.amount = amount
    let paid = Self.sum(distribution.dedicated)
    let isStreaming = stream.map { !$0.emissionPercentage.isZero && !$0.weights.isEmpty } ?? false
    let offer =
      isStreaming && chef.isReady
      ? Self.floorPart(of: amount, stream?.emissionPercentage ?? .zero) : 0
    dedicatedOffer = offer
    dedicatedReturned = offer - paid
    dedicated = Self.parts(
      distribution.dedicated, weights: isStreaming ? stream?.weights ?? [] : [], of: offer)
    allocated = Self.parts(
      distribution.allocated, weights: used.weights, of: chef.isReady ? amount - paid : 0)
    debts = (distributor.dedicatedStream?.debts ?? [:]).mapValues { ExactInteger($0) }
  }
}

extension AllocationPlan {
  /// A distributor whose block reward is the amount: a full boost on a multiplier of one.
  private static func distributor(
    of amount: ExactInteger, for validator: ValidatorKey, chef: BeraChef,
    stream: DedicatedEmissionStream?
  ) throws(AnalyticsError) -> Distributor {
    try AnalyticsError.requireNotNegative(amount, "amount")
    guard let rate = UInt128(exactly: amount) else {
      throw .invalid(
        field: "amount", found: amount.description, expected: "what one block can pay, below 2^128")
    }
    var limits = ProtocolProfile.BlockRewardLimits.deployed
    limits.maxRewardRate = .max
    var controller = BlockRewardController(limits: limits)
    do throws(Revert) {
      try controller.setRewardRate(UInt256(high: 0, low: rate))
      try controller.setBoostMultiplier(UInt256(ProtocolProfile.precision))
      try controller.setRewardConvexity(UInt256(ProtocolProfile.precision))
    } catch {
      throw .reverts(function: "BlockRewardController", revert: error)
    }
    return Distributor(
      controller: controller,
      boosts: BoostLedger(boostees: [validator: .one], totalBoosts: .one), chef: chef,
      dedicatedStream: stream)
  }

  private static func floorPart(of amount: ExactInteger, _ percentage: UInt256) -> ExactInteger {
    exactPart(of: amount, percentage).integer(rounding: .down)
  }

  private static func exactPart(of amount: ExactInteger, _ percentage: UInt256) -> ExactRational {
    ExactRational(
      amount * ExactInteger(percentage),
      overNonZero: ExactInteger(ProtocolProfile.hundredPercent))
  }

  private static func sum(_ payments: [Distributor.Payment]) -> ExactInteger {
    payments.reduce(0) { $0 + ExactInteger($1.amount) }
  }

  /// Payments by vault beside the weights; a vault that is paid nothing has no payment.
  private static func parts(
    _ payments: [Distributor.Payment], weights: [RewardAllocation.Weight], of amount: ExactInteger
  ) -> [Part] {
    var unmatched = payments[...]
    return weights.map { weight in
      var paid: ExactInteger = 0
      if let next = unmatched.first, next.vault == weight.receiver {
        paid = ExactInteger(next.amount)
        unmatched = unmatched.dropFirst()
      }
      return Part(
        vault: weight.receiver, weight: ExactInteger(weight.percentage), amount: paid,
        exact: exactPart(of: amount, weight.percentage))
    }
  }

  /// Which allocation the contract chose: its start block tells, once the fall-backs' are marked.
  private static func source(
    before: BeraChef, after: BeraChef, _ validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> Source {
    guard before.isReady else { return .none }
    let (baseline, fallback) = (UInt64.max, UInt64.max - 1)
    var marked = after
    if marked.baselineAllocation.startBlock > 0 { marked.baselineAllocation.startBlock = baseline }
    marked.defaultAllocation.startBlock = fallback
    switch try marked.activeAllocation(for: validator, block: block).startBlock {
    case baseline: return .baseline
    case fallback: return .default
    default:
      let wasQueued = before.queuedAllocations[validator] != after.queuedAllocations[validator]
      return wasQueued ? .activated : .own
    }
  }
}
