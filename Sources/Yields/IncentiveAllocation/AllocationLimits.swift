public import Quantities
internal import Faults

/// What an allocation must keep to.
public struct AllocationLimits: Hashable, Sendable {
  /// The most that one vault can have (`maxWeightPerVault`).
  public var maxWeight: BasisPoints
  /// The most vaults (`maxNumWeightsPerRewardAllocation`).
  public var maxVaults: Int
  /// Weights are multiples of so many basis points, a divisor of 10000.
  public var step: Int
  /// Whether every vault is to be in, with a step at least.
  public var takesAll: Bool

  /// Limits.
  ///
  /// - Parameters:
  ///   - maxWeight: the most that one vault can have.
  ///   - maxVaults: the most vaults.
  ///   - step: weights are multiples of so many basis points.
  ///   - takesAll: whether every vault is to be in.
  public init(maxWeight: BasisPoints, maxVaults: Int, step: Int = 1, takesAll: Bool = false) {
    self.maxWeight = maxWeight
    self.maxVaults = maxVaults
    self.step = step
    self.takesAll = takesAll
  }

  /// The steps of the whole.
  var steps: Int { BasisPoints.whole.value / step }

  /// The most steps that one vault can have.
  var mostSteps: Int { maxWeight.value / step }

  /// Refuses limits under which no allocation exists.
  ///
  /// - Parameter count: how many vaults there are.
  /// - Throws: `Fault` at the limit.
  func requireRoom(for count: Int) throws(Fault) {
    guard step > 0, BasisPoints.whole.value % step == 0 else {
      throw .invalid(
        field: "step", found: "\(step)",
        expected: "basis points that divide 10000: 1, 2, 4, 5, 8, 10, ...")
    }
    guard maxVaults > 0 else {
      throw .invalid(field: "maxVaults", found: "\(maxVaults)", expected: "at least 1")
    }
    guard count > 0 else {
      throw .invalid(
        field: "vaults", found: "no vault that may receive emission", expected: "at least one")
    }
    if takesAll, count > min(maxVaults, steps) {
      throw .invalid(
        field: count > maxVaults ? "maxVaults" : "step",
        found: "\(count) vaults that are to be in",
        expected: "at most \(min(maxVaults, steps))")
    }
    let vaults = min(count, maxVaults)
    guard mostSteps * vaults >= steps else {
      throw .invalid(
        field: "maxWeight",
        found: "at most \(mostSteps * step) basis points for each of at most \(vaults) vaults",
        expected: "limits that can sum to 10000")
    }
  }
}
