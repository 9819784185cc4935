internal import Platform

/// Moves chunks from the reader through the processor to the sink, on several threads.
///
/// Reading is serial (one thread at a time cuts off the next chunk), processing is parallel, and the
/// sink takes chunks in their order: a thread that has finished a chunk leaves it in a waiting room
/// and goes on; whoever brings the one that is due writes it and all that follow it there. A fixed
/// number of chunks circulates, which bounds the memory.
final class CSVPipeline: Sendable {
  private struct State {
    /// Chunks that nobody uses.
    var free: [CSVChunk] = []
    /// Finished chunks that wait for their turn, by their place in the order.
    var waiting: [Int: CSVChunk] = [:]
    var due = 0
    var isWriting = false
    var failure: (any Error)?
  }

  private let reader: Monitor<ChunkReader>
  private let state: Monitor<State>
  private let processor: ChunkProcessor
  private let sink: OrderedSink
  private let threads: Int
  private let budget: GrowthBudget

  init(
    reader: ChunkReader, processor: ChunkProcessor, sink: OrderedSink, threads: Int, chunkSize: Int,
    firstSequence: Int
  ) {
    self.reader = Monitor(reader)
    self.processor = processor
    self.sink = sink
    self.threads = threads
    budget = GrowthBudget(limit: Self.growthLimit, due: firstSequence)
    var initial = State()
    // The caller brings the first chunk.
    for _ in 1..<Self.chunkCount(threads: threads) {
      let chunk = CSVChunk(capacity: chunkSize)
      chunk.budget = budget
      initial.free.append(chunk)
    }
    initial.due = firstSequence
    state = Monitor(initial)
  }

  /// What long records and long figures may take beyond the chunks' usual size.
  private static let growthLimit = 16 << 20

  /// One chunk for each thread to work on, and one for each to wait for its turn.
  private static func chunkCount(threads: Int) -> Int {
    threads <= 1 ? 1 : 2 * threads
  }

  /// The size of chunk with which a number of threads stays within a budget of memory.
  static func chunkSize(threads: Int, within budget: Int) -> Int {
    max(1 << 13, budget / (chunkCount(threads: threads) * CSVChunk.bytesPerInputByte))
  }

  /// Processes the first chunk, which the header was taken from, and all that follow.
  func run(first: CSVChunk) throws {
    first.budget = budget
    processor.process(first)
    deliver(first)
    if threads > 1 {
      WorkerThreads.run(threads) { self.work() }
    } else {
      work()
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func work() {
    while let chunk = takeFreeChunk() {
      chunk.clear()
      guard reader.withLock({ $0.next(into: chunk) }) else {
        state.withLock { $0.free.append(chunk) }
        return
      }
      if chunk.failure == nil { processor.process(chunk) }
      deliver(chunk)
    }
  }

  /// A chunk to fill, once there is one, or nil when the run has failed.
  private func takeFreeChunk() -> CSVChunk? {
    state.withLock(when: { !$0.free.isEmpty || $0.failure != nil }) { state in
      state.failure == nil ? state.free.popLast() : nil
    }
  }

  private func deliver(_ chunk: CSVChunk) {
    var due: CSVChunk? = state.withLock { state in
      state.waiting[chunk.sequence] = chunk
      guard !state.isWriting else { return nil }
      let due = state.waiting.removeValue(forKey: state.due)
      state.isWriting = due != nil
      return due
    }
    while let chunk = due {
      let result = Result { try sink.accept(chunk) }
      chunk.settle()
      if case .failure = result { budget.end() }
      budget.advance(toDue: chunk.sequence + 1)
      due = state.withLock { state in
        state.free.append(chunk)
        state.due += 1
        if case .failure(let error) = result { state.failure = error }
        let next = state.failure == nil ? state.waiting.removeValue(forKey: state.due) : nil
        state.isWriting = next != nil
        return next
      }
    }
  }
}
