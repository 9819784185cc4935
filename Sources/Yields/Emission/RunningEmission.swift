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
  /// Whether the period is of an earlier notification, no longer what was given.
  private var isRunningOn = false

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
    do throws(Revert) {
      var next = period
      _ = try next.add(reward, at: now, isStaked: true)
      period = try next.nextPeriod(from: now, under: settings)
    } catch {
      throw .reverts(
        function: "RewardVault.notifyRewardAmount", revert: error,
        field: isRunningOn ? "reward" : largestInput(reward, at: now))
    }
    isRunningOn = true
  }

  /// The input that brings the most to the first notification: the likely slip where that reverts.
  private func largestInput(_ reward: UInt256, at now: UInt256) -> String {
    let left = now < period.periodFinish ? period.periodFinish &- now : .zero
    let inputs: [(field: String, brings: ExactInteger)] = [
      ("reward", ExactInteger(reward) * ExactInteger(ProtocolProfile.precision)),
      ("rewardRate", ExactInteger(period.rewardRate) * ExactInteger(left)),
      ("undistributed", ExactInteger(period.undistributedRewards)),
    ]
    return inputs.max { $0.brings < $1.brings }?.field ?? "reward"
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
