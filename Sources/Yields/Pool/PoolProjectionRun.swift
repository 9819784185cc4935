internal import FixedPoint
internal import Quantities
internal import Faults

/// The moving parts of a projection while it runs.
struct PoolProjectionRun {
  var pool: StakingPool
  let scenario: PoolScenario
  var points: [PoolProjectionPoint] = []
  var commission: ExactInteger = 0
  var fees: ExactInteger = 0
  var feeShares: ExactInteger = 0
  var withdrawals: [PoolWithdrawal] = []
  /// When the totals pass what the contract's words hold, and the run ends.
  private(set) var stoppedAt: Timestamp?
  var exit: PoolExit?
  /// The growth of the holder's part over the path.
  private(set) var holderGrowth: ExactRational?
  private var holder: PoolHolderAccount?
  private var now: Timestamp
  private var nextEvent = 0

  private var nextStep: Timestamp
  /// When the next auction is, and its number from 1; nil where there is none before the end.
  private var nextAuction: (at: Timestamp, number: UInt64)?
  /// Who shares the payouts of auctions with the pool; nil where it gets all of them.
  private var stakers: AuctionStakers?

  init(pool: StakingPool, scenario: PoolScenario) throws(Fault) {
    self.pool = pool
    self.scenario = scenario
    now = scenario.start
    nextStep = scenario.start.clamped(after: scenario.step, to: scenario.end)
    nextAuction = scenario.auction(number: 1)
    stakers = scenario.auctions?.stakers
  }

  /// Walks from the start to the end, step by step, with every event and auction; ends early where the
  /// totals pass what a word holds, as they were before that.
  mutating func run() throws(Fault) {
    try pool.chargeAccruedFee()
    holder = try scenario.holder.map { holder throws(Fault) in
      try PoolHolderAccount(holder, in: pool)
    }
    record(rewards: 0, earned: [], happenings: try happenings())
    while now < scenario.end {
      var next = nextStep
      if let nextAuction { next = min(next, nextAuction.at) }
      if nextEvent < scenario.events.count { next = min(next, scenario.events[nextEvent].at) }
      guard let (rewards, earned) = try earnings(until: next) else {
        stoppedAt = now
        break
      }
      record(rewards: rewards, earned: earned, happenings: try happenings())
    }
    // A path of one moment has no yield.
    if length.count > 0 { holderGrowth = holder?.finish(in: pool) }
  }

  /// Earns up to `next`, what an auction pays then included; nil where the totals pass what a word holds,
  /// and all is as before.
  ///
  /// The pool of before ends here: beside a second one each request would copy all that are open.
  private mutating func earnings(
    until next: Timestamp
  ) throws(Fault) -> (rewards: ExactInteger, events: [PoolEvent])? {
    let before = (pool, commission, fees, feeShares)
    var rewards = try earn(seconds: now.seconds(until: next))
    now = next
    if now == nextStep { nextStep = now.clamped(after: scenario.step, to: scenario.end) }
    var earned: [PoolEvent] = []
    if let paid = try holdAuction() {
      rewards += paid
      earned.append(.auction(paid: paid))
    }
    try pool.processRewards()
    guard max(pool.assets.total, pool.totalSupply) <= InputBounds.largestWord else {
      (pool, commission, fees, feeShares) = before
      return nil
    }
    if pool.phase != before.0.phase { earned.append(.activated) }
    return (rewards, earned)
  }

  /// From the first point to the last.
  var length: Seconds {
    guard let first = points.first, let last = points.last else { return Seconds(0) }
    return first.at.seconds(until: last.at)
  }

  private mutating func record(
    rewards: ExactInteger, earned: [PoolEvent], happenings: [PoolEvent]
  ) {
    points.append(
      PoolProjectionPoint(
        at: now, totalAssets: pool.assets.total, totalSupply: pool.totalSupply, phase: pool.phase,
        rewards: rewards, hasEvent: !happenings.isEmpty || earned.contains(.activated),
        events: earned + happenings, holding: holder?.point(in: pool)))
  }
}

// Rewards.
extension PoolProjectionRun {
  /// Lets the sources run for a while, all on the assets at its beginning.
  private mutating func earn(seconds: Seconds) throws(Fault) -> ExactInteger {
    guard pool.phase == .active else { return 0 }
    var reward: ExactInteger = 0
    let assets = pool.assets.total
    for source in scenario.sources {
      let gross = Self.gross(
        source.flow, assets: assets, seconds: seconds, year: scenario.year)
      let kept = source.commission.floor(of: gross)
      commission += kept
      reward += gross - kept
    }
    try add(reward)
    return reward
  }

  private static func gross(
    _ flow: PoolScenario.Flow, assets: ExactInteger, seconds: Seconds, year: YearLength
  ) -> ExactInteger {
    let seconds = ExactInteger(seconds.count)
    return switch flow {
    case .apr(let apr):
      (ExactRational(assets * seconds, overNonZero: ExactInteger(year.seconds)) * apr)
        .integer(rounding: .down)
    case .perDay(let amount):
      amount.multiplied(
        by: seconds, dividedByNonZero: ExactInteger(Seconds.day.count), rounding: .down)
    }
  }

  private mutating func add(_ reward: ExactInteger) throws(Fault) {
    let outcome = try pool.addReward(reward, from: .rewardsVault)
    fees += outcome.fee
    feeShares += outcome.feeShares
  }

  /// Holds the auction that is due; nil where there is none, or no active validator to earn from.
  private mutating func holdAuction() throws(Fault) -> ExactInteger? {
    guard let auctions = scenario.auctions, let due = nextAuction, due.at == now else {
      return nil
    }
    nextAuction = scenario.auction(number: due.number + 1)
    guard pool.phase == .active else { return nil }
    let payout = (due.number == 1 ? auctions.next : auctions.later).payout
    guard var stakers else {
      try add(payout)
      return payout
    }
    stakers = stakers.staking(pool.assets.total)
    let part = try stakers.pay(payout)[0].amount
    self.stakers = stakers
    try add(part)
    return part
  }
}

extension PoolScenario {
  /// How long the projection is.
  var length: Seconds { start.seconds(until: end) }

  /// The time of an auction by its number from 1; nil where there is none before the end.
  func auction(number: UInt64) -> (at: Timestamp, number: UInt64)? {
    guard let auctions else { return nil }
    let after = auctions.time(of: number).integer(rounding: .up)
    guard let seconds = UInt64(exactly: after), seconds <= length.count else { return nil }
    return (Timestamp(unchecked: start.seconds + seconds), number)
  }
}

extension Timestamp {
  /// The time `length` later, or `end` where that comes first.
  fileprivate func clamped(after length: Seconds, to end: Timestamp) -> Timestamp {
    length < seconds(until: end) ? Timestamp(unchecked: seconds + length.count) : end
  }
}

// Events.
extension PoolProjectionRun {
  /// Finalizes what is ready, then performs the events of this moment.
  private mutating func happenings() throws(Fault) -> [PoolEvent] {
    var events: [PoolEvent] = []
    if let returned = pool.finishExit(at: now) { events.append(.returned(returned)) }
    // One delay for all: they are ready in the order of their requests.
    while let request = pool.openWithdrawals.first, request.readyAt <= now {
      try pool.finalizeWithdrawal(request.id, at: now)
      holder?.pay(request.id, in: pool)
      events.append(.finalized(id: request.id))
    }
    while nextEvent < scenario.events.count, scenario.events[nextEvent].at == now {
      let event = scenario.events[nextEvent]
      nextEvent += 1
      events.append(perform(event))
    }
    return events
  }

  private mutating func perform(_ event: PoolScenario.Event) -> PoolEvent {
    do throws(Fault) {
      if let refusal = try refusal(of: event) {
        return .refused(operation: event.action.operation, reason: refusal.sentence)
      }
      return try perform(event.action, isOfHolder: event.isOfHolder)
    } catch {
      return .refused(operation: event.action.operation, reason: "\(error.fact)")
    }
  }

  /// Why the pool, or the holder's own shares, do not allow an event.
  private func refusal(of event: PoolScenario.Event) throws(Fault) -> PoolRefusal? {
    func refusal(shares: ExactInteger, amount: ExactInteger) -> PoolRefusal? {
      if event.isOfHolder, let held = holder?.shares, shares > held {
        return .beyondHolding(shares: shares, held: held)
      }
      return pool.refusal(ofShares: shares, paying: amount)
    }
    switch event.action {
    case .deposit(let amount): return pool.refusal(ofDeposit: amount)
    case .withdraw(let amount):
      return refusal(
        shares: try pool.conversions.sharesForWithdrawal(amount), amount: amount)
    case .redeem(let shares):
      return refusal(
        shares: shares, amount: try pool.conversions.assetsForRedemption(shares))
    case .exit: return pool.phase == .exited ? .exited : nil
    case .pause, .unpause: return nil
    }
  }

  private mutating func perform(
    _ action: PoolScenario.Action, isOfHolder: Bool
  ) throws(Fault) -> PoolEvent {
    switch action {
    case .deposit(let amount):
      let before = pool
      let made = try pool.deposit(amount)
      if isOfHolder { holder?.add(made.shares, before: before, after: pool) }
      return .deposit(amount: amount, shares: made.shares, activated: made.activated)
    case .withdraw(let amount):
      return requested(
        try pool.requestWithdrawal(of: amount, at: now, blockTime: scenario.blockTime), isOfHolder)
    case .redeem(let shares):
      return requested(
        try pool.requestRedemption(of: shares, at: now, blockTime: scenario.blockTime), isOfHolder)
    case .pause:
      pool.depositsPaused = true
      return .paused
    case .unpause:
      pool.depositsPaused = false
      return .unpaused
    case .exit:
      let made = try pool.exit(at: now, blockTime: scenario.blockTime)
      exit = made
      return .exit(made)
    }
  }

  private mutating func requested(_ made: PoolWithdrawal, _ isOfHolder: Bool) -> PoolEvent {
    withdrawals.append(made)
    if isOfHolder { holder?.request(made) }
    return .requested(made)
  }
}
