public import FixedPoint
public import Quantities

/// The value of an input that gives a target APR, and the proof that it does.
public struct VaultSolution: Hashable, Sendable {
  /// Which input was unknown.
  public let input: SolvableInput
  /// The APR asked for, net of the commission.
  public let target: APR
  /// The exact solution at the input's on-chain scale (prices 1e18): it gives the target to the
  /// last digit.
  public let exact: ExactRational
  /// The nearest on-chain value that gives at least the target: ``exact`` rounded up for an input
  /// that raises the APR, down for one that lowers it.
  public let raw: ExactInteger
  /// The APR that ``raw`` really gives, by the kernel; never below the target.
  public let apr: APR
  /// The next on-chain value on the other side, which misses the target unless it is met exactly.
  public let nextRaw: ExactInteger
  /// The APR that ``nextRaw`` gives; nil where none exists.
  public let nextAPR: APR?
  /// The vault with ``raw`` in place.
  public let snapshot: VaultSnapshot

  /// Whether the exact solution is itself an on-chain value.
  public var isExact: Bool { exact.isInteger }

  /// The value of the whole stake at ``raw``.
  public var tvl: USD { snapshot.tvl }

  /// Wei of the reward token that keep the rate of ``raw`` up for a time: `ceil(R * dt / 1e18)`.
  ///
  /// Notified over a duration of dt this is the least amount whose floored rate reaches R.
  ///
  /// - Parameter seconds: dt.
  /// - Returns: wei, rounded up.
  public func rewards(for seconds: UInt64) -> ExactInteger {
    let wei =
      ExactRational(snapshot.rewardRate.raw * ExactInteger(seconds))
      * .powerOfTen(-Wad.fractionDigits)
    return wei.integer(rounding: .up)
  }
}
