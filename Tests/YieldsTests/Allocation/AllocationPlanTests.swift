import EVMArithmetic
import Faults
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
      of: amount, at: 10,
      candidates: try candidates(own: weights.enumerated().map { ("vault\($0)", $1) }))
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
      var stream = DedicatedEmissionStream<String>()
      try stream.setEmissionPercentage(UInt256(UInt64.random(in: 1...10_000, using: &generator)))
      stream.weights = try weights([("vault0", 4_000), ("vault1", 6_000)])
      let cap = UInt64.random(in: 0...2_000_000, using: &generator)
      stream.targets = ["vault0": UInt256(cap), "vault1": UInt256(UInt64.max)]
      let amount = ExactInteger(UInt64.random(in: 1...10_000_000, using: &generator))
      let plan = try AllocationPlan(
        of: amount, at: 10,
        candidates: try candidates(own: [("vault0", 3_333), ("vault1", 6_667)]), stream: stream)
      let paid = (plan.dedicated + plan.allocated).reduce(ExactInteger(0)) { $0 + $1.amount }
      #expect(paid == amount)
      #expect(
        plan.dedicated.reduce(ExactInteger(0)) { $0 + $1.amount } + plan.dedicatedReturned
          == plan.dedicatedOffer)
      #expect((plan.debts["vault0"] ?? 0) <= ExactInteger(cap))
    }
  }

  @Test func `Allocations fall back as the contract's do`() throws {
    var candidates = try candidates(own: [("vault0", 10_000)])
    candidates.baseline = RewardAllocation(
      startBlock: 1, weights: try weights([("vault1", 10_000)]))
    func source(at block: UInt64) throws -> AllocationSource {
      try AllocationPlan(of: 100, at: block, candidates: candidates).source
    }
    #expect(try source(at: 10) == .own)
    #expect(try source(at: 1_000_000) == .baseline)
    candidates.rules.whitelistedVaults = ["vault0"]
    #expect(try source(at: 1_000_000) == .default)
    candidates.queued = RewardAllocation(
      startBlock: 900_000, weights: try weights([("vault0", 10_000)]))
    #expect(try source(at: 1_000_000) == .activated)
    candidates.default = RewardAllocation()
    #expect(try source(at: 1_000_000) == .none)
  }

  @Test func `An amount that no block can pay is refused, a revert is named`() throws {
    let candidates = try candidates(own: [("vault0", 10_000)])
    #expect(
      throws: Fault.invalid(
        field: "amount", found: "-1", expected: "0 or more")
    ) { try AllocationPlan(of: -1, at: 1, candidates: candidates) }
    #expect(throws: Fault.self) {
      try AllocationPlan(of: try ExactInteger(2).power(128), at: 1, candidates: candidates)
    }
    var old = candidates
    old.own?.startBlock = .max
    #expect(
      throws: Fault.reverts(function: "Distributor.distributeFor", revert: .arithmeticOverflow)
    ) { try AllocationPlan(of: 1, at: 1, candidates: old) }
  }

  private func candidates(
    own: [(String, ExactInteger)]
  ) throws -> AllocationCandidates<String> {
    AllocationCandidates(
      own: RewardAllocation(startBlock: 1, weights: try weights(own)),
      default: RewardAllocation(startBlock: 1, weights: try weights([("vault0", 10_000)])),
      rules: WeightRules(
        maxNumWeights: 10, maxWeightPerVault: UInt256(10_000),
        whitelistedVaults: Set((0..<10).map { "vault\($0)" })),
      inactivityBlockSpan: 43_200)
  }

  private func weights(
    _ parts: [(String, ExactInteger)]
  ) throws -> [RewardAllocation<String>.Weight] {
    try parts.map { .init(receiver: $0.0, percentage: try $0.1.word("weight")) }
  }
}
