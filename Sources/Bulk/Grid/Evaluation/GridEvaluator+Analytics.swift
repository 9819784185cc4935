internal import Contracts
internal import Faults
internal import FixedPoint
internal import Quantities
internal import Yields

// Metrics that are no figures of a vault: what a notification makes of the rewards, and pools.

extension GridEvaluator {
  /// What one notification makes of the rewards; none where the contract would refuse it.
  func emission(_ metric: FigureKey) -> GridFigure {
    guard let period = emissionPeriod else { return .none }
    return .exact(metric == .emissionRate ? period.rewardRate.raw : period.rewardsDuration)
  }

  private var emissionPeriod: EmissionPeriod? {
    let minimum =
      inputs.has(.minDuration)
      ? seconds(.minDuration) : Seconds(grid.profile.rewardVault.minRewardDuration)
    let target = RewardRate(unchecked: inputs.exact(.targetRate))
    let terms: EmissionTerms =
      target == .zero ? .duration(seconds(.duration)) : .targetRate(target, minimum: minimum)
    var running = EmissionPeriod.none
    running.undistributedRewards = inputs.exact(.undistributed)
    // What the contract refuses has no figure.
    let plan = try? EmissionPlan(
      reward: inputs.exact(.reward), terms: terms,
      at: Timestamp(unchecked: inputs.vault.timestamp), running: running, profile: grid.profile)
    return plan?.period
  }

  /// A pool's net yield.
  func poolYield(_ metric: FigureKey) -> GridFigure {
    let yield = inputs.poolYield
    if metric == .poolNetApr { return .exact(yield.statedNetAPR.wad.rawValue) }
    let periods = inputs.has(.compounding) ? inputs.count(.compounding) : 365
    guard let apy = try? yield.netAPY(periodsPerYear: periods, rounding: .halfEven) else {
      return .unstated
    }
    return .exact(apy.wad.rawValue)
  }

  private func seconds(_ key: InputKey) -> Seconds { Seconds(inputs.small(GridInputs.slot(key))) }
}
