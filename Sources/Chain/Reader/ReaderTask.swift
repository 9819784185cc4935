package import Quantities

/// A request that is to be made, or on its way.
struct ReaderTask: Sendable {
  /// What a reply is for.
  enum Purpose: Hashable, Sendable {
    case chainID
    /// A header that tells which block is to be read.
    case header(HeaderName)
    /// The head's number, where a server has no `finalized`.
    case head
    /// The header of the same block, at another endpoint or once more at the end.
    case agreement
    case calls([ChainCall])
    /// One call without Multicall3, where an endpoint takes nothing larger.
    case call(ChainCall)
  }

  let purpose: Purpose
  let endpoint: Int
  /// How often it has failed.
  var attempt = 0
  /// How many calls of calls the endpoint had answered when this one was parted from others.
  var answered: Int?
  /// Milliseconds of the run before which it is not sent.
  var earliest: UInt64 = 0
  /// What is on its way; nil while it waits.
  ///
  /// What is learnt of the endpoint meanwhile does not change it.
  var sent: Sent?

  struct Sent: Sendable {
    let id: UInt64
    /// Whether it names the block by an object that some servers do not know.
    let isByHash: Bool
  }

  var isOnItsWay: Bool { sent != nil }
}

/// Which block is read.
package enum BlockChoice: Hashable, Sendable {
  /// The last block that cannot be replaced.
  case finalized
  case number(UInt64)
  case hash(String)
  /// The last block at or before a time, and none that may be replaced.
  case time(Timestamp)
}

/// How a header is asked for.
enum HeaderName: Hashable, Sendable {
  case finalized
  /// The first block that the node has.
  case earliest
  case number(UInt64)
  case hash(String)
}

/// A request for the transport.
package struct ReaderRequest: Hashable, Sendable {
  /// Tells the request among those of one reader.
  package let number: Int
  /// Which of the endpoints is asked, counted from 0.
  package let endpoint: Int
  package let request: RPCRequest
}

/// What a reader wants next.
package enum ReaderAction: Sendable {
  case send(ReaderRequest)
  /// Nothing until then (milliseconds of the run), or until a reply is there.
  case wait(until: UInt64)
  case finished(ChainReading)
  /// The block is one of those that the caller knows already.
  case known(PinnedBlock)
  case failed(ChainFailure)
}

/// A snapshot, and what there is to say of how it was read.
package struct ChainReading: Sendable {
  package let snapshot: ChainSnapshot
  package let block: PinnedBlock
  /// The host of the endpoint that was read.
  package let host: String
  /// Endpoints that were given up, and why.
  package let skipped: [ChainFailure]
  package let requests: Int
  package let calls: Int
}
