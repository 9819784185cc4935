internal import FixedPoint
internal import Yields
internal import Quantities
internal import Faults

/// A staking pool's assets and shares as an input names them.
struct PoolInputs {
  let assets: PoolAssets
  let totalSupply: ExactInteger

  /// Reads the asset components, or `totalAssets` alone, and the supply.
  init(_ values: inout InputValues) throws {
    totalSupply = try values.required("totalSupply", "the stBERA shares, 1e18 units")
      .rawInteger("a totalSupply in 1e18 units")
    let total = try values.field("totalAssets")?.rawInteger("the total assets in wei")
    var parts: [String: ExactInteger] = [:]
    for key in ["consensusDeposits", "buffer", "rewardsVault", "operatorRewards", "unchargedFee"] {
      parts[key] = try values.field(key)?.rawInteger("an amount in wei")
    }
    guard total == nil || parts.isEmpty else {
      throw Fault(
        .invalidValue, at: values.place("totalAssets"), found: "totalAssets and its parts",
        expected: "one of them: the parts add up to the total")
    }
    guard total != nil || !parts.isEmpty else {
      throw values.missing(
        "consensusDeposits", "the pool's assets in wei, by parts or as totalAssets")
    }
    let components = parts
    assets = try values.analyzing {
      try PoolAssets(
        consensusDeposits: total ?? components["consensusDeposits"] ?? 0,
        buffer: components["buffer"] ?? 0, rewardsVault: components["rewardsVault"] ?? 0,
        operatorRewards: components["operatorRewards"] ?? 0,
        unchargedFee: components["unchargedFee"] ?? 0)
    }
  }
}

extension PoolSharePrice {
  /// Both prices, named apart.
  var figures: [AnalysisSheet.Figure] {
    [
      ratio.map {
        .decimal("sharePrice", "share price (assets / supply)", $0, "BERA")
      } ?? .none("sharePrice", "share price (assets / supply)", "none: no shares exist"),
      .decimal(
        "conversionSharePrice", "conversion price ((assets+1) / (supply+1))", conversion, "BERA"),
    ]
  }
}
