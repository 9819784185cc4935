import Platform
import Testing

@testable import Bulk

@Suite struct GrowthBudgetTests {
  /// A budget, and whether a `take` on another thread had to wait.
  private struct Watched {
    private let taker = Monitor((waited: false, isDone: false))
    let budget: GrowthBudget

    init(limit: Int, due: Int) {
      budget = GrowthBudget(limit: limit, due: due) { [taker] in
        taker.withLock { $0.waited = true }
      }
    }

    /// Takes bytes on a thread of its own; once that waits or is done, runs `release` if it waits.
    func takeWaits(_ bytes: Int, chunk: Int, release: @Sendable () -> Void) -> Bool {
      taker.withLock { $0 = (false, false) }
      let role = Monitor(0)
      withoutActuallyEscaping(release) { release in
        WorkerThreads.run(2) {
          let isTaker = role.withLock { role in
            role += 1
            return role == 1
          }
          if isTaker {
            budget.take(bytes, forChunk: chunk)
            taker.withLock { $0.isDone = true }
          } else if taker.withLock(when: { $0.waited || $0.isDone }, { $0.waited }) {
            release()
          }
        }
      }
      return taker.withLock { $0.waited }
    }
  }

  @Test func `what is there is given`() {
    let watched = Watched(limit: 100, due: 5)
    #expect(!watched.takeWaits(60, chunk: 7) {})
    #expect(!watched.takeWaits(40, chunk: 8) {})
  }

  @Test func `the chunk that is due never waits`() {
    let watched = Watched(limit: 100, due: 5)
    watched.budget.take(90, forChunk: 5)
    #expect(!watched.takeWaits(500, chunk: 5) {})
  }

  @Test func `others wait until they are due, or bytes come back, or the run has failed`() {
    let ways: [@Sendable (GrowthBudget) -> Void] = [
      { $0.advance(toDue: 7) }, { _ = $0.giveBack(90) }, { $0.end() },
    ]
    for way in ways {
      let watched = Watched(limit: 100, due: 5)
      watched.budget.take(90, forChunk: 6)
      #expect(watched.takeWaits(50, chunk: 7) { way(watched.budget) })
    }
  }

  @Test func `little is kept for the next records`() {
    let budget = GrowthBudget(limit: 100, due: 0)
    budget.take(25, forChunk: 0)
    #expect(!budget.giveBack(25))
    budget.take(1, forChunk: 1)
    #expect(budget.giveBack(25))
  }
}
