/// Whether a vault has an APR at a moment, and if not, why.
///
/// One byte, for columns of millions.
public enum VaultStatus: UInt8, Sendable, Hashable, CaseIterable {
  /// The emission runs: the formula gives the APR.
  case active
  /// The period is over (`timestamp >= periodFinish`; at the very second nothing is emitted any
  /// more): the APR is zero.
  case expired
  /// Nothing is staked: no APR exists.
  case noStake
  /// The stake token's price is zero: the row is bad, no APR exists.
  case zeroStakePrice
  /// No reward was ever notified (`periodFinish` is 0): the APR is zero.
  case neverNotified

  /// The `periodFinish` of a row that has none: such a period counts as active.
  public static let noPeriodFinish = UInt64.max

  /// The status of one row; a bad price outweighs a missing stake, and that an ended period.
  ///
  /// - Parameters:
  ///   - timestamp: the moment, in unix seconds.
  ///   - periodFinish: the end of the emission in unix seconds, or ``noPeriodFinish``.
  ///   - totalSupply: the stake, in base units.
  ///   - stakePrice: price of the stake token, scaled by 1e18.
  /// - Returns: the status.
  @inlinable
  public static func of(
    timestamp: UInt64, periodFinish: UInt64, totalSupply: UInt128, stakePrice: UInt128
  ) -> VaultStatus {
    if stakePrice == 0 {
      return .zeroStakePrice
    }
    if totalSupply == 0 {
      return .noStake
    }
    if timestamp < periodFinish || periodFinish == noPeriodFinish {
      return .active
    }
    return periodFinish == 0 ? .neverNotified : .expired
  }

  /// Whether an APR exists.
  @inlinable
  public var hasAPR: Bool {
    self == .active || self == .expired || self == .neverNotified
  }
}
