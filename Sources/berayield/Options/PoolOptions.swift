internal import ArgumentParser

/// A staking pool's assets and shares.
struct PoolOptions: ParsableArguments {
  @Option(help: "Total assets, wei; or their parts:") var totalAssets: String?
  @Option(help: "BERA on the consensus layer, wei.") var consensusDeposits: String?
  @Option(help: "BERA in the pool contract, wei.") var buffer: String?
  @Option(help: "BERA in the staking rewards vault, wei.") var rewardsVault: String?
  @Option(help: "BGT or WBERA with the operator, wei.") var operatorRewards: String?
  @Option(help: "Accrued fee that is not yet charged, wei.") var unchargedFee: String?
  @Option(help: "Supply of stBERA shares, base units.") var totalSupply: String?

  /// The values by key, with others of the same command.
  func values(and others: [String: String?]) -> [String: String?] {
    [
      "totalAssets": totalAssets, "consensusDeposits": consensusDeposits, "buffer": buffer,
      "rewardsVault": rewardsVault, "operatorRewards": operatorRewards,
      "unchargedFee": unchargedFee, "totalSupply": totalSupply,
    ].merging(others) { _, other in other }
  }
}
