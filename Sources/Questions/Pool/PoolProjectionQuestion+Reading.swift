package import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Text
internal import Yields

extension PoolProjectionQuestion {
  /// The keys of a scenario.
  package static let keys =
    KeyTree(["start", "days", "end", "stepSeconds", "protocolFeeBps", "blockTime", "boostsAfter"])
    .with("sources", .objects(["name", "grossApr", "perDay", "commissionBps"]))
    .with(
      "auction",
      .object(
        KeyTree([
          "payout", "queuedPayout", "everySeconds", "usdPerDay", "beraPrice", "claimMargin",
        ]).with("lstStakerVaults", .objects(AuctionStakers.LSTVault.keys)))
    )
    .with("holder", .object(["shares", "assets"]))
    .with("events", .objects(["at", "deposit", "withdraw", "redeem", "action", "holder"]))
    .with("pool", .object(PoolHoldings.keys + ["phase", "depositsPaused"]))

  /// Reads a scenario.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> PoolProjectionQuestion {
    let start = try inputs.required("start", "the start of the projection")
      .timestamp(notes: &notes)
    let horizon = try Self.horizon(inputs, from: start, notes: &notes)
    let step = try inputs.field("stepSeconds")?.duration("a step") ?? .day
    let fee = try inputs.field("protocolFeeBps")?.basisPoints() ?? .zero
    let wad = try inputs.field("blockTime")?.blockTimeWad() ?? profile.validatorSet.blockTime
    let sources = try Self.sources(inputs, notes: &notes)
    let auctions = try Self.auctions(inputs, profile, notes: &notes)
    let holder = try Self.holder(inputs)
    let boost = try Self.boost(inputs, profile, notes: &notes)
    let events = try Self.events(inputs, notes: &notes)
    let (pool, holdings) = try Self.pool(inputs, feeRate: fee, profile)
    if holdings.kind == .stakingPool, auctions?.stakers != nil {
      throw Fault(
        .conflict, at: inputs.place("auction"), found: "lstStakerVaults, which share payouts",
        expected: "them with a pool of kind \(PoolKind.wberaStakerVault.rawValue) only")
    }
    if holdings.kind == .wberaStakerVault, events.contains(where: { $0.action == .exit }) {
      throw Fault(
        .conflict, at: inputs.place("events"), found: "an exit",
        expected: "none of \(PoolKind.wberaStakerVault.rawValue), which has no validator")
    }
    let scenario = try inputs.locating { () throws(Fault) in
      do throws(Fault) {
        return try PoolScenario(
          start: start, horizon: horizon, step: step, sources: sources, auctions: auctions,
          holder: holder, events: events, blockTime: ExactRational(Wad(raw: ExactInteger(wad))),
          year: year)
      } catch {
        // Who gave no distance gave what it follows from.
        throw inputs.has(path: "auction.usdPerDay")
          ? error.renamed(["auction.everySeconds": "auction.usdPerDay"]) : error
      }
    }
    return PoolProjectionQuestion(
      pool: pool, scenario: scenario, profile: profile,
      givesTotal: holdings.isTotal && holdings.kind == .stakingPool,
      boostsAfter: boost)
  }

  private static func horizon(
    _ inputs: InputObject, from start: Timestamp, notes: inout InputNotes
  ) throws(Fault) -> Seconds {
    let days = try inputs.field("days")
    let end = try inputs.field("end")
    switch (days, end) {
    case (let days?, nil):
      let count = try days.integer("a number of days", in: 1...36_500)
      let seconds = UInt64(count) * Seconds.day.count
      guard start.seconds + seconds < Timestamp.millisecondsThreshold else {
        throw days.error(
          .outOfRange, expected: "a projection that ends before the year 5138", found: "\(count)")
      }
      return Seconds(seconds)
    case (nil, let end?):
      let time = try end.timestamp(notes: &notes)
      guard time > start else {
        throw end.error(expected: "an end after the start, \(ISO8601.text(of: start.seconds))")
      }
      let length = start.seconds(until: time)
      guard length <= Plausibility.century else {
        throw end.error(.outOfRange, expected: "an end at most 36500 days after the start")
      }
      return length
    case (nil, nil): throw inputs.missing("days", "the number of days to project, or end")
    case (_?, let end?): throw end.error(expected: "either days or end, not both")
    }
  }

  private static func pool(
    _ inputs: InputObject, feeRate: BasisPoints, _ profile: ProtocolProfile
  ) throws(Fault) -> (pool: StakingPool, holdings: PoolHoldings) {
    guard let object = try inputs.object("pool", "the pool at the start") else {
      throw inputs.missing("pool", "the pool at the start: its assets and totalSupply")
    }
    let holdings = try PoolHoldings.read(object)
    let phase = try object.name("phase", of: StakingPool.Phase.self)
    let isPaused = try object.bool("depositsPaused") ?? false
    do throws(Fault) {
      let pool = try StakingPool(
        rules: holdings.kind.rules(of: profile), assets: holdings.assets,
        totalSupply: holdings.totalSupply, feeRate: feeRate,
        phase: phase, depositsPaused: isPaused)
      return (pool, holdings)
    } catch {
      // The fee stands beside the pool, all else inside of it.
      throw error.place == .input("protocolFeeBps")
        ? inputs.located(error) : object.located(error)
    }
  }

  private static func sources(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> [PoolScenario.Source] {
    var sources: [PoolScenario.Source] = []
    for object in try inputs.objects("sources", "sources of gross yield") {
      let name = try object.text("name") ?? "source \(sources.count + 1)"
      let apr = try object.field("grossApr")
      let perDay = try object.field("perDay")
      let commission = try object.field("commissionBps")?.basisPoints() ?? .zero
      let flow: PoolScenario.Flow
      switch (apr, perDay) {
      case (let apr?, nil):
        let yield = try apr.fraction("a yearly yield", notes: &notes)
        flow = .apr(ExactRational(yield))
      case (nil, let perDay?): flow = .perDay(try perDay.rawInteger("wei per day", decimals: 18))
      case (nil, nil): throw object.missing("grossApr", "a yearly yield, or perDay in wei")
      case (_?, let perDay?): throw perDay.error(expected: "either grossApr or perDay, not both")
      }
      sources.append(PoolScenario.Source(name: name, flow: flow, commission: commission))
    }
    return sources
  }

  private static func auctions(
    _ inputs: InputObject, _ profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> PoolScenario.Auctions? {
    guard let object = try inputs.object("auction", "everySeconds and payout") else { return nil }
    let payout =
      try object.field("payout")?.auctionPayout() ?? ExactInteger(profile.pool.auctionPayout)
    let queued = try object.field("queuedPayout")?.auctionPayout()
    if profile.era == .bgt, let list = object.node("lstStakerVaults"), !list.json.isNull {
      throw list.fault(
        .conflict, found: "a list", expected: "none: nobody shares payouts in the era bgt",
        hint: "the auction for stakers belongs to --era pol-next")
    }
    let claim = try claims(object, notes: &notes)
    guard let next = try claim(payout), let later = try claim(queued ?? payout) else { return nil }
    let stakers = try AuctionStakers.LSTVault.read(object).map { vaults throws(Fault) in
      try AuctionStakers(staked: 0, lstVaults: vaults)
    }
    return PoolScenario.Auctions(next: next, later: later, stakers: stakers)
  }

  /// When a claim of a payout comes: at a given distance, or once the incentives are worth it.
  private static func claims(
    _ object: InputObject, notes: inout InputNotes
  ) throws(Fault) -> (ExactInteger) throws(Fault) -> PoolScenario.Auctions.Claim? {
    let (every, usd) = (try object.field("everySeconds"), try object.field("usdPerDay"))
    let price = try object.field("beraPrice")
    let margin = try object.field("claimMargin")
    guard let usd else {
      if let other = price ?? margin {
        throw other.error(expected: "usdPerDay as well, from which the claims follow")
      }
      guard let every else {
        throw object.missing("everySeconds", "seconds between two auctions, or usdPerDay")
      }
      let distance = try every.duration("a time between auctions")
      return { payout throws(Fault) in .init(payout: payout, every: distance) }
    }
    if let every { throw every.error(expected: "either everySeconds or usdPerDay, not both") }
    guard let price else { throw object.missing("beraPrice", "the USD price of one BERA") }
    let perDay = try usd.decimal("USD of incentives per day", notes: &notes)
    let beraPrice = try price.price(notes: &notes)
    let part = try margin?.fraction("a part of the payout", notes: &notes) ?? .zero
    return { payout throws(Fault) in
      .init(
        try object.locating { () throws(Fault) in
          try AuctionEconomics(
            usdPerDay: ExactRational(perDay), beraPrice: beraPrice, payout: payout,
            claimMargin: ExactRational(part))
        })
    }
  }

  private static func holder(_ inputs: InputObject) throws(Fault) -> PoolScenario.Holder? {
    guard let object = try inputs.object("holder", "the holder at the start: shares or assets")
    else { return nil }
    switch (try object.field("shares"), try object.field("assets")) {
    case (let shares?, nil):
      return .shares(try shares.rawInteger("a number of shares in base units", decimals: 18))
    case (nil, let assets?):
      return .assets(try assets.rawInteger("an amount in wei", decimals: 18))
    case (nil, nil):
      throw object.missing("shares", "the holder's shares in base units, or assets in wei")
    case (_?, let assets?): throw assets.error(expected: "either shares or assets, not both")
    }
  }

  /// The share of all boosts once the operator's BGT boosts the validator.
  private static func boost(
    _ inputs: InputObject, _ profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> Wad? {
    guard let field = try inputs.field("boostsAfter") else { return nil }
    return try field.boost(under: profile.blockRewards, notes: &notes)
  }
}

// Events.
extension PoolProjectionQuestion {
  private enum Switch: String, CaseIterable {
    case pause, unpause, exit
  }

  /// The keys of what happens, one of which an event has.
  private static let actionKeys = ["deposit", "withdraw", "redeem", "action"]

  private static func events(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> [PoolScenario.Event] {
    var events: [PoolScenario.Event] = []
    for object in try inputs.objects("events", "dated actions") {
      let at = try object.required("at", "the time of the event")
        .timestamp(notes: &notes)
      var actions: [PoolScenario.Action] = []
      if let field = try object.field("deposit") {
        actions.append(.deposit(try field.rawInteger("a deposit in wei", decimals: 18)))
      }
      if let field = try object.field("withdraw") {
        actions.append(.withdraw(try field.rawInteger("a withdrawal in wei", decimals: 18)))
      }
      if let field = try object.field("redeem") {
        actions.append(
          .redeem(try field.rawInteger("a number of shares in base units", decimals: 18)))
      }
      switch try object.name("action", of: Switch.self) {
      case .pause: actions.append(.pause)
      case .unpause: actions.append(.unpause)
      case .exit: actions.append(.exit)
      case nil: break
      }
      guard let action = actions.first, actions.count == 1 else {
        let expected = "one of deposit, withdraw, redeem, action (pause, unpause or exit)"
        if actions.isEmpty, let key = actionKeys.first(where: object.isNull) {
          throw object.missing(key, expected)
        }
        throw Fault(
          actions.isEmpty ? .missingValue : .conflict, at: object.whole,
          found: actions.isEmpty ? "no action" : "\(actions.count) actions", expected: expected)
      }
      let isOfHolder = try object.bool("holder") ?? false
      if isOfHolder, try object.field("action") != nil {
        throw Fault(
          .conflict, at: object.place("holder"), found: "an action of the holder",
          expected: "a deposit, withdraw or redeem: the rest is not the holder's to do")
      }
      events.append(PoolScenario.Event(at: at, action: action, isOfHolder: isOfHolder))
    }
    return events
  }
}
