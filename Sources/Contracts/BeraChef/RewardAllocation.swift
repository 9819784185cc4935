public import EVMArithmetic

/// How a validator's block reward is shared among vaults.
public struct RewardAllocation: Hashable, Sendable {
  /// A vault's part.
  public struct Weight: Hashable, Sendable {
    /// The vault.
    public let receiver: Address
    /// Basis points: `percentageNumerator`.
    public let percentage: UInt256

    /// Names a vault and its part.
    ///
    /// - Parameters:
    ///   - receiver: The vault.
    ///   - percentage: Basis points.
    public init(receiver: Address, percentage: UInt256) {
      self.receiver = receiver
      self.percentage = percentage
    }
  }

  /// The block from which it holds; 0 for none.
  public var startBlock: UInt64
  /// The parts, in order: the last one gets what rounding leaves.
  public var weights: [Weight]

  /// Makes an allocation.
  ///
  /// - Parameters:
  ///   - startBlock: The block from which it holds; 0 for none.
  ///   - weights: The parts, in order.
  public init(startBlock: UInt64 = 0, weights: [Weight] = []) {
    self.startBlock = startBlock
    self.weights = weights
  }
}
