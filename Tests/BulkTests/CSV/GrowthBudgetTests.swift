import Synchronization
import Platform
import Testing

@testable import Bulk

@Suite struct GrowthBudgetTests {
  /// Starts a wait on another thread and tells, once `release` was called, whether it had to wait.
  static func waits(_ budget: GrowthBudget, _ bytes: Int, chunk: Int, release: () -> Void) -> Bool {
    let state = Monitor((isDone: false, isReleased: false))
    let wasEarly = Monitor(false)
    let mayGo = Monitor(false)
    let isMain = Atomic(true)
    withoutActuallyEscaping(release) { release in
      nonisolated(unsafe) let release = release
      WorkerThreads.run(2) {
        if isMain.exchange(false, ordering: .relaxed) {
          mayGo.withLock { $0 = true }
          budget.take(bytes, forChunk: chunk)
          let isReleased = state.withLock { state in
            state.isDone = true
            return state.isReleased
          }
          wasEarly.withLock { $0 = !isReleased }
        } else {
          mayGo.withLock(when: { $0 }) { _ in }
          // A wait that is none is over by then.
          for _ in 0..<100_000 where !state.withLock({ $0.isDone }) {}
          state.withLock { $0.isReleased = true }
          unsafe release()
        }
      }
    }
    return !wasEarly.withLock { $0 }
  }

  @Test func whatIsThereIsGiven() {
    let budget = GrowthBudget(limit: 100, due: 5)
    #expect(!Self.waits(budget, 60, chunk: 7) {})
    #expect(!Self.waits(budget, 40, chunk: 8) {})
  }

  @Test func theChunkThatIsDueNeverWaits() {
    let budget = GrowthBudget(limit: 100, due: 5)
    budget.take(90, forChunk: 9)
    #expect(!Self.waits(budget, 500, chunk: 5) {})
  }

  @Test func othersWaitUntilTheyAreDueOrBytesComeBackOrTheRunHasFailed() {
    for way in 0..<3 {
      let budget = GrowthBudget(limit: 100, due: 5)
      budget.take(90, forChunk: 6)
      let hasWaited = Self.waits(budget, 50, chunk: 7) {
        switch way {
        case 0: budget.advance(toDue: 7)
        case 1: _ = budget.giveBack(90)
        default: budget.end()
        }
      }
      #expect(hasWaited)
    }
  }

  @Test func littleIsKeptForTheNextRecords() {
    let budget = GrowthBudget(limit: 100, due: 0)
    budget.take(25, forChunk: 0)
    #expect(!budget.giveBack(25))
    budget.take(1, forChunk: 1)
    #expect(budget.giveBack(25))
  }
}
