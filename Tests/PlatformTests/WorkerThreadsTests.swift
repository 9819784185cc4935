import Testing

import Platform

@Suite struct WorkerThreadsTests {
  @Test("every thread runs the body once", arguments: [1, 2, 5])
  func counts(threads: Int) {
    let runs = Monitor(0)
    WorkerThreads.run(threads) { runs.withLock { $0 += 1 } }
    #expect(runs.withLock { $0 } == threads)
    #expect(WorkerThreads.processorCount >= 1)
  }

  @Test func threadsWaitForEachOther() {
    // A hand-over: each thread waits for its number and passes on the next.
    let turn = Monitor(0)
    let arrivals = Monitor(0)
    WorkerThreads.run(6) {
      let number = arrivals.withLock { count in
        count += 1
        return count - 1
      }
      for round in 0..<50 {
        turn.withLock(when: { $0 == round * 6 + number }) { $0 += 1 }
      }
    }
    #expect(turn.withLock { $0 } == 300)
  }
}
