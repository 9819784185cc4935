internal import Contracts
internal import EVMArithmetic
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Text
internal import Yields

extension ValidatorQuestion {
  /// Reads the question.
  ///
  /// - Parameters:
  ///   - snapshot: the file.
  ///   - key: the validator's public key; nil takes the only one.
  ///   - emissions: what reaches vaults per day; nil where nobody says it.
  ///   - inputs: the numbers that options give.
  ///   - rules: the rules of the snapshot's era.
  ///   - year: the year of yields.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the question.
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ snapshot: SnapshotFile, _ key: Field?, emissions: EmissionList?, _ inputs: InputObject,
    rules: AllocateQuestion.Rules, year: YearLength, notes: inout InputNotes
  ) throws(Fault) -> ValidatorQuestion {
    let validator = try snapshot.validator(key)
    let stake = try StakeShare.read(inputs, notes: &notes)
    let blocks = try snapshot.directedEmission(
      of: validator, inputs, profile: rules.blocks, notes: &notes)
    let vaults = try snapshot.observedVaults(rules.vaults.rewardVault, notes: &notes)
    let known = Dictionary(vaults.map { ($0.address, $0) }) { first, _ in first }
    if let note = emissions?.note(beside: Set(known.keys)) { notes.add(note) }
    var reaching: [Address: VaultEmission] = [:]
    for vault in vaults {
      reaching[vault.address] = try snapshot.emission(
        to: vault.node, given: emissions?.perDay[vault.address])
    }
    let named = Set(
      [validator.active, validator.own?.weights, validator.queued?.weights]
        .flatMap { $0 ?? [] }.map(\.receiver))
    let pool = try snapshot.pool(of: validator, inputs, profile: rules.blocks)
    return ValidatorQuestion(
      validator: validator, vaults: known, emissions: reaching, stake: stake, blocks: blocks,
      rewardPrice: try price(snapshot, inputs, notes: &notes),
      terms: try snapshot.terms(of: validator, inputs, profile: rules.vaults), pool: pool,
      unpriced: vaults.filter { named.contains($0.address) }.flatMap(\.unpriced),
      block: snapshot.block, year: year,
      warnings: try StakeShare.warnings(inputs) + warnings(validator, rules.vaults))
  }

  private static func price(
    _ snapshot: SnapshotFile, _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> Price? {
    if let given = try inputs.field("rewardPrice") { return try given.price(notes: &notes) }
    guard let price = snapshot.rewardPrice, !price.json.isNull else { return nil }
    return try price.field("a price in USD").price(notes: &notes)
  }

  private static func warnings(
    _ validator: ObservedValidator, _ profile: ProtocolProfile
  ) -> [Warning] {
    let stored = validator.commission.flatMap { try? BasisPoints(Int(clamping: $0)) }
    return [
      stored.flatMap {
        Plausibility.commission($0, cap: profile.commission.maxRate, "commission")
      }
    ].compactMap(\.self)
  }
}

extension SnapshotFile {
  /// The pool of a validator; nil where the snapshot has none of it.
  fileprivate func pool(
    of validator: ObservedValidator, _ inputs: InputObject, profile: ProtocolProfile
  ) throws(Fault) -> ObservedPool? {
    let fee = try inputs.field("poolFee")
    for node in try node("pools")?.elements("the pools of a snapshot") ?? []
    where node.json["kind"]?.string == "stakingPool" {
      guard let key = node.member("pubkey"),
        try key.field("a public key").validatorKey() == validator.key
      else { continue }
      let rate = try fee?.basisPoints("a fee")
      if let rate, let fee, UInt64(rate.value) > profile.pool.feeCap {
        throw fee.error(
          .outOfRange, expected: "at most \(profile.pool.feeCap) basis points, the cap of the rules"
        )
      }
      return ObservedPool(
        address: try node.member("address")?.field("an address").address(),
        totalAssets: try node.member("totalAssets")?.field("assets").rawInteger("assets in wei"),
        isFullyExited: node.json["isFullyExited"]?.bool, feeRate: rate)
    }
    if let fee {
      throw fee.error(
        .conflict, expected: "none: the snapshot has no pool of this validator",
        hint: "read the snapshot with --pool KEY")
    }
    return nil
  }
}
