public import EVMArithmetic

/// Emission that governance directs before validators do, each vault up to a target.
///
/// Source: berachain/contracts, src/pol/rewards/DedicatedEmissionStreamManager.sol.
public struct DedicatedEmissionStream: Hashable, Sendable {
  /// Basis points of every block's reward: `emissionPerc`.
  public private(set) var emissionPercentage: UInt256 = 0
  /// Governance's vaults and their parts.
  public var weights: [RewardAllocation.Weight] = []
  /// Wei that each vault shall receive in all: `targetEmission`.
  public var targets: [Address: UInt256] = [:]
  /// Wei that each vault has received: `debt`.
  public var debts: [Address: UInt256] = [:]

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
  public mutating func setTarget(of vault: Address, _ target: UInt256) throws(Revert) {
    if debts[vault] ?? 0 > target { throw .custom("InvalidTargetEmission") }
    targets[vault] = target
  }

  /// `getMaxEmission`: how much of an amount a vault may still take.
  ///
  /// - Parameters:
  ///   - vault: The vault.
  ///   - emission: Wei on offer.
  /// - Returns: `min(emission, target - debt)`, 0 from the target on.
  public func maxEmission(of vault: Address, _ emission: UInt256) -> UInt256 {
    let (debt, target) = (debts[vault] ?? 0, targets[vault] ?? 0)
    return debt < target ? min(emission, target &- debt) : .zero
  }

  /// `notifyEmission`: counts what a vault received.
  mutating func notifyEmission(to vault: Address, _ amount: UInt256) throws(Revert) {
    debts[vault] = try (debts[vault] ?? 0) + amount
  }
}
