internal import Contracts
internal import EVMArithmetic
internal import FixedPoint
internal import Quantities
internal import Faults

/// A reward vault of the contract-identical accounting, with somebody staking and rewards covered,
/// so that a notification does nothing but set the rate.
///
/// No formula lives here: the contract's is asked.
struct EmissionVault {
  private var vault: RewardVault
  private static let distributor: Address = "distributor"

  /// A vault under the terms, with a period that may still run.
  init(
    terms: EmissionTerms, running: EmissionPeriod, profile: ProtocolProfile
  ) throws(Fault) {
    try terms.validate()
    let roles = VaultEnvironment.Roles(owner: "owner", vaultManager: "owner", vaultPauser: "owner")
    vault = RewardVault(
      profile: profile, environment: VaultEnvironment(roles: roles),
      distributor: Self.distributor, rewardVaultManager: "owner")
    vault.environment.rewardAllowances[Self.distributor] = .max
    // The accrual per token is not looked at; the largest stake keeps it small.
    vault.ledger.totalSupply = .max
    vault.ledger.rewardRate = try running.rewardRate.raw.word("rewardRate")
    vault.ledger.periodFinish = try running.periodFinish.word("periodFinish")
    vault.ledger.undistributedRewards = try running.undistributedRewards.word("undistributed")
    vault.ledger.rewardsDuration = try running.rewardsDuration.word("rewardsDuration")
    switch terms {
    case .duration(let period):
      vault.ledger.rewardsDuration = UInt256(period.count)
    case .targetRate(let target, let minimum):
      vault.targetRewardsPerSecond = try target.raw.word("targetRate")
      vault.minRewardDurationForTargetRate = UInt256(minimum.count)
      // Duration mode's quotient is computed on chain even where the target then decides.
      if vault.ledger.rewardsDuration.isZero {
        vault.ledger.rewardsDuration = UInt256(profile.rewardVault.initialRewardsDuration)
      }
    }
  }

  /// `notifyRewardAmount(reward)`; 0 spreads what is undistributed.
  mutating func notify(
    _ reward: ExactInteger, at time: Timestamp
  ) throws(Fault) -> EmissionPeriod {
    let amount = try reward.word("reward")
    do throws(Revert) {
      _ = try vault.perform(
        .notifyRewardAmount(validator: "validator", amount, funded: .zero), by: Self.distributor,
        at: time.seconds)
    } catch {
      throw .reverts(function: "RewardVault.notifyRewardAmount", revert: error)
    }
    let ledger = vault.ledger
    return EmissionPeriod(
      rewardRate: RewardRate(unchecked: ExactInteger(ledger.rewardRate)),
      rewardsDuration: ExactInteger(ledger.rewardsDuration),
      periodFinish: ExactInteger(ledger.periodFinish),
      undistributedRewards: ExactInteger(ledger.undistributedRewards))
  }
}
