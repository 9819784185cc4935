public import FixedPoint
public import Quantities
public import Faults

/// What was read of a pool at one moment.
public struct PoolObservation: Hashable, Sendable {
  /// When.
  public let timestamp: Timestamp
  /// The pool's total assets, wei.
  public let totalAssets: ExactInteger
  /// The shares in existence, 1e18 units.
  public let totalSupply: ExactInteger
  /// Total assets over total supply.
  ///
  /// Exact.
  public let sharePrice: ExactRational

  /// An observation.
  ///
  /// - Parameters:
  ///   - timestamp: when.
  ///   - totalAssets: wei.
  ///   - totalSupply: shares in 1e18 units.
  /// - Throws: `Fault` where no share price exists: without shares, or without
  ///   assets behind the shares. Such a reading is missing data, not a price of zero.
  public init(
    timestamp: Timestamp, totalAssets: ExactInteger, totalSupply: ExactInteger
  ) throws(Fault) {
    try Fault.requirePositive(totalAssets, "total_assets")
    try Fault.requirePositive(totalSupply, "total_supply")
    self.init(at: timestamp, assets: totalAssets, supply: totalSupply)
  }

  /// An observation whose amounts are known to be above zero.
  init(at timestamp: Timestamp, assets: ExactInteger, supply: ExactInteger) {
    precondition(assets.signum > 0 && supply.signum > 0, "a share price that cannot be zero is")
    self.timestamp = timestamp
    totalAssets = assets
    totalSupply = supply
    sharePrice = ExactRational(assets, overNonZero: supply)
  }
}

/// A time in which the share price did not move at all.
public struct FlatStretch: Hashable, Sendable {
  /// The first observation of the stretch.
  public let from: Timestamp
  /// The last observation of the stretch.
  public let to: Timestamp
  /// How many observations it has, at least 2.
  public let observations: Int

  /// How long it is.
  public var length: Seconds { from.seconds(until: to) }
}

/// A series of observations, in strictly increasing time.
public struct PoolHistory: Hashable, Sendable {
  /// The observations.
  public let observations: [PoolObservation]

  /// A history.
  ///
  /// - Parameter observations: in increasing time, without two of the same second.
  /// - Throws: `Fault` when the order is broken.
  public init(_ observations: [PoolObservation]) throws(Fault) {
    for (earlier, later) in zip(observations, observations.dropFirst())
    where later.timestamp <= earlier.timestamp {
      throw .invalid(
        field: "timestamp", found: later.timestamp.description,
        expected:
          "a time after the observation before it, \(earlier.timestamp.date)")
    }
    self.observations = observations
  }

  /// The stretches of at least `minimum` over which the share price is exactly the same.
  ///
  /// Rewards that arrive raise the price by at least a few wei, so a flat stretch means that nothing
  /// arrived (or that the reading was stale): a yield over it is not a yield of zero by nature.
  ///
  /// - Parameter minimum: shorter stretches are not reported.
  /// - Returns: the stretches, oldest first.
  public func flatStretches(atLeast minimum: Seconds) -> [FlatStretch] {
    var found: [FlatStretch] = []
    var start = 0
    for index in observations.indices.dropFirst() {
      let isLast = index == observations.count - 1
      let same = observations[index].sharePrice == observations[start].sharePrice
      let end = same ? index : index - 1
      if !same || isLast {
        let stretch = FlatStretch(
          from: observations[start].timestamp, to: observations[end].timestamp,
          observations: end - start + 1)
        if end > start, stretch.length >= minimum { found.append(stretch) }
      }
      if !same { start = index }
    }
    return found
  }
}
