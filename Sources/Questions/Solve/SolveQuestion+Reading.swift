package import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Yields

extension SolveQuestion {
  /// What is asked beside a vault's own inputs.
  package static let keys = [
    "for", "targetApr", "targetApy", "compounding", "commission", "tvl", "days", "marketBid",
    "incentivePrice", "incentiveDecimals",
  ]

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, time: EvaluationTime, year: YearLength, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws(Fault) -> SolveQuestion {
    let unknown = try inputs.required("for", "the value to solve for").name(of: SolveUnknown.self)
    try refuseUndistributed(inputs, unknown)
    let stakeValue = try stakeValue(inputs, unknown, notes: &notes)
    let target = try target(inputs, notes: &notes)
    let commission = try commission(inputs, unknown)
    return SolveQuestion(
      unknown: unknown, target: target, commission: commission, stakeValue: stakeValue,
      duration: try duration(inputs, unknown, profile),
      market: try market(inputs, unknown, notes: &notes),
      time: time, year: year, profile: profile)
  }

  /// Reads the vault; stand-ins are in the place of what the question does not need.
  package func readSubject(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> Subject {
    var standIns: [InputKey] = []
    let knowsUnknown: Bool
    switch unknown.input {
    case .rewardRate, .targetRewardsPerSecond:
      knowsUnknown = try inputs.field(.rewardRate) != nil
      standIns = [.rewardRate]
    case .totalSupply where unknown != .deposit:
      knowsUnknown = try inputs.field(.totalSupply) != nil
      standIns = unknown == .tvl ? [.totalSupply, .stakePrice] : [.totalSupply]
    case .rewardPrice:
      knowsUnknown = try inputs.field(.rewardPrice) != nil
      standIns = [.rewardPrice]
    case .stakePrice:
      knowsUnknown = try inputs.field(.stakePrice) != nil
      standIns = [.stakePrice]
    case .totalSupply, nil: knowsUnknown = try inputs.field(.totalSupply) != nil
    }
    if stakeValue != nil { standIns += [.totalSupply, .stakePrice] }
    let vault = try VaultSnapshot.read(inputs.filling(standIns, with: "1"), notes: &notes)
    // Only a period can end: without one the answer hangs on no time.
    if vault.value.periodFinish != nil { notes.noteTime(time, of: vault.value) }
    return Subject(vault: vault, knowsUnknown: knowsUnknown)
  }

  private static func target(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> YieldTarget {
    let compounding = try inputs.field("compounding")
    let apr = try inputs.field("targetApr")
    switch (apr, try inputs.field("targetApy")) {
    case (let field?, nil):
      guard compounding == nil else {
        throw Fault(
          .conflict, at: inputs.place("compounding"), found: "an APR to reach",
          expected: "an APY to reach (targetApy), because an APR does not compound")
      }
      return .apr(APR(try field.positiveFraction("an APR to reach", notes: &notes)))
    case (nil, let field?):
      let apy = APY(try field.positiveFraction("an APY to reach", notes: &notes))
      guard let compounding else { return .apy(apy, periodsPerYear: 365) }
      if compounding.text == "continuous" { return .continuousAPY(apy) }
      let periods = try compounding.integer(
        "\"continuous\" or a number of compoundings per year", in: 1...31_536_000)
      return .apy(apy, periodsPerYear: periods)
    case (nil, nil), (_?, _?):
      throw Fault(
        apr == nil ? .missingValue : .conflict, at: inputs.place("targetApr"),
        found: apr == nil ? "no target" : "two targets",
        expected: "a yield to reach: \(inputs.spelling(of: "targetApr")), 0.5 or 50%, or "
          + inputs.spelling(of: "targetApy"))
    }
  }

  /// Refuses what waits for a notification where no target rate spreads it; a file may tell it.
  private static func refuseUndistributed(
    _ inputs: InputObject, _ unknown: SolveUnknown
  ) throws(Fault) {
    guard unknown != .targetRewardsPerSecond,
      inputs.hasOption(InputKey.undistributedRewards.rawValue),
      let field = try inputs.field(.undistributedRewards)
    else { return }
    throw field.error(.conflict, expected: "it with --for targetRewardsPerSecond only")
  }

  private static func commission(
    _ inputs: InputObject, _ unknown: SolveUnknown
  ) throws(Fault) -> BasisPoints {
    guard let commission = try inputs.field("commission") else { return .zero }
    guard unknown != .commission else {
      throw commission.error(
        .conflict, expected: "no commission, because the commission is the unknown")
    }
    return try commission.basisPoints("a commission")
  }

  private static func stakeValue(
    _ inputs: InputObject, _ unknown: SolveUnknown, notes: inout InputNotes
  ) throws(Fault) -> USD? {
    guard let tvl = try inputs.field("tvl") else { return nil }
    guard unknown.takesTVL else {
      throw tvl.error(
        .conflict,
        expected: "no tvl, because \(unknown.rawValue) is solved from the stake")
    }
    // An option replaces what a file says; of two values of one origin neither wins.
    for key in [InputKey.totalSupply, .stakePrice, .stakeDecimals] {
      guard let other = try inputs.field(key),
        tvl.place.origin != .option || inputs.hasOption(key.rawValue)
      else { continue }
      throw other.error(
        .conflict, expected: "no \(inputs.spelling(of: "tvl")), which is in place of the stake")
    }
    let value = try tvl.decimal("the value of the stake in USD", notes: &notes)
    guard value.signum > 0 else {
      throw tvl.error(.outOfRange, expected: "a value of the stake above 0")
    }
    return USD(unchecked: value)
  }

  /// 7 days, the contract's own duration, unless given.
  private static func duration(
    _ inputs: InputObject, _ unknown: SolveUnknown, _ profile: ProtocolProfile
  ) throws(Fault) -> Seconds {
    guard let days = try inputs.field("days") else {
      return Seconds(profile.rewardVault.initialRewardsDuration)
    }
    guard unknown.isEmission else {
      throw days.error(
        .conflict,
        expected: "an emission to solve for: incentive, rewardRate or targetRewardsPerSecond")
    }
    let count = try days.integer("a number of days", in: 1...36_500)
    return Seconds(UInt64(count) * ProtocolProfile.secondsPerDay)
  }

  private static func market(
    _ inputs: InputObject, _ unknown: SolveUnknown, notes: inout InputNotes
  ) throws(Fault) -> Market? {
    guard let bid = try inputs.field("marketBid") else {
      guard unknown != .incentive else {
        throw inputs.missing(
          "marketBid", "the market's bid in USD of incentives per reward token",
          hint: "for example 0.6 of the reward price; berayield incentives prints a vault's own bid"
        )
      }
      for key in ["incentivePrice", "incentiveDecimals"] {
        guard let field = try inputs.field(key) else { continue }
        throw field.error(.conflict, expected: "it with marketBid only, for the incentive")
      }
      return nil
    }
    guard unknown.isEmission else {
      throw bid.error(
        .conflict,
        expected: "an emission to solve for: incentive, rewardRate or targetRewardsPerSecond")
    }
    let price = try inputs.required("incentivePrice", "the USD price of one incentive token")
    return Market(
      bid: try bid.price(notes: &notes), tokenPrice: try price.price(notes: &notes),
      decimals: try inputs.field("incentiveDecimals")?.tokenDecimals() ?? .eighteen)
  }
}
