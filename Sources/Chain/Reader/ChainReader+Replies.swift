internal import Contracts
internal import Text

extension ChainReader {
  /// Takes what came back for a request.
  ///
  /// - Parameters:
  ///   - delivery: what came.
  ///   - number: the request's; one that nobody waits for is passed over.
  ///   - now: milliseconds of the run.
  ///   - random: any number, for the delay before another attempt.
  package mutating func received(
    _ delivery: Delivery, for number: Int, now: UInt64, random: UInt64
  ) {
    guard outcome == nil, let task = tasks[number], let sent = task.sent else { return }
    let reply = ReplyClass(delivery, id: sent.id)
    tasks[number]?.sent = nil
    switch reply {
    case .result(let result):
      do throws(MalformedReply) {
        try take(result, for: task, number)
      } catch {
        retry(number, .broken(error.reason), now, random)
      }
    case .tooLarge where task.isDivisible:
      tasks[number]?.attempt = 0
      shrink(number, task)
    case .late where task.isDivisible && task.attempt > 0 && task.attempt < policy.retries:
      // Late again: fewer calls take less time; of a node that is gone no ever smaller parts are asked.
      tasks[number]?.attempt += 1
      shrink(number, task)
    case .misunderstood where sent.isByHash: endpoints[task.endpoint].takesHash = false
    case .misunderstood where task.isDivisible, .reverted where task.isDivisible,
      .unknownError where task.isDivisible && task.attempt > 0:
      // One of the calls, perhaps: the others are not to suffer.
      tasks[number]?.attempt = 0
      split(number, intoAtMost: task.half)
    case .rateLimited:
      guard let delay = policy.delay(after: task.attempt, reply, random: random) else {
        return give(up: number, task, reply)
      }
      endpoints[task.endpoint].pausedUntil = max(
        endpoints[task.endpoint].pausedUntil, now + delay)
      tasks[number]?.attempt += 1
    case .broken, .late, .absent, .unknownError, .blockUnknown, .tooLarge, .misunderstood:
      retry(number, reply, now, random)
    case .stateMissing, .notCanonical, .refused, .reverted: give(up: number, task, reply)
    }
  }

  private mutating func retry(_ number: Int, _ reply: ReplyClass, _ now: UInt64, _ random: UInt64) {
    guard let task = tasks[number] else { return }
    if case .header(.finalized) = task.purpose, reply.refusesTag { return askHead(number, task) }
    guard let delay = policy.delay(after: task.attempt, reply, random: random) else {
      return give(up: number, task, reply)
    }
    tasks[number]?.earliest = now + delay
    tasks[number]?.attempt += 1
  }

  /// A request failed for good.
  private mutating func give(up number: Int, _ task: ReaderTask, _ reply: ReplyClass) {
    switch (task.purpose, reply) {
    case (.header(.finalized), .refused), (.header(.finalized), .stateMissing):
      askHead(number, task)
    case (.calls(let calls), .tooLarge)
    where calls.count == 1 && endpoints[task.endpoint].takesHash
      && endpoints[task.endpoint].answered == 0:
      // Smaller than one call in a call of calls is the call itself; the hash says its block.
      tasks[number] = nil
      endpoints[task.endpoint].takesCallsAlone = true
      add(.call(calls[0]), to: task.endpoint)
    case (.calls(let calls), .unknownError(let text)) where isAlone(task),
      (.calls(let calls), .tooLarge(let text)) where isAlone(task),
      (.calls(let calls), .broken(let text)) where isPoisonous(task),
      (.calls(let calls), .late(let text)) where isPoisonous(task),
      (.calls(let calls), .reverted(let text)) where calls.count == 1:
      // One call that the node cannot make, however it is asked.
      tasks[number] = nil
      record(.reverted(text), of: calls[0], at: task.endpoint)
    case (.calls(let calls), .absent) where isPoisonous(task):
      tasks[number] = nil
      record(.reverted(reply.text), of: calls[0], at: task.endpoint)
    case (.call(let call), .reverted(let text)), (.call(let call), .tooLarge(let text)):
      tasks[number] = nil
      record(.reverted(text), of: call, at: task.endpoint)
    case (.calls, .broken) where mayBePoisoned(task), (.calls, .late) where mayBePoisoned(task),
      (.calls, .absent) where mayBePoisoned(task):
      // The last endpoint, and one that has answered: perhaps it is one of the calls.
      tasks[number]?.attempt = max(0, policy.retries - 1)
      tasks[number]?.answered = task.answered ?? endpoints[task.endpoint].answered
      split(number, intoAtMost: task.half)
    default:
      fail(
        ChainFailure(
          reply, at: endpoints[task.endpoint].endpoint, attempts: task.attempt + 1), task.endpoint)
    }
  }

  private mutating func record(_ outcome: CallOutcome, of call: ChainCall, at endpoint: Int) {
    guard case .reverted(let text) = outcome else { return ledger.record(outcome, of: call) }
    ledger.record(.reverted(endpoints[endpoint].endpoint.redacted(text)), of: call)
  }

  /// Whether a call fails alone: one of a node that answers others.
  private func isAlone(_ task: ReaderTask) -> Bool {
    task.count == 1 && endpoints[task.endpoint].answered > 0
  }

  /// Whether a request that brought no reply may hold a call that a node breaks at: nobody else is left to
  /// be asked, and the node has answered others.
  private func mayBePoisoned(_ task: ReaderTask) -> Bool {
    task.isDivisible && endpoints[task.endpoint].answered > 0
      && endpoints.count { $0.failure == nil } == 1
  }

  /// Whether a single call that brings no reply is to blame: others were answered since it was parted from
  /// them, so the node is there.
  private func isPoisonous(_ task: ReaderTask) -> Bool {
    guard task.count == 1, let before = task.answered else { return false }
    return endpoints[task.endpoint].answered > before
  }

  /// Asks for the head, where the endpoint has no `finalized`; here a block's successor makes it final.
  private mutating func askHead(_ number: Int, _ task: ReaderTask) {
    tasks[number] = nil
    add(.head, to: task.endpoint)
  }

  /// Splits a request in two, and remembers what was too much, unless as much was borne: then it is one of
  /// the calls.
  private mutating func shrink(_ number: Int, _ task: ReaderTask) {
    let endpoint = task.endpoint
    let bearable = max(task.half, endpoints[endpoint].borne)
    endpoints[endpoint].mostCalls = min(endpoints[endpoint].mostCalls, bearable)
    split(number, intoAtMost: task.half)
    // What waits is split as well, so that the same refusal is not met again.
    let most = endpoints[endpoint].mostCalls
    let waiting = tasks.filter {
      !$0.value.isOnItsWay && $0.value.endpoint == endpoint && $0.value.count > most
    }
    for number in waiting.keys.sorted() { split(number, intoAtMost: most) }
  }

  /// Puts requests of parts in a request's place, to be sent when it would have been.
  private mutating func split(_ number: Int, intoAtMost most: Int) {
    guard let task = tasks.removeValue(forKey: number), case .calls(let calls) = task.purpose
    else { return }
    for start in stride(from: 0, to: calls.count, by: most) {
      add(task.asking(Array(calls[start..<min(start + most, calls.count)])))
    }
  }
}

// Results.
extension ChainReader {
  private mutating func take(
    _ result: JSONValue, for task: ReaderTask, _ number: Int
  ) throws(MalformedReply) {
    switch task.purpose {
    case .chainID:
      let id = try HexQuantity.number(result, "a chain id")
      guard id == request.deployment.chainID else {
        // Nothing is read from anybody beside an endpoint of another chain.
        finish(
          .wrongChain(
            id, expected: request.deployment.chainID, at: endpoints[task.endpoint].endpoint))
        return
      }
      tasks[number] = nil
    case .head:
      let head = try HexQuantity.number(result, "a block's number")
      tasks[number] = nil
      add(.header(.number(head == 0 ? 0 : head - 1)), to: task.endpoint)
    case .header(let name):
      let header = try PinnedBlock(header: result, name)
      try search.take(header)
      tasks[number] = nil
      if let known = known[header.number], known != header {
        finish(.replaced(known, at: endpoints[task.endpoint].endpoint))
      }
    case .agreement:
      guard let block else { return }
      let header = try PinnedBlock(header: result, .number(block.number))
      tasks[number] = nil
      guard header != block else { return }
      let endpoint = endpoints[task.endpoint].endpoint
      finish(
        known[block.number] == nil
          ? .otherHash(at: endpoint, block) : .replaced(block, at: endpoint))
    case .call(let call):
      let bytes = try HexQuantity.bytes(result)
      tasks[number] = nil
      record(.returned(bytes), of: call, at: task.endpoint)
    case .calls(let calls):
      try take(result, of: calls, task, number, isByHash: task.sent?.isByHash ?? false)
    }
  }

  private mutating func take(
    _ result: JSONValue, of calls: [ChainCall], _ task: ReaderTask, _ number: Int,
    isByHash: Bool
  ) throws(MalformedReply) {
    guard let block else { return }
    let outcomes = try Multicall3.outcomes(
      try HexQuantity.bytes(result), count: BlockCheck.calls.count + calls.count)
    let mismatch = try BlockCheck.mismatch(
      outcomes.prefix(BlockCheck.calls.count), block, chainID: request.deployment.chainID)
    if let mismatch {
      let failure = ChainFailure.otherValues(at: endpoints[task.endpoint].endpoint, mismatch)
      return fail(failure, task.endpoint)
    }
    tasks[number] = nil
    endpoints[task.endpoint].borne = max(endpoints[task.endpoint].borne, calls.count)
    endpoints[task.endpoint].answered += 1
    if !isByHash { isUnconfirmed = true }
    for (call, outcome) in zip(calls, outcomes.dropFirst(BlockCheck.calls.count)) {
      ledger.record(outcome, of: call)
    }
  }
}

extension ReaderTask {
  var isCall: Bool {
    switch purpose {
    case .call, .calls: true
    case .chainID, .header, .head, .agreement: false
    }
  }

  /// How many calls it makes by Multicall3.
  var count: Int {
    if case .calls(let calls) = purpose { calls.count } else { 0 }
  }

  /// Whether it is several calls, which can be asked in parts.
  var isDivisible: Bool { count > 1 }

  var half: Int { (count + 1) / 2 }

  /// The same request for other calls.
  func asking(_ calls: [ChainCall]) -> ReaderTask {
    ReaderTask(
      purpose: .calls(calls), endpoint: endpoint, attempt: attempt, answered: answered,
      earliest: earliest)
  }
}

extension ReplyClass {
  /// Whether it is about the question, not about how it travelled.
  var refusesTag: Bool {
    switch self {
    case .unknownError, .blockUnknown, .misunderstood: true
    default: false
    }
  }
}
