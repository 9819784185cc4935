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
    let (target, at) = Self.possible { () throws(Fault) in
      (
        try RewardRate(raw: inputs.exact(.targetRate)),
        try Timestamp(inputs.vault.timestamp)
      )
    }
    let terms: EmissionTerms =
      target == .zero ? .duration(seconds(.duration)) : .targetRate(target, minimum: minimum)
    var running = EmissionPeriod.none
    running.undistributedRewards = inputs.exact(.undistributed)
    let plan = try? EmissionPlan(
      reward: inputs.exact(.reward), terms: terms, at: at, running: running,
      profile: grid.profile)
    return plan?.period
  }

  /// A pool's net yield; none where compounding it is not defined.
  func poolYield(_ metric: FigureKey) -> GridFigure {
    let yield = Self.possible { () throws(Fault) in
      PoolNetYield(
        sources: [
          try PoolYieldSource(
            name: "yield", grossAPR: ExactRational(Wad(raw: inputs.exact(.grossApr))),
            commission: try BasisPoints(count(.commission)))
        ], feeRate: try BasisPoints(count(.poolFee)))
    }
    if metric == .poolNetApr { return .exact(yield.statedNetAPR.wad.rawValue) }
    let periods = inputs.has(.compounding) ? count(.compounding) : 365
    let apy = try? yield.netAPY(periodsPerYear: periods, rounding: .halfEven)
    return apy.map { .exact($0.wad.rawValue) } ?? .none
  }

  private func count(_ key: InputKey) -> Int { Int(inputs.small(GridInputs.slot(key))) }

  private func seconds(_ key: InputKey) -> Seconds { Seconds(inputs.small(GridInputs.slot(key))) }

  /// Makes quantities of values that the axes have let pass.
  private static func possible<Value>(_ make: () throws(Fault) -> Value) -> Value {
    do throws(Fault) { return try make() } catch {
      preconditionFailure("an axis has a value that its input cannot have: \(error)")
    }
  }
}
