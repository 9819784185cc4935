internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Yields

// What looks wrong about a block's amounts and a validator's stake.

extension BlockRewardQuestion {
  var doubts: [Warning] {
    let token = "reward tokens"
    var warnings = [
      Plausibility.amount(ExactInteger(rewards.baseRate), "baseRate", of: token),
      Plausibility.amount(ExactInteger(rewards.rewardRate), "rewardRate", of: token),
      rewards.boostCurve.flatMap {
        Plausibility.amount(
          ExactInteger($0.minimumRewardRate), "minBoostedRewardRate", of: token)
      },
      rewardPrice.flatMap { Plausibility.price($0, .rewardPrice) },
      incentives.flatMap { Plausibility.price($0.bid, "marketBid") },
    ]
    if let stake {
      warnings.append(Plausibility.amount(stake.own, "stake"))
      warnings.append(Plausibility.amount(stake.total, "totalStake"))
    }
    return warnings.compactMap(\.self)
  }
}
