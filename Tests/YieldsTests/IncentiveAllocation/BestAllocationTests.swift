import Contracts
import EVMArithmetic
import Faults
import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Yields

/// The best allocation against exhaustive search: recorded cases, and seeded ones of its own.
@Suite struct BestAllocationTests {
  // MARK: Recorded cases

  private static func market(_ row: VectorRow) throws -> AllocationMarket {
    let vaults = try row.text("vaults").split(separator: "|").enumerated().map { index, text in
      let parts = text.split(separator: ";")
      let offers = try parts.dropFirst().map { offer in
        let numbers = try offer.split(separator: "/").map { try ExactInteger(parsing: $0) }
        return try IncentiveOffer(
          token: "token", decimals: try TokenDecimals(try #require(Int(exactly: numbers[0]))),
          price: try Price(Wad(raw: numbers[1])), incentiveRate: numbers[2],
          amountRemaining: numbers[3])
      }
      return try AllocationMarket.Vault(
        address: Address(number: UInt64(index + 1)), offers: offers,
        othersPerDay: try ExactInteger(parsing: parts[0]))
    }
    return try AllocationMarket(
      vaults: vaults.reversed(),
      emissionPerDay: try ExactInteger(parsing: row.text("emissionPerDay")),
      days: try row.value("days") { Int($0) })
  }

  @Test func `recorded cases have the best value, and greedy weights where no limit binds`() throws
  {
    for row in try VectorRow.all(in: "best_allocations.csv") {
      let limits = AllocationLimits(
        maxWeight: try BasisPoints(try row.value("maxWeight") { Int($0) }),
        maxVaults: try row.value("maxVaults") { Int($0) },
        step: try row.value("step") { Int($0) }, takesAll: try row.text("takesAll") == "1")
      let market = try Self.market(row)
      let best = try market.best(within: limits)
      let expected = try ExactRational(
        ExactInteger(parsing: row.text("numerator")), ExactInteger(parsing: row.text("denominator"))
      )
      #expect(best.usd == expected && best.gap.isZero, "\(row)")
      try Self.expectValid(best, limits, market)
      let weights = try row.text("weights")
      if !weights.isEmpty {
        let inside = Dictionary(
          uniqueKeysWithValues: best.weights.map { ($0.vault.address, $0.weight.value) })
        let own = market.vaults.map { "\(inside[$0.address] ?? 0)" }.joined(separator: "|")
        #expect(own == weights, "\(row)")
      }
    }
  }

  /// Weights that the limits and BeraChef's own accounting take, worth what is said.
  static func expectValid(
    _ best: BestAllocation, _ limits: AllocationLimits, _ market: AllocationMarket
  ) throws {
    var chef = BeraChef(
      rules: WeightRules(
        maxNumWeights: UInt64(limits.maxVaults),
        maxWeightPerVault: UInt256(UInt64(limits.maxWeight.value)),
        whitelistedVaults: Set(market.vaults.map(\.address))), inactivityBlockSpan: 43_200)
    chef.blockDelay = 8_191
    let allocation = RewardAllocation<Address>(
      startBlock: 8_200,
      weights: best.weights.map {
        .init(receiver: $0.vault.address, percentage: UInt256(UInt64($0.weight.value)))
      })
    try chef.queue(allocation, for: ValidatorKey(number: 1), block: 8)
    #expect(best.weights.allSatisfy { $0.weight.value % limits.step == 0 })
    #expect(!limits.takesAll || best.weights.count == market.vaults.count)
    let sum = best.weights.reduce(ExactRational.zero) {
      $0 + market.usd(of: $1.weight, to: $1.vault.address)
    }
    #expect(sum == best.usd)
    #expect(sum == best.weights.reduce(.zero) { $0 + $1.usd })
  }

  // MARK: Exhaustive search

  /// What an offer pays, word by word as the formula says: its own arithmetic, not the engine's.
  private static func value(
    _ vault: AllocationMarket.Vault, _ weight: Int, _ market: AllocationMarket
  ) -> ExactRational {
    let days = ExactRational(market.days)
    let own =
      ExactRational(market.emissionPerDay) * days * ExactRational(weight)
      * .powerOfTen(-4)
    let others = ExactRational(vault.othersPerDay) * days
    return vault.offers.reduce(.zero) { sum, offer in
      let rate = ExactRational(offer.incentiveRate)
      guard !own.isZero, !rate.isZero else { return sum }
      let capacity = (ExactRational(offer.amountRemaining) * .powerOfTen(18)).divided(
        byNonZero: rate)
      let drawn =
        own + others <= capacity ? own : (capacity * own).divided(byNonZero: own + others)
      return sum + rate * drawn * ExactRational(offer.price.wad)
        * .powerOfTen(-18 - offer.decimals.count)
    }
  }

  /// The values of all weights as whole numbers over one denominator, so that sums are cheap.
  private static func table(
    _ market: AllocationMarket, _ limits: AllocationLimits
  ) -> (values: [[ExactInteger]], denominator: ExactInteger) {
    let exact = market.vaults.map { vault in
      (0...limits.maxWeight.value / limits.step).map { value(vault, $0 * limits.step, market) }
    }
    var denominator = ExactInteger.one
    for value in exact.joined() {
      let common = denominator.greatestCommonDivisor(with: value.denominator)
      denominator *= value.denominator.divided(byNonZero: common, rounding: .down)
    }
    return (
      exact.map { $0.map { ($0 * ExactRational(denominator)).numerator } }, denominator
    )
  }

  /// The most that so many vaults from `index` on are worth with so many steps.
  private static func most(
    _ values: [[ExactInteger]], from index: Int, steps: Int, vaults: Int, least: Int
  ) -> ExactInteger? {
    guard index < values.count else { return steps == 0 ? 0 : nil }
    var best: ExactInteger?
    for own in least...max(least, min(steps, values[index].count - 1)) {
      guard own <= steps, own < values[index].count, own == 0 || vaults > 0,
        let rest = most(
          values, from: index + 1, steps: steps - own, vaults: own == 0 ? vaults : vaults - 1,
          least: least)
      else { continue }
      let value = values[index][own] + rest
      if best.map({ $0 < value }) ?? true { best = value }
    }
    return best
  }

  private static func limits(
    _ count: Int, _ generator: inout SeededGenerator
  ) throws -> AllocationLimits? {
    let step = [1000, 1250, 2000, 2500].randomElement(using: &generator) ?? 1000
    let weight = [2500, 3000, 4000, 5000, 7500, 10_000].randomElement(using: &generator) ?? 10_000
    let vaults = [1, 2, 2, 3, 10].randomElement(using: &generator) ?? 10
    let takesAll =
      count <= min(vaults, 10_000 / step) && Int.random(in: 0..<8, using: &generator) == 0
    guard weight / step * min(count, vaults) >= 10_000 / step else { return nil }
    return AllocationLimits(
      maxWeight: try BasisPoints(weight), maxVaults: vaults, step: step, takesAll: takesAll)
  }

  @Test func `small markets have the best value of all allocations, and true bounds`() throws {
    var generator = SeededGenerator(seed: 0xA110)
    var (cases, bounded, open) = (0, 0, 0)
    while cases < 10_000 * TestScale.factor {
      let count = Int.random(in: 1...5, using: &generator)
      guard let limits = try Self.limits(count, &generator) else { continue }
      let market = try MarketRecipe.market(
        of: count, tokens: 0...3, thousandths: 1...1_500, isTied: true, &generator)
      let (values, denominator) = Self.table(market, limits)
      let expected = try #require(
        Self.most(
          values, from: 0, steps: limits.steps, vaults: limits.maxVaults,
          least: limits.takesAll ? 1 : 0))
      let exact = ExactRational(expected, overNonZero: denominator)
      let best = try market.best(within: limits)
      #expect(best.usd == exact && best.bound == exact, "case \(cases)")
      if cases % 16 == 0 { try Self.expectValid(best, limits, market) }
      if limits.maxVaults < count {
        var free = limits
        free.maxVaults = count
        if try market.best(within: free).usd > exact { bounded += 1 }
        let cut = try market.best(within: limits, maxNodes: 1)
        #expect(cut.usd <= exact && cut.bound >= exact, "case \(cases)")
        if !cut.gap.isZero { open += 1 }
      }
      cases += 1
    }
    #expect(bounded > 500, "the limit on vaults binds in \(bounded)")
    #expect(open > 0, "no search was cut short")
  }
}
