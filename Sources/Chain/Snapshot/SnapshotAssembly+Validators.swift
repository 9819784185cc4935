internal import Contracts
internal import Text
internal import Words

// BeraChef's rules, validators, the stream of dedicated emissions, and pools.
extension SnapshotAssembly {
  mutating func validators() -> [Observation] { request.validators.map { validator($0) } }

  private mutating func validator(_ key: ValidatorKey) -> Observation {
    let (chef, argument) = (deployment.beraChef, ABIWriter(key))
    let queued = ledger.read(
      ChainCall(.getValQueuedCommissionOnIncentiveTokens, of: chef, argument)
    ) { reply throws(MalformedReply) in
      (block: try reply.uint256(at: 0), rate: try reply.uint256(at: 1))
    }
    // Block 0 is how the contract says that nothing is queued.
    func ofQueue(_ part: Observation) -> Observation {
      queued.value.map { $0.block.isZero } ?? false ? .none : part
    }
    return .object([
      "pubkey": .text(key),
      "operator": Observation(address(.getOperator, of: deployment.beaconDeposit, argument)),
      "commission": whole(.getValCommissionOnIncentiveTokens, of: chef, argument),
      "queuedCommission": ofQueue(Observation(queued) { .whole($0.rate.description) }),
      "setAllocation": allocation(.getSetActiveRewardAllocation, argument),
      "activeAllocation": activeAllocation(argument),
      "queuedAllocation": allocation(.getQueuedRewardAllocation, argument),
      "queuedCommissionBlock": ofQueue(Observation(queued) { .whole($0.block.description) }),
      "boosts": raw(.boostees, of: deployment.bgt, argument),
    ])
  }

  mutating func chef() -> Observation {
    let chef = deployment.beraChef
    return .object([
      "maxWeightPerVault": whole(.maxWeightPerVault, of: chef),
      "maxNumWeightsPerRewardAllocation": whole(.maxNumWeightsPerRewardAllocation, of: chef),
      "rewardAllocationBlockDelay": whole(.rewardAllocationBlockDelay, of: chef),
      "commissionChangeDelay": whole(.commissionChangeDelay, of: chef),
      "defaultAllocation": allocation(.getDefaultRewardAllocation, nil),
      "totalBoosts": raw(.totalBoosts, of: deployment.bgt),
    ])
  }

  /// An allocation with its block; none where it is empty.
  private mutating func allocation(_ getter: Getter, _ argument: ABIWriter?) -> Observation {
    let answer = rewardAllocation(getter, argument)
    guard let allocation = answer.value else { return Observation(answer) { _ in .null } }
    guard !allocation.weights.isEmpty else { return .none }
    return .object([
      "startBlock": .whole(allocation.startBlock), "weights": .list(allocation.parts),
    ])
  }

  private mutating func activeAllocation(_ argument: ABIWriter) -> Observation {
    let answer = rewardAllocation(.getActiveRewardAllocation, argument)
    return answer.value.map { .list($0.parts) } ?? Observation(answer) { _ in .null }
  }

  private mutating func rewardAllocation(
    _ getter: Getter, _ argument: ABIWriter?
  ) -> Answer<ObservedAllocation> {
    ledger.read(ChainCall(getter, of: deployment.beraChef, argument)) {
      reply throws(MalformedReply) in
      let tuple = try reply.tail(at: 0)
      return ObservedAllocation(
        startBlock: try tuple.number(at: 0, upTo: .max),
        weights: try ObservedAllocation.weights(in: try tuple.tail(at: 1)))
    }
  }

  mutating func stream() -> Observation {
    let manager = deployment.dedicatedEmissionStreamManager
    let weights = ledger.read(ChainCall(.getRewardAllocation, of: manager)) {
      reply throws(MalformedReply) in
      try ObservedAllocation.weights(in: try reply.tail(at: 0))
    }
    let vaults: Observation =
      switch weights {
      case .pending: .none
      case .gap(let gap): .gap(gap)
      case .value(let weights):
        .list(
          weights.map { weight in
            .object([
              "vault": .text(weight.receiver), "weight": .whole(weight.share),
              "targetEmission": raw(.targetEmission, of: manager, ABIWriter(weight.receiver)),
              "debt": raw(.debt, of: manager, ABIWriter(weight.receiver)),
            ])
          })
      }
    return .object(["emissionPerc": whole(.emissionPerc, of: manager), "vaults": vaults])
  }

  mutating func pools() -> [Observation] {
    let vault = deployment.wberaStakerVault
    let sWBERA: Observation = .object([
      "kind": .text("sWBERA"), "address": .text(vault),
      "totalAssets": raw(.totalAssets, of: vault), "totalSupply": raw(.totalSupply, of: vault),
      "reservedAssets": raw(.reservedAssets, of: vault),
    ])
    return [sWBERA] + request.pools.map { stakingPool($0) }
  }

  private mutating func stakingPool(_ key: ValidatorKey) -> Observation {
    let factory = deployment.stakingPoolContractsFactory
    let pool = ledger.read(ChainCall(.getCoreContracts, of: factory, ABIWriter(key))) {
      reply throws(MalformedReply) in
      _ = try reply.address(at: 3)
      let pool = try reply.address(at: 1)
      guard pool != .zero else { throw MalformedReply(reason: "no pool of this validator") }
      return pool
    }
    func part(_ read: (inout SnapshotAssembly, Address) -> Observation) -> Observation {
      pool.value.map { read(&self, $0) } ?? .covered
    }
    return .object([
      "kind": .text("stakingPool"), "pubkey": .text(key), "address": Observation(pool),
      "totalAssets": part { $0.raw(.totalAssets, of: $1) },
      "totalSupply": part { $0.raw(.totalSupply, of: $1) },
      "bufferedAssets": part { $0.raw(.bufferedAssets, of: $1) },
      "totalDeposits": part { $0.raw(.totalDeposits, of: $1) },
      "isActive": part { $0.flag(.isActive, of: $1) },
      "isFullyExited": part { $0.flag(.isFullyExited, of: $1) },
    ])
  }
}

/// Which part of a validator's rewards goes to whom, as BeraChef says.
struct ObservedAllocation: Sendable {
  struct Weight: Sendable {
    let receiver: Address
    /// Basis points of the whole.
    let share: UInt64
  }

  let startBlock: UInt64
  let weights: [Weight]

  /// How many receivers are believed; BeraChef's own limit is a uint8.
  private static let mostWeights = 1000

  static func weights(in array: ABIReader) throws(MalformedReply) -> [Weight] {
    let count = try array.length(ofElements: 2)
    guard count <= mostWeights else { throw MalformedReply(reason: "\(count) weights") }
    return try (0..<count).map { index throws(MalformedReply) in
      Weight(
        receiver: try array.address(at: 1 + 2 * index),
        share: try array.number(at: 2 + 2 * index, upTo: 10_000))
    }
  }

  var parts: [Observation] {
    weights.map { .object(["receiver": .text($0.receiver), "weight": .whole($0.share)]) }
  }
}
