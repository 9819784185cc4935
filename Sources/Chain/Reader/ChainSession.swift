package import Faults

/// What carries a reader's requests to its endpoints, and the clock of the run.
package protocol ChainTransport {
  /// Milliseconds since the run's start.
  var now: UInt64 { get }
  /// Sends a request.
  mutating func start(_ request: ReaderRequest) throws(Fault)
  /// What came back, at the latest then; none is fine.
  mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)]
}

/// A reader and a transport, until the snapshot is there or cannot be.
package enum ChainSession {
  /// Reads.
  ///
  /// - Parameters:
  ///   - reader: what is to be read.
  ///   - transport: what carries it.
  ///   - progress: told now and then how many requests and calls there were, and for how long.
  /// - Throws: a `Fault` where the chain cannot be read.
  package static func run(
    _ reader: consuming ChainReader, over transport: inout some ChainTransport,
    progress: ((_ calls: Int, _ milliseconds: UInt64) -> Void)? = nil
  ) throws(Fault) -> ChainReading {
    var reader = reader
    var random = SystemRandomNumberGenerator()
    while true {
      switch reader.next(now: transport.now) {
      case .send(let request): try transport.start(request)
      case .wait(let time):
        for (number, delivery) in try transport.deliveries(until: time) {
          reader.received(delivery, for: number, now: transport.now, random: random.next())
        }
        progress?(reader.calls, transport.now)
      case .finished(let reading): return reading
      case .failed(let failure): throw failure.fault
      }
    }
  }
}
