public import EVMArithmetic

/// What one block pays, before any split.
public struct BlockReward: Hashable, Sendable {
  /// Wei to the validator's operator.
  public let base: UInt256
  /// Wei for vaults.
  public let vaults: UInt256
  /// Wei of both that were minted and redeemed in BGT; 0 in the BGT era, which redeems nothing.
  public let redeemed: UInt256
}

/// Where a distributor gets a block's reward from: all that the generations of the distribution differ in.
public enum BlockRewardSource: Hashable, Sendable {
  /// The BGT era: a curve over the validator's share of all boosts.
  case boosted(BlockRewardController, BoostLedger)
  /// PoL Next: constants.
  case constant(BlockRewardControllerV2)

  /// `processRewards`, called by the distributor.
  mutating func process(
    for validator: ValidatorKey, isReady: Bool
  ) throws(Revert) -> BlockReward {
    switch self {
    case .boosted(let controller, let boosts):
      let boostPower = isReady ? try boosts.normalizedBoost(of: validator) : .zero
      let (base, vaults) = try controller.rewards(boostPower: boostPower, isReady: isReady)
      return BlockReward(base: base, vaults: vaults, redeemed: .zero)
    case .constant(var controller):
      let reward = try controller.processRewards(isReady: isReady, by: controller.distributor)
      self = .constant(controller)
      return reward
    }
  }

  /// `burnExceedingBalance`, called by the distributor once all is paid; wei.
  mutating func burnExceedingBalance() throws(Revert) -> UInt256 {
    guard case .constant(var controller) = self else { return .zero }
    let burnt = try controller.burnExceedingBalance(by: controller.distributor)
    self = .constant(controller)
    return burnt
  }
}
