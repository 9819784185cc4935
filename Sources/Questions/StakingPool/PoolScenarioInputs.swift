internal import FixedPoint
internal import Contracts
internal import Yields
internal import Quantities
internal import Faults

/// A projection's scenario as a file describes it.
struct PoolScenarioInputs {
  let pool: StakingPool
  let scenario: PoolScenario

  init(
    _ values: inout InputValues, year: YearLength, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws {
    let start = try values.required("start", "when the projection starts").timestamp()
    let horizon = try Self.horizon(&values, from: start)
    let step = try values.field("stepSeconds")?.duration("a step") ?? .day
    let fee = try values.field("protocolFeeBps")?.basisPoints() ?? .zero
    let wad = try values.field("blockTime")?.blockTimeWad() ?? profile.validatorSet.blockTime
    let sources = try Self.sources(&values, notes: &notes)
    let auctions = try Self.auctions(&values, profile.pool)
    let events = try Self.events(&values)
    pool = try Self.pool(&values, feeRate: fee, rules: profile.pool)
    try values.refuseUnknownKeys()
    scenario = try values.analyzing {
      try PoolScenario(
        start: start, horizon: horizon, step: step, sources: sources, auctions: auctions,
        events: events, blockTime: ExactRational(Wad(raw: ExactInteger(wad))), year: year)
    }
  }

  private static func horizon(
    _ values: inout InputValues, from start: Timestamp
  ) throws(Fault) -> Seconds {
    let days = try values.field("days")
    let end = try values.field("end")
    switch (days, end) {
    case (let days?, nil):
      let count = try days.integer("a number of days", in: 1...36_500)
      return Seconds(UInt64(count) * Seconds.day.count)
    case (nil, let end?):
      let time = try end.timestamp()
      guard time > start else { throw end.error(expected: "an end after the start, \(start)") }
      return start.seconds(until: time)
    case (nil, nil): throw values.missing("days", "how many days to project, or end")
    case (_?, let end?): throw end.error(expected: "either days or end, not both")
    }
  }

  private static func pool(
    _ values: inout InputValues, feeRate: BasisPoints, rules: ProtocolProfile.PoolRules
  ) throws -> StakingPool {
    guard var object = try values.object("pool", what: "the pool at the start") else {
      throw values.missing("pool", "the pool at the start: its assets and totalSupply")
    }
    let inputs = try PoolInputs(&object)
    let phase = try object.name("phase", of: StakingPool.Phase.self)
    let isPaused = try object.bool("depositsPaused") ?? false
    try object.refuseUnknownKeys()
    object.remember(values.place("protocolFeeBps"), of: "protocolFeeBps")
    return try object.analyzing {
      try StakingPool(
        rules: rules, assets: inputs.assets, totalSupply: inputs.totalSupply, feeRate: feeRate,
        phase: phase, depositsPaused: isPaused)
    }
  }

  private static func sources(
    _ values: inout InputValues, notes: inout InputNotes
  ) throws(Fault) -> [PoolScenario.Source] {
    var sources: [PoolScenario.Source] = []
    for var object in try values.objects("sources", what: "sources of gross yield") {
      let name = try object.text("name") ?? "source \(sources.count + 1)"
      let apr = try object.field("grossApr")
      let perDay = try object.field("perDay")
      let commission = try object.field("commissionBps")?.basisPoints() ?? .zero
      let flow: PoolScenario.Flow
      switch (apr, perDay) {
      case (let apr?, nil):
        let yield = try apr.fraction("a yearly yield", notes: &notes)
        if yield.isNegative { throw apr.error(expected: "a yearly yield from 0") }
        flow = .apr(ExactRational(yield))
      case (nil, let perDay?): flow = .perDay(try perDay.rawInteger("wei a day"))
      case (nil, nil): throw object.missing("grossApr", "a yearly yield, or perDay in wei")
      case (_?, let perDay?): throw perDay.error(expected: "either grossApr or perDay, not both")
      }
      try object.refuseUnknownKeys()
      sources.append(PoolScenario.Source(name: name, flow: flow, commission: commission))
    }
    return sources
  }

  private static func auctions(
    _ values: inout InputValues, _ rules: ProtocolProfile.PoolRules
  ) throws(Fault) -> PoolScenario.Auctions? {
    guard var object = try values.object("auction", what: "everySeconds and payout") else {
      return nil
    }
    let payout = try object.field("payout")?.rawInteger("a payout in wei")
    let every = try object.required("everySeconds", "seconds between two auctions")
      .duration("a time between auctions")
    try object.refuseUnknownKeys()
    values.remember(object.place("everySeconds"), of: "auction.everySeconds")
    return PoolScenario.Auctions(payout: payout ?? ExactInteger(rules.auctionPayout), every: every)
  }
}

// Events.
extension PoolScenarioInputs {
  private enum Switch: String, CaseIterable {
    case pause, unpause
  }

  private static func events(
    _ values: inout InputValues
  ) throws(Fault) -> [PoolScenario.Event] {
    var events: [PoolScenario.Event] = []
    for var object in try values.objects("events", what: "dated actions") {
      let at = try object.required("at", "when it happens").timestamp()
      var actions: [PoolScenario.Action] = []
      if let field = try object.field("deposit") {
        actions.append(.deposit(try field.rawInteger("a deposit in wei")))
      }
      if let field = try object.field("withdraw") {
        actions.append(.withdraw(try field.rawInteger("a withdrawal in wei")))
      }
      if let field = try object.field("redeem") {
        actions.append(.redeem(try field.rawInteger("shares, 1e18 each")))
      }
      switch try object.name("action", of: Switch.self) {
      case .pause: actions.append(.pause)
      case .unpause: actions.append(.unpause)
      case nil: break
      }
      try object.refuseUnknownKeys()
      guard let action = actions.first, actions.count == 1 else {
        throw Fault(
          .invalidValue, at: object.place("at"), found: "\(actions.count) actions",
          expected: "one of deposit, withdraw, redeem, action (pause or unpause)")
      }
      values.remember(object.place("at"), of: "events[\(events.count)].at")
      events.append(PoolScenario.Event(at: at, action: action))
    }
    return events
  }
}
