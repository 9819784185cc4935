public import Faults
public import FixedPoint
public import Quantities

/// What a reward vault really paid its stakers between two blocks, from its accumulator alone.
///
/// `rewardPerToken()` only grows: wei of the reward token, times 1e18, for each base unit that was staked
/// all the time. So two readings tell what was paid in between, whatever happened to rate, period and
/// stake. Source: `StakingRewards.rewardPerToken` (berachain/contracts).
public struct RealizedReward: Hashable, Sendable {
  /// The accumulator at one block.
  public struct Reading: Hashable, Sendable {
    /// `rewardPerToken()`, reward wei times 1e18 for a base unit of stake.
    public let rewardPerToken: ExactInteger
    /// The block's time.
    public let time: Timestamp

    /// Takes a reading.
    public init(rewardPerToken: ExactInteger, time: Timestamp) {
      self.rewardPerToken = rewardPerToken
      self.time = time
    }
  }

  /// The reading at the start.
  public let first: Reading
  /// The reading at the end.
  public let last: Reading

  /// What lies between two readings; nil unless the second one is later, and where the accumulator is lower
  /// then, as no accumulator ever is.
  public init?(from first: Reading, to last: Reading) {
    guard first.time < last.time, first.rewardPerToken <= last.rewardPerToken else { return nil }
    self.first = first
    self.last = last
  }

  /// The time between the readings, at least a second.
  public var length: Seconds { first.time.seconds(until: last.time) }

  /// The APR of somebody who staked all the time, at prices that hold throughout.
  ///
  /// APR = (rpt1 - rpt0) * 10^d * Pr * year / (1e36 * Ps * (t1 - t0)), exact until its one rounding, down.
  ///
  /// - Parameters:
  ///   - decimals: d, those of the stake token.
  ///   - rewardPrice: Pr, USD for one whole reward token.
  ///   - stakePrice: Ps, USD for one whole stake token.
  ///   - year: the year that the yield is scaled to.
  /// - Returns: the APR, a fraction.
  /// - Throws: `Fault` for a stake price of 0, which it divides by.
  public func apr(
    decimals: TokenDecimals, rewardPrice: Price, stakePrice: Price, year: YearLength
  ) throws(Fault) -> APR {
    guard !stakePrice.wad.rawValue.isZero else { throw .zeroStakePrice }
    let accrued = last.rewardPerToken - first.rewardPerToken
    let paid =
      accrued * decimals.unitsPerToken * rewardPrice.wad.rawValue
      * ExactInteger(year.seconds)
    let staked = Wad.scale * Wad.scale * stakePrice.wad.rawValue * ExactInteger(length.count)
    return APR(ExactRational(paid, overNonZero: staked).wad(rounding: .down))
  }
}
