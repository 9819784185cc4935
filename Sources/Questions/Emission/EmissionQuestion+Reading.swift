package import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Yields

extension EmissionQuestion {
  /// The keys of the inputs.
  package static let keys: KeyTree = [
    "at", "reward", "undistributed", "targetRate", "duration", "minDuration", "rewardRate",
    "periodFinish", "every", "count", "totalSupply", "stakeDecimals", "stakePrice", "rewardPrice",
  ]

  /// Reads the question; `now` is the time where none is given.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, now: Timestamp, year: YearLength, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws(Fault) -> EmissionQuestion {
    let at = try notes.time(try inputs.field("at"), elseNow: now)
    let terms = try Self.terms(inputs, profile.rewardVault)
    let amount = try Self.amount(inputs)
    let running = try Self.running(inputs, undistributed: amount.undistributed, profile)
    let stream = try Self.stream(inputs, profile)
    let vault = try Self.vault(inputs, notes: &notes)
    guard stream == nil || !amount.reward.isZero else {
      let expected = "the wei of each notification, more than 0 as every asks for several"
      throw try inputs.field("reward")?.error(.outOfRange, expected: expected)
        ?? inputs.missing("reward", expected)
    }
    return EmissionQuestion(
      reward: amount.reward, terms: terms, at: at, running: running, stream: stream, vault: vault,
      year: year, profile: profile)
  }

  private static func amount(
    _ inputs: InputObject
  ) throws(Fault) -> (reward: ExactInteger, undistributed: ExactInteger) {
    let reward = try inputs.field("reward")
    let undistributed = try inputs.field("undistributed")
    switch (reward, undistributed) {
    case (let reward?, nil):
      return (try reward.rawInteger(of: .reward), 0)
    case (nil, let undistributed?):
      return (0, try undistributed.rawInteger(of: .undistributed))
    case (nil, nil):
      throw inputs.missing("reward", "the reward in wei, or undistributed (scale 1e36)")
    case (_?, let undistributed?):
      throw undistributed.error(expected: "either reward or undistributed, not both")
    }
  }

  private static func terms(
    _ inputs: InputObject, _ rules: ProtocolProfile.RewardVaultRules
  ) throws(Fault) -> EmissionTerms {
    let target = try inputs.field("targetRate")
    let duration = try inputs.field("duration")
    let minimum = try inputs.field("minDuration")
    if let target {
      if let duration { throw duration.error(expected: "either targetRate or duration, not both") }
      let rate = RewardRate(unchecked: try target.rawInteger(of: .targetRate))
      return .targetRate(
        rate,
        minimum: try minimum?.duration("a minimum duration") ?? Seconds(rules.minRewardDuration))
    }
    if let minimum {
      throw minimum.error(expected: "targetRate as well, because it needs a target rate")
    }
    return .duration(
      try duration?.duration("a duration") ?? Seconds(rules.initialRewardsDuration))
  }

  private static func running(
    _ inputs: InputObject, undistributed: ExactInteger, _ profile: ProtocolProfile
  ) throws(Fault) -> EmissionPeriod {
    let rate = try inputs.field("rewardRate")?.rewardRate()
    let finish = try inputs.field("periodFinish")?.timestamp()
    if rate != nil, finish == nil {
      throw inputs.missing("periodFinish", "the end of the running period")
    }
    if rate == nil, finish != nil {
      throw inputs.missing("rewardRate", "the rate of the period that still runs")
    }
    return EmissionPeriod(
      rewardRate: rate ?? .zero,
      rewardsDuration: ExactInteger(profile.rewardVault.initialRewardsDuration),
      periodFinish: ExactInteger(finish?.seconds ?? 0), undistributedRewards: undistributed)
  }

  private static func stream(
    _ inputs: InputObject, _ profile: ProtocolProfile
  ) throws(Fault) -> Stream? {
    let every = try inputs.field("every")
    let count = try inputs.field("count")
    guard let every else {
      if let count {
        throw count.error(expected: "every as well, because only streams have a count")
      }
      return nil
    }
    let interval: ExactRational =
      switch every.text {
      case "block": profile.validatorSet.blockSeconds
      case "day": ExactRational(Seconds.day.count)
      case "week": ExactRational(7 * Seconds.day.count)
      case let text where text.first?.isLetter ?? false:
        throw every.error(
          .unknownName,
          expected: "day, week, block, or the time between notifications (36h, or seconds)",
          hint: Resemblance.hint(for: text, among: ["day", "week", "block"]))
      default:
        ExactRational(
          try every.duration("day, week, block, or the time between notifications").count)
      }
    let number = try count?.integer(
      "a number of notifications", in: 1...EmissionStreamRun.maximumCount)
    return Stream(interval: interval, givenCount: number)
  }

  private static func vault(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> VaultSnapshot? {
    let supply = try inputs.field("totalSupply")
    let scale = try inputs.field("stakeDecimals")
    let decimals = try scale?.tokenDecimals() ?? .eighteen
    let stakePrice = try inputs.field("stakePrice")
    let rewardPrice = try inputs.field("rewardPrice")
    guard let supply else {
      if let extra = stakePrice ?? rewardPrice ?? scale {
        throw extra.error(
          .conflict, expected: "it with \(inputs.spelling(of: "totalSupply")) only, for the APR")
      }
      return nil
    }
    guard let stakePrice else {
      throw inputs.missing("stakePrice", "the USD price of one stake token")
    }
    guard let rewardPrice else {
      throw inputs.missing("rewardPrice", "the USD price of one reward token")
    }
    let amount = TokenAmount(
      unchecked: try supply.rawInteger(of: .totalSupply, decimals: decimals), decimals: decimals)
    let price = try stakePrice.stakePrice(notes: &notes)
    return VaultSnapshot(
      rewardRate: .zero, periodFinish: nil, totalSupply: amount,
      rewardPrice: try rewardPrice.price(notes: &notes), stakePrice: price)
  }
}
