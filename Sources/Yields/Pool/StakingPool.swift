public import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// A validator's staking pool: its assets, its stBERA shares and where it is in its life.
///
/// A value: every operation is a `mutating` function that either happens whole, and returns what
/// came of it, or throws and changes nothing. Amounts are whole wei, as on chain, and every
/// rounding favours the pool. The conversions are the contract's own (`ERC4626` of the accounting).
public struct StakingPool: Hashable, Sendable {
  /// Where the pool's validator is in its life.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    /// Below the active threshold: the validator proposes nothing.
    case collecting
    /// The active threshold was reached.
    case active
    /// The validator left: the assets are liquid, deposits are over.
    case exited
  }

  /// The caps, thresholds and delays that hold for the pool.
  public let rules: ProtocolProfile.PoolRules
  /// The parts of the pool's assets.
  public internal(set) var assets: PoolAssets
  /// The shares in existence, in 1e18 units.
  public internal(set) var totalSupply: ExactInteger
  /// The protocol fee on staker rewards.
  public let feeRate: BasisPoints
  /// Whether the pool's administrator has paused deposits.
  public var depositsPaused: Bool
  /// Where the validator is in its life.
  public internal(set) var phase: Phase
  /// Requests that are not finalized, oldest first.
  public var withdrawals: [PoolWithdrawal] { Array(openWithdrawals) }
  /// The same, which lose their first without a copy of the others.
  var openWithdrawals: ArraySlice<PoolWithdrawal> = []
  /// The validator's own exit while its deposits are on their way back.
  public internal(set) var openExit: PoolExit?
  /// The number that the next withdrawal request gets.
  var nextRequestID = 1

  /// A pool as it is found.
  ///
  /// - Parameters:
  ///   - rules: the caps, thresholds and delays.
  ///   - assets: the parts of its assets.
  ///   - totalSupply: its shares in 1e18 units.
  ///   - feeRate: the protocol fee on staker rewards.
  ///   - phase: where the validator is; nil takes it from the consensus deposits.
  ///   - depositsPaused: whether deposits are paused.
  /// - Throws: `Fault` for a negative supply, a fee above the cap of the rules, or rules with a deposit
  ///   unit of 0.
  public init(
    rules: ProtocolProfile.PoolRules,
    assets: PoolAssets,
    totalSupply: ExactInteger,
    feeRate: BasisPoints,
    phase: Phase? = nil,
    depositsPaused: Bool = false
  ) throws(Fault) {
    try Fault.requireNotNegative(totalSupply, "totalSupply")
    guard UInt64(feeRate.value) <= rules.feeCap else {
      throw .invalid(
        field: "protocolFeeBps", found: feeRate.description,
        expected: "at most \(rules.feeCap) bps, the cap of the pool's rules")
    }
    try Fault.requirePositive(ExactInteger(rules.depositUnit), "depositUnit")
    self.rules = rules
    self.assets = assets
    self.totalSupply = totalSupply
    self.feeRate = feeRate
    self.depositsPaused = depositsPaused
    let reached = assets.consensusDeposits >= ExactInteger(rules.activeThreshold)
    self.phase = phase ?? (reached ? .active : .collecting)
  }

  /// The share prices of this moment.
  public var sharePrice: PoolSharePrice {
    PoolSharePrice(assets: assets.total, supply: totalSupply)
  }

  /// How much more may be deposited before deposits pause, in wei; 0 when the capacity is reached.
  public var remainingCapacity: ExactInteger {
    let room = ExactInteger(rules.capacity) - assets.deposits
    return room.isNegative ? 0 : room
  }
}
