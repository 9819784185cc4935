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
  public var dedicatedStream: DedicatedEmissionStream?

  /// Makes a distributor.
  ///
  /// - Parameters:
  ///   - controller: The reward's size.
  ///   - boosts: BGT boosts.
  ///   - chef: The allocations.
  ///   - dedicatedStream: Governance's stream, where there is one.
  public init(
    controller: BlockRewardController, boosts: BoostLedger, chef: BeraChef,
    dedicatedStream: DedicatedEmissionStream? = nil
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
    var remaining = reward
    if let stream = dedicatedStream, !stream.emissionPercentage.isZero, !stream.weights.isEmpty {
      let share = try Self.part(of: reward, stream.emissionPercentage)
      let (payments, excess) = try payDedicated(share, by: stream.weights)
      distribution.dedicated = payments
      remaining = try remaining - (try share - excess)
    }
    chef.activateReady(for: validator, block: block)
    let weights = try chef.activeAllocation(for: validator, block: block).weights
    distribution.allocated = try Self.split(remaining, by: weights)
    return distribution
  }

  /// Splits an amount by weights: each part rounded down, the last gets what remains.
  ///
  /// - Parameters:
  ///   - amount: Reward token wei.
  ///   - weights: The parts, in order.
  /// - Returns: Vaults and amounts; zero amounts are left out.
  /// - Throws: `Panic(0x11)` when the weights before the last exceed 10_000 together.
  public static func split(
    _ amount: UInt256, by weights: [RewardAllocation.Weight]
  ) throws(Revert) -> [Payment] {
    var payments: [Payment] = []
    var distributed = UInt256.zero
    for (index, weight) in weights.enumerated() {
      let isLast = index == weights.count - 1
      let part =
        isLast ? try amount - distributed : try part(of: amount, weight.percentage)
      distributed = try distributed + part
      if !part.isZero { payments.append(Payment(vault: weight.receiver, amount: part)) }
    }
    return payments
  }

  /// The same split where each vault takes no more than its target admits.
  ///
  /// What a vault refuses counts as excess, not as the next one's part.
  private mutating func payDedicated(
    _ amount: UInt256, by weights: [RewardAllocation.Weight]
  ) throws(Revert) -> (payments: [Payment], excess: UInt256) {
    var payments: [Payment] = []
    var (distributed, excess) = (UInt256.zero, UInt256.zero)
    for (index, weight) in weights.enumerated() {
      let isLast = index == weights.count - 1
      let offered =
        isLast
        ? try (try amount - distributed) - excess : try Self.part(of: amount, weight.percentage)
      let part = dedicatedStream?.maxEmission(of: weight.receiver, offered) ?? .zero
      excess = try excess + (try offered - part)
      distributed = try distributed + part
      if part.isZero { continue }
      payments.append(Payment(vault: weight.receiver, amount: part))
      try dedicatedStream?.notifyEmission(to: weight.receiver, part)
    }
    return (payments, excess)
  }

  private static func part(
    of amount: UInt256, _ percentage: UInt256
  ) throws(Revert) -> UInt256 {
    try FixedPointMathLib.fullMulDiv(
      amount, percentage, UInt256(ProtocolProfile.hundredPercent))
  }
}
