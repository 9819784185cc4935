internal import Contracts
internal import EVMArithmetic
internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Text
internal import Yields

/// What BeraChef demands of an allocation, as far as a snapshot has it.
struct ContractLimits: Sendable {
  /// Basis points; nil where it could not be read.
  let maxWeight: UInt64?
  let maxVaults: UInt64?
  /// Blocks from the change to its start, at least.
  let blockDelay: UInt64?
  /// The rules where the snapshot has none.
  let usual: ProtocolProfile.AllocationRules

  /// The block after the first one that BeraChef takes as a start; nil where that is not known, or beyond
  /// its 64 bits.
  func earliestBlock(after block: UInt64) -> UInt64? {
    guard let blockDelay else { return nil }
    let (first, overflow) = block.addingReportingOverflow(blockDelay)
    return overflow || first == .max ? nil : first + 1
  }

  /// BeraChef's own accounting, for the check of a change.
  func chef(whitelisting vaults: [ObservedVault]) -> BeraChef {
    var chef = BeraChef(
      rules: WeightRules(
        maxNumWeights: maxVaults ?? usual.maxNumWeights,
        maxWeightPerVault: UInt256(maxWeight ?? usual.maxWeightPerVault),
        whitelistedVaults: Set(vaults.filter { $0.isWhitelisted == true }.map(\.address))),
      inactivityBlockSpan: usual.minInactivityBlockSpan)
    chef.blockDelay = blockDelay ?? 0
    return chef
  }
}

extension SnapshotFile {
  func contractLimits(_ profile: ProtocolProfile) throws(Fault) -> ContractLimits {
    let chef = node("chef")
    func count(_ key: String, _ what: String) throws(Fault) -> UInt64? {
      try chef?.member(key)?.field(what).count(what)
    }
    return ContractLimits(
      maxWeight: try count("maxWeightPerVault", "basis points"),
      maxVaults: try count("maxNumWeightsPerRewardAllocation", "a number of vaults"),
      blockDelay: try count("rewardAllocationBlockDelay", "a number of blocks"),
      usual: profile.allocation)
  }
}

extension AllocateQuestion {
  /// The limits that hold: those of options, else the contract's, else the usual ones.
  static func limits(
    _ inputs: InputObject, _ contract: ContractLimits, takesAll: Bool
  ) throws(Fault) -> (limits: AllocationLimits, maxNodes: Int, doubts: [Warning]) {
    let weight = try inputs.field("maxWeight")?.basisPoints("a weight")
    let count = try inputs.field("maxVaults")?.integer("a number of vaults", in: 1...10_000)
    let step = try inputs.field("step")?.integer("a number of basis points", in: 1...10_000)
    let nodes = try inputs.field("maxNodes")?.integer("a number of sets of vaults", in: 1...Int.max)
    var doubts: [Warning] = []
    func doubt(_ key: String, _ given: Int?, _ limit: UInt64?) {
      guard let given, let limit, UInt64(given) > limit else { return }
      doubts.append(
        Warning(
          .aboveContractLimit, "\(given) is above BeraChef's limit of \(limit), which refuses more",
          field: key))
    }
    doubt("maxWeight", weight?.value, contract.maxWeight)
    doubt("maxVaults", count, contract.maxVaults)
    let usualWeight = min(
      contract.maxWeight ?? contract.usual.maxWeightPerVault, ProtocolProfile.hundredPercent)
    let usualCount = min(contract.maxVaults ?? contract.usual.maxNumWeights, 10_000)
    return (
      AllocationLimits(
        maxWeight: weight ?? BasisPoints(unchecked: Int(usualWeight)),
        maxVaults: count ?? Int(usualCount), step: step ?? 1, takesAll: takesAll),
      nodes ?? BestAllocation.usualMaxNodes, doubts
    )
  }
}
