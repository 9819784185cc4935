public import Quantities
public import Faults

/// What a vault manager needs in order to choose a target rate for a stream of rewards.
///
/// The rate that keeps emission constant is the stream's inflow. A lower target saves rewards for
/// later (a backlog); a higher one only matters while a backlog is paid out.
public struct TargetRateChoice: Hashable, Sendable {
  /// The target, raw.
  public let target: RewardRate
  /// Where the stream leads under it.
  public let steadyState: EmissionSteadyState
  /// The vault's APR while it emits at the target, rounded down; nil without a vault, or where the
  /// vault has no stake.
  public let apr: APR?

  /// What a target means for a stream.
  ///
  /// - Parameters:
  ///   - target: the target, more than 0.
  ///   - stream: the rewards that arrive.
  ///   - minimum: `minRewardDurationForTargetRate`.
  ///   - vault: stake and prices, if an APR is wanted; its own rate and finish are not looked at.
  ///   - convention: year and time of the APR.
  /// - Throws: `Fault` for a target or minimum of 0; what ``VaultReport`` throws.
  public init(
    target: RewardRate,
    stream: EmissionStream,
    minimum: Seconds,
    vault: VaultSnapshot? = nil,
    convention: YieldConvention
  ) throws(Fault) {
    self.target = target
    steadyState = try EmissionSteadyState(
      of: stream, terms: .targetRate(target, minimum: minimum))
    apr = try vault.flatMap { vault throws(Fault) in
      try Self.apr(of: vault, at: target, convention)
    }
  }

  /// The APR of a vault while it emits at a rate, whatever its own rate and finish are.
  ///
  /// - Parameters:
  ///   - vault: stake and prices.
  ///   - rate: the rate.
  ///   - convention: year and time.
  /// - Returns: the APR, rounded down, or nil without stake.
  /// - Throws: what ``VaultReport`` throws.
  public static func apr(
    of vault: VaultSnapshot, at rate: RewardRate, _ convention: YieldConvention
  ) throws(Fault) -> APR? {
    var emitting = vault
    emitting.rewardRate = rate
    emitting.periodFinish = nil
    return try VaultReport(evaluating: emitting, under: convention).apr
  }
}
