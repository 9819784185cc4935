/// What a transport brought back for one request.
package enum Delivery: Hashable, Sendable {
  /// An HTTP reply, whatever its status.
  case reply(HTTPReply)
  /// No whole reply: what broke, in a few words.
  case broken(String)
  /// Nothing whole within the time of a request.
  case late(String)
}

/// An HTTP reply as far as it matters here.
package struct HTTPReply: Hashable, Sendable {
  package let status: Int
  /// `Retry-After` in seconds, where the server names a delay.
  package let retryAfter: UInt64?
  package let body: [UInt8]

  package init(status: Int, retryAfter: UInt64? = nil, body: [UInt8]) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }

  /// The longest reply that is read.
  package static let longestBody = 8 << 20
}
