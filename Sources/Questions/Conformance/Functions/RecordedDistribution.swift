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

  /// The keys of the recorded `in`.
  static let keys = ["custom", "queued", "baseline", "default"].reduce(
    KeyTree([
      "block", "caller", "validator", "params", "boostees", "totalBoosts", "boostPower", "isReady",
      "controllerBalance", "maxNumWeights", "maxWeightPerVault", "inactivityBlockSpan",
      "inactivityExempt", "custom", "queued", "baseline", "default", "whitelisted",
    ])
    .with("params", .object(KeyTree(BlockRewardParameters.keys)))
    .with("dedicated", .object(.dedicatedStream))
  ) { $0.with($1, .object(.allocation)) }

  /// Reads one and runs it.
  ///
  /// - Parameters:
  ///   - input: the recorded `in`.
  ///   - timestamp: the recorded `nextTimestamp`, which no input determines.
  ///   - profile: the protocol's constants.
  /// - Throws: `Fault`.
  init(
    _ input: RecordedObject, timestamp: JSONValue?, _ profile: ProtocolProfile
  ) throws(Fault) {
    let block = try input.narrowWord("block", "a block number")
    var labels = Labels()
    let validator = labels.key(of: try input.requiredField("validator", "a validator's name").text)
    let caller = try input.optionalAddress("caller", "an account", &labels)
    let reward = try RecordedReward(input, validator, profile)
    let chef = try BeraChef(input, validator, &labels)
    let dedicated = try input.given("dedicated").map { node throws(Fault) in
      try DedicatedEmissionStream<Address>.read(node, isWhole: true) { labels.address(of: $0) }
    }
    derivedInputs =
      [JSONMember(key: "isReady", value: .bool(chef.isReady))] + reward.derivedInputs(validator)
    outcome = Outcome.of { () throws(Revert) in
      var distributor = Distributor(
        source: try reward.source(profile), chef: chef, dedicatedStream: dedicated)
      let paid = try distributor.distribute(
        for: validator, block: block, by: caller ?? Distributor.systemAddress)
      let active = try distributor.chef.activeAllocation(for: validator, block: block)
      return .named(
        Self.output(paid, active, distributor.dedicatedStream, timestamp, labels)
          + reward.output(of: paid, labels))
    }
  }

  private static func output(
    _ paid: Distributor.Distribution, _ active: BeraChef.Allocation,
    _ stream: DedicatedEmissionStream<Address>?, _ timestamp: JSONValue?, _ labels: Labels
  ) -> [(String, JSONValue)] {
    var processed: [(String, JSONValue)] = [
      ("baseRate", .word(paid.reward.base)), ("rewardRate", .word(paid.reward.vaults)),
    ]
    if let timestamp { processed.insert(("nextTimestamp", timestamp), at: 0) }
    let debts = stream.map { stream in
      stream.debts.map { (labels.text(of: $0), JSONValue.word($1)) }.sorted { $0.0 < $1.0 }
    }
    return [
      ("blockRewardProcessed", .elements([.named(processed)])),
      ("distributed", payments(paid.dedicated + paid.allocated, labels)),
      ("notifyEmission", payments(paid.dedicated, labels)),
      ("operatorBase", .word(paid.reward.base)),
      ("activeAllocationUsed", allocation(active, labels)),
      ("debtAfter", debts.map { .named($0) } ?? .null),
    ]
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
    _ input: RecordedObject, _ validator: ValidatorKey, _ labels: inout Labels
  ) throws(Fault) {
    self.init(
      rules: WeightRules(
        maxNumWeights: try input.narrowWord("maxNumWeights", "a number of vaults"),
        maxWeightPerVault: try input.word("maxWeightPerVault", "basis points")),
      inactivityBlockSpan: try input.narrowWord("inactivityBlockSpan", "a number of blocks"))
    activeAllocations[validator] = try Self.allocation("custom", input, &labels)
    queuedAllocations[validator] = try Self.allocation("queued", input, &labels)
    baselineAllocation = try Self.allocation("baseline", input, &labels)
    defaultAllocation = try Self.allocation("default", input, &labels)
    if try input.flag("inactivityExempt", "whether the validator's own never counts as inactive") {
      exemptFromInactivity = [validator]
    }
    for vault in try input.array("whitelisted", "vaults' names") ?? [] {
      guard let name = vault.json.string else { throw vault.fault(expected: "a vault's name") }
      rules.whitelistedVaults.insert(labels.address(of: name))
    }
  }

  private static func allocation(
    _ key: String, _ input: RecordedObject, _ labels: inout Labels
  ) throws(Fault) -> BeraChef.Allocation {
    guard let node = input.given(key) else { throw input.missing(key, "an allocation") }
    return try BeraChef.Allocation.read(node, isWhole: true) { labels.address(of: $0) }
  }
}
