package import Faults
internal import FixedPoint
package import History
package import Inputs
package import Quantities
internal import Text
internal import Yields

/// A pool in one block of a history.
struct PoolReading: Sendable {
  let block: StoredBlock
  /// Wei; nil where it could not be read.
  let assets: ExactInteger?
  /// Shares, units of 1e-18; nil where it could not be read.
  let shares: ExactInteger?
}

extension HistoryStore {
  /// A pool, by its kind, address or validator's key, in every block of a range of times.
  func pools(
    _ name: String, in range: (from: Timestamp?, to: Timestamp?)
  ) throws(Fault) -> [PoolReading] {
    var observed: [PoolReading] = []
    try forEachPool(name) { block, pool throws(Fault) in
      guard range.from.map({ $0 <= block.time }) ?? true,
        range.to.map({ block.time <= $0 }) ?? true
      else { return }
      let node = InputNode(JSONNode(value: pool), file: self.name)
      func amount(_ key: String) throws(Fault) -> ExactInteger? {
        try node.member(key)?.field("a \(key)").rawInteger("a \(key)")
      }
      observed.append(
        PoolReading(
          block: block, assets: try amount("totalAssets"), shares: try amount("totalSupply")))
    }
    return observed
  }

  /// A pool's history, as `pool realized` takes one.
  ///
  /// - Parameters:
  ///   - pool: its kind, address or validator's key, as an option gives it.
  ///   - range: times, both included.
  /// - Returns: the series of its share prices.
  /// - Throws: a `Fault` for a pool that the store has never seen.
  package func series(
    of pool: Field, in range: (from: Timestamp?, to: Timestamp?)
  ) throws(Fault) -> PoolSeries {
    let name = try poolName(pool)
    var (prices, missing, ends) = ([PoolObservation](), [Int](), [(line: Int, at: Timestamp)]())
    for (index, observed) in try pools(name, in: range).enumerated() {
      let time = observed.block.time
      guard let assets = observed.assets, let shares = observed.shares else {
        missing.append(index + 1)
        continue
      }
      if shares.isZero {
        ends.append((index + 1, time))
      } else if prices.last.map({ $0.timestamp < time }) ?? true {
        prices.append(
          try PoolObservation(timestamp: time, totalAssets: assets, totalSupply: shares))
      }
    }
    return PoolSeries(
      name: nil, history: try PoolHistory(prices, ends: ends.map(\.at)), missing: missing,
      ends: ends)
  }

  /// A pool that the store has, by the name that an option gives.
  package func poolName(_ pool: Field) throws(Fault) -> String {
    let name = pool.text.hasPrefix("0x") ? pool.text.lowercased() : pool.text
    let known = try poolNames()
    guard known.contains(name) else {
      throw pool.error(
        .unknownName, expected: "sWBERA, or the address of one of the store's pools")
    }
    return name
  }
}
