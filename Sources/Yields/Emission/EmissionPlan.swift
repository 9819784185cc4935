public import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// What one notification does to a vault's emission.
///
/// The period is the contract's, floors and all (`RewardPeriod`); the exact rate beside it
/// says what the floor cost.
public struct EmissionPlan: Hashable, Sendable {
  /// The terms it was made under.
  public let terms: EmissionTerms
  /// When the notification arrives.
  public let at: Timestamp
  /// All that is spread, scale 1e36: reward, what was undistributed, and the running period's rest.
  public let spread: ExactInteger
  /// The period that results.
  public let period: EmissionPeriod

  /// The period that one notification makes.
  ///
  /// Source: `StakingRewards._notifyRewardAmount`, `RewardVault._setRewardRate`.
  ///
  /// - Parameters:
  ///   - reward: wei of the reward token; 0 spreads again what is left.
  ///   - terms: duration or target rate.
  ///   - at: when it arrives.
  ///   - running: the period before, which may still run.
  ///   - profile: the protocol's rules.
  /// - Throws: `Fault` for amounts no word holds or periods of 0, `.reverts` where the
  ///   contract would.
  public init(
    reward: ExactInteger,
    terms: EmissionTerms,
    at: Timestamp,
    running: EmissionPeriod = .none,
    profile: ProtocolProfile
  ) throws(Fault) {
    var emission = try RunningEmission(
      terms: terms, running: running, rules: profile.rewardVault)
    try emission.notify(try reward.word("reward"), at: at)
    period = EmissionPeriod(emission.period)
    self.terms = terms
    self.at = at
    spread = period.rewardRate.raw * period.rewardsDuration + period.undistributedRewards
  }

  /// The rate before its floor: what is spread over the duration, scale 1e36.
  ///
  /// Exact.
  ///
  /// At the target the rate is the target, and the rest waits in `undistributedRewards`.
  ///
  /// - Returns: the rate, or nil for a duration of 0.
  public var exactRate: ExactRational? {
    period.rewardsDuration.isZero
      ? nil : ExactRational(spread, overNonZero: period.rewardsDuration)
  }

  /// Whether the target, not the rewards, decides the rate.
  public var isAtTarget: Bool {
    guard case .targetRate(let target, _) = terms else { return false }
    return period.rewardRate == target
  }
}
