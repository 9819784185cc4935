package import Faults

/// What carries a reader's requests to its endpoints, and the clock of the run.
package protocol ChainTransport {
  /// Milliseconds since the run's start.
  var now: UInt64 { get }
  /// What the run's random numbers follow from.
  var seed: UInt64 { get }
  /// Sends a request.
  mutating func start(_ request: ReaderRequest) throws(Fault)
  /// What came back, at the latest then; none is fine.
  mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)]
}

/// How a reader's work ended.
package enum ChainOutcome: Sendable {
  case read(ChainReading)
  /// The block is one of those that the caller has, as the endpoint of this host says.
  case known(PinnedBlock, host: String)
  case failed(ChainFailure)
  /// It was told to stop, and nothing is kept.
  case dropped

  /// The reading, of a reader that knows no block and is not told to stop.
  ///
  /// - Returns: the snapshot, and how it was read.
  /// - Throws: a `Fault` where the chain could not be read.
  package func reading() throws(Fault) -> ChainReading {
    switch self {
    case .read(let reading): return reading
    case .failed(let failure): throw failure.fault
    case .known, .dropped: preconditionFailure("a reader that was told nothing")
    }
  }
}

/// A reader and a transport, until the snapshot is there or cannot be.
package enum ChainSession {
  /// Reads.
  ///
  /// - Parameters:
  ///   - reader: what is to be read.
  ///   - transport: what carries it.
  ///   - progress: told now and then how many rounds and calls there were, and for how long.
  ///   - isTold: asked now and then whether to stop.
  /// - Returns: how it ended.
  /// - Throws: a `Fault` where nothing can be carried.
  package static func run(
    _ reader: consuming ChainReader, over transport: inout some ChainTransport,
    progress: ((_ rounds: Int, _ calls: Int, _ milliseconds: UInt64) -> Void)? = nil,
    isTold: () -> Bool = { false }
  ) throws(Fault) -> ChainOutcome {
    var reader = reader
    var random = SplitMix(state: transport.seed)
    // One by one, with what follows from each sent before the next is taken: so the order in which a record
    // has them is all that a replay needs.
    var arrived: ArraySlice<(number: Int, delivery: Delivery)> = []
    while true {
      switch reader.next(now: transport.now) {
      case .send(let request): try transport.start(request)
      case .wait(let time):
        if arrived.isEmpty { arrived = try transport.deliveries(until: time)[...] }
        if let (number, delivery) = arrived.popFirst() {
          reader.received(delivery, for: number, now: transport.now, random: random.next())
        }
        progress?(reader.rounds, reader.calls, transport.now)
        if isTold() { return .dropped }
      case .finished(let reading): return .read(reading)
      case .known(let block): return .known(block, host: reader.current.host)
      case .failed(let failure): return .failed(failure)
      }
    }
  }
}

/// Random numbers that a replay has again: SplitMix64 (Steele, Lea, Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
