internal import Chain
package import Contracts
internal import EVMArithmetic
package import Faults
internal import FixedPoint
package import Inputs
internal import Quantities
internal import Text
internal import Yields

extension AllocateQuestion {
  /// What is asked beside the snapshot.
  package struct Request {
    /// The validator's public key; nil takes the only one.
    package var validator: Field?
    /// The vaults that the allocation is made of, all of them; none leaves the choice free.
    package var only: [Field]
    /// Vaults that must not be in.
    package var not: [Field]
    /// What other validators send to the vaults; nil where nobody says it.
    package var others: EmissionList?
    package var isCalldataWanted: Bool

    package init(
      validator: Field?, only: [Field], not: [Field], others: EmissionList?, isCalldataWanted: Bool
    ) {
      self.validator = validator
      self.only = only
      self.not = not
      self.others = others
      self.isCalldataWanted = isCalldataWanted
    }
  }

  /// The rules of a snapshot: those of the vaults, which pay incentives, and those of the controller, which
  /// pays blocks.
  package typealias Rules = (vaults: ProtocolProfile, blocks: ProtocolProfile)

  /// Reads the question.
  ///
  /// - Parameters:
  ///   - snapshot: the file.
  ///   - request: what is asked about it.
  ///   - inputs: the numbers that options give.
  ///   - rules: the rules of the snapshot's era.
  ///   - notes: where what is assumed is noted.
  /// - Returns: the question.
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ snapshot: SnapshotFile, _ request: Request, _ inputs: InputObject, rules: Rules,
    notes: inout InputNotes
  ) throws(Fault) -> AllocateQuestion {
    let validator = try snapshot.validator(request.validator)
    let days = try inputs.field("days")?.integer("a number of days", in: 1...36_500) ?? 7
    let perDay = try emissionPerDay(snapshot, validator, inputs, rules.blocks, notes: &notes)
    let vaults = try snapshot.observedVaults(rules.vaults.rewardVault, notes: &notes)
    let known = Dictionary(vaults.map { ($0.address, $0) }) { first, _ in first }
    if let note = request.others?.note(beside: Set(known.keys)) { notes.add(note) }
    if request.others == nil {
      notes.added.append(
        Fault(
          .assumedValue, severity: .note, found: "no emission of other validators", expected: "",
          hint: "the allocation is taken to draw alone; --others FILE.csv says what others send"))
    }
    let open = try candidates(vaults, request, notes: &notes)
    func market(_ vaults: [ObservedVault]) throws(Fault) -> AllocationMarket {
      let vaults = try vaults.map { vault throws(Fault) in
        try AllocationMarket.Vault(
          address: vault.address, offers: vault.offers,
          othersPerDay: request.others?.perDay[vault.address] ?? 0)
      }
      return try AllocationMarket(vaults: vaults, emissionPerDay: perDay, days: days)
    }
    let contract = try snapshot.contractLimits(rules.vaults)
    let limits = try limits(
      inputs, contract, takesAll: !request.only.isEmpty)
    var doubts = try StakeShare.warnings(inputs) + limits.doubts
    if let queued = validator.queued {
      doubts.append(
        Warning(
          .allocationQueued,
          "an allocation waits for block \(queued.startBlock): BeraChef takes another one once it is "
            + "activated"))
    }
    let given = try inputs.field("startBlock")
    let (earliest, startBlock) = (
      contract.earliestBlock(after: snapshot.block.number), try given?.count("a block number")
    )
    // With calldata the contract itself says what is wrong.
    if let given, let startBlock, let earliest, startBlock < earliest, !request.isCalldataWanted {
      throw given.error(
        .outOfRange, expected: "block \(earliest) or a later one, which BeraChef takes")
    }
    let terms = try snapshot.terms(of: validator, inputs, profile: rules.vaults)
    let fallback = try snapshot.defaultAllocation()
    return try inputs.locating { () throws(Fault) in
      AllocateQuestion(
        validator: validator, vaults: known, market: try market(open),
        wholeMarket: try market(vaults), limits: limits.limits, maxNodes: limits.maxNodes,
        fallback: fallback,
        unpriced: unpriced(open, vaults, [validator.active, fallback?.weights], known),
        terms: terms, chef: contract.chef(whitelisting: vaults),
        deployment: Deployment(chainID: snapshot.block.chainID), block: snapshot.block,
        startBlock: startBlock ?? earliest,
        isCalldataWanted: request.isCalldataWanted, warnings: doubts)
    }
  }

  /// What the validator directs per day, wei: as it is given, or by its share of the stake.
  private static func emissionPerDay(
    _ snapshot: SnapshotFile, _ validator: ObservedValidator, _ inputs: InputObject,
    _ profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> ExactInteger {
    let stake = try StakeShare.read(inputs, notes: &notes)
    if let given = try inputs.field("emissionPerDay") {
      for key in StakeShare.keys + ["blockTime", "boost"] {
        guard let other = try inputs.field(key) else { continue }
        throw other.error(.conflict, expected: "it or --emission-per-day, not both")
      }
      return try given.rawInteger("an emission in wei per day", decimals: 18)
    }
    guard let stake else {
      throw Fault(
        .usage, at: .option("--emission-per-day"), found: "neither it nor --stake-share",
        expected: "the wei per day that the validator directs to vaults, or its share of the stake")
    }
    let blocks = try snapshot.directedEmission(
      of: validator, inputs, profile: profile, notes: &notes)
    guard let perDay = blocks.perDay(stake.share) else {
      throw inputs.missing(
        "boost", "the validator's share of all boosts, which the snapshot could not read")
    }
    return perDay
  }

  /// The vaults that the allocation may go to.
  private static func candidates(
    _ vaults: [ObservedVault], _ request: Request, notes: inout InputNotes
  ) throws(Fault) -> [ObservedVault] {
    let unknown = vaults.filter { $0.isWhitelisted == nil }
    if let first = unknown.first {
      notes.add(
        Fault(
          .omitted, severity: .note, at: first.node.place,
          found:
            "\(unknown.count) \(unknown.count == 1 ? "vault" : "vaults") of which it is not known "
            + "whether BeraChef takes them", expected: "", hint: "left out"))
    }
    let listed = vaults.filter { $0.isWhitelisted == true }
    let allowed = Set(listed.map(\.address))
    let only = try addresses(request.only, of: allowed, "a whitelisted vault of the snapshot")
    let not = try addresses(
      request.not, of: Set(vaults.map(\.address)), "a vault of the snapshot")
    for field in request.only where not.contains(try field.address()) {
      throw field.error(.conflict, expected: "a vault that --not does not name")
    }
    return listed.filter {
      !not.contains($0.address) && (only.isEmpty || only.contains($0.address))
    }
  }

  private static func addresses(
    _ fields: [Field], of known: Set<Address>, _ what: String
  ) throws(Fault) -> Set<Address> {
    var addresses: Set<Address> = []
    for field in fields {
      let address = try field.address()
      guard known.contains(address) else { throw field.error(.unknownName, expected: what) }
      guard addresses.insert(address).inserted else {
        throw field.error(.repeated, expected: "each vault once")
      }
    }
    return addresses
  }

  /// The incentive tokens that are not counted, of vaults that matter.
  private static func unpriced(
    _ open: [ObservedVault], _ all: [ObservedVault],
    _ allocations: [[ObservedValidator.Allocation.Weight]?], _ known: [Address: ObservedVault]
  ) -> [ObservedVault.Unpriced] {
    let named = Set(allocations.flatMap { $0 ?? [] }.map(\.receiver))
    let inside = Set(open.map(\.address)).union(named)
    let missing = named.filter { known[$0] == nil }.sorted()
    return all.filter { inside.contains($0.address) }.flatMap(\.unpriced)
      + missing.map { .init(vault: $0, token: nil, symbol: nil) }
  }
}
