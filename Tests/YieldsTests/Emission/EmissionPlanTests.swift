import EVMArithmetic
import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Contracts
@testable import Yields
@testable import Faults

@Suite struct EmissionPlanTests {
  @Test(arguments: try AnalyticsVector.cases("emission", kind: "notification"))
  func `One notification makes the period that Python's integers make`(
    vector: VectorCase
  ) throws {
    let running = try vector.input.member("running")
    let plan = try EmissionPlan(
      reward: try vector.input.integer("reward"), terms: try EmissionTerms(vector.input),
      at: try Timestamp(UInt64(try vector.input.int("at"))),
      running: EmissionPeriod(
        rewardRate: try RewardRate(raw: try running.integer("rewardRate")),
        rewardsDuration: try running.integer("rewardsDuration"),
        periodFinish: try running.integer("periodFinish"),
        undistributedRewards: try running.integer("undistributedRewards")),
      profile: .polNext)
    try expectPeriod(plan.period, vector.output)
    #expect(plan.period.perDay == (try vector.output.integer("perDay")))
    // Nothing is created or lost: the period's tokens and the remainder are what was spread.
    #expect(
      plan.period.rewardRate.raw * plan.period.rewardsDuration
        + plan.period.undistributedRewards == plan.spread)
  }

  @Test func `100 BGT over 5 days is 20 a day, less the floor's wei`() throws {
    let plan = try EmissionPlan(
      reward: 100 * Wad.scale, terms: .duration(Seconds(5 * 86_400)), at: try Timestamp(0),
      profile: .bgt)
    #expect(plan.period.perDay == 20 * Wad.scale - 1)
    #expect(plan.exactRate == (try ExactRational(100 * RewardRate.scale, 432_000)))
  }

  @Test func `A target is never exceeded, whatever arrives`() throws {
    var generator = SeededGenerator(seed: 3_001)
    for _ in 0..<200 {
      let target = try RewardRate(
        raw: try 1 + .random(below: RewardRate.scale, using: &generator))
      let stream = try EmissionStream(
        amount: try 1 + .random(below: 100_000 * Wad.scale, using: &generator),
        interval: ExactRational(UInt64.random(in: 1...200_000, using: &generator)))
      let run = try EmissionStreamRun(
        of: stream, count: 8, terms: .targetRate(target, minimum: Seconds(3 * 86_400)),
        start: try Timestamp(1_760_000_000), profile: .polNext)
      #expect(run.peakRate <= target)
    }
  }

  @Test func `Periods and targets of 0 are refused by name`() throws {
    for (terms, field) in [
      (EmissionTerms.duration(Seconds(0)), "duration"),
      (.targetRate(.zero, minimum: Seconds(1)), "targetRate"),
      (.targetRate(try RewardRate(raw: 1), minimum: Seconds(0)), "minDuration"),
    ] {
      #expect(
        throws: Fault.invalid(field: field, found: "0", expected: "more than 0")
      ) {
        try EmissionPlan(reward: 1, terms: terms, at: try Timestamp(0), profile: .polNext)
      }
    }
  }

  @Test func `A reward whose 1e36 scale leaves the word reverts`() throws {
    #expect(
      throws: Fault.reverts(
        function: "RewardVault.notifyRewardAmount", revert: .arithmeticOverflow, field: "reward")
    ) {
      try EmissionPlan(
        reward: try ExactInteger(2).power(250), terms: .duration(Seconds(604_800)),
        at: try Timestamp(0), profile: .polNext)
    }
  }

  @Test func `Terms outside of the contract's bounds are named, not changed`() throws {
    let rules = ProtocolProfile.polNext.rewardVault
    #expect(EmissionTerms.duration(Seconds(604_800)).refusals(under: rules).isEmpty)
    #expect(EmissionTerms.duration(Seconds(86_400)).refusals(under: rules).count == 1)
  }
}

@Suite struct EmissionStreamTests {
  @Test(arguments: try AnalyticsVector.cases("emission", kind: "stream"))
  func `A stream of notifications ends where Python's integers end`(
    vector: VectorCase
  ) throws {
    let stream = try EmissionStream(
      amount: try vector.input.integer("amount"),
      interval: ExactRational(try vector.input.integer("interval")))
    let run = try EmissionStreamRun(
      of: stream, count: try vector.input.int("count"), terms: try EmissionTerms(vector.input),
      start: try Timestamp(UInt64(try vector.input.int("at"))), profile: .polNext)
    try expectPeriod(run.last, vector.output)
    #expect(run.peakRate.raw == (try vector.output.integer("peakRewardRate")))
    let inflow = try vector.output.integer("inflowRate")
    #expect(stream.inflow.integer(rounding: .down) == inflow)
    #expect([inflow, inflow + 1].contains(stream.constantRate.raw))
    let state = try EmissionSteadyState(
      of: stream, terms: .targetRate(stream.constantRate, minimum: Seconds(604_800)))
    if case .backlog = state { Issue.record("the constant rate piles up a backlog") }
  }

  @Test func `A long stream comes as close to the steady state as the factor says`() throws {
    let stream = try EmissionStream(amount: 7 * Wad.scale, interval: ExactRational(86_400))
    let terms = EmissionTerms.duration(Seconds(5 * 86_400))
    let state = try EmissionSteadyState(of: stream, terms: terms)
    guard case .constant(let rate, let remaining) = state else {
      Issue.record("expected a constant state, found \(state)")
      return
    }
    #expect(remaining == (try ExactRational(4, 5)))
    let count = try #require(state.notificationsUntilConstant(within: try ExactRational(1, 100)))
    let run = try EmissionStreamRun(
      of: stream, count: count, terms: terms, start: try Timestamp(0), profile: .polNext)
    let distance = rate - ExactRational(run.last.rewardRate.raw)
    let bound = rate * (try remaining.power(count))
    // The contract's floors take less than one unit of the rate with each notification.
    #expect(distance >= bound && distance <= bound + ExactRational(count))
  }

  @Test func `A target below the inflow piles up a backlog, as the contract does`() throws {
    let stream = try EmissionStream(amount: 10 * Wad.scale, interval: ExactRational(86_400))
    let target = try RewardRate(raw: stream.constantRate.raw.divided(by: 2, rounding: .down))
    let terms = EmissionTerms.targetRate(target, minimum: Seconds(3 * 86_400))
    guard case .backlog(_, _, let drift) = try EmissionSteadyState(of: stream, terms: terms) else {
      Issue.record("expected a backlog")
      return
    }
    func finish(after count: Int) throws -> ExactInteger {
      try EmissionStreamRun(
        of: stream, count: count, terms: terms, start: try Timestamp(0), profile: .polNext
      ).last.periodFinish
    }
    let (early, late) = (try finish(after: 50), try finish(after: 150))
    let perDay = ExactRational(late - early) * (try ExactRational(1, 100)) - ExactRational(86_400)
    #expect((perDay - drift).magnitude < .one)
  }

  @Test func `Notifications too far apart leave gaps`() throws {
    let stream = try EmissionStream(amount: Wad.scale, interval: ExactRational(10 * 86_400))
    let state = try EmissionSteadyState(of: stream, terms: .duration(Seconds(5 * 86_400)))
    #expect(
      state
        == .interrupted(
          rate: stream.inflow * ExactRational(2), running: ExactRational(5 * 86_400),
          interval: ExactRational(10 * 86_400)))
  }
}

private func expectPeriod(_ period: EmissionPeriod, _ output: VectorValue) throws {
  #expect(period.rewardRate.raw == (try output.integer("rewardRate")))
  #expect(period.rewardsDuration == (try output.integer("rewardsDuration")))
  #expect(period.periodFinish == (try output.integer("periodFinish")))
  #expect(period.undistributedRewards == (try output.integer("undistributedRewards")))
}

extension EmissionTerms {
  fileprivate init(_ input: VectorValue) throws {
    let terms = try input.member("terms")
    if terms["mode"]?.text == "duration" {
      self = .duration(try terms.seconds("duration"))
    } else {
      self = .targetRate(
        try RewardRate(raw: try terms.integer("target")), minimum: try terms.seconds("min"))
    }
  }
}
