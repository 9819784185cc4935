public import FixedPoint
public import Quantities
internal import Faults

/// A holder's part of a projected pool at one moment.
public struct PoolHoldingPoint: Hashable, Sendable {
  /// The shares, in units of 1e-18.
  public let shares: ExactInteger
  /// What they would be redeemed for, wei: `floor(shares * (assets + 1) / (supply + 1))`.
  public let assets: ExactInteger
  /// What was requested and is not paid out, wei: it earns nothing and is no share any more.
  public let pending: ExactInteger

  /// The shares' worth and what is on its way, wei.
  public var total: ExactInteger { assets + pending }
}

/// What a holder earns: growth between deposits and payments, each stretch by itself, multiplied.
///
/// A withdrawal leaves the holding when it is paid out, not when it is requested: the delay is a part of
/// the yield, since shares cannot be sold.
public struct PoolHolderYield: Hashable, Sendable {
  /// The product of all stretches, exact.
  public let growth: ExactRational
  /// How long the path is.
  public let length: Seconds
  /// The year that yields are scaled to.
  public let year: YearLength

  private var timesPerYear: ExactRational {
    ExactRational(ExactInteger(year.seconds), overNonZero: ExactInteger(length.count))
  }

  /// (growth - 1) per year, exact, a fraction.
  public var apr: ExactRational { (growth - .one) * timesPerYear }

  /// growth^(year / length) - 1, correctly rounded, a fraction.
  ///
  /// - Parameter rounding: the one rounding, to 18 decimals.
  /// - Returns: the APY, or nil above `Compounding.largestStatedAPR`.
  public func apy(rounding: RoundingRule) -> APY? {
    Compounding.statedAPY(fromGrowth: growth, timesPerYear: timesPerYear, rounding: rounding)
      .map(APY.init(_:))
  }
}

/// The holder of a projection while it runs.
struct PoolHolderAccount {
  private(set) var shares: ExactInteger
  private var pending: [Int: ExactInteger] = [:]
  /// The product of the stretches that are over; nil until something is held.
  private var growth: ExactRational?
  /// What was held when the present stretch began, wei.
  private var opening: ExactInteger = 0

  /// The shares of the holder at the start.
  init(_ holder: PoolScenario.Holder, in pool: StakingPool) throws(Fault) {
    switch holder {
    case .shares(let amount):
      guard amount <= pool.totalSupply else {
        throw .invalid(
          field: "holder.shares", found: amount.description,
          expected: "at most the pool's shares, \(pool.totalSupply)")
      }
      shares = amount
    case .assets(let amount):
      shares = pool.worth(ofAssets: amount)
      guard shares <= pool.totalSupply else {
        throw .invalid(
          field: "holder.assets", found: amount.description,
          expected: "what at most the pool's shares, \(pool.totalSupply), are worth")
      }
    }
    opening = point(in: pool).total
  }

  func point(in pool: StakingPool) -> PoolHoldingPoint {
    PoolHoldingPoint(
      shares: shares, assets: pool.worth(ofShares: shares),
      pending: pending.values.reduce(0, +))
  }

  /// Ends the stretch before money comes or goes.
  private mutating func close(in pool: StakingPool) {
    let value = point(in: pool).total
    guard !opening.isZero else { return }
    growth = (growth ?? .one) * ExactRational(value, overNonZero: opening)
  }

  /// Shares that a deposit gave, with what they are worth now.
  mutating func add(_ minted: ExactInteger, before: StakingPool, after: StakingPool) {
    close(in: before)
    shares += minted
    opening = point(in: after).total
  }

  /// A request: shares become a payment that waits.
  mutating func request(_ made: PoolWithdrawal) {
    shares -= made.shares
    pending[made.id] = made.amount
  }

  /// A payment that is made, if it is the holder's.
  mutating func pay(_ id: Int, in pool: StakingPool) {
    guard pending[id] != nil else { return }
    close(in: pool)
    pending[id] = nil
    opening = point(in: pool).total
  }

  /// The growth of the whole path; nil where nothing was ever held.
  mutating func finish(in pool: StakingPool) -> ExactRational? {
    close(in: pool)
    opening = 0
    return growth
  }
}

extension StakingPool {
  /// What shares would be redeemed for, wei, rounded down; beyond a word too.
  func worth(ofShares shares: ExactInteger) -> ExactInteger {
    shares.multiplied(
      by: assets.total + 1, dividedByNonZero: totalSupply + 1, rounding: .down)
  }

  /// The shares that wei buy, rounded down; beyond a word too.
  func worth(ofAssets wei: ExactInteger) -> ExactInteger {
    wei.multiplied(by: totalSupply + 1, dividedByNonZero: assets.total + 1, rounding: .down)
  }
}
