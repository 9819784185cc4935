import Contracts
import Faults
import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Yields

/// What holds of every best allocation, whatever its size.
@Suite struct BestAllocationLawTests {
  private static let usual = Result {
    AllocationLimits(maxWeight: try BasisPoints(3_000), maxVaults: 10)
  }

  @Test(arguments: 1...20)
  func `235 vaults with 3 tokens each have a proven best allocation`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let market = try MarketRecipe.market(
      of: 235, tokens: 3...3, thousandths: seed.isMultiple(of: 2) ? 1...13 : 1...900, &generator)
    let limits = try Self.usual.get()
    let best = try market.best(within: limits)
    #expect(best.gap.isZero && best.bound == best.usd)
    try BestAllocationTests.expectValid(best, limits, market)
    #expect(best.nodes < 500)
    // The limit costs something, and a search that is cut short says how much it may miss.
    let free = try market.best(
      within: AllocationLimits(maxWeight: limits.maxWeight, maxVaults: 235))
    #expect(free.usd >= best.usd && free.nodes == 0)
    let cut = try market.best(within: limits, maxNodes: 1)
    #expect(cut.usd <= best.usd && cut.bound >= best.usd && cut.gap >= best.usd - cut.usd)
  }

  @Test func `one more step is never worth more than the one before`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let market = try MarketRecipe.market(
        of: 1, tokens: 0...4, thousandths: 1...1_500, &generator)
      let curve = market.curve(of: market.vaults[0], basisPoints: 100)
      var before: UnreducedFraction?
      for steps in 0..<100 {
        let marginal = curve.marginal(after: steps)
        #expect(marginal == curve.value(of: steps + 1) - curve.value(of: steps))
        #expect(marginal >= .zero)
        if let before { #expect(marginal <= before) }
        before = marginal
      }
    }
  }

  @Test func `a bound holds for every allocation of its set`() throws {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<200 {
      let market = try MarketRecipe.market(
        of: 6, tokens: 1...3, thousandths: 1...900, isTied: true, &generator)
      let curves = market.vaults.map { market.curve(of: $0, basisPoints: 500) }
      let bound = SetBound(
        curves, included: [1], undecided: [0, 2, 3, 5], room: 2, steps: 20, mostSteps: 8)
      let search = AllocationSearch(
        curves: curves, steps: 20, mostSteps: 8, mostVaults: 3, takesAll: false)
      for pair in [[0, 2], [0, 3], [0, 5], [2, 3], [2, 5], [3, 5]] {
        #expect(search.fill([1] + pair).value <= bound.value)
      }
    }
  }

  @Test func `the last step in is worth at least the next one`() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let market = try MarketRecipe.market(
        of: 12, tokens: 0...3, thousandths: 1...900, isTied: true, &generator)
      let best = try market.best(within: try Self.usual.get())
      guard let last = best.last, let next = best.next, best.nodes == 0 else { continue }
      // The least valuable step can only be below the next one where the vault of the next is full.
      #expect(last.usd >= next.usd)
    }
  }

  @Test func `nothing emitted and nothing offered is worth nothing`() throws {
    var generator = SeededGenerator(seed: 3)
    let market = try MarketRecipe.market(of: 20, tokens: 1...3, thousandths: 1...900, &generator)
    let limits = try Self.usual.get()
    let silent = try AllocationMarket(vaults: market.vaults, emissionPerDay: 0, days: 7)
    let bare = try AllocationMarket(
      vaults: market.vaults.map { try .init(address: $0.address, offers: []) }, emissionPerDay: 5,
      days: 7)
    for empty in [silent, bare] {
      let best = try empty.best(within: limits)
      #expect(best.usd.isZero && best.gap.isZero)
      #expect(best.weights.map(\.weight.value) == [3_000, 3_000, 3_000, 1_000])
      #expect(best.weights.map(\.vault.address) == (1...4).map { Address(number: $0) })
    }
  }

  private static func fault<Value>(_ body: () throws -> Value) -> Fault? {
    do { _ = try body() } catch { return error as? Fault }
    return nil
  }

  @Test func `what cannot be is refused at its place`() throws {
    var generator = SeededGenerator(seed: 3)
    let market = try MarketRecipe.market(of: 3, tokens: 1...3, thousandths: 1...900, &generator)
    let usual = try Self.usual.get()
    func refused(_ change: (inout AllocationLimits) -> Void, maxNodes: Int = 5) -> String? {
      var limits = usual
      change(&limits)
      return Self.fault { try market.best(within: limits, maxNodes: maxNodes) }?.place?.member
    }
    // Three vaults of 3000 are 9000.
    #expect(refused { _ in } == "maxWeight")
    #expect(
      refused {
        $0.maxWeight = .whole; $0.step = 3
      } == "step")
    #expect(
      refused {
        $0.maxWeight = .whole; $0.step = 0
      } == "step")
    #expect(
      refused {
        $0.maxWeight = .whole; $0.maxVaults = 0
      } == "maxVaults")
    #expect(
      refused {
        $0.maxWeight = .whole; $0.maxVaults = 2; $0.takesAll = true
      } == "maxVaults")
    #expect(
      refused {
        $0.maxWeight = .whole; $0.step = 5_000; $0.takesAll = true
      } == "step")
    #expect(refused({ $0.maxWeight = .whole }, maxNodes: 0) == "maxNodes")
    #expect(refused { $0.maxWeight = .whole } == nil)
    let none = try AllocationMarket(vaults: [], emissionPerDay: 1, days: 1)
    #expect(Self.fault { try none.best(within: usual) }?.place?.member == "vaults")
    for (vaults, emission, days, place) in [
      (market.vaults, 1, 0, "days"), (market.vaults, -1, 1, "emissionPerDay"),
      (market.vaults + market.vaults, 1, 1, "vaults"),
    ] {
      let fault = Self.fault {
        try AllocationMarket(vaults: vaults, emissionPerDay: ExactInteger(emission), days: days)
      }
      #expect(fault?.place?.member == place)
    }
  }
}
