internal import Contracts
internal import Faults
internal import EVMArithmetic
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Text

/// A validator of a snapshot.
struct ObservedValidator: Sendable {
  typealias Allocation = RewardAllocation<Address>

  let key: ValidatorKey
  /// Who may change its allocation; nil where that could not be read.
  let `operator`: Address?
  /// The commission on incentives that counts, basis points; nil where it could not be read.
  let commission: UInt64?
  /// A change of it, basis points, and the block in which it was queued; nil for none.
  let queuedCommission: (rate: UInt64, block: UInt64)?
  /// The allocation that the validator set; nil for none.
  let own: Allocation?
  /// The one that waits for its block; nil for none.
  let queued: Allocation?
  /// The weights that rewards follow; nil where they could not be read.
  let active: [Allocation.Weight]?
  /// BGT that boosts it, wei; nil where that could not be read.
  let boosts: ExactInteger?

  /// The ends of the key, by which people know it.
  var label: String { key.shortened }
}

extension SnapshotFile {
  /// The validators of the file, in its order.
  ///
  /// - Throws: a `Fault` with its place for a malformed value.
  func observedValidators() throws(Fault) -> [ObservedValidator] {
    var validators: [ObservedValidator] = []
    for node in try node("validators")?.elements("the validators of a snapshot") ?? [] {
      validators.append(try validator(node))
    }
    return validators
  }

  /// The validator of a key, or the only one.
  ///
  /// - Parameter key: as an option gives it; nil where none does.
  /// - Returns: the validator.
  /// - Throws: a `Fault` where there is none, or one of several is to be named.
  func validator(_ key: Field?) throws(Fault) -> ObservedValidator {
    let wanted = try key.map { field throws(Fault) in try field.validatorKey() }
    let validators = try observedValidators()
    let hint = "read the snapshot with --validator KEY"
    guard let key, let wanted else {
      guard validators.count == 1 else {
        throw Fault(
          .missingValue, at: .option("--validator"),
          found: "a snapshot of \(validators.count) validators",
          expected: "the public key of one of them", hint: validators.isEmpty ? hint : nil)
      }
      return validators[0]
    }
    guard let validator = validators.first(where: { $0.key == wanted }) else {
      throw key.error(
        .unknownName,
        expected: validators.isEmpty
          ? "a snapshot with this validator; it has none"
          : "the public key of one of the snapshot's \(validators.count) validators", hint: hint)
    }
    return validator
  }

  private func validator(_ node: InputNode) throws(Fault) -> ObservedValidator {
    guard let key = node.member("pubkey") else {
      throw node.fault(
        .missingValue, found: "a validator without its pubkey", expected: "a snapshot's validator")
    }
    let rate = try node.member("queuedCommission")?.field("a commission").basisPoints()
    let block = try node.member("queuedCommissionBlock")?.field("a block").count("a block number")
    return ObservedValidator(
      key: try key.field("a public key").validatorKey(),
      operator: try node.member("operator")?.field("an address").address(),
      commission: try node.member("commission").map { member throws(Fault) in
        UInt64(try member.field("a commission").basisPoints().value)
      },
      queuedCommission: rate.flatMap { rate in block.map { (UInt64(rate.value), $0) } },
      own: try node.member("setAllocation").map { member throws(Fault) in try allocation(member) },
      queued: try node.member("queuedAllocation").map { member throws(Fault) in
        try allocation(member)
      },
      active: try node.member("activeAllocation").map { member throws(Fault) in
        try weights(member)
      },
      boosts: try node.member("boosts")?.field("boosts").rawInteger("boosts in wei"))
  }

  /// The allocation that holds where a validator has none; nil where there is none, or it could not be
  /// read.
  func defaultAllocation() throws(Fault) -> ObservedValidator.Allocation? {
    try node("chef")?.member("defaultAllocation").map { member throws(Fault) in
      try allocation(member)
    }
  }

  private func allocation(_ node: InputNode) throws(Fault) -> ObservedValidator.Allocation {
    guard let list = node.member("weights") else {
      throw node.fault(
        .missingValue, found: "an allocation without weights", expected: "startBlock and weights")
    }
    return ObservedValidator.Allocation(
      startBlock: try node.member("startBlock")?.field("a block").count("a block number") ?? 0,
      weights: try weights(list))
  }

  private func weights(_ list: InputNode) throws(Fault) -> [ObservedValidator.Allocation.Weight] {
    try list.elements("receivers and weights").map { node throws(Fault) in
      guard let receiver = node.member("receiver"), let weight = node.member("weight") else {
        throw node.fault(
          .missingValue, found: "a weight without its receiver or number",
          expected: "receiver and weight")
      }
      return ObservedValidator.Allocation.Weight(
        receiver: try receiver.field("an address").address(),
        percentage: UInt256(UInt64(try weight.field("a weight").basisPoints().value)))
    }
  }
}
