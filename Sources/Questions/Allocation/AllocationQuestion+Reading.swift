package import Contracts
internal import EVMArithmetic
package import Faults
internal import FixedPoint
package import Inputs
internal import Quantities
internal import Text

extension AllocationQuestion {
  /// The keys, which are those of the recorded file `distributor_split.json`; `weights` alone stands for
  /// the validator's own allocation.
  package static let keys = ["custom", "queued", "baseline", "default"].reduce(
    KeyTree([
      "amount", "validator", "block", "weights", "inactivityBlockSpan", "maxNumWeights",
      "maxWeightPerVault", "custom", "queued", "baseline", "default", "whitelisted",
    ])
    .with("weights", .weights).with("dedicated", .object(.dedicatedStream))
  ) { $0.with($1, .object(.allocation)) }

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, profile: ProtocolProfile
  ) throws(Fault) -> AllocationQuestion {
    let amount = try amount(inputs, profile)
    // Whose allocations these are changes nothing.
    _ = try inputs.text("validator")
    let block = try inputs.field("block")?.count("a block number") ?? 1
    let own = try weights(inputs)
    return AllocationQuestion(
      amount: amount, block: block,
      candidates: try candidates(inputs, weights: own, block: block, profile),
      stream: try stream(inputs))
  }

  private static func amount(
    _ inputs: InputObject, _ profile: ProtocolProfile
  ) throws(Fault) -> ExactInteger {
    if let field = try inputs.field("amount") {
      return try field.rawInteger("an amount in wei", decimals: 18)
    }
    // One block's reward for vaults; a boosted one depends on more than the profile says.
    guard profile.blockRewards.boostCurve == nil else {
      throw inputs.missing("amount", "the wei to distribute")
    }
    return ExactInteger(profile.blockRewards.rewardRate)
  }

  private static func candidates(
    _ inputs: InputObject, weights: [Allocation.Weight]?, block: UInt64,
    _ profile: ProtocolProfile
  ) throws(Fault) -> AllocationCandidates<String> {
    let span = try inputs.field("inactivityBlockSpan")?.count("a span of blocks")
    let rules = WeightRules<String>(
      maxNumWeights: try inputs.field("maxNumWeights")?.count("a number of vaults") ?? .max,
      maxWeightPerVault: UInt256(
        try inputs.field("maxWeightPerVault")?.count("basis points")
          ?? ProtocolProfile.hundredPercent))
    var candidates = AllocationCandidates(
      rules: rules, inactivityBlockSpan: span ?? profile.allocation.minInactivityBlockSpan)
    candidates.own = try allocation(inputs, "custom")
    if let weights {
      guard candidates.own == nil else {
        throw Fault(
          .conflict, at: inputs.place("weights"), found: "weights and custom",
          expected: "one or the other: both are the validator's own allocation")
      }
      candidates.own = Allocation(startBlock: max(1, block), weights: weights)
      // Weights alone are to be distributed, so that the contract must count as ready.
      candidates.default = Allocation(startBlock: 1, weights: weights)
    }
    candidates.queued = try allocation(inputs, "queued")
    candidates.baseline = try allocation(inputs, "baseline") ?? candidates.baseline
    let fallback = try allocation(inputs, "default")
    candidates.default = fallback ?? candidates.default
    let named = [candidates.own, candidates.queued, candidates.baseline, fallback]
    candidates.rules.whitelistedVaults =
      try whitelist(inputs) ?? Set(named.flatMap { $0?.weights.map(\.receiver) ?? [] })
    if let weights { try validate(weights, candidates.rules, at: inputs.place("weights")) }
    return candidates
  }

  private static func validate(
    _ weights: [Allocation.Weight], _ rules: WeightRules<String>, at place: Place
  ) throws(Fault) {
    do throws(Revert) {
      try rules.validate(weights)
    } catch {
      throw Fault(
        .invalidValue, at: place, found: "weights that revert with \(error.name)",
        expected: "basis points that sum to 10000, each vault once")
    }
  }

  private static func allocation(
    _ inputs: InputObject, _ key: String
  ) throws(Fault) -> Allocation? {
    guard let node = inputs.node(key), !node.json.isNull else { return nil }
    return try Allocation.read(node, isWhole: false) { $0 }
  }

  private static func stream(
    _ inputs: InputObject
  ) throws(Fault) -> DedicatedEmissionStream<String>? {
    guard let node = inputs.node("dedicated"), !node.json.isNull else { return nil }
    return try DedicatedEmissionStream<String>.read(node, isWhole: false) { $0 }
  }

  /// As a document has them, or on the command line `vault0=6000,vault1=4000`.
  private static func weights(_ inputs: InputObject) throws(Fault) -> [Allocation.Weight]? {
    if inputs.hasOption("weights"), let field = try inputs.field("weights") {
      return try field.weights()
    }
    return try Allocation.weights(inputs) { $0 }
  }

  private static func whitelist(_ inputs: InputObject) throws(Fault) -> Set<String>? {
    guard let elements = try inputs.elements("whitelisted", "vaults") else { return nil }
    var vaults: Set<String> = []
    for element in elements { vaults.insert(try element.field("a vault").text) }
    return vaults
  }
}

extension Field {
  /// Vaults and their basis points on the command line: `vault0=6000,vault1=4000`.
  fileprivate func weights() throws(Fault) -> [AllocationQuestion.Allocation.Weight] {
    var weights: [AllocationQuestion.Allocation.Weight] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw error(expected: "vaults and basis points as vault0=6000,vault1=4000")
      }
      let share = try Field(text: sides[1], place: place).basisPoints()
      weights.append(
        AllocationQuestion.Allocation.Weight(
          receiver: sides[0], percentage: UInt256(UInt64(share.value))))
    }
    return weights
  }
}
