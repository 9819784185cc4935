public import EVMArithmetic

/// One block's reward on its way to the vaults.
///
/// Source: berachain/contracts, src/pol/rewards/Distributor.sol. Holds what the distribution
/// depends on; the vaults' own accounting is `RewardVault`, which takes each amount by
/// `notifyRewardAmount`.
public struct Distributor: Hashable, Sendable {
  /// Vault and amount of one payment.
  public struct Payment: Hashable, Sendable {
    /// The vault.
    public let vault: Address
    /// Reward token wei.
    public let amount: UInt256
  }

  /// What one block paid.
  public struct Distribution: Hashable, Sendable {
    /// Wei to the validator's operator.
    public let base: UInt256
    /// Wei for vaults, before any split.
    public let reward: UInt256
    /// Payments of the dedicated stream, in order; zero amounts are not paid.
    public internal(set) var dedicated: [Payment] = []
    /// Payments by the validator's allocation, in order; zero amounts are not paid.
    public internal(set) var allocated: [Payment] = []

    init(base: UInt256, reward: UInt256) {
      self.base = base
      self.reward = reward
    }
  }

  /// The reward's size.
  public var controller: BlockRewardController
  /// BGT boosts.
  public var boosts: BoostLedger
  /// The allocations.
  public var chef: BeraChef
  /// Governance's stream, where there is one.
  public var dedicatedStream: DedicatedEmissionStream<Address>?

  /// A distributor.
  public init(
    controller: BlockRewardController, boosts: BoostLedger, chef: BeraChef,
    dedicatedStream: DedicatedEmissionStream<Address>? = nil
  ) {
    self.controller = controller
    self.boosts = boosts
    self.chef = chef
    self.dedicatedStream = dedicatedStream
  }

  /// `distributeFor`: pays the reward of one block of a validator.
  ///
  /// First the dedicated stream, whose excess over the vaults' targets comes back; then a queued
  /// allocation whose block has come takes over; then the rest goes by the active allocation.
  ///
  /// - Parameters:
  ///   - validator: Who proposed the block.
  ///   - block: The current block.
  /// - Returns: The payments.
  /// - Throws: A revert of the formulas; the value is then unchanged.
  public mutating func distribute(
    for validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> Distribution {
    var next = self
    let distribution = try next.distributeReward(for: validator, block: block)
    self = next
    return distribution
  }

  private mutating func distributeReward(
    for validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> Distribution {
    let boostPower = chef.isReady ? try boosts.normalizedBoost(of: validator) : .zero
    let (base, reward) = try controller.rewards(boostPower: boostPower, isReady: chef.isReady)
    var distribution = Distribution(base: base, reward: reward)
    if reward.isZero { return distribution }
    var candidates = chef.candidates(for: validator)
    let paid = try RewardDistribution(
      of: reward, at: block, candidates: &candidates, stream: &dedicatedStream)
    chef.activeAllocations[validator] = candidates.own
    chef.queuedAllocations[validator] = candidates.queued
    distribution.dedicated = Self.payments(paid.dedicated)
    distribution.allocated = Self.payments(paid.allocated)
    return distribution
  }

  private static func payments(_ parts: [RewardDistribution<Address>.Part]) -> [Payment] {
    parts.filter { !$0.amount.isZero }
      .map { Payment(vault: $0.weight.receiver, amount: $0.amount) }
  }
}
