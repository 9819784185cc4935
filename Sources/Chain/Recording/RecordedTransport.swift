package import Faults

/// Carries requests over another transport, and keeps a record.
package struct RecordingTransport<Inner: ChainTransport>: ChainTransport {
  private var inner: Inner
  private let endpoints: [Endpoint]
  private var requests: [Int: ReaderRequest] = [:]
  /// All that was sent and answered so far.
  package private(set) var recording: Recording

  package init(_ inner: Inner, endpoints: [Endpoint]) {
    self.inner = inner
    self.endpoints = endpoints
    recording = Recording(of: endpoints)
  }

  package var now: UInt64 { inner.now }

  package mutating func start(_ request: ReaderRequest) throws(Fault) {
    requests[request.number] = request
    try inner.start(request)
  }

  package mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    let deliveries = try inner.deliveries(until: time)
    for (number, delivery) in deliveries {
      guard let request = requests[number] else { continue }
      recording.append(request, delivery, of: endpoints[request.endpoint])
    }
    return deliveries
  }
}

/// Answers from a record, without a network; waiting takes no time.
package struct ReplayTransport: ChainTransport {
  private var recording: Recording
  private let file: String
  private var waiting: [(number: Int, delivery: Delivery)] = []
  package private(set) var now: UInt64 = 0

  /// - Parameters:
  ///   - recording: the record.
  ///   - file: its name, for messages.
  package init(_ recording: Recording, file: String) {
    self.recording = recording
    self.file = file
  }

  package mutating func start(_ request: ReaderRequest) throws(Fault) {
    guard let delivery = recording.take(request) else {
      throw Fault(
        .missingValue, at: .file(file),
        found: "no reply to a request of \(request.request.method)",
        expected: "a record of the same question",
        hint: "record it again with --record and the same options")
    }
    waiting.append((request.number, delivery))
  }

  package mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    defer { waiting = [] }
    if waiting.isEmpty { now = max(now, time) }
    return waiting
  }
}
