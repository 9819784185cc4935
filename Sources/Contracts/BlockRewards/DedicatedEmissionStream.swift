public import EVMArithmetic

/// Emission that governance directs before validators do, each vault up to a target.
///
/// Source: berachain/contracts, src/pol/rewards/DedicatedEmissionStreamManager.sol.
public struct DedicatedEmissionStream<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// Basis points of every block's reward: `emissionPerc`.
  public private(set) var emissionPercentage: UInt256 = 0
  /// Governance's vaults and their parts.
  public var weights: [RewardAllocation<Vault>.Weight] = []
  /// Wei that each vault shall receive in all: `targetEmission`.
  public var targets: [Vault: UInt256] = [:]
  /// Wei that each vault has received: `debt`.
  public var debts: [Vault: UInt256] = [:]

  /// A stream without vaults.
  public init() {}

  /// `setEmissionPerc`.
  ///
  /// - Parameter percentage: Basis points.
  /// - Throws: `InvalidEmissionPerc` above 10_000.
  public mutating func setEmissionPercentage(_ percentage: UInt256) throws(Revert) {
    if percentage > UInt256(ProtocolProfile.hundredPercent) {
      throw .custom("InvalidEmissionPerc")
    }
    emissionPercentage = percentage
  }

  /// `setTargetEmission`.
  ///
  /// - Parameters:
  ///   - vault: The vault.
  ///   - target: Wei in all.
  /// - Throws: `InvalidTargetEmission` when the vault has received more already.
  public mutating func setTarget(of vault: Vault, _ target: UInt256) throws(Revert) {
    if debts[vault] ?? 0 > target { throw .custom("InvalidTargetEmission") }
    targets[vault] = target
  }

  /// `getMaxEmission`: how much of an amount a vault may still take.
  ///
  /// - Parameters:
  ///   - vault: The vault.
  ///   - emission: Wei on offer.
  /// - Returns: `min(emission, target - debt)`, 0 from the target on.
  public func maxEmission(of vault: Vault, _ emission: UInt256) -> UInt256 {
    let (debt, target) = (debts[vault] ?? 0, targets[vault] ?? 0)
    return debt < target ? min(emission, target &- debt) : .zero
  }

  /// Whether the stream takes part in a block's reward at all.
  public var isActive: Bool { !emissionPercentage.isZero && !weights.isEmpty }

  /// What the stream is offered of a block's reward, wei, rounded down.
  ///
  /// - Throws: `FullMulDivFailed` beyond 256 bits.
  public func offer(of reward: UInt256) throws(Revert) -> UInt256 {
    try reward.fullWidthPart(basisPoints: emissionPercentage)
  }

  /// Splits an offer by the weights, where each vault takes no more than its target admits, and counts
  /// what it takes.
  ///
  /// What a vault refuses is nobody's part: it goes back to the validator's allocation.
  ///
  /// - Parameter offer: Wei.
  /// - Returns: Wei for each weight, in order; the contract does not pay those of 0.
  /// - Throws: `Panic(0x11)` when the weights before the last exceed 10_000 together.
  public mutating func take(_ offer: UInt256) throws(Revert) -> [UInt256] {
    let offers = try RewardAllocation(weights: weights).parts(of: offer)
    var parts: [UInt256] = []
    for (weight, offered) in zip(weights, offers) {
      let part = maxEmission(of: weight.receiver, offered)
      if !part.isZero {
        debts[weight.receiver] = try (debts[weight.receiver] ?? 0) + part
      }
      parts.append(part)
    }
    return parts
  }
}
