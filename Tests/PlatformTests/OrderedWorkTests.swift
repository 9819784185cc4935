import Platform
import TestSupport
import Testing

@Suite struct OrderedWorkTests {
  /// A piece of work: its number, and what is made of it.
  final class Slot {
    var number = 0
    var result = 0
  }

  struct Failure: Error, Equatable {
    let number: Int
  }

  /// What a run did.
  struct Account {
    var filled = 0
    var delivered: [Int] = []
    /// The most pieces that were filled and not delivered.
    var lead = 0
    var failure: Failure?
  }

  /// Runs `count` pieces; `spoiled` names the pieces whose filling or delivery fails.
  static func run(
    count: Int, threads: Int, slots: Int, failingFill: Int? = nil, failingDelivery: Int? = nil
  ) -> Account {
    let account = Monitor(Account())
    do throws(Failure) {
      try OrderedWork.run((0..<slots).map { _ in Slot() }, threads: threads) {
        slot throws(Failure) in
        let number = account.withLock { $0.filled }
        if number == failingFill { throw Failure(number: number) }
        guard number < count else { return false }
        slot.number = number
        account.withLock { account in
          account.filled += 1
          account.lead = max(account.lead, account.filled - account.delivered.count)
        }
        return true
      } work: { slot in
        // Uneven work, so that pieces are done out of order.
        var random = SeededGenerator(seed: UInt64(slot.number))
        for _ in 0..<Int.random(in: 0..<2_000, using: &random) { _ = random.next() }
        slot.result = slot.number * 3
      } deliver: { slot throws(Failure) in
        if slot.number == failingDelivery { throw Failure(number: slot.number) }
        account.withLock { $0.delivered.append(slot.result) }
      }
    } catch {
      account.withLock { $0.failure = error }
    }
    return account.withLock { $0 }
  }

  @Test(arguments: [1, 2, 3, 8], [1, 2, 5, 16])
  func `every piece is delivered once and in order`(threads: Int, slots: Int) {
    let account = Self.run(count: 300, threads: threads, slots: slots)
    #expect(account.delivered == (0..<300).map { $0 * 3 })
    #expect(account.failure == nil)
  }

  @Test(arguments: [1, 2, 5])
  func `slots bound the lead`(slots: Int) {
    let account = Self.run(count: 300, threads: 4, slots: slots)
    #expect((1...slots).contains(account.lead))
    #expect(account.delivered.count == 300)
  }

  @Test(arguments: [1, 3])
  func `without work nothing is delivered`(threads: Int) {
    let account = Self.run(count: 0, threads: threads, slots: 2)
    #expect(account.delivered.isEmpty && account.failure == nil)
  }

  @Test(arguments: [1, 2, 5])
  func `what filling throws takes its turn behind all that was filled`(threads: Int) {
    let account = Self.run(count: 300, threads: threads, slots: 4, failingFill: 123)
    #expect(account.failure == Failure(number: 123))
    #expect(account.delivered == (0..<123).map { $0 * 3 })
  }

  @Test(arguments: [1, 2, 5])
  func `nothing is delivered after a delivery that failed`(threads: Int) {
    let account = Self.run(count: 300, threads: threads, slots: 4, failingDelivery: 77)
    #expect(account.failure == Failure(number: 77))
    #expect(account.delivered == (0..<77).map { $0 * 3 })
    #expect(account.filled <= 77 + 4)
  }

  @Test func `the first failure in order is the one that is told`() {
    let account = Self.run(
      count: 300, threads: 4, slots: 8, failingFill: 60, failingDelivery: 57)
    #expect(account.failure == Failure(number: 57))
    #expect(account.delivered == (0..<57).map { $0 * 3 })
  }

  @Test func `each thread has one slot to work on and one to wait`() {
    #expect([0, 1, 2, 24].map(OrderedWork.slotCount(threads:)) == [1, 1, 4, 48])
  }
}
