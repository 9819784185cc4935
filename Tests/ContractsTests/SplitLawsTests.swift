import EVMArithmetic
import Contracts
import TestSupport
import Testing

/// Nothing is created and nothing is lost when an amount is split.
@Suite struct SplitLawsTests {
  @Test func `a split pays each weight its floor, and the last what remains`() throws {
    var fixture = RewardVaultFixture(seed: 0x5911)
    var generator = SeededGenerator(seed: 0x5911)
    for _ in 0..<500 {
      let amount = fixture.amount(digits: 70)
      var left: UInt64 = ProtocolProfile.hundredPercent
      var allocation = BeraChef.Allocation(startBlock: 1)
      while left > 0 {
        let count = allocation.weights.count
        let part = count == 9 ? left : UInt64.random(in: 1...left, using: &generator)
        allocation.weights.append(
          .init(receiver: Address(named: "vault\(count)"), percentage: UInt256(part)))
        left -= part
      }
      var parts = try allocation.weights.dropLast().map {
        (try amount * $0.percentage).div(10_000)
      }
      parts.append(try amount - sum(parts))
      #expect(try allocation.parts(of: amount) == parts)
    }
  }

  @Test func `the dedicated stream and the allocation share the whole reward`() throws {
    var fixture = RewardVaultFixture(seed: 0xde5)
    for round in 0..<200 {
      var controller = BlockRewardController(limits: .deployed)
      try controller.setRewardRate(fixture.amount(digits: 18))
      try controller.setBoostMultiplier(3_000000000000000000)
      try controller.setRewardConvexity(500000000000000000)
      var chef = BeraChef(
        rules: WeightRules(
          maxNumWeights: 10, maxWeightPerVault: 10_000, whitelistedVaults: ["a", "b"]),
        inactivityBlockSpan: 9)
      chef.defaultAllocation = BeraChef.Allocation(
        startBlock: 1,
        weights: [.init(receiver: "a", percentage: 3_333), .init(receiver: "b", percentage: 6_667)])
      var stream = DedicatedEmissionStream<Address>()
      try stream.setEmissionPercentage(UInt256(UInt64(round * 50)))
      stream.weights = chef.defaultAllocation.weights.reversed()
      try stream.setTarget(of: "a", fixture.amount(digits: 20))
      try stream.setTarget(of: "b", fixture.amount(digits: 20))
      var distributor = Distributor(
        source: .boosted(controller, BoostLedger(boostees: ["v": 1], totalBoosts: 3)),
        chef: chef, dedicatedStream: stream)
      for block: UInt64 in 1...4 {
        let paid = try distributor.distribute(for: "v", block: block)
        let total = try sum((paid.dedicated + paid.allocated).map(\.amount))
        #expect(total == paid.reward.vaults)
        for (vault, debt) in distributor.dedicatedStream?.debts ?? [:] {
          #expect(debt <= stream.targets[vault] ?? 0)
        }
      }
    }
  }

  @Test func `a validator's share is never above the cap`() throws {
    var fixture = RewardVaultFixture(seed: 0xc0)
    for _ in 0..<300 {
      let amount = fixture.amount(digits: 70)
      let commission = ValidatorCommission(operator: "op", stored: fixture.amount(digits: 5))
      let share = try commission.share(of: amount, .deployed)
      #expect(share <= (try amount / 5))
      #expect(commission.effectiveRate(.deployed) <= 2_000)
    }
  }

  private func sum(_ amounts: [UInt256]) throws -> UInt256 {
    try amounts.reduce(.zero) { try $0 + $1 }
  }
}
