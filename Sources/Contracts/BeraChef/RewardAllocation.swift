public import EVMArithmetic

/// How a validator's block reward is shared among vaults, whatever names a vault: its address, a label.
public struct RewardAllocation<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// A vault's part.
  public struct Weight: Hashable, Sendable {
    /// The vault.
    public let receiver: Vault
    /// Basis points: `percentageNumerator`.
    public let percentage: UInt256

    /// A vault and its part.
    public init(receiver: Vault, percentage: UInt256) {
      self.receiver = receiver
      self.percentage = percentage
    }
  }

  /// The block from which it holds; 0 for none.
  public var startBlock: UInt64
  /// The parts, in order: the last one gets what rounding leaves.
  public var weights: [Weight]

  /// An allocation, by default none.
  public init(startBlock: UInt64 = 0, weights: [Weight] = []) {
    self.startBlock = startBlock
    self.weights = weights
  }

  /// Splits an amount by the weights, as Distributor.sol does: each part is rounded down, the last
  /// vault gets what remains.
  ///
  /// - Parameter amount: Reward token wei.
  /// - Returns: Wei for each weight, in order; the contract does not pay those of 0.
  /// - Throws: `Panic(0x11)` when the weights before the last exceed 10_000 together.
  public func parts(of amount: UInt256) throws(Revert) -> [UInt256] {
    var parts: [UInt256] = []
    var distributed = UInt256.zero
    for (index, weight) in weights.enumerated() {
      let isLast = index == weights.count - 1
      let part = isLast ? try amount - distributed : try weight.part(of: amount)
      distributed = try distributed + part
      parts.append(part)
    }
    return parts
  }
}

extension RewardAllocation.Weight {
  /// The vault's part of an amount, in full width, rounded down.
  func part(of amount: UInt256) throws(Revert) -> UInt256 {
    try amount.fullWidthPart(basisPoints: percentage)
  }
}

extension UInt256 {
  /// Basis points of an amount by a product of 512 bits, rounded down.
  func fullWidthPart(basisPoints rate: UInt256) throws(Revert) -> UInt256 {
    try FixedPointMathLib.fullMulDiv(self, rate, UInt256(ProtocolProfile.hundredPercent))
  }
}
