package import Faults
package import FixedPoint
package import Inputs
internal import Quantities
internal import Sheets
package import Yields

/// A staking pool's assets and shares at one time.
package struct PoolHoldings: Sendable {
  /// The parts; where only the total is given, all of it stands under the consensus deposits.
  package let assets: PoolAssets
  /// What the pool is.
  package let kind: PoolKind
  /// Its shares, 1e18 units.
  package let totalSupply: ExactInteger
  /// The parts that are given; empty where the total is.
  package let given: Set<String>

  /// Whether the total is given, not its parts: then nobody knows where the assets are.
  package var isTotal: Bool { given.isEmpty }

  private static let parts = [
    "consensusDeposits", "buffer", "rewardsVault", "operatorRewards", "unchargedFee",
  ]

  /// The keys of the inputs.
  package static let keys = KeyTree(["kind", "totalSupply", "totalAssets"] + parts)

  /// Reads the asset components, or `totalAssets` alone, and the supply.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(_ inputs: InputObject) throws(Fault) -> PoolHoldings {
    let kind = try inputs.name("kind", of: PoolKind.self) ?? .stakingPool
    let totalSupply = try inputs.required("totalSupply", "the shares in base units")
      .rawInteger("a totalSupply in base units", decimals: 18)
    let total = try inputs.field("totalAssets")?.rawInteger("the total assets in wei", decimals: 18)
    var given: [String: ExactInteger] = [:]
    for key in parts {
      given[key] = try inputs.field(key)?.rawInteger("an amount in wei", decimals: 18)
    }
    guard total == nil || given.isEmpty else {
      throw Fault(
        .conflict, at: inputs.place("totalAssets"), found: "totalAssets and its parts",
        expected: "one or the other: the parts add up to the total")
    }
    guard total != nil || !given.isEmpty else {
      throw Fault(
        .missingValue, at: inputs.whole, found: "no assets",
        expected: "\(inputs.spelling(of: "totalAssets")) or its parts "
          + "(\(parts.map(inputs.spelling).joined(separator: ", ")))")
    }
    func part(_ key: String) -> ExactInteger { given[key] ?? 0 }
    let assets = try inputs.locating { () throws(Fault) in
      try PoolAssets(
        consensusDeposits: total ?? part("consensusDeposits"), buffer: part("buffer"),
        rewardsVault: part("rewardsVault"), operatorRewards: part("operatorRewards"),
        unchargedFee: part("unchargedFee"))
    }
    guard assets.total <= InputBounds.largestWord else {
      // Alone each part is small enough: the largest of them is the likely slip.
      let largest = parts.max { part($0) < part($1) } ?? "totalAssets"
      throw Fault(
        .outOfRange, at: inputs.place(largest), found: "parts that add up to more",
        expected: "total assets in wei, \(InputBounds.word)")
    }
    return PoolHoldings(
      assets: assets, kind: kind, totalSupply: totalSupply, given: Set(given.keys))
  }
}
