import EVMArithmetic
import FixedPoint
import TestSupport
import Testing

@testable import Contracts
@testable import Yields

@Suite struct AllocationPlanTests {
  @Test(arguments: try AnalyticsVector.cases("allocation"))
  func `Weights split as Python's integers and fractions do`(vector: VectorCase) throws {
    let weights = try vector.input.elements("weights").map { try $0.integer() }
    let amount = try vector.input.integer("amount")
    let plan = try AllocationPlan(
      of: amount, for: "validator", block: 10,
      chef: try chef(own: weights.enumerated().map { ("vault\($0)", $1) }))
    let amounts = try vector.output.elements("amounts").map { try $0.integer() }
    let exact = try vector.output.elements("exact").map { try $0.wad() }
    #expect(plan.source == .own)
    #expect(plan.allocated.map(\.amount) == amounts)
    #expect(
      plan.allocated.map { ($0.exact * .powerOfTen(-18)).wad(rounding: .down) } == exact)
    #expect(plan.allocated.reduce(0) { $0 + $1.amount } == amount)
  }

  @Test func `A capped stream returns its excess, and nothing is lost`() throws {
    var generator = SeededGenerator(seed: 3_002)
    for _ in 0..<200 {
      var stream = DedicatedEmissionStream()
      try stream.setEmissionPercentage(UInt256(UInt64.random(in: 1...10_000, using: &generator)))
      stream.weights = try weights([("vault0", 4_000), ("vault1", 6_000)])
      let cap = UInt64.random(in: 0...2_000_000, using: &generator)
      stream.targets = ["vault0": UInt256(cap), "vault1": UInt256(UInt64.max)]
      let amount = ExactInteger(UInt64.random(in: 1...10_000_000, using: &generator))
      let plan = try AllocationPlan(
        of: amount, for: "validator", block: 10,
        chef: try chef(own: [("vault0", 3_333), ("vault1", 6_667)]), stream: stream)
      let paid = (plan.dedicated + plan.allocated).reduce(ExactInteger(0)) { $0 + $1.amount }
      #expect(paid == amount)
      #expect(
        plan.dedicated.reduce(ExactInteger(0)) { $0 + $1.amount } + plan.dedicatedReturned
          == plan.dedicatedOffer)
      #expect((plan.debts["vault0"] ?? 0) <= ExactInteger(cap))
    }
  }

  @Test func `Allocations fall back as the contract's do`() throws {
    var chef = try chef(own: [("vault0", 10_000)])
    chef.baselineAllocation = RewardAllocation(
      startBlock: 1, weights: try weights([("vault1", 10_000)]))
    func source(at block: UInt64) throws -> AllocationPlan.Source {
      try AllocationPlan(of: 100, for: "validator", block: block, chef: chef).source
    }
    #expect(try source(at: 10) == .own)
    #expect(try source(at: 1_000_000) == .baseline)
    chef.whitelistedVaults = ["vault0"]
    #expect(try source(at: 1_000_000) == .default)
    chef.queuedAllocations["validator"] = RewardAllocation(
      startBlock: 900_000, weights: try weights([("vault0", 10_000)]))
    #expect(try source(at: 1_000_000) == .activated)
    chef.defaultAllocation = RewardAllocation()
    #expect(try source(at: 1_000_000) == .none)
  }

  private func chef(own: [(String, ExactInteger)]) throws -> BeraChef {
    var chef = BeraChef(
      maxNumWeights: 10, maxWeightPerVault: UInt256(10_000), inactivityBlockSpan: 43_200)
    chef.whitelistedVaults = Set((0..<10).map { Address("vault\($0)") })
    chef.activeAllocations["validator"] = RewardAllocation(
      startBlock: 1, weights: try weights(own))
    chef.defaultAllocation = RewardAllocation(
      startBlock: 1, weights: try weights([("vault0", 10_000)]))
    return chef
  }

  private func weights(_ parts: [(String, ExactInteger)]) throws -> [RewardAllocation.Weight] {
    try parts.map {
      RewardAllocation.Weight(receiver: Address($0.0), percentage: try $0.1.word("weight"))
    }
  }
}
