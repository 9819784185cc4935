public import FixedPoint
public import Quantities
public import Faults

/// What was read of a pool at one moment.
public struct PoolObservation: Hashable, Sendable {
  /// When.
  public let timestamp: Timestamp
  /// The pool's total assets, wei; nil where the price alone was read.
  public let totalAssets: ExactInteger?
  /// The shares in existence, 1e18 units; nil where the price alone was read.
  public let totalSupply: ExactInteger?
  /// Total assets over total supply, BERA per share.
  ///
  /// Exact; 0 where nothing is behind the shares any more.
  public let sharePrice: ExactRational

  /// An observation of assets and shares.
  ///
  /// - Parameters:
  ///   - timestamp: when.
  ///   - totalAssets: wei.
  ///   - totalSupply: shares in 1e18 units.
  /// - Throws: `Fault` where no share price exists: without shares. Such a reading is missing data, not
  ///   a price of zero; shares without assets have a price of zero.
  public init(
    timestamp: Timestamp, totalAssets: ExactInteger, totalSupply: ExactInteger
  ) throws(Fault) {
    try Fault.requireNotNegative(totalAssets, "total_assets")
    try Fault.requirePositive(totalSupply, "total_supply")
    self.init(at: timestamp, assets: totalAssets, supply: totalSupply)
  }

  /// An observation of the share price alone.
  ///
  /// - Parameters:
  ///   - timestamp: when.
  ///   - sharePrice: BERA per share, 0 or more.
  /// - Throws: `Fault` for a negative price.
  public init(timestamp: Timestamp, sharePrice: ExactRational) throws(Fault) {
    try Fault.requireNotNegative(sharePrice.numerator, "share_price")
    self.timestamp = timestamp
    (totalAssets, totalSupply) = (nil, nil)
    self.sharePrice = sharePrice
  }

  /// An observation whose amounts are known to make a price.
  init(at timestamp: Timestamp, assets: ExactInteger, supply: ExactInteger) {
    precondition(!assets.isNegative && supply.signum > 0, "shares that exist do not")
    self.timestamp = timestamp
    totalAssets = assets
    totalSupply = supply
    sharePrice = ExactRational(assets, overNonZero: supply)
  }

  /// What shares are worth, wei, rounded down: as the contract redeems them, or at the price alone.
  ///
  /// - Parameter shares: units of 1e-18.
  /// - Returns: wei.
  public func worth(ofShares shares: ExactInteger) -> ExactInteger {
    guard let totalAssets, let totalSupply else {
      return (ExactRational(shares) * sharePrice).integer(rounding: .down)
    }
    return shares.multiplied(
      by: totalAssets + 1, dividedByNonZero: totalSupply + 1, rounding: .down)
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
  /// When there were no shares: the price before says nothing about the price after.
  public let ends: [Timestamp]

  /// A history.
  ///
  /// - Parameters:
  ///   - observations: in increasing time, without two of the same second.
  ///   - ends: when there were no shares, in increasing time.
  /// - Throws: `Fault` when the order is broken.
  public init(_ observations: [PoolObservation], ends: [Timestamp] = []) throws(Fault) {
    for (earlier, later) in zip(observations, observations.dropFirst())
    where later.timestamp <= earlier.timestamp {
      throw .invalid(
        field: "timestamp", found: later.timestamp.date,
        expected:
          "a time after the observation before it, \(earlier.timestamp.date)")
    }
    self.observations = observations
    self.ends = ends
  }

  /// The last time between two others at which there were no shares; nil where there always were.
  public func end(after earlier: Timestamp, before later: Timestamp) -> Timestamp? {
    // The ends before `later`, by halves: a history may have as many as observations.
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < later { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] > earlier ? ends[low - 1] : nil
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
      let same =
        observations[index].sharePrice == observations[start].sharePrice
        && end(
          after: observations[index - 1].timestamp, before: observations[index].timestamp) == nil
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
