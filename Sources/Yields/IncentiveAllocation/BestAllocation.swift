public import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// The weights that draw the most incentives, with the proof: how much a better allocation could draw.
public struct BestAllocation: Hashable, Sendable {
  /// A vault that is in.
  public struct Weight: Hashable, Sendable {
    /// The vault.
    public let vault: AllocationMarket.Vault
    /// Its weight, more than 0.
    public let weight: BasisPoints
    /// What its incentives pay for it over the horizon, USD, exact.
    public let usd: ExactRational
  }

  /// What a step of weight is worth at a vault.
  public struct Step: Hashable, Sendable {
    /// Which vault.
    public let vault: Address
    /// USD over the horizon, exact.
    public let usd: ExactRational
  }

  /// The weights, the largest first, equal ones by address.
  public let weights: [Weight]
  /// What they draw over the horizon, USD, exact.
  public let usd: ExactRational
  /// What no allocation within the limits can exceed, USD, exact; equal to ``usd`` where the search
  /// ended.
  public let bound: ExactRational
  /// The least valuable step that is in; nil where every step must be.
  public let last: Step?
  /// The most valuable step that is not in and could take its place; nil where none could.
  public let next: Step?
  /// How many sets of vaults were taken apart; 0 where none had to be.
  public let nodes: Int

  /// After how many sets of vaults a search is cut short where nobody says.
  public static let usualMaxNodes = 20_000

  /// How much more a better allocation could draw at most: USD, exact; 0 is the proof that none can.
  public var gap: ExactRational { bound - usd }
}

extension AllocationMarket {
  /// Finds the weights that draw the most incentives within limits.
  ///
  /// Steps go to the highest marginal value, ties to the lower address; where that takes more vaults than
  /// may be in, a branch and bound chooses among the sets of vaults. All comparisons are exact.
  ///
  /// - Parameters:
  ///   - limits: what the weights keep to.
  ///   - maxNodes: after how many sets of vaults the search is cut short, at least 1.
  /// - Returns: the weights, optimal unless the search was cut short.
  /// - Throws: `Fault` where no allocation exists within the limits.
  public func best(
    within limits: AllocationLimits, maxNodes: Int = BestAllocation.usualMaxNodes
  ) throws(Fault) -> BestAllocation {
    try limits.requireRoom(for: vaults.count)
    try Fault.requirePositive(ExactInteger(maxNodes), "maxNodes")
    let search = AllocationSearch(
      curves: vaults.map { curve(of: $0, basisPoints: limits.step) }, steps: limits.steps,
      mostSteps: limits.mostSteps, mostVaults: limits.maxVaults, takesAll: limits.takesAll)
    let found = search.run(maxNodes: maxNodes)
    let weights = vaults.indices.filter { found.filling.steps[$0] > 0 }.map { index in
      let steps = found.filling.steps[index]
      return BestAllocation.Weight(
        vault: vaults[index], weight: BasisPoints(unchecked: steps * limits.step),
        usd: usd(search.curves[index].value(of: steps)))
    }
    let value = usd(found.filling.value)
    return BestAllocation(
      weights: weights.sorted {
        ($1.weight, $0.vault.address) < ($0.weight, $1.vault.address)
      },
      usd: value, bound: found.isOptimal ? value : usd(found.bound),
      last: search.last(in: found.filling.steps).map(step),
      next: search.next(beside: found.filling.steps).map(step), nodes: found.nodes)
  }

  private func step(_ step: (index: Int, value: UnreducedFraction)) -> BestAllocation.Step {
    BestAllocation.Step(vault: vaults[step.index].address, usd: usd(step.value))
  }
}
