package import Chain
package import Faults

/// Carries requests over HTTP, by libcurl.
package struct CurlTransport: ChainTransport {
  private let transfers: CurlTransfers
  private let endpoints: [Endpoint]
  private let start = ContinuousClock.now
  /// Milliseconds for one request.
  private let timeout: UInt64
  package let seed = UInt64.random(in: 0 ... .max)

  /// - Parameters:
  ///   - endpoints: the reader's.
  ///   - timeout: milliseconds for one request.
  /// - Throws: a `Fault` where libcurl is not installed.
  package init(_ endpoints: [Endpoint], timeout: UInt64 = 10_000) throws(Fault) {
    transfers = try CurlTransfers()
    self.endpoints = endpoints
    self.timeout = timeout
  }

  package var now: UInt64 {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return UInt64(max(0, seconds)) * 1000 + UInt64(max(0, attoseconds) / 1_000_000_000_000_000)
  }

  package mutating func start(_ request: ReaderRequest) throws(Fault) {
    try transfers.start(
      request.number, url: endpoints[request.endpoint].url, body: request.request.body,
      timeout: timeout)
  }

  package mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    let rest = time > now ? time - now : 0
    if transfers.isIdle {
      // A retry's delay, with nothing to wait for but a word to stop.
      Sleep.milliseconds(min(rest, 1000))
      return []
    }
    return transfers.deliveries(within: min(rest, 1000))
  }
}
