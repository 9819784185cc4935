internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// A recorded `distributeFor` call: the state just before it, and what it paid.
struct RecordedDistribution {
  /// How the contracts answered.
  let outcome: Outcome
  /// Figures that the inputs repeat and that follow from the others.
  let derivedInputs: [JSONMember]

  /// Reads one and runs it.
  ///
  /// - Parameters:
  ///   - input: the recorded `in`.
  ///   - timestamp: the recorded `nextTimestamp`, which no input determines.
  ///   - profile: the protocol's constants.
  /// - Throws: `Fault`.
  init(
    _ input: inout ObjectReader, timestamp: JSONValue?, _ profile: ProtocolProfile
  ) throws(Fault) {
    let block = try input.narrowWord("block", "a block number")
    let validator = ValidatorKey(
      try input.requiredField("validator", "a validator's name").text)
    var parameters = try input.requiredObject("params", "the block reward's parameters")
    let rates = try BlockRewardParameters(&parameters)
    try parameters.refuseUnknownKeys()
    let boosts = BoostLedger(
      boostees: [validator: try input.word("boostees", "BGT wei")],
      totalBoosts: try input.word("totalBoosts", "BGT wei"))
    let chef = try BeraChef(&input, validator)
    let stream = try input.object("dedicated", "the dedicated emission stream")
    let dedicated = try stream.map { stream throws(Fault) in
      try DedicatedEmissionStream(stream)
    }
    for repeated in ["isReady", "boostPower"] { _ = input.node(repeated) }
    derivedInputs = [
      JSONMember(key: "isReady", value: .bool(chef.isReady)),
      JSONMember(
        key: "boostPower",
        value: .view { () throws(Revert) in try boosts.normalizedBoost(of: validator) }),
    ]
    outcome = Outcome.of { () throws(Revert) in
      var distributor = Distributor(
        controller: try rates.controller(profile.blockRewardLimits), boosts: boosts, chef: chef,
        dedicatedStream: dedicated)
      let paid = try distributor.distribute(for: validator, block: block)
      let active = try distributor.chef.activeAllocation(for: validator, block: block)
      return Self.output(paid, active, distributor.dedicatedStream, timestamp)
    }
  }

  private static func output(
    _ paid: Distributor.Distribution, _ active: RewardAllocation,
    _ stream: DedicatedEmissionStream?, _ timestamp: JSONValue?
  ) -> JSONValue {
    var processed: [(String, JSONValue)] = [
      ("baseRate", .word(paid.base)), ("rewardRate", .word(paid.reward)),
    ]
    if let timestamp { processed.insert(("nextTimestamp", timestamp), at: 0) }
    let debts = stream.map { stream in
      stream.debts.keys.sorted { $0.name < $1.name }.map { vault in
        (vault.name, JSONValue.word(stream.debts[vault] ?? 0))
      }
    }
    return .members([
      "blockRewardProcessed": .elements([.named(processed)]),
      "distributed": payments(paid.dedicated + paid.allocated),
      "notifyEmission": payments(paid.dedicated),
      "operatorBase": .word(paid.base),
      "activeAllocationUsed": allocation(active),
      "debtAfter": debts.map { .named($0) } ?? .null,
    ])
  }

  private static func payments(_ payments: [Distributor.Payment]) -> JSONValue {
    .elements(
      payments.map { .elements([.string($0.vault.name), .word($0.amount)]) })
  }

  private static func allocation(_ allocation: RewardAllocation) -> JSONValue {
    .members([
      "startBlock": .word(allocation.startBlock),
      "weights": .elements(
        allocation.weights.map {
          .elements([.string($0.receiver.name), .word($0.percentage)])
        }),
    ])
  }
}

extension BeraChef {
  fileprivate init(
    _ input: inout ObjectReader, _ validator: ValidatorKey
  ) throws(Fault) {
    self.init(
      maxNumWeights: try input.narrowWord("maxNumWeights", "a number of vaults"),
      maxWeightPerVault: try input.word("maxWeightPerVault", "basis points"),
      inactivityBlockSpan: try input.narrowWord("inactivityBlockSpan", "a number of blocks"))
    activeAllocations[validator] = try Self.allocation("custom", &input)
    queuedAllocations[validator] = try Self.allocation("queued", &input)
    baselineAllocation = try Self.allocation("baseline", &input)
    defaultAllocation = try Self.allocation("default", &input)
    for vault in try input.array("whitelisted", "vaults' names") ?? [] {
      guard let name = vault.string else {
        throw input.error(
          "whitelisted", vault, found: vault.value.excerpt, expected: "a vault's name")
      }
      whitelistedVaults.insert(Address(name))
    }
  }

  private static func allocation(
    _ key: String, _ input: inout ObjectReader
  ) throws(Fault) -> RewardAllocation {
    var reader = try input.requiredObject(key, "an allocation")
    let allocation = RewardAllocation(
      startBlock: try reader.narrowWord("startBlock", "a block number"),
      weights: try reader.weights())
    try reader.refuseUnknownKeys()
    return allocation
  }
}

extension DedicatedEmissionStream {
  fileprivate init(_ input: ObjectReader) throws(Fault) {
    var input = input
    self.init()
    let percentage = try input.requiredField("emissionPerc", "basis points")
    do throws(Revert) {
      try setEmissionPercentage(UInt256(percentage.text) ?? .max)
    } catch {
      throw percentage.error(expected: "basis points from 0 to 10000")
    }
    weights = try input.weights()
    var targetReader = try input.requiredObject("target", "wei by vault")
    for (vault, target) in try targetReader.words("reward wei") { targets[vault] = target }
    var debtReader = try input.requiredObject("debt", "wei by vault")
    for (vault, debt) in try debtReader.words("reward wei") { debts[vault] = debt }
    try input.refuseUnknownKeys()
  }
}

extension ObjectReader {
  /// `weights`: pairs of a vault and its basis points.
  fileprivate mutating func weights() throws(Fault) -> [RewardAllocation.Weight] {
    var weights: [RewardAllocation.Weight] = []
    for pair in try array("weights", "pairs of a vault and basis points") ?? [] {
      guard let parts = pair.elements, parts.count == 2, let vault = parts[0].string,
        let percentage = parts[1].scalarText
      else {
        throw error(
          "weights", pair, found: pair.value.excerpt,
          expected: "a pair of a vault's name and basis points")
      }
      let field = Field(text: percentage, place: place("weights", parts[1]))
      weights.append(.init(receiver: Address(vault), percentage: try field.word("basis points")))
    }
    return weights
  }
}
