internal import FixedPoint
internal import Contracts
internal import Quantities
internal import Faults

/// What `block-reward` is asked: rates, a boost, and a validator's stake.
struct BlockRewardInputs {
  let rewards: ProtocolProfile.BlockRewards
  /// The share of all boosts; nil where none is given.
  let boost: Wad?
  let blockTime: ExactRational
  /// The validator's stake and that of all, wei; nil for the whole network.
  let stake: (own: ExactInteger, total: ExactInteger)?
  let rewardPrice: Price?

  init(
    _ values: inout InputValues, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) {
    rewards = try Self.rewards(&values, preset: profile.blockRewards)
    boost = try Self.boost(&values, notes: &notes)
    let wad = try values.field("blockTime")?.blockTimeWad() ?? profile.validatorSet.blockTime
    blockTime = ExactRational(Wad(raw: ExactInteger(wad)))
    stake = try Self.stake(&values)
    rewardPrice = try values.field("rewardPrice")?.price(notes: &notes)
    try values.refuseUnknownKeys()
    if rewards.boostCurve == nil, boost != nil {
      throw Fault(
        .invalidValue, at: values.place("boost"), found: "a boost",
        expected: "none: rewards are constant in this era", hint: "boosts belong to --era bgt")
    }
  }

  private static func rewards(
    _ values: inout InputValues, preset: ProtocolProfile.BlockRewards
  ) throws(Fault) -> ProtocolProfile.BlockRewards {
    var rewards = preset
    if let field = try values.field("baseRate") {
      rewards.baseRate = try field.amount128("a base rate in wei a block")
    }
    if let field = try values.field("rewardRate") {
      rewards.rewardRate = try field.amount128("a reward rate in wei a block")
    }
    let multiplier = try values.field("boostMultiplier")
    let convexity = try values.field("rewardConvexity")
    let minimum = try values.field("minBoostedRewardRate")
    guard var curve = rewards.boostCurve else {
      if let field = multiplier ?? convexity ?? minimum {
        throw field.error(
          expected: "no boost curve: rewards are constant in this era",
          hint: "the boost curve belongs to --era bgt")
      }
      return rewards
    }
    if let multiplier {
      curve.multiplier = try multiplier.amount128("a boostMultiplier (1e18 is 1)")
    }
    if let convexity {
      curve.convexity = try convexity.amount128("a rewardConvexity (1e18 is 1)")
    }
    if let minimum { curve.minimumRewardRate = try minimum.amount128("wei a block") }
    rewards.boostCurve = curve
    return rewards
  }

  private static func boost(
    _ values: inout InputValues, notes: inout InputNotes
  ) throws(Fault) -> Wad? {
    let decimal = try values.field("boost")
    let raw = try values.field("boostPower")
    switch (decimal, raw) {
    case (nil, nil): return nil
    case (let decimal?, nil):
      return try decimal.decimal("a share of all boosts, 0 to 1", notes: &notes)
    case (nil, let raw?): return Wad(raw: try raw.rawInteger("a boostPower (1e18 is all)"))
    case (_?, let raw?): throw raw.error(expected: "either boost or boostPower, not both")
    }
  }

  private static func stake(
    _ values: inout InputValues
  ) throws(Fault) -> (own: ExactInteger, total: ExactInteger)? {
    let own = try values.field("stake")
    let total = try values.field("totalStake")
    switch (own, total) {
    case (nil, nil): return nil
    case (let own?, let total?):
      return (
        try own.rawInteger("a stake in wei of BERA"),
        try total.rawInteger("the total stake in wei of BERA")
      )
    case (_?, nil): throw values.missing("totalStake", "the stake of all active validators, wei")
    case (nil, _?): throw values.missing("stake", "the validator's stake, wei")
    }
  }
}
