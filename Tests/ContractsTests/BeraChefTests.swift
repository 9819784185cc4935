import EVMArithmetic
import Contracts
import Testing

/// Queueing and validating allocations: expectations read off BeraChef.sol.
@Suite struct BeraChefTests {
  private typealias Weight = BeraChef.Allocation.Weight

  private static func chef() -> BeraChef {
    BeraChef(
      rules: WeightRules(
        maxNumWeights: 3, maxWeightPerVault: 6_000, whitelistedVaults: ["a", "b", "c", "d"]),
      inactivityBlockSpan: 43_200)
  }

  private static func weights(_ pairs: [(Address, UInt256)]) -> [Weight] {
    pairs.map { Weight(receiver: $0.0, percentage: $0.1) }
  }

  @Test(
    arguments: [
      ([("a", 6_000), ("b", 4_000)], nil),
      ([("a", 6_000), ("b", 2_000), ("c", 1_000), ("d", 1_000)], "TooManyWeights"),
      ([("a", 5_000), ("a", 5_000)], "DuplicateReceiver"),
      ([("a", 6_001), ("b", 3_999)], "InvalidWeight"),
      ([("a", 0), ("b", 4_000)], "InvalidWeight"),
      ([("x", 6_000), ("b", 4_000)], "NotWhitelistedVault"),
      ([("a", 6_000), ("b", 3_999)], "InvalidRewardAllocationWeights"),
      ([], "InvalidRewardAllocationWeights"),
    ] as [([(String, UInt64)], String?)])
  func `weights are validated in the contract's order`(
    pairs: [(String, UInt64)], expected: String?
  ) {
    let weights = Self.weights(pairs.map { (Address(named: $0.0), UInt256($0.1)) })
    var answer: String?
    do throws(Revert) { try Self.chef().rules.validate(weights) } catch { answer = error.name }
    #expect(answer == expected)
  }

  @Test func `a queued allocation waits for its block and then starts there`() throws {
    var chef = Self.chef()
    chef.blockDelay = 10
    let allocation = BeraChef.Allocation(
      startBlock: 111, weights: Self.weights([("a", 6_000), ("b", 4_000)]))
    #expect(throws: Revert.custom("InvalidStartBlock")) {
      try chef.queue(allocation, for: "v", block: 102)
    }
    try chef.queue(allocation, for: "v", block: 101)
    #expect(throws: Revert.custom("RewardAllocationAlreadyQueued")) {
      try chef.queue(allocation, for: "v", block: 101)
    }
    chef.activateReady(for: "v", block: 110)
    #expect(chef.activeAllocations["v"] == nil)
    chef.activateReady(for: "v", block: 150)
    #expect(chef.activeAllocations["v"]?.startBlock == 150)
    #expect(chef.queuedAllocations["v"] == nil)
  }

  @Test func `an exempt validator's allocation never grows old`() throws {
    var chef = Self.chef()
    chef.activeAllocations["v"] = BeraChef.Allocation(
      startBlock: 1, weights: Self.weights([("a", 1)]))
    let old: UInt64 = 1 + 43_200 + 1
    #expect(try chef.activeAllocation(for: "v", block: old - 1).startBlock == 1)
    #expect(try chef.activeAllocation(for: "v", block: old).startBlock == 0)
    chef.exemptFromInactivity = ["v"]
    #expect(try chef.activeAllocation(for: "v", block: old).startBlock == 1)
  }

  @Test func `a block beyond 64 bits panics`() {
    var chef = Self.chef()
    chef.activeAllocations["v"] = BeraChef.Allocation(startBlock: .max, weights: [])
    #expect(throws: Revert.panic(0x11)) { try chef.activeAllocation(for: "v", block: 1) }
    chef.blockDelay = .max
    #expect(throws: Revert.panic(0x11)) {
      try chef.queue(BeraChef.Allocation(startBlock: 5), for: "v", block: 1)
    }
  }

  @Test func `governance's settings keep the default allocation valid`() throws {
    var chef = Self.chef()
    let rules = ProtocolProfile.AllocationRules.deployed
    try chef.setDefaultAllocation(
      BeraChef.Allocation(startBlock: 1, weights: Self.weights([("a", 6_000), ("b", 4_000)])))
    let before = chef
    let broken = Revert.custom("InvalidateDefaultRewardAllocation")
    #expect(throws: broken) { try chef.setMaxNumWeights(1) }
    #expect(throws: broken) { try chef.setMaxWeightPerVault(5_999) }
    #expect(throws: broken) { try chef.setWhitelisted("a", false) }
    #expect(throws: Revert.custom("MaxNumWeightsPerRewardAllocationIsZero")) {
      try chef.setMaxNumWeights(0)
    }
    for weight: UInt256 in [0, 10_001] {
      #expect(throws: Revert.custom("InvalidMaxWeightPerVault")) {
        try chef.setMaxWeightPerVault(weight)
      }
    }
    #expect(throws: Revert.custom("RewardAllocationBlockDelayTooLarge")) {
      try chef.setBlockDelay(1_315_001, rules)
    }
    #expect(throws: Revert.custom("InvalidRewardAllocationInactivityBlockSpan")) {
      try chef.setInactivityBlockSpan(43_199, rules)
    }
    #expect(chef == before)
    try chef.setMaxNumWeights(2)
    try chef.setMaxWeightPerVault(6_000)
    try chef.setWhitelisted("c", false)
    try chef.setBlockDelay(1_315_000, rules)
    try chef.setInactivityBlockSpan(43_200, rules)
    #expect(chef.rules.maxNumWeights == 2 && chef.blockDelay == 1_315_000)
  }

  @Test func `a baseline holds from the block it was set in`() throws {
    var chef = Self.chef()
    try chef.setBaselineAllocation(Self.weights([("a", 6_000), ("b", 4_000)]), block: 77)
    #expect(try chef.activeAllocation(for: "v", block: 80).startBlock == 77)
    try chef.setWhitelisted("a", false)
    #expect(try chef.activeAllocation(for: "v", block: 80) == chef.defaultAllocation)
  }

  @Test func `delays of commission changes have a limit`() {
    let rules = ProtocolProfile.CommissionRules.deployed
    #expect(throws: Never.self) {
      try ValidatorCommission.validate(changeDelay: 16_382, rules)
    }
    for delay: UInt64 in [0, 16_383] {
      #expect(throws: Revert.custom("InvalidCommissionChangeDelay")) {
        try ValidatorCommission.validate(changeDelay: delay, rules)
      }
    }
  }
}
