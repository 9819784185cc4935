package import Quantities
package import Yields

/// The observations of one pool in a history.
package struct PoolSeries: Sendable {
  /// What the file calls the pool, where it tells several apart.
  package let name: String?
  /// The observations that have a share price, in order of time.
  package let history: PoolHistory
  /// The lines with an empty field: missing, not zero.
  package let missing: [Int]
  /// The lines on which there were no shares: what comes after is another series.
  package let ends: [(line: Int, at: Timestamp)]
}
