public import FixedPoint
public import Faults

/// The parts that a staking pool's total assets are made of, in wei of BERA.
///
/// Source: Berachain staking pools, `StakingPool._getTotalAssets`: deposits on the consensus layer,
/// the buffer, the staking rewards vault and what the operator holds, net of the fee not yet charged.
public struct PoolAssets: Hashable, Sendable {
  /// BERA deposited on the consensus layer.
  public internal(set) var consensusDeposits: ExactInteger
  /// BERA that waits in the pool contract for the next consensus deposit.
  public internal(set) var buffer: ExactInteger
  /// Rewards in the staking rewards vault, not yet pulled into the pool.
  public internal(set) var rewardsVault: ExactInteger
  /// The operator's BGT (one BERA each), since PoL Next its WBERA.
  public internal(set) var operatorRewards: ExactInteger
  /// The protocol fee that has accrued on those rewards and is not charged yet.
  public internal(set) var unchargedFee: ExactInteger

  /// Puts the parts together.
  ///
  /// - Throws: `Fault` for a negative part, or a fee above the other parts.
  public init(
    consensusDeposits: ExactInteger,
    buffer: ExactInteger = 0,
    rewardsVault: ExactInteger = 0,
    operatorRewards: ExactInteger = 0,
    unchargedFee: ExactInteger = 0
  ) throws(Fault) {
    try Fault.requireNotNegative(consensusDeposits, "consensusDeposits")
    try Fault.requireNotNegative(buffer, "buffer")
    try Fault.requireNotNegative(rewardsVault, "rewardsVault")
    try Fault.requireNotNegative(operatorRewards, "operatorRewards")
    try Fault.requireNotNegative(unchargedFee, "unchargedFee")
    self.consensusDeposits = consensusDeposits
    self.buffer = buffer
    self.rewardsVault = rewardsVault
    self.operatorRewards = operatorRewards
    self.unchargedFee = unchargedFee
    guard !total.isNegative else {
      throw .invalid(
        field: "unchargedFee", found: unchargedFee.description,
        expected: "no more than the pool's other assets together")
    }
  }

  /// Everything that backs the shares, in wei.
  ///
  /// Exact.
  public var total: ExactInteger {
    consensusDeposits + buffer + rewardsVault + operatorRewards - unchargedFee
  }

  /// What was deposited: the consensus layer's part and the buffer, in wei.
  ///
  /// Exact.
  public var deposits: ExactInteger {
    consensusDeposits + buffer
  }

  /// The rewards that can be deposited and paid out.
  ///
  /// - Parameter isOfOperator: whether what the operator holds is among them.
  /// - Returns: wei.
  func rewards(ofOperator isOfOperator: Bool) -> ExactInteger {
    rewardsVault + (isOfOperator ? operatorRewards : 0)
  }

  /// Takes out the rewards that can be deposited and paid out.
  ///
  /// - Parameter isOfOperator: whether what the operator holds is among them.
  /// - Returns: wei.
  mutating func takeRewards(ofOperator isOfOperator: Bool) -> ExactInteger {
    let taken = rewards(ofOperator: isOfOperator)
    rewardsVault = 0
    if isOfOperator { operatorRewards = 0 }
    return taken
  }
}
