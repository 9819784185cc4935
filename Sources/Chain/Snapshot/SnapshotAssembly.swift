internal import Contracts
internal import Quantities
internal import Text
internal import Words

/// Puts a snapshot together from a ledger of calls, as far as they have been made.
///
/// Each function describes a part of the file; what it asks for and the ledger lacks is asked in the next
/// round. Only an assembly that leaves nothing wanting is written.
struct SnapshotAssembly: Sendable {
  let request: SnapshotRequest
  let block: PinnedBlock
  var ledger: CallLedger
  /// Values of stake tokens, each found once.
  var values: [Address: Answer<TokenValue>] = [:]
  /// Every price that was found.
  var known: [Address: TokenValue] = [:]

  init(_ request: SnapshotRequest, block: PinnedBlock, ledger: CallLedger) {
    self.request = request
    self.block = block
    self.ledger = ledger
  }

  var deployment: Deployment { request.deployment }

  /// Whether a period of a vault that nothing is missing of runs and pays somebody.
  private mutating func isActive(_ vault: Address) -> Bool {
    let finish = word(.periodFinish, of: vault)
    let stake = word(.totalSupply, of: vault)
    if case .value(let finish) = finish, finish <= UInt256(block.timestamp) { return false }
    if case .value(.zero) = stake { return false }
    return true
  }

  /// The file's content; nil where the list of vaults cannot be read, or not yet.
  mutating func snapshot(endpoint: String) -> Observation? {
    guard let all = vaults().value else {
      // What does not hang on the list shares the rounds that find it.
      _ = (blockRewards(), chef(), incentives(), stream(), pools(), validators(), eraFlags())
      return nil
    }
    let vaults = (request.isActiveOnly ? all.filter { isActive($0) } : all)
      .sorted()
    let (flags, era) = (eraFlags(), era())
    let observed = vaults.map { vault($0) }
    let parts: KeyValuePairs<String, Observation> = [
      "kind": .text(ChainSnapshot.kind),
      "version": .whole(ChainSnapshot.version),
      "chain": .object([
        "id": .whole(deployment.chainID),
        "block": .object([
          "number": .whole(block.number), "hash": .text(block.hash),
          "timestamp": .whole(block.timestamp),
        ]),
        "endpoint": .text(endpoint),
      ]),
      "era": era,
      "eraFlags": flags,
      "prices": prices(),
      "vaults": .list(observed),
      "validators": .list(validators()),
      "pools": .list(pools()),
      "blockRewards": blockRewards(),
      "chef": chef(),
      "incentives": incentives(),
      "stream": stream(),
    ]
    return .object(parts)
  }
}

// The vaults, and what a list of a contract has.
extension SnapshotAssembly {
  /// How many vaults a factory can have that is believed.
  static let mostVaults: UInt64 = 100_000

  /// The vaults to read; a gap where the factory does not say them all.
  mutating func vaults() -> Answer<[Address]> {
    if let vaults = request.vaults { return .value(vaults) }
    let factory = deployment.rewardVaultFactory
    let length = ledger.read(ChainCall(.allVaultsLength, of: factory)) {
      reply throws(MalformedReply) in try reply.number(at: 0, upTo: Self.mostVaults)
    }
    return length.flatMap { count in
      elements(count, .allVaults, of: factory).flatMap { list in
        guard Set(list).count == list.count else {
          return .gap(
            Gap(
              of: factory, call: Getter.allVaults.signature, reason: "a vault stands twice",
              isRevert: false))
        }
        return .value(list)
      }
    }
  }

  /// The calls that the list of vaults hangs on, as far as they are known.
  var listCalls: [ChainCall] {
    let factory = deployment.rewardVaultFactory
    let length = ChainCall(.allVaultsLength, of: factory)
    guard case .returned(let bytes)? = ledger.known(length),
      let count = try? ABIReader(bytes).number(at: 0, upTo: Self.mostVaults)
    else { return [length] }
    return [length]
      + (0..<count).map { ChainCall(.allVaults, of: factory, ABIWriter(UInt256($0))) }
  }

  /// The addresses of a list that a contract gives by its index.
  mutating func elements(_ count: UInt64, _ getter: Getter, of target: Address) -> Answer<[Address]>
  {
    var list: [Address] = []
    var isComplete = true
    for index in 0..<count {
      switch address(getter, of: target, ABIWriter(UInt256(index))) {
      case .pending: isComplete = false
      case .value(let element): list.append(element)
      case .gap(let gap): return .gap(gap)
      }
    }
    return isComplete ? .value(list) : .pending
  }
}

// Reading one value.
extension SnapshotAssembly {
  mutating func word(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil
  ) -> Answer<UInt256> {
    ledger.read(ChainCall(getter, of: target, arguments)) { reply throws(MalformedReply) in
      try reply.uint256(at: 0)
    }
  }

  mutating func address(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil
  ) -> Answer<Address> {
    ledger.read(ChainCall(getter, of: target, arguments)) { reply throws(MalformedReply) in
      try reply.address(at: 0)
    }
  }

  mutating func text(_ getter: Getter, of token: Address) -> Answer<String> {
    ledger.read(ChainCall(getter, of: token)) { reply throws(MalformedReply) in try reply.text() }
  }

  mutating func decimals(of token: Address) -> Answer<UInt8> {
    ledger.read(ChainCall(.decimals, of: token)) { reply throws(MalformedReply) in
      UInt8(try reply.number(at: 0, upTo: 255))
    }
  }

  /// A raw value as its decimal text, which no reader takes for a double.
  mutating func raw(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil
  ) -> Observation {
    Observation(word(getter, of: target, arguments)) { .string($0.description) }
  }

  /// A number of seconds, blocks or basis points.
  mutating func whole(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil
  ) -> Observation {
    Observation(word(getter, of: target, arguments)) { .whole($0.description) }
  }

  /// A time in unix seconds, as every reader of the file takes one.
  mutating func time(_ getter: Getter, of target: Address) -> Observation {
    let answer = ledger.read(ChainCall(getter, of: target)) { reply throws(MalformedReply) in
      try reply.number(at: 0, upTo: Timestamp.millisecondsThreshold - 1)
    }
    return Observation(answer) { .whole("\($0)") }
  }

  mutating func flag(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil
  ) -> Observation {
    let answer = ledger.read(ChainCall(getter, of: target, arguments)) {
      reply throws(MalformedReply) in try reply.bool(at: 0)
    }
    return Observation(answer) { .bool($0) }
  }
}

extension ABIWriter {
  /// One number.
  init(_ number: UInt256) {
    self.init()
    append(number)
  }

  /// One address.
  init(_ address: Address) {
    self.init()
    append(address)
  }

  /// One public key, as `bytes`.
  init(_ key: ValidatorKey) {
    self.init()
    append(32)
    append(key.bytes)
  }
}

extension Observation {
  init(_ answer: Answer<Address>) { self.init(answer) { .string($0.description) } }
}
