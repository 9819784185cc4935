import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// Which allocation holds, and that a distributor pays by it.
@Suite struct AllocationChoiceTests {
  private typealias Candidates = AllocationCandidates<String>

  private static func allocation(_ vault: String, from block: UInt64) -> RewardAllocation<String> {
    RewardAllocation(startBlock: block, weights: [.init(receiver: vault, percentage: 10_000)])
  }

  private static func candidates(whitelisted: Set<String>) -> Candidates {
    Candidates(
      own: allocation("own", from: 100), baseline: allocation("baseline", from: 50),
      default: allocation("default", from: 1),
      rules: WeightRules(
        maxNumWeights: 5, maxWeightPerVault: 10_000, whitelistedVaults: whitelisted),
      inactivityBlockSpan: 1_000)
  }

  @Test(
    arguments: [
      (["own", "baseline"], 1_100, AllocationSource.own), (["own", "baseline"], 1_101, .baseline),
      (["baseline"], 1_100, .default), (["own"], 1_101, .default), ([], 100, .default),
    ] as [(Set<String>, UInt64, AllocationSource)])
  func `the validator's own holds while it is active and valid`(
    whitelisted: Set<String>, block: UInt64, expected: AllocationSource
  ) throws {
    let choice = try Self.candidates(whitelisted: whitelisted).choose(at: block)
    #expect(choice.source == expected)
    #expect(choice.allocation.weights.map(\.receiver) == [expected.rawValue])
  }

  @Test func `an exempt validator's own never grows old, an unset one never holds`() throws {
    var candidates = Self.candidates(whitelisted: ["own", "baseline"])
    candidates.inactivityBlockSpan = nil
    #expect(try candidates.choose(at: .max).source == .own)
    candidates.own?.startBlock = 0
    #expect(try candidates.choose(at: 100).source == .baseline)
    candidates.baseline.startBlock = 0
    #expect(try candidates.choose(at: 100).source == .default)
  }

  @Test func `a queued allocation takes over from its block on, once`() throws {
    var candidates = Self.candidates(whitelisted: ["own", "queued"])
    candidates.queued = Self.allocation("queued", from: 200)
    let waiting = candidates
    let isEarly = candidates.activateReady(at: 199)
    #expect(!isEarly && candidates == waiting)
    let isReady = candidates.activateReady(at: 205)
    #expect(isReady && candidates.queued == nil)
    #expect(candidates.own == Self.allocation("queued", from: 205))
    let isAgain = candidates.activateReady(at: 206)
    #expect(!isAgain)
  }

  @Test func `without a default allocation, or without a reward, nothing moves`() throws {
    var candidates = Self.candidates(whitelisted: ["own", "queued"])
    candidates.queued = Self.allocation("queued", from: 1)
    var stream: DedicatedEmissionStream<String>?
    let idle = try RewardDistribution(of: 0, at: 300, candidates: &candidates, stream: &stream)
    #expect(idle.source == .own && candidates.queued != nil)
    candidates.default = RewardAllocation()
    let none = try RewardDistribution(of: 9, at: 300, candidates: &candidates, stream: &stream)
    #expect(none.source == .none && candidates.queued != nil)
    #expect(none.allocated.map(\.amount) == [0] && none.remaining == 0)
  }

  /// A distributor of random allocations, whose reward is its `rewardRate`: a full boost on a
  /// multiplier of one.
  private static func distributor(
    _ fixture: inout RewardVaultFixture, _ generator: inout SeededGenerator
  ) throws -> Distributor {
    var controller = BlockRewardController(limits: .deployed)
    try controller.setRewardRate(fixture.amount(digits: 18))
    try controller.setBoostMultiplier(FixedPointMathLib.wad)
    try controller.setRewardConvexity(FixedPointMathLib.wad)
    let vaults: [Address] = ["a", "b", "c", "d"]
    func allocation() -> BeraChef.Allocation {
      let share = UInt256(UInt64.random(in: 0...10_000, using: &generator))
      let (first, second) = (vaults.shuffled(using: &generator)[0], vaults[0])
      return BeraChef.Allocation(
        startBlock: UInt64.random(in: 0...60, using: &generator),
        weights: [
          .init(receiver: first, percentage: share),
          .init(receiver: second, percentage: 10_000 &- share),
        ])
    }
    var chef = BeraChef(
      rules: WeightRules(
        maxNumWeights: 2, maxWeightPerVault: 9_000,
        whitelistedVaults: Set(vaults.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 })),
      inactivityBlockSpan: 20)
    chef.activeAllocations["v"] = allocation()
    chef.queuedAllocations["v"] = allocation()
    chef.baselineAllocation = allocation()
    if Bool.random(using: &generator) { chef.exemptFromInactivity = ["v"] }
    if Int.random(in: 0..<8, using: &generator) > 0 { chef.defaultAllocation = allocation() }
    var stream = DedicatedEmissionStream<Address>()
    try stream.setEmissionPercentage(UInt256(UInt64.random(in: 0...10_000, using: &generator)))
    stream.weights = allocation().weights
    for vault in vaults { stream.targets[vault] = fixture.amount(digits: 18) }
    return Distributor(
      source: .boosted(controller, BoostLedger(boostees: ["v": 1], totalBoosts: 1)), chef: chef,
      dedicatedStream: Bool.random(using: &generator) ? stream : nil)
  }

  @Test func `a distributor pays what the pure distribution says, in random states`() throws {
    var fixture = RewardVaultFixture(seed: 0xd15)
    var generator = SeededGenerator(seed: 0xd15)
    var sources: Set<AllocationSource> = []
    for _ in 0..<(400 * TestScale.factor) {
      var distributor = try Self.distributor(&fixture, &generator)
      for block: UInt64 in [10, 40, 70] {
        var candidates = distributor.chef.candidates(for: "v")
        var stream = distributor.dedicatedStream
        guard case .boosted(let controller, _) = distributor.source else { continue }
        let reward = controller.rewardRate
        let expected = try RewardDistribution(
          of: reward, at: block, candidates: &candidates, stream: &stream)
        let paid = try distributor.distribute(for: "v", block: block)
        let parts = (expected.dedicated + expected.allocated).filter { !$0.amount.isZero }
        #expect((paid.dedicated + paid.allocated).map(\.vault) == parts.map(\.weight.receiver))
        #expect((paid.dedicated + paid.allocated).map(\.amount) == parts.map(\.amount))
        #expect(distributor.dedicatedStream == stream)
        #expect(distributor.chef.candidates(for: "v") == candidates)
        let total = try parts.reduce(UInt256.zero) { try $0 + $1.amount }
        #expect(total == (candidates.isReady ? reward : 0))
        sources.insert(expected.source)
      }
    }
    #expect(sources == [.own, .activated, .baseline, .default, .none])
  }
}
