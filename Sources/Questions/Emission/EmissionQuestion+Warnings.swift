internal import FixedPoint
internal import Quantities
internal import Yields

// What looks wrong about a notification's inputs, and about what it makes.

extension EmissionQuestion {
  /// The warnings about the inputs, about the period that the first notification makes, and about the
  /// last one.
  func warnings(about first: EmissionPeriod, after last: EmissionPeriod) -> [Warning] {
    let isRunning = running.periodFinish > ExactInteger(at.seconds)
    var warnings = [
      Plausibility.amount(reward, "reward", of: "reward tokens"),
      Plausibility.word(running.undistributedRewards, "undistributed"),
      Plausibility.word(running.rewardRate.raw, "rewardRate"),
      Plausibility.rate(running.rewardRate, .rewardRate),
    ]
    var field = "duration"
    if case .targetRate(let target, _) = terms {
      field = "targetRate"
      warnings.append(Plausibility.word(target.raw, field))
      warnings.append(Plausibility.rate(target, .targetRate))
    }
    if isRunning, let finish = UInt64(exactly: running.periodFinish) {
      warnings.append(Plausibility.farPeriod(Timestamp(unchecked: finish), at: at))
    }
    warnings.append(Plausibility.duration(last.rewardsDuration, field))
    warnings.append(Plausibility.lowering(running, to: first.rewardRate, at: at))
    let ofVault = vault.map {
      Plausibility.inputs(of: $0, known: [.rewardPrice, .stakePrice, .totalSupply])
    }
    return warnings.compactMap(\.self) + (ofVault ?? [])
  }
}
