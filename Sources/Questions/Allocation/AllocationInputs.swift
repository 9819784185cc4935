internal import EVMArithmetic
internal import FixedPoint
internal import Contracts
internal import Quantities
internal import Text
internal import Faults
internal import Inputs

/// What `allocation` is asked: an amount, the allocations, and governance's stream.
///
/// The keys are those of the recorded file `distributor_split.json`; `weights` alone stands for the
/// validator's own allocation. Vaults are named as the input names them.
struct AllocationInputs {
  typealias Allocation = RewardAllocation<String>

  let amount: ExactInteger
  let block: UInt64
  let candidates: AllocationCandidates<String>
  let stream: DedicatedEmissionStream<String>?

  init(_ values: inout InputValues, profile: ProtocolProfile) throws {
    if let field = try values.field("amount") {
      amount = try field.rawInteger("an amount in wei")
    } else {
      // One block's reward for vaults; a boosted one depends on more than the profile says.
      guard profile.blockRewards.boostCurve == nil else {
        throw values.missing("amount", "wei to distribute")
      }
      amount = ExactInteger(profile.blockRewards.rewardRate)
    }
    // Whose allocations these are changes nothing.
    _ = try values.text("validator")
    block = try values.field("block")?.count("a block number") ?? 1
    let own = try Self.weights(&values, "weights")
    candidates = try Self.candidates(&values, weights: own, block: block, profile)
    stream = try Self.stream(&values)
    try values.refuseUnknownKeys()
  }

  private static func candidates(
    _ values: inout InputValues, weights: [Allocation.Weight]?, block: UInt64,
    _ profile: ProtocolProfile
  ) throws -> AllocationCandidates<String> {
    let span = try values.field("inactivityBlockSpan")?.count("a span of blocks")
    let rules = WeightRules<String>(
      maxNumWeights: try values.field("maxNumWeights")?.count("a number of vaults") ?? .max,
      maxWeightPerVault: UInt256(
        try values.field("maxWeightPerVault")?.count("basis points")
          ?? ProtocolProfile.hundredPercent))
    var candidates = AllocationCandidates(
      rules: rules, inactivityBlockSpan: span ?? profile.allocation.minInactivityBlockSpan)
    candidates.own = try allocation(&values, "custom")
    if let weights {
      guard candidates.own == nil else {
        throw Fault(
          .invalidValue, at: values.place("weights"), found: "weights and custom",
          expected: "one of them: both are the validator's own allocation")
      }
      candidates.own = Allocation(startBlock: max(1, block), weights: weights)
      // Weights alone are to be distributed, so that the contract must count as ready.
      candidates.default = Allocation(startBlock: 1, weights: weights)
    }
    candidates.queued = try allocation(&values, "queued")
    candidates.baseline = try allocation(&values, "baseline") ?? candidates.baseline
    let fallback = try allocation(&values, "default")
    candidates.default = fallback ?? candidates.default
    let named = [candidates.own, candidates.queued, candidates.baseline, fallback]
    candidates.rules.whitelistedVaults =
      try whitelist(&values) ?? Set(named.flatMap { $0?.weights.map(\.receiver) ?? [] })
    if let weights {
      do throws(Revert) {
        try candidates.rules.validate(weights)
      } catch {
        throw Fault(
          .invalidValue, at: values.place("weights"),
          found: "weights that revert with \(error.name)",
          expected: "basis points that sum to 10000, each vault once")
      }
    }
    return candidates
  }

  private static func allocation(
    _ values: inout InputValues, _ key: String
  ) throws(Fault) -> Allocation? {
    guard var object = try values.object(key, what: "an allocation: startBlock and weights") else {
      return nil
    }
    let start = try object.field("startBlock")?.count("a block number") ?? 0
    let weights = try weights(&object, "weights") ?? []
    try object.refuseUnknownKeys()
    return Allocation(startBlock: start, weights: weights)
  }

  private static func stream(
    _ values: inout InputValues
  ) throws -> DedicatedEmissionStream<String>? {
    guard var object = try values.object("dedicated", what: "the dedicated emission stream") else {
      return nil
    }
    var stream = DedicatedEmissionStream<String>()
    let percentage = try object.required("emissionPerc", "basis points of the reward")
    let share = try percentage.basisPoints()
    do throws(Revert) {
      try stream.setEmissionPercentage(UInt256(UInt64(share.value)))
    } catch {
      throw percentage.error(expected: "what setEmissionPerc takes, not \(error.name)")
    }
    stream.weights = try weights(&object, "weights") ?? []
    stream.targets = try amounts(&object, "target")
    stream.debts = try amounts(&object, "debt")
    try object.refuseUnknownKeys()
    return stream
  }

  /// `[["vault0", "6000"], ...]`, or `[{"vault": "vault0", "weightBps": 6000}, ...]`, or on the
  /// command line `vault0=6000,vault1=4000`.
  private static func weights(
    _ values: inout InputValues, _ key: String
  ) throws(Fault) -> [Allocation.Weight]? {
    if values.hasOption(key), let field = try values.field(key) { return try field.weights() }
    guard let elements = try values.elements(key, what: "vaults and their basis points") else {
      return nil
    }
    var weights: [Allocation.Weight] = []
    for element in elements { weights.append(try element.weight()) }
    return weights
  }

  private static func whitelist(
    _ values: inout InputValues
  ) throws(Fault) -> Set<String>? {
    guard let elements = try values.elements("whitelisted", what: "vaults") else { return nil }
    var vaults: Set<String> = []
    for element in elements { vaults.insert(try element.field("a vault").text) }
    return vaults
  }

  private static func amounts(
    _ values: inout InputValues, _ key: String
  ) throws -> [String: UInt256] {
    var amounts: [String: UInt256] = [:]
    for (name, field) in try values.named(key, what: "vaults and wei") {
      amounts[name] = try field.word("an amount in wei")
    }
    return amounts
  }
}

extension InputElement {
  /// A vault and its basis points, as a pair or as an object.
  fileprivate func weight() throws(Fault) -> AllocationInputs.Allocation.Weight {
    let expected = "a pair of a vault and its basis points, or {vault, weightBps}"
    if node.members != nil {
      var values = try values(expected)
      let vault = try values.required("vault", "a vault").text
      let share = try values.required("weightBps", "its basis points").basisPoints()
      try values.refuseUnknownKeys()
      return AllocationInputs.Allocation.Weight(
        receiver: vault, percentage: UInt256(UInt64(share.value)))
    }
    let pair = try elements(expected)
    guard pair.count == 2 else { throw error(expected: expected) }
    return AllocationInputs.Allocation.Weight(
      receiver: try pair[0].field("a vault").text,
      percentage: try pair[1].field("basis points").word("basis points"))
  }
}

extension Field {
  /// Vaults and their basis points on the command line: `vault0=6000,vault1=4000`.
  fileprivate func weights() throws(Fault) -> [AllocationInputs.Allocation.Weight] {
    var weights: [AllocationInputs.Allocation.Weight] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw error(expected: "vaults and basis points as vault0=6000,vault1=4000")
      }
      let share = try Field(text: sides[1], place: place).basisPoints()
      weights.append(
        AllocationInputs.Allocation.Weight(
          receiver: sides[0], percentage: UInt256(UInt64(share.value))))
    }
    return weights
  }
}
