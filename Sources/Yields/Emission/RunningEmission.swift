internal import Contracts
internal import EVMArithmetic
internal import FixedPoint
internal import Quantities
internal import Faults

/// The emission of a vault with stake, notification by notification: the contract's own steps, in its
/// words.
struct RunningEmission {
  private(set) var period: RewardPeriod
  private let settings: EmissionSettings

  /// Emission under terms, from a period that may still run.
  init(
    terms: EmissionTerms, running: EmissionPeriod, rules: ProtocolProfile.RewardVaultRules
  ) throws(Fault) {
    try terms.validate()
    period = RewardPeriod(
      rewardRate: try running.rewardRate.raw.word("rewardRate"),
      rewardsDuration: try running.rewardsDuration.word("rewardsDuration"),
      periodFinish: try running.periodFinish.word("periodFinish"),
      undistributedRewards: try running.undistributedRewards.word("undistributed"))
    switch terms {
    case .duration(let duration):
      period.rewardsDuration = UInt256(duration.count)
      settings = EmissionSettings()
    case .targetRate(let target, let minimum):
      settings = EmissionSettings(
        targetRewardsPerSecond: try target.raw.word("targetRate"),
        minRewardDurationForTargetRate: UInt256(minimum.count))
      // Duration mode's quotient is taken on chain even where the target then decides.
      if period.rewardsDuration.isZero {
        period.rewardsDuration = UInt256(rules.initialRewardsDuration)
      }
    }
  }

  /// `notifyRewardAmount` of `reward` wei; 0 spreads what is undistributed.
  mutating func notify(_ reward: UInt256, at time: Timestamp) throws(Fault) {
    let now = UInt256(time.seconds)
    var next = period
    let field = reward.isZero ? "undistributed" : "reward"
    period = try Fault.asking("RewardVault.notifyRewardAmount", about: field) {
      () throws(Revert) in
      _ = try next.add(reward, at: now, isStaked: true)
      return try next.nextPeriod(from: now, under: settings)
    }
  }
}

extension EmissionPeriod {
  /// The exact quantities of a period of the contract.
  init(_ period: RewardPeriod) {
    self.init(
      rewardRate: RewardRate(unchecked: ExactInteger(period.rewardRate)),
      rewardsDuration: ExactInteger(period.rewardsDuration),
      periodFinish: ExactInteger(period.periodFinish),
      undistributedRewards: ExactInteger(period.undistributedRewards))
  }
}
