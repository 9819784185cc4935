package import Faults
internal import Quantities
package import FixedPoint
package import Inputs
package import Yields

/// A staking pool's assets and shares at one time.
package struct PoolHoldings: Sendable {
  package let assets: PoolAssets
  /// stBERA shares, 1e18 units.
  package let totalSupply: ExactInteger
  /// Whether the total is given, not its parts.
  package let isTotal: Bool

  private static let parts = [
    "consensusDeposits", "buffer", "rewardsVault", "operatorRewards", "unchargedFee",
  ]

  /// The keys of the inputs.
  package static let keys = KeyTree(["totalSupply", "totalAssets"] + parts)

  /// Reads the asset components, or `totalAssets` alone, and the supply.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(_ inputs: InputObject) throws(Fault) -> PoolHoldings {
    let totalSupply = try inputs.required("totalSupply", "the stBERA shares in base units")
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
      throw inputs.missing(
        "consensusDeposits", "the pool's assets in wei, by parts or as totalAssets")
    }
    func part(_ key: String) -> ExactInteger { given[key] ?? 0 }
    let assets = try inputs.locating { () throws(Fault) in
      try PoolAssets(
        consensusDeposits: total ?? part("consensusDeposits"), buffer: part("buffer"),
        rewardsVault: part("rewardsVault"), operatorRewards: part("operatorRewards"),
        unchargedFee: part("unchargedFee"))
    }
    guard assets.total <= InputBounds.largestWord else {
      throw Fault(
        .outOfRange, at: inputs.place("consensusDeposits"), found: "parts that add up to more",
        expected: "total assets in wei, \(InputBounds.word)")
    }
    return PoolHoldings(assets: assets, totalSupply: totalSupply, isTotal: total != nil)
  }
}
