internal import FixedPoint
internal import Contracts
internal import Yields
internal import Quantities
internal import Faults

/// What `emission` is asked: one notification, or a stream of them.
struct EmissionInputs {
  /// Wei of each notification.
  let reward: ExactInteger
  let terms: EmissionTerms
  let at: Timestamp
  let running: EmissionPeriod
  /// Set where notifications repeat.
  let stream: (interval: ExactRational, count: Int)?
  /// Stake and prices, where APRs are wanted.
  let vault: VaultSnapshot?

  init(
    _ values: inout InputValues, now: Timestamp, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws(Fault) {
    at = try values.field("at")?.timestamp() ?? now
    terms = try Self.terms(&values, profile.rewardVault)
    let amount = try Self.amount(&values)
    reward = amount.reward
    running = try Self.running(&values, undistributed: amount.undistributed, profile)
    stream = try Self.stream(&values, profile)
    vault = try Self.vault(&values, notes: &notes)
    try values.refuseUnknownKeys()
    guard stream == nil || !reward.isZero else {
      throw Fault(
        .invalidValue, at: values.place("every"), found: "a stream without an amount",
        expected: "reward, the wei of each notification")
    }
  }

  private static func amount(
    _ values: inout InputValues
  ) throws(Fault) -> (reward: ExactInteger, undistributed: ExactInteger) {
    let reward = try values.field("reward")
    let undistributed = try values.field("undistributed")
    switch (reward, undistributed) {
    case (let reward?, nil):
      return (try reward.rawInteger("a reward in wei"), 0)
    case (nil, let undistributed?):
      return (0, try undistributed.rawInteger("undistributedRewards (scale 1e36)"))
    case (nil, nil):
      throw values.missing("reward", "the reward in wei, or undistributed (scale 1e36)")
    case (_?, let undistributed?):
      throw undistributed.error(expected: "either reward or undistributed, not both")
    }
  }

  private static func terms(
    _ values: inout InputValues, _ rules: ProtocolProfile.RewardVaultRules
  ) throws(Fault) -> EmissionTerms {
    let target = try values.field("targetRate")
    let duration = try values.field("duration")
    let minimum = try values.field("minDuration")
    if let target {
      if let duration { throw duration.error(expected: "either targetRate or duration, not both") }
      let rate = try target.quantity("a targetRewardsPerSecond (scale 1e36)") {
        raw throws(Fault) in try RewardRate(raw: raw)
      }
      return .targetRate(
        rate,
        minimum: try minimum?.duration("a minimum duration") ?? Seconds(rules.minRewardDuration))
    }
    if let minimum { throw minimum.error(expected: "a minimum duration with a targetRate only") }
    return .duration(
      try duration?.duration("a duration") ?? Seconds(rules.initialRewardsDuration))
  }

  private static func running(
    _ values: inout InputValues, undistributed: ExactInteger, _ profile: ProtocolProfile
  ) throws(Fault) -> EmissionPeriod {
    let rate = try values.field("rewardRate")?.quantity("a rewardRate (scale 1e36)") {
      raw throws(Fault) in try RewardRate(raw: raw)
    }
    let finish = try values.field("periodFinish")?.timestamp()
    if rate != nil, finish == nil {
      throw values.missing("periodFinish", "when the running period ends")
    }
    return EmissionPeriod(
      rewardRate: rate ?? .zero,
      rewardsDuration: ExactInteger(profile.rewardVault.initialRewardsDuration),
      periodFinish: ExactInteger(finish?.seconds ?? 0), undistributedRewards: undistributed)
  }

  private static func stream(
    _ values: inout InputValues, _ profile: ProtocolProfile
  ) throws(Fault) -> (interval: ExactRational, count: Int)? {
    let every = try values.field("every")
    let count = try values.field("count")
    guard let every else {
      if let count { throw count.error(expected: "a count with every only") }
      return nil
    }
    let interval: ExactRational =
      switch every.text {
      case "block": profile.validatorSet.blockSeconds
      case "day": ExactRational(Seconds.day.count)
      default:
        ExactRational(try every.duration("seconds between notifications (or block, day)").count)
      }
    let number = try count?.integer(
      "a number of notifications", in: 1...EmissionStreamRun.maximumCount)
    return (interval, number ?? 30)
  }

  private static func vault(
    _ values: inout InputValues, notes: inout InputNotes
  ) throws(Fault) -> VaultSnapshot? {
    let supply = try values.field("totalSupply")
    let decimals = try values.field("stakeDecimals")?.tokenDecimals() ?? .eighteen
    let stakePrice = try values.field("stakePrice")
    let rewardPrice = try values.field("rewardPrice")
    guard let supply else {
      if let extra = stakePrice ?? rewardPrice {
        throw extra.error(expected: "prices together with totalSupply, for the APR")
      }
      return nil
    }
    guard let stakePrice else { throw values.missing("stakePrice", "USD for one stake token") }
    guard let rewardPrice else { throw values.missing("rewardPrice", "USD for one reward token") }
    let amount = try supply.quantity("a totalSupply in base units") { raw throws(Fault) in
      try TokenAmount(raw: raw, decimals: decimals)
    }
    let price = try stakePrice.price(notes: &notes)
    guard price > .zero else {
      throw stakePrice.error(expected: "a stake price above 0, since an APR divides by it")
    }
    return VaultSnapshot(
      rewardRate: .zero, periodFinish: nil, totalSupply: amount,
      rewardPrice: try rewardPrice.price(notes: &notes), stakePrice: price)
  }
}
