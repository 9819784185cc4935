internal import ArgumentParser

/// The decimals of a vault that is no BERA staking pool.
struct PoolUnitOptions: ParsableArguments {
  @Option(help: "Decimals of the assets, 0 to 255, for share prices in whole units (default 18).")
  var assetDecimals: String?
  @Option(help: "Decimals of the shares, 0 to 255 (default 18).") var shareDecimals: String?

  /// The values by key.
  var values: [String: String?] {
    ["assetDecimals": assetDecimals, "shareDecimals": shareDecimals]
  }
}
