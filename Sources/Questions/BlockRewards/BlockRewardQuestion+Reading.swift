package import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Yields

extension BlockRewardQuestion {
  /// The keys of the inputs.
  package static let keys: KeyTree = [
    "baseRate", "rewardRate", "boostMultiplier", "rewardConvexity", "minBoostedRewardRate", "boost",
    "boostPower", "boostsAfter", "blockTime", "stake", "totalStake", "rewardPrice", "marketBid",
    "commissionBps",
  ]

  /// What the inputs are called that are parameters of the profile, by their paths there.
  private static let namesInProfile = [
    "blockRewards.baseRate": "baseRate", "blockRewards.rewardRate": "rewardRate",
    "blockRewards.boostCurve.multiplier": "boostMultiplier",
    "blockRewards.boostCurve.convexity": "rewardConvexity",
    "blockRewards.boostCurve.minimumRewardRate": "minBoostedRewardRate",
  ]

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> BlockRewardQuestion {
    var profile = profile
    profile.blockRewards = try Self.rewards(inputs, preset: profile.blockRewards)
    try profile.requireLimits(of: inputs, names: Self.namesInProfile)
    let rewards = profile.blockRewards
    let boost = try Self.boost(inputs, rewards, notes: &notes)
    let wad = try inputs.field("blockTime")?.blockTimeWad() ?? profile.validatorSet.blockTime
    let stake = try Self.stake(inputs)
    let price = try inputs.field("rewardPrice")?.price(notes: &notes)
    let incentives = try Self.incentives(inputs, stake: stake, price: price, notes: &notes)
    let boostsAfter = try inputs.field("boostsAfter").map { field throws(Fault) in
      try field.boost(under: rewards, notes: &notes)
    }
    return BlockRewardQuestion(
      rewards: rewards, boost: boost, boostsAfter: boostsAfter,
      blockTime: ExactRational(Wad(raw: ExactInteger(wad))),
      stake: stake, rewardPrice: price, incentives: incentives, year: year, profile: profile)
  }

  private static func rewards(
    _ inputs: InputObject, preset: ProtocolProfile.BlockRewards
  ) throws(Fault) -> ProtocolProfile.BlockRewards {
    var rewards = preset
    if let field = try inputs.field("baseRate") {
      rewards.baseRate = try field.amount128("a base rate in wei per block")
    }
    if let field = try inputs.field("rewardRate") {
      rewards.rewardRate = try field.amount128("a reward rate in wei per block")
    }
    let multiplier = try inputs.field("boostMultiplier")
    let convexity = try inputs.field("rewardConvexity")
    let minimum = try inputs.field("minBoostedRewardRate")
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
    if let minimum { curve.minimumRewardRate = try minimum.amount128("wei per block") }
    rewards.boostCurve = curve
    return rewards
  }

  private static func boost(
    _ inputs: InputObject, _ rewards: ProtocolProfile.BlockRewards, notes: inout InputNotes
  ) throws(Fault) -> Wad? {
    let decimal = try inputs.field("boost")
    let raw = try inputs.field("boostPower")
    switch (decimal, raw) {
    case (nil, nil): return nil
    case (let decimal?, nil):
      return try decimal.boost(under: rewards, notes: &notes)
    case (nil, let raw?):
      try raw.requireBoosts(under: rewards)
      let power = Wad(raw: try raw.rawInteger("a boostPower (1e18 is the whole)"))
      guard power <= .one else {
        throw raw.error(
          .outOfRange, expected: "at most \(Wad.one.rawValue), the whole", found: raw.text)
      }
      return power
    case (_?, let raw?): throw raw.error(expected: "either boost or boostPower, not both")
    }
  }

  private static func incentives(
    _ inputs: InputObject, stake: Stake?, price: Price?, notes: inout InputNotes
  ) throws(Fault) -> Incentives? {
    let commission = try inputs.field("commissionBps")
    guard let bid = try inputs.field("marketBid") else {
      if let commission {
        throw commission.error(expected: "marketBid as well, which the commission is of")
      }
      return nil
    }
    guard stake != nil else { throw inputs.missing("stake", "the validator's stake in wei") }
    guard price != nil else {
      throw inputs.missing("rewardPrice", "the USD price of one reward token")
    }
    return Incentives(
      bid: try bid.price(notes: &notes),
      stored: try commission.map { field throws(Fault) in UInt64(try field.basisPoints().value) })
  }

  private static func stake(
    _ inputs: InputObject
  ) throws(Fault) -> Stake? {
    let own = try inputs.field("stake")
    let total = try inputs.field("totalStake")
    switch (own, total) {
    case (nil, nil): return nil
    case (let own?, let total?):
      return Stake(
        own: try own.rawInteger("a stake in wei of BERA", decimals: 18),
        total: try total.rawInteger("the total stake in wei of BERA", decimals: 18))
    case (_?, nil): throw inputs.missing("totalStake", "the stake of all active validators in wei")
    case (nil, _?): throw inputs.missing("stake", "the validator's stake in wei")
    }
  }
}

extension Field {
  /// A validator's share of all boosts.
  ///
  /// - Throws: a `Fault` for another text, a number outside of 0 to 1, and for rewards that no boost
  ///   changes.
  func boost(
    under rewards: ProtocolProfile.BlockRewards, notes: inout InputNotes
  ) throws(Fault) -> Wad {
    try requireBoosts(under: rewards)
    let what = "a share of all boosts"
    let share = try fraction(what, notes: &notes)
    guard share <= .one else {
      throw error(.outOfRange, expected: "\(what), 0 to 1", found: share.text())
    }
    return share
  }

  fileprivate func requireBoosts(under rewards: ProtocolProfile.BlockRewards) throws(Fault) {
    guard rewards.boostCurve == nil else { return }
    throw error(
      .conflict, expected: "no boost: rewards are constant in this era", found: "a boost",
      hint: "boosts belong to --era bgt")
  }
}
