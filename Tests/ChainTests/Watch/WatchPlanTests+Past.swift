import Quantities
import Testing

@testable import Chain

// The past.
extension WatchPlanTests {
  private static func fill(count: Int? = nil, to: Int64? = 0) -> Conversation {
    Conversation(
      WatchPlan(
        every: tenMinutes, count: count, from: time(-1800), to: to.map { time($0) }))
  }

  @Test func `the past is read from its oldest time on, both ends included`() {
    var talk = Self.fill()
    for offset in [-1800, -1200, -600, 0] as [Int64] {
      talk.readAfter(0, at: .time(Self.time(offset)))
      talk.succeed(after: 700)
    }
    #expect(talk.next() == .stop(nil))
    var short = Self.fill(to: -1)
    for offset in [-1800, -1200, -600] as [Int64] {
      short.readAfter(0, at: .time(Self.time(offset)))
      short.succeed()
    }
    #expect(short.next() == .stop(nil))
    var counted = Self.fill(count: 2)
    for offset in [-1800, -1200] as [Int64] {
      counted.readAfter(0, at: .time(Self.time(offset)))
      counted.succeed()
    }
    #expect(counted.next() == .stop(nil))
  }

  @Test func `a time of the past waits for its endpoint`() {
    var talk = Self.fill()
    talk.readAfter(0, at: .time(Self.time(-1800)))
    talk.fail(Self.failure())
    #expect(talk.next() == .tell(.failing(Self.failure(), since: Self.time(1))))
    talk.readAfter(5, at: .time(Self.time(-1800)))
    talk.fail(Self.failure(), after: 5000)
    talk.readAfter(10, at: .time(Self.time(-1800)))
    talk.succeed()
    #expect(talk.next() == .tell(.again(since: Self.time(1))))
    talk.readAfter(0, at: .time(Self.time(-1200)))
  }

  @Test func `times without state are left out, and the end says so`() {
    var talk = Self.fill()
    for offset in [-1800, -1200] as [Int64] {
      talk.readAfter(0, at: .time(Self.time(offset)))
      talk.fail(Self.failure(.ofBlock))
    }
    for offset in [-600, 0] as [Int64] {
      talk.readAfter(0, at: .time(Self.time(offset)))
      talk.succeed()
    }
    #expect(talk.next() == .tell(.lost(count: 2)))
    #expect(talk.next() == .stop(Self.failure(.ofBlock)))
  }

  @Test func `without a last time it goes on behind the past, by the same marks`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes, from: Self.time(-700)))
    talk.readAfter(0, at: .time(Self.time(-700)))
    talk.succeed()
    talk.readAfter(0, at: .time(Self.time(-100)))
    talk.succeed()
    talk.readAfter(498)
    talk.succeed()
    talk.readAfter(599)
    talk.succeed(after: 700)
    #expect(
      talk.next() == .tell(.missed(from: Self.time(1700), every: Self.tenMinutes, count: 1)))
  }

  @Test func `a first time that is to come is waited for`() {
    var talk = Conversation(
      WatchPlan(every: Self.tenMinutes, from: Self.time(5000), to: Self.time(5000)))
    talk.readAfter(5000)
    talk.succeed()
    #expect(talk.next() == .stop(nil))
  }
}

// Clocks that are set.
extension WatchPlanTests {
  @Test func `a clock that is set back does not stop the readings`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.succeed()
    talk.expectWait()
    talk.wall -= 86_400
    #expect(talk.next() == .tell(.clock(movedBy: -86_400)))
    talk.readAfter(299)
    talk.succeed()
    talk.readAfter(599)
  }

  @Test func `a clock that is set forward misses what it passed`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.succeed()
    talk.expectWait()
    talk.wall += 3600
    #expect(talk.next() == .tell(.clock(movedBy: 3600)))
    talk.readAfter(0)
    talk.succeed()
    #expect(
      talk.next() == .tell(.missed(from: Self.time(900), every: Self.tenMinutes, count: 5)))
    talk.readAfter(298)
  }

  @Test func `a clock that is kept right is not told`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.wall += 9
    talk.succeed()
    talk.readAfter(290)
    talk.wall -= 9
    talk.succeed()
    talk.expectWait()
  }

  @Test func `a clock that is set during a reading moves the next one`() {
    var talk = Conversation(WatchPlan(every: Self.tenMinutes))
    talk.readAfter(0)
    talk.wall -= 7200
    talk.succeed()
    #expect(talk.next() == .tell(.clock(movedBy: -7200)))
    talk.readAfter(299)
  }

  @Test func `at the earliest time that there is nothing goes below zero`() {
    var talk = Conversation(WatchPlan(every: Seconds(86_400)))
    talk.wall = 0
    talk.readAfter(0)
    talk.succeed()
    talk.readAfter(86_399)
  }
}
