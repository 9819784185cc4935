package import Text

/// What a reply means for the one who asked, whatever code its server gave it.
package enum ReplyClass: Hashable, Sendable {
  case result(JSONValue)
  /// The server wants time, perhaps it says how much (seconds).
  case rateLimited(String, after: UInt64?)
  /// Too much at once: of bytes, calls, gas or time.
  case tooLarge(String)
  /// The state of an old block is not there any more.
  case stateMissing(String)
  /// The server does not know the block, or not yet.
  case blockUnknown(String)
  /// Null in the place of a result: a node that is behind its neighbours, mostly.
  case absent
  /// The block is no longer part of the chain.
  case notCanonical(String)
  /// The server does not do this, or not for us.
  case refused(String)
  /// The chain's own no; asking again changes nothing.
  case reverted(String)
  /// The call could not be read: a block object of EIP-1898 perhaps.
  case misunderstood(String)
  /// An error that says nothing that is known.
  case unknownError(String)
  /// No reply to this request: broken off, no JSON, another id.
  case broken(String)
  /// No reply in time.
  case late(String)

  /// The class in a word, for messages.
  package var name: String {
    switch self {
    case .result: "answered"
    case .rateLimited: "rate limited"
    case .tooLarge: "too large"
    case .stateMissing: "archive state missing"
    case .blockUnknown, .absent: "node behind"
    case .notCanonical: "block replaced"
    case .refused: "refused"
    case .reverted: "execution reverted"
    case .misunderstood: "misunderstood"
    case .unknownError: "error"
    case .broken: "broken transport"
    case .late: "no reply in time"
    }
  }

  /// Whether a server's error says something that is known.
  private var isKnown: Bool {
    if case .unknownError = self { false } else { true }
  }

  /// What the server said.
  package var text: String {
    switch self {
    case .result: ""
    case .absent: "null in the place of a result"
    case .rateLimited(let text, _), .tooLarge(let text), .stateMissing(let text),
      .blockUnknown(let text), .notCanonical(let text), .refused(let text), .reverted(let text),
      .misunderstood(let text), .unknownError(let text), .broken(let text), .late(let text):
      text
    }
  }
}

extension ReplyClass {
  /// Classifies what came back for a request.
  ///
  /// - Parameters:
  ///   - delivery: what came.
  ///   - id: the request's id; a reply with another one is no reply to it.
  package init(_ delivery: Delivery, id: UInt64) {
    switch delivery {
    case .broken(let reason): self = .broken(reason)
    case .late(let reason): self = .late(reason)
    case .reply(let reply): self.init(reply, id: id)
    }
  }

  private init(_ reply: HTTPReply, id: UInt64) {
    // The reason often stands in the body of a status that says little.
    let document = try? JSONReader.parse(reply.body)
    if reply.status == 413 {
      self = .tooLarge("HTTP 413")
      return
    }
    if let error = document?["error"], !error.isNull {
      // What a server could not read has no id; another id is another request's.
      if let own = document?["id"], !own.isNull, own.scalarText != String(id) {
        self = .broken("a reply to another request")
        return
      }
      let parsed = Self(error: error, retryAfter: reply.retryAfter)
      if reply.status == 200 || parsed.isKnown {
        self = parsed
        return
      }
    }
    switch reply.status {
    case 200: self = Self.answer(document, id: id)
    case 401, 402, 403, 404, 405, 407: self = .refused("HTTP \(reply.status)")
    case 429: self = .rateLimited("HTTP 429", after: reply.retryAfter)
    case 503 where reply.retryAfter != nil:
      self = .rateLimited("HTTP 503", after: reply.retryAfter)
    case 504: self = .tooLarge("HTTP 504")
    default: self = .broken("HTTP \(reply.status)")
    }
  }

  private static func answer(_ document: JSONNode?, id: UInt64) -> ReplyClass {
    guard let document else { return .broken("a reply that is no JSON") }
    guard document.members != nil else { return .broken("a reply that is no object") }
    guard document["id"]?.scalarText == String(id) else {
      return .broken("a reply to another request")
    }
    guard let result = document["result"] else { return .broken("a reply without a result") }
    return result.isNull ? .absent : .result(result.value)
  }

  private init(error: JSONNode, retryAfter: UInt64?) {
    let code = error["code"]?.scalarText.flatMap { Int($0) }
    let message = error["message"]?.string ?? error.string ?? "an error without a message"
    self = Refusal.class(code: code, message: message, retryAfter: retryAfter)
  }
}
