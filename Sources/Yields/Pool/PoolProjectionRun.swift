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
  var refusals: [String] = []
  /// When the totals pass what the contract's words hold, and the run ends.
  private(set) var stoppedAt: Timestamp?
  private var now: Timestamp
  private var nextEvent = 0

  private var nextStep: Timestamp
  private var nextAuction: Timestamp

  init(pool: StakingPool, scenario: PoolScenario) {
    self.pool = pool
    self.scenario = scenario
    now = scenario.start
    nextStep = scenario.start.clamped(after: scenario.step, to: scenario.end)
    nextAuction = scenario.start.clamped(
      after: scenario.auctions?.every ?? scenario.length, to: scenario.end)
  }

  /// Walks from the start to the end, step by step, with every event and auction; ends early where the
  /// totals pass what a word holds, as they were before that.
  mutating func run() throws(Fault) {
    try pool.chargeAccruedFee()
    record(rewards: 0, payouts: [], happenings: try happenings())
    while now < scenario.end {
      var next = min(nextStep, nextAuction)
      if nextEvent < scenario.events.count { next = min(next, scenario.events[nextEvent].at) }
      let before = (pool, commission, fees, feeShares)
      var rewards = try earn(seconds: now.seconds(until: next))
      now = next
      if now == nextStep { nextStep = now.clamped(after: scenario.step, to: scenario.end) }
      var payouts: [String] = []
      if now == nextAuction, let paid = try holdAuction() {
        rewards += paid
        payouts.append("auction paid \(Wad(raw: paid).text()) BERA")
      }
      try pool.processRewards()
      guard max(pool.assets.total, pool.totalSupply) <= InputBounds.largestWord else {
        (pool, commission, fees, feeShares) = before
        stoppedAt = now
        return
      }
      record(rewards: rewards, payouts: payouts, happenings: try happenings())
    }
  }

  private mutating func record(
    rewards: ExactInteger, payouts: [String], happenings: [String]
  ) {
    points.append(
      PoolProjectionPoint(
        at: now, totalAssets: pool.assets.total, totalSupply: pool.totalSupply, phase: pool.phase,
        rewards: rewards, hasEvent: !happenings.isEmpty, notes: payouts + happenings))
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
    guard let auctions = scenario.auctions, auctions.every <= scenario.length else {
      nextAuction = scenario.end
      return nil
    }
    let isDue = scenario.start.seconds(until: now).count % auctions.every.count == 0
    nextAuction = now.clamped(after: auctions.every, to: scenario.end)
    guard isDue, pool.phase == .active else { return nil }
    try add(auctions.payout)
    return auctions.payout
  }
}

extension PoolScenario {
  /// How long the projection is.
  var length: Seconds { start.seconds(until: end) }
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
  private mutating func happenings() throws(Fault) -> [String] {
    var notes: [String] = []
    for request in pool.withdrawals where request.readyAt <= now {
      try pool.finalizeWithdrawal(request.id, at: now)
      notes.append("withdrawal \(request.id) finalized")
    }
    while nextEvent < scenario.events.count, scenario.events[nextEvent].at == now {
      let event = scenario.events[nextEvent]
      nextEvent += 1
      do throws(Fault) {
        notes.append(try perform(event.action))
      } catch {
        let refusal = "at \(event.at.date): \(error)"
        refusals.append(refusal)
        notes.append("refused: \(error)")
      }
    }
    return notes
  }

  private mutating func perform(_ action: PoolScenario.Action) throws(Fault) -> String {
    switch action {
    case .deposit(let amount):
      let made = try pool.deposit(amount)
      let note =
        "deposit of \(Wad(raw: amount).text()) BERA for \(Wad(raw: made.shares).text()) shares"
      return made.activated ? note + "; active threshold reached" : note
    case .withdraw(let amount):
      return note(
        try pool.requestWithdrawal(of: amount, at: now, blockTime: scenario.blockTime))
    case .redeem(let shares):
      return note(
        try pool.requestRedemption(of: shares, at: now, blockTime: scenario.blockTime))
    case .pause:
      pool.depositsPaused = true
      return "deposits paused"
    case .unpause:
      pool.depositsPaused = false
      return "deposits open"
    }
  }

  private mutating func note(_ made: PoolWithdrawal) -> String {
    withdrawals.append(made)
    let text =
      "withdrawal \(made.id) of \(Wad(raw: made.amount).text()) BERA requested, ready at "
      + made.readyAt.date
    return made.triggeredFullExit ? text + "; full exit" : text
  }
}
