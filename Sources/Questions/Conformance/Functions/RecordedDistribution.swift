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
    _ input: inout RecordedObject, timestamp: JSONValue?, _ profile: ProtocolProfile
  ) throws(Fault) {
    let block = try input.narrowWord("block", "a block number")
    var labels = Labels()
    let validator = labels.key(of: try input.requiredField("validator", "a validator's name").text)
    var parameters = try input.requiredObject("params", "the block reward's parameters")
    let rates = try BlockRewardParameters(&parameters)
    try parameters.refuseUnknownKeys()
    let boosts = BoostLedger(
      boostees: [validator: try input.word("boostees", "BGT wei")],
      totalBoosts: try input.word("totalBoosts", "BGT wei"))
    let chef = try BeraChef(&input, validator, &labels)
    let stream = try input.object("dedicated", "the dedicated emission stream")
    let dedicated = try stream.map { stream throws(Fault) in
      try DedicatedEmissionStream(stream, &labels)
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
      return Self.output(paid, active, distributor.dedicatedStream, timestamp, labels)
    }
  }

  private static func output(
    _ paid: Distributor.Distribution, _ active: BeraChef.Allocation,
    _ stream: DedicatedEmissionStream<Address>?, _ timestamp: JSONValue?, _ labels: Labels
  ) -> JSONValue {
    var processed: [(String, JSONValue)] = [
      ("baseRate", .word(paid.base)), ("rewardRate", .word(paid.reward)),
    ]
    if let timestamp { processed.insert(("nextTimestamp", timestamp), at: 0) }
    let debts = stream.map { stream in
      stream.debts.map { (labels.text(of: $0), JSONValue.word($1)) }.sorted { $0.0 < $1.0 }
    }
    return .members([
      "blockRewardProcessed": .elements([.named(processed)]),
      "distributed": payments(paid.dedicated + paid.allocated, labels),
      "notifyEmission": payments(paid.dedicated, labels),
      "operatorBase": .word(paid.base),
      "activeAllocationUsed": allocation(active, labels),
      "debtAfter": debts.map { .named($0) } ?? .null,
    ])
  }

  private static func payments(
    _ payments: [Distributor.Payment], _ labels: Labels
  ) -> JSONValue {
    .elements(
      payments.map { .elements([.string(labels.text(of: $0.vault)), .word($0.amount)]) })
  }

  private static func allocation(
    _ allocation: BeraChef.Allocation, _ labels: Labels
  ) -> JSONValue {
    .members([
      "startBlock": .word(allocation.startBlock),
      "weights": .elements(
        allocation.weights.map {
          .elements([.string(labels.text(of: $0.receiver)), .word($0.percentage)])
        }),
    ])
  }
}

extension BeraChef {
  fileprivate init(
    _ input: inout RecordedObject, _ validator: ValidatorKey, _ labels: inout Labels
  ) throws(Fault) {
    self.init(
      rules: WeightRules(
        maxNumWeights: try input.narrowWord("maxNumWeights", "a number of vaults"),
        maxWeightPerVault: try input.word("maxWeightPerVault", "basis points")),
      inactivityBlockSpan: try input.narrowWord("inactivityBlockSpan", "a number of blocks"))
    activeAllocations[validator] = try Self.allocation("custom", &input, &labels)
    queuedAllocations[validator] = try Self.allocation("queued", &input, &labels)
    baselineAllocation = try Self.allocation("baseline", &input, &labels)
    defaultAllocation = try Self.allocation("default", &input, &labels)
    for vault in try input.array("whitelisted", "vaults' names") ?? [] {
      guard let name = vault.json.string else { throw vault.fault(expected: "a vault's name") }
      rules.whitelistedVaults.insert(labels.address(of: name))
    }
  }

  private static func allocation(
    _ key: String, _ input: inout RecordedObject, _ labels: inout Labels
  ) throws(Fault) -> BeraChef.Allocation {
    var reader = try input.requiredObject(key, "an allocation")
    let allocation = BeraChef.Allocation(
      startBlock: try reader.narrowWord("startBlock", "a block number"),
      weights: try reader.weights(&labels))
    try reader.refuseUnknownKeys()
    return allocation
  }
}

extension DedicatedEmissionStream<Address> {
  fileprivate init(_ input: RecordedObject, _ labels: inout Labels) throws(Fault) {
    var input = input
    self.init()
    let percentage = try input.requiredField("emissionPerc", "basis points")
    do throws(Revert) {
      try setEmissionPercentage(UInt256(percentage.text) ?? .max)
    } catch {
      throw percentage.error(expected: "basis points from 0 to 10000")
    }
    weights = try input.weights(&labels)
    var targetReader = try input.requiredObject("target", "wei by vault")
    for (vault, target) in try targetReader.words("reward wei", &labels) { targets[vault] = target }
    var debtReader = try input.requiredObject("debt", "wei by vault")
    for (vault, debt) in try debtReader.words("reward wei", &labels) { debts[vault] = debt }
    try input.refuseUnknownKeys()
  }
}

extension RecordedObject {
  /// `weights`: pairs of a vault and its basis points.
  fileprivate mutating func weights(
    _ labels: inout Labels
  ) throws(Fault) -> [BeraChef.Allocation.Weight] {
    var weights: [BeraChef.Allocation.Weight] = []
    for pair in try array("weights", "pairs of a vault and basis points") ?? [] {
      let what = "a pair of a vault's name and basis points"
      let parts = try pair.elements(what)
      guard parts.count == 2, let vault = parts[0].json.string else {
        throw pair.fault(expected: what)
      }
      weights.append(
        .init(
          receiver: labels.address(of: vault),
          percentage: try parts[1].field(what).word("basis points")))
    }
    return weights
  }
}
