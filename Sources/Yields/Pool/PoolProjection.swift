public import FixedPoint
public import Quantities
public import Faults

/// One moment of a projected pool.
public struct PoolProjectionPoint: Hashable, Sendable {
  /// When.
  public let at: Timestamp
  /// Total assets, wei.
  public let totalAssets: ExactInteger
  /// Shares, 1e18 units.
  public let totalSupply: ExactInteger
  /// Where the validator is in its life.
  public let phase: StakingPool.Phase
  /// Staker rewards before the fee that arrived since the point before, wei.
  public let rewards: ExactInteger
  /// Whether an event of the scenario or a withdrawal's end fell on this moment.
  public let hasEvent: Bool
  /// What happened at this moment, with its outcome, in order.
  public let events: [PoolEvent]
  /// The holder's part; nil where no holder is followed.
  public let holding: PoolHoldingPoint?

  /// The share prices.
  public var sharePrice: PoolSharePrice {
    PoolSharePrice(assets: totalAssets, supply: totalSupply)
  }
}

/// The path of a staking pool under a scenario.
///
/// The state moves in whole wei and whole shares, as on chain: each reward of a step is
/// `assets * apr * seconds / year`, rounded down, its commission rounded down, and then the pool's own
/// operations run. A pool below the active threshold, or after a full exit, earns nothing from its
/// sources: its validator proposes no blocks.
public struct PoolProjection: Sendable {
  /// The points, one for each step and each event time, the start first.
  public let points: [PoolProjectionPoint]
  /// When the totals would pass 2^256 - 1, which no contract holds, so that the path ends before; nil
  /// where it goes on to the scenario's end.
  public let stoppedAt: Timestamp?
  /// The pool at the end.
  public let finalPool: StakingPool
  /// The validator's commission over the path, wei.
  public let commission: ExactInteger
  /// The protocol fee over the path, wei.
  public let fees: ExactInteger
  /// The shares minted for the fee over the path.
  public let feeShares: ExactInteger
  /// Every withdrawal request of the path.
  public let withdrawals: [PoolWithdrawal]
  /// The validator's exit of its own will, if there was one.
  public let exit: PoolExit?
  /// What the holder earned; nil where no holder is followed, or nothing was held.
  public let holderYield: PoolHolderYield?

  /// Events that the pool refused, with the reason: a result, not a failure.
  public var refusals: [(at: Timestamp, event: PoolEvent)] {
    points.flatMap { point in
      point.events.compactMap { event in
        guard case .refused = event else { return nil }
        return (point.at, event)
      }
    }
  }

  /// Runs a scenario.
  ///
  /// - Parameters:
  ///   - pool: the pool at the start.
  ///   - scenario: what is assumed.
  /// - Throws: `Fault` for amounts beyond what the contract's words hold.
  public init(pool: StakingPool, scenario: PoolScenario) throws(Fault) {
    var run = try PoolProjectionRun(pool: pool, scenario: scenario)
    try run.run()
    points = run.points
    stoppedAt = run.stoppedAt
    finalPool = run.pool
    commission = run.commission
    fees = run.fees
    feeShares = run.feeShares
    withdrawals = run.withdrawals
    exit = run.exit
    holderYield = run.holderGrowth.map {
      PoolHolderYield(growth: $0, length: run.length, year: scenario.year)
    }
  }

  /// The growth of the plain share price over the path, as a realised yield.
  ///
  /// - Parameter year: the year that the yield is scaled to.
  /// - Returns: the yield, or nil where an end of the path has no share price, the start has a price of
  ///   0, or the path is one moment.
  public func realized(year: YearLength) -> RealizedYield? {
    guard let first = points.first, let last = points.last, first.at < last.at,
      let opening = PoolObservation(first), let closing = PoolObservation(last),
      !opening.sharePrice.isZero
    else { return nil }
    return RealizedYield(from: opening, to: closing, year: year)
  }
}

extension PoolObservation {
  /// A projected point, or nil where it has no share price.
  fileprivate init?(_ point: PoolProjectionPoint) {
    guard !point.totalSupply.isZero else { return nil }
    self.init(at: point.at, assets: point.totalAssets, supply: point.totalSupply)
  }
}
