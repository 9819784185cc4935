public import EVMArithmetic

/// The block reward since PoL Next: two constants, paid in WBERA.
///
/// Source: BlockRewardController.sol of PoL Next (`VERSION` 2). A payment for which the controller does
/// not hold enough native BERA is wholly minted and redeemed in BGT; what it holds stays until it is
/// burnt. A value: each function answers with the new state, or throws the contract's revert and
/// changes nothing.
public struct BlockRewardControllerV2: Hashable, Sendable {
  /// `VERSION`.
  public static let version: UInt64 = 2

  /// What the validator's operator gets for every block, WBERA wei.
  public let baseRate: UInt256
  /// What vaults get for every block, WBERA wei.
  public let rewardRate: UInt256
  /// Who may set the distributor.
  public let owner: Address
  /// Who may ask for rewards.
  public private(set) var distributor: Address
  /// Native BERA that the controller holds, wei.
  public private(set) var balance: UInt256
  /// Native BERA that BGT holds above its total supply, wei: what can be redeemed of newly minted BGT.
  public private(set) var reserve: UInt256

  /// A controller.
  ///
  /// - Parameters:
  ///   - rewards: The constants.
  ///   - owner: Who may set the distributor.
  ///   - distributor: Who may ask for rewards.
  ///   - balance: Native BERA at the controller, wei.
  ///   - reserve: Native BERA at BGT above its total supply, wei; by default always enough.
  public init(
    rewards: ProtocolProfile.BlockRewards, owner: Address, distributor: Address,
    balance: UInt256 = .zero, reserve: UInt256 = .max
  ) {
    baseRate = UInt256(high: 0, low: rewards.baseRate)
    rewardRate = UInt256(high: 0, low: rewards.rewardRate)
    self.owner = owner
    self.distributor = distributor
    self.balance = balance
    self.reserve = reserve
  }

  /// `getMaxEmissionPerBlock`, by its older name `getMaxBGTPerBlock`: what a block pays at most, wei.
  ///
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func maxEmissionPerBlock() throws(Revert) -> UInt256 { try baseRate + rewardRate }

  /// `setDistributor`.
  ///
  /// - Throws: `OwnableUnauthorizedAccount` for anyone but the owner, `ZeroAddress`.
  public mutating func setDistributor(_ new: Address, by caller: Address) throws(Revert) {
    if caller != owner { throw .custom("OwnableUnauthorizedAccount") }
    if new == .zero { throw .custom("ZeroAddress") }
    distributor = new
  }

  /// `processRewards`: pays the operator, then the distributor.
  ///
  /// - Parameters:
  ///   - isReady: Whether a default allocation exists; without one vaults get nothing.
  ///   - caller: Who asks.
  /// - Returns: What was paid, and how much of it was minted and redeemed in BGT.
  /// - Throws: `NotDistributor`, or `InvariantCheckFailed` where BGT could not be redeemed.
  public mutating func processRewards(
    isReady: Bool, by caller: Address
  ) throws(Revert) -> BlockReward {
    try requireDistributor(caller)
    var next = self
    let vaults = isReady ? rewardRate : .zero
    let redeemed = try next.pay(baseRate) + (try next.pay(vaults))
    self = next
    return BlockReward(base: baseRate, vaults: vaults, redeemed: redeemed)
  }

  /// `burnExceedingBalance`: burns all native BERA that is left.
  ///
  /// - Parameter caller: Who asks.
  /// - Returns: Wei burnt; where it is 0 the contract emits nothing.
  /// - Throws: `NotDistributor`.
  public mutating func burnExceedingBalance(by caller: Address) throws(Revert) -> UInt256 {
    try requireDistributor(caller)
    defer { balance = .zero }
    return balance
  }

  /// Takes one payment from the balance, or else mints all of it; returns what was minted.
  private mutating func pay(_ amount: UInt256) throws(Revert) -> UInt256 {
    if balance >= amount {
      balance = balance &- amount
      return .zero
    }
    if reserve < amount { throw .custom("InvariantCheckFailed") }
    reserve = reserve &- amount
    return amount
  }

  private func requireDistributor(_ caller: Address) throws(Revert) {
    if caller != distributor { throw .custom("NotDistributor") }
  }
}
