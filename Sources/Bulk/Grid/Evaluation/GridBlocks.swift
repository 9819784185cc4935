internal import Platform

/// The pieces in which several threads evaluate a grid.
struct GridBlocks: Sendable {
  private let pointCount: Int
  private let length: Int

  /// Points of a piece: enough to make handing it over cheap, few enough to stay in a core's cache.
  private static let preferredLength = 1 << 13

  /// Pieces of whole rows, as the row kernels need them; rows that are too long for those are cut.
  init(_ grid: ParameterGrid) {
    pointCount = grid.pointCount
    let row = grid.rowLength
    length =
      row > VaultGridKernel.longestRow
      ? Self.preferredLength : max(1, Self.preferredLength / row) * row
  }

  var count: Int { (pointCount + length - 1) / length }

  func points(_ block: Int) -> Range<Int> {
    block * length..<min((block + 1) * length, pointCount)
  }
}

extension ParameterGrid {
  /// Evaluates all points on several threads and hands what `transform` makes of each piece to
  /// `consume`, in order.
  ///
  /// A thread that runs ahead waits, so a few pieces are held at a time, however large the grid is.
  ///
  /// - Parameters:
  ///   - threads: how many threads work.
  ///   - transform: called on any thread.
  ///   - consume: called by one thread at a time.
  /// - Throws: the first error of `consume`; nothing more is computed then.
  func forEachBlock<Output: Sendable>(
    threads: Int, transform: @escaping @Sendable (GridBlock) -> Output,
    consume: @escaping @Sendable (Output) throws -> Void
  ) throws {
    let queue = OrderedQueue<Output>(count: GridBlocks(self).count, lead: 2 * threads)
    WorkerThreads.run(threads) { [self] in
      let blocks = GridBlocks(self)
      var evaluator = GridEvaluator(self)
      while let index = queue.take() {
        queue.deliver(index, transform(evaluator.evaluate(blocks.points(index))), to: consume)
      }
    }
    try queue.rethrow()
  }

  /// Evaluates all points on several threads and folds them, in any order.
  ///
  /// - Parameters:
  ///   - threads: how many threads work.
  ///   - initial: what each thread starts from.
  ///   - progress: called now and then, by one thread at a time, with the points done.
  ///   - fold: adds a piece to a thread's own value.
  ///   - merge: adds a thread's value to the result.
  /// - Returns: the result.
  func fold<Value: Sendable>(
    threads: Int, initial: Value, progress: @escaping @Sendable (Int) -> Void,
    _ fold: @escaping @Sendable (inout Value, GridBlock) -> Void,
    merge: @escaping @Sendable (inout Value, Value) -> Void
  ) -> Value {
    let next = Monitor(0)
    let result = Monitor(initial)
    WorkerThreads.run(threads) { [self] in
      let blocks = GridBlocks(self)
      var evaluator = GridEvaluator(self)
      var value = initial
      while true {
        let index = next.withLock { index in
          defer { index += 1 }
          if index < blocks.count { progress(blocks.points(index).lowerBound) }
          return index
        }
        guard index < blocks.count else { break }
        fold(&value, evaluator.evaluate(blocks.points(index)))
      }
      result.withLock { merge(&$0, value) }
    }
    return result.withLock { $0 }
  }
}

/// Hands out numbers in order and takes results back in order, never too far apart.
private final class OrderedQueue<Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var due = 0
    var waiting: [Int: Output] = [:]
    var isConsuming = false
    var failure: (any Error)?
  }

  private let state = Monitor(State())
  private let count: Int
  private let lead: Int

  init(count: Int, lead: Int) {
    self.count = count
    self.lead = max(lead, 1)
  }

  /// The next number, once the results are not too far behind; nil when all is done or has failed.
  func take() -> Int? {
    state.withLock(when: { [count, lead] in
      $0.failure != nil || $0.next >= count || $0.next - $0.due < lead
    }) { [count] state in
      guard state.failure == nil, state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Takes a result; passes it on, and all that follow it, when it is due.
  func deliver(_ index: Int, _ output: Output, to consume: (Output) throws -> Void) {
    var due: Output? = state.withLock { state in
      state.waiting[index] = output
      guard !state.isConsuming else { return nil }
      let due = state.waiting.removeValue(forKey: state.due)
      state.isConsuming = due != nil
      return due
    }
    while let output = due {
      let result = Result { try consume(output) }
      due = state.withLock { state in
        state.due += 1
        if case .failure(let error) = result { state.failure = error }
        let next = state.failure == nil ? state.waiting.removeValue(forKey: state.due) : nil
        state.isConsuming = next != nil
        return next
      }
    }
  }

  func rethrow() throws {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
