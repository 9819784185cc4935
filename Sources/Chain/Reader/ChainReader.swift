/// Reads a snapshot: says what to send and takes what comes back, without a socket, a clock or a thread.
///
/// All endpoints are asked for their chain first; then the first of them for the block, and the others
/// for the same block. A block that the caller knows already is all that there is to say. Then calls are
/// made in rounds: what a snapshot lacks is asked, packed into calls of Multicall3 as large as the endpoint
/// has borne, until nothing is wanting. An endpoint that fails for good is given up for the next one; what
/// was read stays, as all agree on the block.
package struct ChainReader: Sendable {
  enum Phase: Sendable {
    case greeting, locating, agreeing, reading, confirming
    case done
  }

  let request: SnapshotRequest
  let choice: BlockChoice
  /// How far the block is found.
  var search: BlockSearch
  /// The blocks that the caller has, by number.
  let known: [UInt64: PinnedBlock]
  let policy: RetryPolicy
  var endpoints: [EndpointState]

  var phase = Phase.greeting
  var tasks: [Int: ReaderTask] = [:]
  private var nextNumber = 0
  /// Whether a value was read by the block's number, which may mean another block by now.
  var isUnconfirmed = false
  var block: PinnedBlock?
  var ledger = CallLedger()
  /// Calls that were made once more because everything hangs on them.
  var essentialAttempts: [ChainCall: Int] = [:]
  var outcome: ReaderAction?
  private var sent = 0
  /// How often what was wanting has been asked, and how many calls that were.
  var (rounds, calls) = (0, 0)

  /// - Parameters:
  ///   - request: what is to be read.
  ///   - block: at which block.
  ///   - known: final blocks that the caller has, of which no snapshot is needed.
  ///   - endpoints: in the order of preference, at least one.
  ///   - policy: how often and how long.
  package init(
    _ request: SnapshotRequest, at block: BlockChoice, known: [PinnedBlock] = [],
    endpoints: [Endpoint], policy: RetryPolicy
  ) {
    precondition(!endpoints.isEmpty, "a reader has an endpoint")
    self.request = request
    choice = block
    self.known = Dictionary(known.map { ($0.number, $0) }) { first, _ in first }
    search = BlockSearch(block, known: known)
    self.policy = policy
    self.endpoints = endpoints.map { EndpointState($0) }
    for index in endpoints.indices { add(.chainID, to: index) }
  }

  /// What is to be done at a time of the run, in milliseconds.
  package mutating func next(now: UInt64) -> ReaderAction {
    while true {
      if let outcome { return outcome }
      guard now < policy.timeout else {
        return finish(.timedOut(at: current, after: policy.timeout))
      }
      if tasks.isEmpty {
        advance()
        continue
      }
      let onTheirWay = tasks.count { $0.value.isOnItsWay }
      let waiting = tasks.filter { !$0.value.isOnItsWay }
      func start(_ task: ReaderTask) -> UInt64 {
        max(task.earliest, endpoints[task.endpoint].pausedUntil)
      }
      if onTheirWay < policy.concurrency,
        let number = waiting.filter({ start($0.value) <= now }).keys.min(),
        let task = tasks[number]
      {
        let request = body(of: task)
        tasks[number]?.sent = ReaderTask.Sent(
          id: request.id, isByHash: task.isCall && endpoints[task.endpoint].takesHash)
        sent += 1
        return .send(ReaderRequest(number: number, endpoint: task.endpoint, request: request))
      }
      let next = onTheirWay < policy.concurrency ? waiting.values.map(start).min() : nil
      return .wait(until: min(next ?? policy.timeout, policy.timeout))
    }
  }

  /// The endpoint that is read, or would be.
  var current: Endpoint { endpoints[first ?? 0].endpoint }

  /// The first endpoint that has not failed.
  var first: Int? { endpoints.firstIndex { $0.failure == nil } }

  func body(of task: ReaderTask) -> RPCRequest {
    switch task.purpose {
    case .chainID: RPCRequest("eth_chainId", "[]")
    case .head: RPCRequest("eth_blockNumber", "[]")
    case .header(.finalized): RPCRequest("eth_getBlockByNumber", "[\"finalized\",false]")
    case .header(.earliest): RPCRequest("eth_getBlockByNumber", "[\"earliest\",false]")
    case .header(.number(let number)): Self.header(number)
    case .header(.hash(let hash)): RPCRequest("eth_getBlockByHash", "[\"\(hash)\",false]")
    case .agreement: Self.header(block?.number ?? 0)
    case .call(let call): RPCRequest(calling: call, at: .hash(block?.hash ?? ""))
    case .calls(let calls):
      RPCRequest(
        calling: BlockCheck.calls + calls,
        at: endpoints[task.endpoint].takesHash
          ? .hash(block?.hash ?? "") : .number(block?.number ?? 0))
    }
  }

  private static func header(_ number: UInt64) -> RPCRequest {
    RPCRequest("eth_getBlockByNumber", "[\"0x\(String(number, radix: 16))\",false]")
  }

  mutating func add(_ purpose: ReaderTask.Purpose, to endpoint: Int) {
    add(ReaderTask(purpose: purpose, endpoint: endpoint))
  }

  mutating func add(_ task: ReaderTask) {
    tasks[nextNumber] = task
    nextNumber += 1
  }

  @discardableResult
  mutating func finish(_ failure: ChainFailure) -> ReaderAction {
    tasks = [:]
    let action = ReaderAction.failed(failure)
    outcome = action
    return action
  }

  /// The caller has the block already.
  mutating func finish(knowing block: PinnedBlock) { outcome = .known(block) }

  mutating func finish(_ content: Observation, at block: PinnedBlock) {
    outcome = .finished(
      ChainReading(
        snapshot: ChainSnapshot(content), block: block, host: current.host,
        skipped: endpoints.compactMap(\.failure), requests: sent, calls: calls))
  }
}

/// An endpoint, and what was learnt of it.
struct EndpointState: Sendable {
  let endpoint: Endpoint
  var failure: ChainFailure?
  /// Milliseconds of the run before which nothing is sent to it.
  var pausedUntil: UInt64 = 0
  /// Whether it understands a block's hash as a parameter.
  var takesHash = true
  /// The most bytes of calldata that a call may have, and the most calls.
  var mostBytes = 80_000
  var mostCalls = 400
  /// The most calls that were answered at once, in this round.
  var borne = 0
  /// How many calls of calls it has answered.
  var answered = 0
  /// Whether it takes single calls alone.
  var takesCallsAlone = false

  init(_ endpoint: Endpoint) { self.endpoint = endpoint }
}
