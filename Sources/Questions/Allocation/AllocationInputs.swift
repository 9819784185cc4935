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
/// validator's own allocation.
struct AllocationInputs {
  let amount: ExactInteger
  let validator: ValidatorKey
  let block: UInt64
  let chef: BeraChef
  let stream: DedicatedEmissionStream?

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
    validator = ValidatorKey(try values.text("validator") ?? "validator")
    block = try values.field("block")?.count("a block number") ?? 1
    let own = try Self.weights(&values, "weights")
    chef = try Self.chef(&values, own: own, validator, block: block, profile)
    stream = try Self.stream(&values)
    try values.refuseUnknownKeys()
  }

  private static func chef(
    _ values: inout InputValues, own: [RewardAllocation.Weight]?, _ validator: ValidatorKey,
    block: UInt64, _ profile: ProtocolProfile
  ) throws -> BeraChef {
    let span = try values.field("inactivityBlockSpan")?.count("a span of blocks")
    var chef = BeraChef(
      maxNumWeights: try values.field("maxNumWeights")?.count("a number of vaults") ?? .max,
      maxWeightPerVault: UInt256(
        try values.field("maxWeightPerVault")?.count("basis points")
          ?? ProtocolProfile.hundredPercent),
      inactivityBlockSpan: span ?? profile.allocation.minInactivityBlockSpan)
    var custom = try allocation(&values, "custom")
    if let own {
      guard custom == nil else {
        throw Fault(
          .invalidValue, at: values.place("weights"), found: "weights and custom",
          expected: "one of them: both are the validator's own allocation")
      }
      custom = RewardAllocation(startBlock: max(1, block), weights: own)
    }
    if let custom, custom.startBlock > 0 { chef.activeAllocations[validator] = custom }
    let queued = try allocation(&values, "queued")
    if let queued, queued.startBlock > 0 { chef.queuedAllocations[validator] = queued }
    let baseline = try allocation(&values, "baseline")
    if let baseline { chef.baselineAllocation = baseline }
    // Weights alone are to be distributed, so that the contract must count as ready.
    let fallback = try allocation(&values, "default")
    chef.defaultAllocation = fallback ?? (own.map { .init(startBlock: 1, weights: $0) } ?? .init())
    chef.whitelistedVaults =
      try whitelist(&values)
      ?? Set([custom, queued, baseline, fallback].flatMap { $0?.weights.map(\.receiver) ?? [] })
    if let own {
      do throws(Revert) {
        try chef.validate(own)
      } catch {
        throw Fault(
          .invalidValue, at: values.place("weights"),
          found: "weights that revert with \(error.name)",
          expected: "basis points that sum to 10000, each vault once")
      }
    }
    return chef
  }

  private static func allocation(
    _ values: inout InputValues, _ key: String
  ) throws(Fault) -> RewardAllocation? {
    guard var object = try values.object(key, what: "an allocation: startBlock and weights") else {
      return nil
    }
    let start = try object.field("startBlock")?.count("a block number") ?? 0
    let weights = try weights(&object, "weights") ?? []
    try object.refuseUnknownKeys()
    return RewardAllocation(startBlock: start, weights: weights)
  }

  private static func stream(
    _ values: inout InputValues
  ) throws -> DedicatedEmissionStream? {
    guard var object = try values.object("dedicated", what: "the dedicated emission stream") else {
      return nil
    }
    var stream = DedicatedEmissionStream()
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
  ) throws(Fault) -> [RewardAllocation.Weight]? {
    if values.hasOption(key), let field = try values.field(key) { return try field.weights() }
    guard let elements = try values.elements(key, what: "vaults and their basis points") else {
      return nil
    }
    var weights: [RewardAllocation.Weight] = []
    for element in elements { weights.append(try element.weight()) }
    return weights
  }

  private static func whitelist(
    _ values: inout InputValues
  ) throws(Fault) -> Set<Address>? {
    guard let elements = try values.elements("whitelisted", what: "vaults") else { return nil }
    var vaults: Set<Address> = []
    for element in elements { vaults.insert(Address(try element.field("a vault").text)) }
    return vaults
  }

  private static func amounts(
    _ values: inout InputValues, _ key: String
  ) throws -> [Address: UInt256] {
    var amounts: [Address: UInt256] = [:]
    for (name, field) in try values.named(key, what: "vaults and wei") {
      amounts[Address(name)] = try field.word("an amount in wei")
    }
    return amounts
  }
}

extension InputElement {
  /// A vault and its basis points, as a pair or as an object.
  fileprivate func weight() throws(Fault) -> RewardAllocation.Weight {
    let expected = "a pair of a vault and its basis points, or {vault, weightBps}"
    if node.members != nil {
      var values = try values(expected)
      let vault = try values.required("vault", "a vault").text
      let share = try values.required("weightBps", "its basis points").basisPoints()
      try values.refuseUnknownKeys()
      return RewardAllocation.Weight(
        receiver: Address(vault), percentage: UInt256(UInt64(share.value)))
    }
    let pair = try elements(expected)
    guard pair.count == 2 else { throw error(expected: expected) }
    return RewardAllocation.Weight(
      receiver: Address(try pair[0].field("a vault").text),
      percentage: try pair[1].field("basis points").word("basis points"))
  }
}

extension Field {
  /// Vaults and their basis points on the command line: `vault0=6000,vault1=4000`.
  fileprivate func weights() throws(Fault) -> [RewardAllocation.Weight] {
    var weights: [RewardAllocation.Weight] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw error(expected: "vaults and basis points as vault0=6000,vault1=4000")
      }
      let share = try Field(text: sides[1], place: place).basisPoints()
      weights.append(
        RewardAllocation.Weight(
          receiver: Address(sides[0]), percentage: UInt256(UInt64(share.value))))
    }
    return weights
  }
}
