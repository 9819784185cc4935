package import Faults

/// Carries requests over another transport, and keeps a record.
package struct RecordingTransport<Inner: ChainTransport>: ChainTransport {
  private var inner: Inner
  private let endpoints: [Endpoint]
  /// What is on its way, and when it was sent.
  private var requests: [Int: (request: ReaderRequest, sent: UInt64)] = [:]
  private var answered: Recording

  /// All that was sent so far: what was answered in the order of the replies, then the rest.
  package var recording: Recording {
    var recording = answered
    for (_, (request, sent)) in requests.sorted(by: { $0.key < $1.key }) {
      recording.append(request, nil, of: endpoints[request.endpoint], sent: sent, received: now)
    }
    return recording
  }

  package init(_ inner: Inner, endpoints: [Endpoint]) {
    self.inner = inner
    self.endpoints = endpoints
    answered = Recording(of: endpoints, seed: inner.seed)
  }

  package var now: UInt64 { inner.now }
  package var seed: UInt64 { inner.seed }

  package mutating func start(_ request: ReaderRequest) throws(Fault) {
    requests[request.number] = (request, now)
    try inner.start(request)
  }

  package mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    let deliveries = try inner.deliveries(until: time)
    for (number, delivery) in deliveries {
      guard let (request, sent) = requests.removeValue(forKey: number) else { continue }
      answered.append(
        request, delivery, of: endpoints[request.endpoint], sent: sent, received: now)
    }
    return deliveries
  }
}

/// Answers from a record, without a network; waiting takes no time.
///
/// Replies come in the recorded order, and the clock is that of the recorded run: what is sent next may
/// depend on both.
package struct ReplayTransport: ChainTransport {
  private let exchanges: [Recording.Exchange]
  private let file: String
  /// Of each exchange, whether its request was sent again.
  private var isSent: [Bool]
  /// The requests that wait for their replies, by the exchange.
  private var waiting: [Int: Int] = [:]
  package private(set) var now: UInt64 = 0
  package let seed: UInt64

  /// - Parameters:
  ///   - recording: the record.
  ///   - file: its name, for messages.
  package init(_ recording: Recording, file: String) {
    exchanges = recording.exchanges
    seed = recording.seed
    isSent = Array(repeating: false, count: exchanges.count)
    self.file = file
  }

  package mutating func start(_ request: ReaderRequest) throws(Fault) {
    let body = request.request.body
    guard
      let index = exchanges.indices.first(where: {
        !isSent[$0] && exchanges[$0].endpoint == request.endpoint && exchanges[$0].request == body
      })
    else {
      throw Fault(
        .missingValue, at: .file(file),
        found: "no reply to a request of \(request.request.method)",
        expected: "a record of the same question",
        hint: "replay it with the options that it was recorded with, prices and --retries too")
    }
    isSent[index] = true
    waiting[index] = request.number
  }

  package mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    let index = waiting.keys.filter { exchanges[$0].delivery != nil }.min()
    let arrival = index.map { exchanges[$0].received } ?? time
    // What was sent before that goes first: a retry, behind its delay.
    let sending = exchanges.indices.filter { !isSent[$0] }.map { exchanges[$0].sent }
      .filter { now < $0 && $0 <= arrival }.min()
    now = max(now, sending ?? arrival)
    guard sending == nil, let index, let delivery = exchanges[index].delivery,
      let number = waiting.removeValue(forKey: index)
    else { return [] }
    return [(number, delivery)]
  }
}
