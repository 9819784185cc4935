package import Faults
internal import Quantities

/// Why a chain could not be read: where, the class, what the server said, and what to do.
package struct ChainFailure: Error, Hashable, Sendable {
  /// What becomes of it when the same is asked again later.
  package enum Outlook: Hashable, Sendable {
    /// It may be answered then.
    case passing
    /// This block cannot be read there any more; later ones may.
    case ofBlock
    /// Nothing is to be asked there: it is another chain, or begins later.
    case lasting
  }

  /// The endpoint's host.
  package let host: String
  /// The class in a word or two.
  package let kind: String
  package let text: String
  package let hint: String
  package let outlook: Outlook

  package init(
    host: String, kind: String, text: String, hint: String, outlook: Outlook = .passing
  ) {
    self.host = host
    self.kind = kind
    self.text = text
    self.hint = hint
    self.outlook = outlook
  }

  /// The class for programs: `rate-limited`.
  package var code: String { String(kind.map { $0 == " " ? "-" : $0 }) }

  /// The failure as a fault.
  package var fault: Fault {
    Fault(.chain, found: "\(host): \(kind): \(text); \(hint)", expected: "")
  }

  /// The same, of an endpoint that another one stands in for.
  package var note: Fault {
    Fault(
      .skipped, severity: .note, found: "\(host): \(kind): \(text)", expected: "",
      hint: "skipped; another endpoint was read")
  }
}

extension ChainFailure {
  /// The failure that a class of replies means for an endpoint.
  init(_ reply: ReplyClass, at endpoint: Endpoint, attempts: Int) {
    let hint =
      switch reply {
      case .stateMissing:
        "the node keeps no state of this block: name an archive endpoint with --rpc, or a later block"
      case .blockUnknown, .absent:
        "the node does not have this block: name another one, or another endpoint"
      case .notCanonical: "the block was replaced while it was read: run it again"
      case .rateLimited: "wait, lower --concurrency, or name another endpoint with --rpc"
      case .tooLarge: "the endpoint takes no call that is small enough: name another with --rpc"
      case .refused, .misunderstood: "name another endpoint with --rpc"
      case .broken, .late, .unknownError, .reverted, .result:
        "check the endpoint, or name another with --rpc; --record keeps what it said"
      }
    let text = endpoint.redacted(reply.text) + (attempts > 1 ? ", \(attempts) times" : "")
    let outlook: Outlook = if case .stateMissing = reply { .ofBlock } else { .passing }
    self.init(host: endpoint.host, kind: reply.name, text: text, hint: hint, outlook: outlook)
  }

  static func wrongChain(_ id: UInt64, expected: UInt64, at endpoint: Endpoint) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "wrong chain", text: "chain id \(id), expected \(expected)",
      hint: "name an endpoint of this chain, or the chain with --chain", outlook: .lasting)
  }

  /// Another hash of a block than the one that the caller has.
  static func replaced(_ block: PinnedBlock, at endpoint: Endpoint) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "other block",
      text: "another hash of block \(block.number) than the stored \(block.hash)",
      hint: "the endpoint is of another chain, or bad: name another with --rpc",
      outlook: .lasting)
  }

  /// No block at or before the time that was asked for.
  static func noBlock(at endpoint: Endpoint, before first: PinnedBlock) -> ChainFailure {
    let date = ISO8601.text(of: first.timestamp)
    return ChainFailure(
      host: endpoint.host, kind: "no block",
      text: "no block is so old: the first one, \(first.number), is of \(date)",
      hint: "name a later time, or an endpoint that has older blocks", outlook: .lasting)
  }

  static func otherHash(at endpoint: Endpoint, _ block: PinnedBlock) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "other block",
      text: "another hash of block \(block.number) than \(block.hash)",
      hint: "one of the endpoints is on another branch, or the block was replaced: run it again")
  }

  static func otherValues(at endpoint: Endpoint, _ what: String) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "other block", text: what,
      hint: "the endpoint answers for another block than it was asked for: name another with --rpc")
  }

  static func timedOut(at endpoint: Endpoint, after milliseconds: UInt64) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "timeout", text: "not done after \(milliseconds / 1000) s",
      hint: "give the run more time with --timeout, or name another endpoint with --rpc")
  }

  static func unlisted(at endpoint: Endpoint, _ gap: Gap) -> ChainFailure {
    ChainFailure(
      host: endpoint.host, kind: "no list of vaults",
      text: "\(gap.call) of \(gap.of): \(endpoint.redacted(gap.reason))",
      hint: "without the whole list nothing is written: name another endpoint, or vaults by --vault"
    )
  }
}
