internal import Faults
internal import Platform

/// Moves chunks from the reader through the processor to the sink, on several threads and in bounded
/// memory.
struct CSVPipeline {
  private let threads: Int
  /// Bytes of input in a chunk of the usual size.
  let chunkSize: Int

  /// What the buffers of all threads together may take while records are of usual length.
  private static let bufferBudget = 24 << 20
  /// What long records and long figures may take beyond that.
  private static let growthLimit = 16 << 20

  init(for analysis: CSVAnalysis) {
    threads = max(analysis.threads, 1)
    let chunks = OrderedWork.slotCount(threads: threads)
    let affordable = max(1 << 13, Self.bufferBudget / (chunks * CSVChunk.bytesPerInputByte))
    chunkSize = min(analysis.chunkSize, affordable)
  }

  /// Processes the first chunk, which the header was taken from, and all that follow.
  func run(
    _ processor: ChunkProcessor, from reader: ChunkReader, startingWith first: CSVChunk,
    to sink: CSVSink
  ) throws(Fault) {
    let budget = GrowthBudget(limit: Self.growthLimit, due: first.sequence)
    func deliver(_ chunk: CSVChunk) throws(Fault) {
      let result = Result { () throws(Fault) in try sink.accept(chunk) }
      chunk.settle()
      if case .failure = result { budget.end() }
      budget.advance(toDue: chunk.sequence + 1)
      try result.get()
    }
    first.budget = budget
    processor.process(first)
    try deliver(first)
    let others = (1..<OrderedWork.slotCount(threads: threads)).map { _ in
      let chunk = CSVChunk(capacity: chunkSize)
      chunk.budget = budget
      return chunk
    }
    try OrderedWork.run([first] + others, threads: threads) { chunk throws(Fault) in
      chunk.clear()
      return try reader.next(into: chunk)
    } work: { chunk in
      processor.process(chunk)
    } deliver: { chunk throws(Fault) in
      try deliver(chunk)
    }
  }
}
