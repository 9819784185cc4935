public import Contracts
public import FixedPoint
public import Quantities
internal import YieldKernels
internal import Faults

/// How a reward vault turns rewards into a rate.
///
/// Source: `RewardVault._setRewardRate` (berachain/contracts): a target of 0 is duration mode.
public enum EmissionTerms: Hashable, Sendable {
  /// A fixed period: rate = floor(undistributed / duration).
  case duration(Seconds)
  /// A target that the rate never exceeds: the period is as long as the rewards last at it, but at
  /// least `minimum`.
  case targetRate(RewardRate, minimum: Seconds)

  /// The mode's name: `duration` or `targetRate`.
  public var mode: String {
    switch self {
    case .duration: "duration"
    case .targetRate: "targetRate"
    }
  }

  /// Checks that a period can be made at all.
  ///
  /// - Throws: `Fault` for a period, a minimum or a target of 0.
  func validate() throws(Fault) {
    switch self {
    case .duration(let period):
      try Fault.requirePositive(ExactInteger(period.count), "duration")
    case .targetRate(let target, let minimum):
      try Fault.requirePositive(target.raw, "targetRate")
      try Fault.requirePositive(ExactInteger(minimum.count), "minDuration")
    }
  }

  /// What the contract's setters would refuse about these terms; empty where they would take them.
  ///
  /// - Parameter rules: the vault's rules.
  /// - Returns: one sentence for each refusal.
  public func refusals(under rules: ProtocolProfile.RewardVaultRules) -> [String] {
    let (name, period) =
      switch self {
      case .duration(let period): ("setRewardsDuration", period)
      case .targetRate(_, let minimum): ("setMinRewardDurationForTargetRate", minimum)
      }
    let allowed = rules.minRewardDuration...max(rules.minRewardDuration, rules.maxRewardDuration)
    guard !allowed.contains(period.count) else { return [] }
    return [
      "\(name)(\(period)) would revert on chain with InvalidRewardDuration: "
        + "the contract takes \(Seconds(allowed.lowerBound).span) to \(Seconds(allowed.upperBound).span)"
    ]
  }
}

/// A reward period as the contract stores it, all numbers its own integers.
public struct EmissionPeriod: Hashable, Sendable {
  /// `rewardRate`.
  public var rewardRate: RewardRate
  /// `rewardsDuration`, seconds; under a target it may exceed any native integer.
  public var rewardsDuration: ExactInteger
  /// `periodFinish`, unix seconds.
  public var periodFinish: ExactInteger
  /// `undistributedRewards` that the floors left over, scale 1e36 for one whole token.
  public var undistributedRewards: ExactInteger

  /// A period.
  public init(
    rewardRate: RewardRate,
    rewardsDuration: ExactInteger,
    periodFinish: ExactInteger,
    undistributedRewards: ExactInteger
  ) {
    self.rewardRate = rewardRate
    self.rewardsDuration = rewardsDuration
    self.periodFinish = periodFinish
    self.undistributedRewards = undistributedRewards
  }

  /// A vault that never emitted.
  public static let none = EmissionPeriod(
    rewardRate: .zero, rewardsDuration: 0, periodFinish: 0, undistributedRewards: 0)

  /// What the period pays in a day at its rate: `floor(rewardRate * 86_400 / 1e18)`, wei.
  public var perDay: ExactInteger {
    RewardVaultFlows.rewards(rewardRate: rewardRate.raw, seconds: RewardVaultFlows.day).rawValue
  }
}
