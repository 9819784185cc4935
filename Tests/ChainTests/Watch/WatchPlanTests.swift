import Quantities
import Testing

@testable import Chain

/// Conversations with a plan: what it wants, and what becomes of it, at times that nobody waits for.
struct WatchPlanTests {
  /// 2026-11-28T12:05:00Z.
  static let start: UInt64 = 1_795_867_500
  static let tenMinutes = Seconds(600)

  /// Both clocks, and a plan that is asked by them.
  struct Conversation {
    var plan: WatchPlan
    var wall = WatchPlanTests.start
    var steady: UInt64 = 0

    init(_ plan: WatchPlan) { self.plan = plan }

    var now: WatchPlan.Now {
      WatchPlan.Now(wall: Timestamp(unchecked: wall), steady: steady)
    }

    mutating func pass(_ seconds: UInt64) {
      wall += seconds
      steady += seconds * 1000
    }

    /// What it wants next.
    mutating func next() -> WatchPlan.Action { plan.next(now: now) }

    /// It has nothing to do now.
    mutating func expectWait() {
      let action = next()
      if case .wait = action { return }
      Issue.record("it does not wait: \(action)")
    }

    /// Waits as long as it wants, and gives what it wants then; how long that was.
    mutating func wait() -> (seconds: UInt64, action: WatchPlan.Action) {
      var seconds: UInt64 = 0
      while true {
        let action = next()
        guard case .wait(let milliseconds) = action else { return (seconds, action) }
        #expect(milliseconds > 0 && milliseconds <= 60_000)
        let part = (milliseconds + 999) / 1000
        seconds += part
        pass(part)
      }
    }

    /// The same, of a plan that has nothing to tell.
    mutating func readAfter(_ expected: UInt64, at choice: BlockChoice = .finalized) {
      let (seconds, action) = wait()
      #expect(seconds == expected && action == .observe(choice))
    }

    mutating func succeed(after seconds: UInt64 = 1) {
      pass(seconds)
      plan.succeeded(now: now)
    }

    mutating func fail(_ failure: ChainFailure, after seconds: UInt64 = 1) {
      pass(seconds)
      plan.failed(failure, now: now)
    }
  }

  static func failure(_ outlook: ChainFailure.Outlook = .passing) -> ChainFailure {
    ChainFailure(
      host: "rpc.example", kind: "broken transport", text: "cut", hint: "", outlook: outlook)
  }

  static func time(_ offset: Int64) -> Timestamp {
    Timestamp(unchecked: UInt64(Int64(start) + offset))
  }
}

// What is to come.
extension WatchPlanTests {
  @Test func `the first reading is at once, the others at full multiples`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes, count: 3))
    talk.readAfter(0)
    talk.succeed(after: 2)
    talk.readAfter(298)
    talk.succeed(after: 30)
    talk.readAfter(570)
    talk.succeed()
    #expect(talk.next() == .stop(nil))
    #expect(talk.next() == .stop(nil))
  }

  @Test func `times that pass while a reading takes long are missed, and listed`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.succeed(after: 26 * 60)
    #expect(
      talk.next() == .tell(.missed(from: Self.time(300), every: Self.tenMinutes, count: 3)))
    talk.readAfter(9 * 60)
    talk.succeed()
    talk.readAfter(599)
  }

  @Test func `a reading that ends at a mark does not miss it twice`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.succeed(after: 300)
    #expect(
      talk.next() == .tell(.missed(from: Self.time(300), every: Self.tenMinutes, count: 1)))
    talk.readAfter(600)
  }

  @Test func `no reading is later than the last time`() {
    for to in [900, 901, 1499] as [Int64] {
      var talk = Conversation(WatchPlan(every: Self.tenMinutes, to: Self.time(to)))
      for wait in [0, 299, 599] as [UInt64] {
        talk.readAfter(wait)
        talk.succeed()
      }
      #expect(talk.next() == .stop(nil))
    }
  }

  @Test func `a word to stop ends it, whatever it does`() {
    var waiting = Conversation(WatchPlan(every: Self.tenMinutes))
    waiting.readAfter(0)
    waiting.succeed()
    waiting.plan.told()
    #expect(waiting.next() == .stop(nil))
    var reading = Conversation(WatchPlan(every: Self.tenMinutes))
    reading.readAfter(0)
    reading.plan.told()
    #expect(reading.next() == .stop(nil))
    var failing = Conversation(WatchPlan(every: Self.tenMinutes))
    failing.readAfter(0)
    failing.fail(Self.failure())
    failing.plan.told()
    _ = failing.next()
    #expect(failing.next() == .stop(nil))
  }
}

// Failures.
extension WatchPlanTests {
  @Test func `what fails is tried again, ever later, and told once`() {
    var talk = Conversation(WatchPlan(every: Seconds(3600)))
    talk.readAfter(0)
    talk.fail(Self.failure())
    #expect(talk.next() == .tell(.failing(Self.failure(), since: Self.time(1))))
    for wait in [5, 10, 20, 40, 80, 160, 300, 300, 300] as [UInt64] {
      talk.readAfter(wait)
      talk.fail(Self.failure())
    }
    talk.readAfter(300)
    talk.succeed()
    #expect(talk.next() == .tell(.again(since: Self.time(1))))
    // 12:05 was read late, at 12:30.
    talk.readAfter(Self.start / 3600 * 3600 + 3600 - talk.wall)
  }

  @Test func `no attempt is later than the interval`() {
    var talk = Conversation(WatchPlan(every: Seconds(7)))
    talk.readAfter(0)
    talk.fail(Self.failure())
    _ = talk.next()
    for wait in [5, 7, 7, 7] as [UInt64] {
      talk.readAfter(wait)
      talk.fail(Self.failure())
    }
  }

  @Test func `times of an outage are missed`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.fail(Self.failure(), after: 1500)
    _ = talk.next()
    talk.readAfter(5)
    talk.succeed()
    #expect(talk.next() == .tell(.again(since: Self.time(1500))))
    #expect(
      talk.next() == .tell(.missed(from: Self.time(300), every: Self.tenMinutes, count: 3)))
    talk.readAfter(594)
  }

  @Test func `a single reading that fails is the end`() {
    for outlook in [ChainFailure.Outlook.passing, .ofBlock, .lasting] {
      var talk = Conversation(WatchPlan(every: Self.tenMinutes, count: 1))
      talk.readAfter(0)
      talk.fail(Self.failure(outlook))
      #expect(talk.next() == .stop(Self.failure(outlook)))
    }
  }

  @Test func `failures are no readings, and the last of several is no single one`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes, count: 2))
    talk.readAfter(0)
    talk.succeed()
    talk.readAfter(299)
    talk.fail(Self.failure())
    _ = talk.next()
    talk.readAfter(5)
    talk.succeed()
    #expect(talk.next() == .tell(.again(since: Self.time(301))))
    #expect(talk.next() == .stop(nil))
  }

  @Test func `what asking again cannot mend is the end`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes, from: Self.time(-6000)))
    talk.readAfter(0, at: .time(Self.time(-6000)))
    talk.fail(Self.failure(.lasting))
    #expect(talk.next() == .stop(Self.failure(.lasting)))
  }

  @Test func `an outage behind the last time is the end`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes, to: Self.time(20)))
    talk.readAfter(0)
    talk.fail(Self.failure())
    _ = talk.next()
    for wait in [5, 10] as [UInt64] {
      talk.readAfter(wait)
      talk.fail(Self.failure())
    }
    #expect(talk.wait().action == .stop(Self.failure()))
  }
}
