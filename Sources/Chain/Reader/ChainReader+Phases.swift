internal import Contracts

extension ChainReader {
  /// Goes on when nothing is left to be sent or waited for.
  mutating func advance() {
    guard let first else { return giveUp() }
    switch phase {
    case .greeting: phase = .locating
    case .locating:
      switch search.next {
      case .header(let name): add(.header(name), to: first)
      case .none(let start):
        // Another endpoint may have older ones.
        fail(.noBlock(at: endpoints[first].endpoint, before: start), first)
      case .found(let block):
        self.block = block
        phase = .agreeing
        // One that was found by its time may be known, so that nobody here has said it yet.
        let isUnsaid = search.isByTime && known[block.number] != nil
        for index in endpoints.indices
        where endpoints[index].failure == nil && (index != first || isUnsaid) {
          add(.agreement, to: index)
        }
      }
    case .agreeing:
      if let block, known[block.number] != nil { return finish(knowing: block) }
      phase = .reading
    case .reading: read(from: first)
    case .confirming, .done:
      phase = .done
      assemble()
    }
  }

  /// All endpoints have failed: the first failure is the one to mend.
  private mutating func giveUp() {
    guard let failure = endpoints.compactMap(\.failure).first else { return }
    finish(failure)
  }

  private mutating func read(from first: Int) {
    guard let block else { return }
    var assembly = SnapshotAssembly(request, block: block, ledger: ledger)
    let snapshot = assembly.snapshot(endpoint: current.host)
    ledger = assembly.ledger
    if case .gap(let gap) = assembly.vaults() {
      return retryList(gap, assembly.listCalls, at: first)
    }
    let wanted = ledger.takeWanted()
    guard wanted.isEmpty else {
      rounds += 1
      calls += wanted.count
      endpoints[first].borne = 0
      return send(wanted, to: first)
    }
    guard let snapshot else { return }
    if isUnconfirmed {
      // The number may have meant two blocks in the meantime.
      phase = .confirming
      add(.agreement, to: first)
    } else {
      finish(snapshot, at: block)
    }
  }

  private mutating func assemble() {
    guard let block else { return }
    var assembly = SnapshotAssembly(request, block: block, ledger: ledger)
    guard let snapshot = assembly.snapshot(endpoint: current.host) else { return giveUp() }
    finish(snapshot, at: block)
  }

  /// The list of vaults is whole or nothing: what failed of it is asked again, as often as any request.
  private mutating func retryList(_ gap: Gap, _ list: [ChainCall], at endpoint: Int) {
    _ = ledger.takeWanted()
    let failed = list.filter { ledger.forgetFailure(of: $0) }
    guard let call = failed.first, essentialAttempts[call, default: 0] < policy.retries else {
      // Another endpoint is asked for all of it.
      for call in list { ledger.forget(call) }
      return fail(.unlisted(at: endpoints[endpoint].endpoint, gap), endpoint)
    }
    for call in failed { essentialAttempts[call, default: 0] += 1 }
    send(failed, to: endpoint)
  }

  /// Packs calls into as few requests as the endpoint bears.
  mutating func send(_ calls: [ChainCall], to endpoint: Int) {
    let limits = endpoints[endpoint]
    if limits.takesCallsAlone, limits.takesHash {
      for call in calls { add(.call(call), to: endpoint) }
      return
    }
    var chunk: [ChainCall] = []
    var bytes = 0
    for call in calls {
      let size = Multicall3.size(of: call)
      if !chunk.isEmpty, bytes + size > limits.mostBytes || chunk.count >= limits.mostCalls {
        add(.calls(chunk), to: endpoint)
        (chunk, bytes) = ([], 0)
      }
      chunk.append(call)
      bytes += size
    }
    if !chunk.isEmpty { add(.calls(chunk), to: endpoint) }
  }

  /// Gives an endpoint up; what it was to be asked goes to the next one.
  mutating func fail(_ failure: ChainFailure, _ endpoint: Int) {
    endpoints[endpoint].failure = failure
    let orphans = tasks.filter { $0.value.endpoint == endpoint }.sorted { $0.key < $1.key }
    for (number, _) in orphans { tasks[number] = nil }
    guard let first else { return giveUp() }
    for (_, task) in orphans {
      switch task.purpose {
      case .calls(let calls): send(calls, to: first)
      case .call(let call): send([call], to: first)
      case .chainID, .header, .head, .agreement: break
      }
    }
    if phase == .confirming { phase = .reading }
    // One endpoint says all headers by which a block is found.
    if phase == .locating { search = BlockSearch(choice, known: known.values) }
  }
}

/// What every call of Multicall3 says besides: of which block its answers are.
enum BlockCheck {
  static let calls = [Getter.getBlockNumber, .getCurrentBlockTimestamp, .getChainId].map {
    ChainCall($0, of: Multicall3.address)
  }

  /// What does not fit the block; nil where all does.
  ///
  /// - Throws: `MalformedReply` where they did not answer.
  static func mismatch(
    _ outcomes: ArraySlice<CallOutcome>, _ block: PinnedBlock, chainID: UInt64
  ) throws(MalformedReply) -> String? {
    let expected: [(String, UInt64)] = [
      ("block", block.number), ("time", block.timestamp), ("chain id", chainID),
    ]
    for ((name, expected), outcome) in zip(expected, outcomes) {
      guard case .returned(let bytes) = outcome else {
        throw MalformedReply(reason: "no \(name) beside the answers")
      }
      let found = try ABIReader(bytes).number(at: 0, upTo: .max)
      if found != expected { return "\(name) \(found), expected \(expected)" }
    }
    return nil
  }
}
