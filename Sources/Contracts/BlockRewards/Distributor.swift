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
    /// What the controller paid, before any split.
    public let reward: BlockReward
    /// Payments of the dedicated stream, in order; zero amounts are not paid.
    public internal(set) var dedicated: [Payment] = []
    /// Payments by the validator's allocation, in order; zero amounts are not paid.
    public internal(set) var allocated: [Payment] = []
    /// Native BERA that the controller burnt at the end, wei.
    public internal(set) var burnt: UInt256 = .zero

    init(reward: BlockReward) { self.reward = reward }
  }

  /// Where the reward comes from.
  public var source: BlockRewardSource
  /// The allocations.
  public var chef: BeraChef
  /// Governance's stream, where there is one.
  public var dedicatedStream: DedicatedEmissionStream<Address>?

  /// Who calls `distributeFor`: the chain itself, before a block's transactions.
  public static let systemAddress = Address(
    bytes: [UInt8](repeating: 0xff, count: Address.byteCount - 1) + [0xfe])

  /// A distributor.
  public init(
    source: BlockRewardSource, chef: BeraChef,
    dedicatedStream: DedicatedEmissionStream<Address>? = nil
  ) {
    self.source = source
    self.chef = chef
    self.dedicatedStream = dedicatedStream
  }

  /// `distributeFor`: pays the reward of one block of a validator.
  ///
  /// First the dedicated stream, whose excess over the vaults' targets comes back; then a queued
  /// allocation whose block has come takes over; then the rest goes by the active allocation. What the
  /// controller has left is burnt, even where nothing was distributed.
  ///
  /// - Parameters:
  ///   - validator: Who proposed the block.
  ///   - block: The current block.
  ///   - caller: Who calls.
  /// - Returns: The payments.
  /// - Throws: `NotSystemAddress`, or a revert of the formulas; the value is then unchanged.
  public mutating func distribute(
    for validator: ValidatorKey, block: UInt64, by caller: Address = systemAddress
  ) throws(Revert) -> Distribution {
    if caller != Self.systemAddress { throw .custom("NotSystemAddress") }
    var next = self
    let distribution = try next.distributeReward(for: validator, block: block)
    self = next
    return distribution
  }

  private mutating func distributeReward(
    for validator: ValidatorKey, block: UInt64
  ) throws(Revert) -> Distribution {
    let reward = try source.process(for: validator, isReady: chef.isReady)
    var distribution = Distribution(reward: reward)
    if !reward.vaults.isZero { try pay(&distribution, for: validator, block: block) }
    distribution.burnt = try source.burnExceedingBalance()
    return distribution
  }

  private mutating func pay(
    _ distribution: inout Distribution, for validator: ValidatorKey, block: UInt64
  ) throws(Revert) {
    var candidates = chef.candidates(for: validator)
    let paid = try RewardDistribution(
      of: distribution.reward.vaults, at: block, candidates: &candidates, stream: &dedicatedStream)
    chef.activeAllocations[validator] = candidates.own
    chef.queuedAllocations[validator] = candidates.queued
    distribution.dedicated = Self.payments(paid.dedicated)
    distribution.allocated = Self.payments(paid.allocated)
  }

  private static func payments(_ parts: [RewardDistribution<Address>.Part]) -> [Payment] {
    parts.filter { !$0.amount.isZero }
      .map { Payment(vault: $0.weight.receiver, amount: $0.amount) }
  }
}
