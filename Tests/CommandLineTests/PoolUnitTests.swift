import TestSupport
import Testing

/// Share prices of vaults whose assets or shares have other decimals than 18: a USDC vault's.
struct PoolUnitTests {
  private static let vault = [
    "pool", "price", "--total-assets", "1000123000000", "--total-supply",
    "1000000000000000000000000",
  ]

  /// By Python's fractions: assets of 6 decimals over shares of 18, before and after 5 USDC.
  @Test func `a share price is of whole assets and shares`() throws {
    let run = try CommandLineTool.run(
      Self.vault + ["--asset-decimals", "6", "--reward", "5000000", "--format", "csv"])
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        sharePrice,conversionSharePrice,totalAssets,totalSupply,assets.consensusDeposits,\
        assets.buffer,assets.rewardsVault,assets.operatorRewards,assets.unchargedFee,\
        afterReward.fee,afterReward.feeShares,afterReward.sharePrice,\
        afterReward.conversionSharePrice,warnings
        1.000123,1.000123000000999999,1000123000000,1000000000000000000000000,,,,,,\
        0,0,1.000128,1.000128000000999999,

        """)
    let plain = try CommandLineTool.run(Self.vault + ["--format", "json"])
    #expect(plain.output.contains("\"sharePrice\": \"0.000000000001000123\""))
    #expect(plain.output.contains("\"lifecycle\""))
  }

  @Test func `the same of a history, and the yields stay`() throws {
    let history = """
      timestamp,total_assets,total_supply
      0,1000000000000,1000000000000000000000000
      86400,1001000000000,1000000000000000000000000

      """
    let options = ["pool", "realized", "-", "--windows", "all", "--format", "csv"]
    let units = try CommandLineTool.run(
      options + ["--asset-decimals", "6", "--share-decimals", "18"], input: history)
    let plain = try CommandLineTool.run(options, input: history)
    let apy = "0.365,0.440251313429578361"
    let header =
      "window,status,from,lengthSeconds,startSharePrice,endSharePrice,apr,apy,flatSeconds"
    #expect(units.output == "\(header)\nall,ok,0,86400,1,1.001,\(apy),0\n")
    #expect(
      plain.output
        == "\(header)\nall,ok,0,86400,0.000000000001,0.000000000001001,\(apy),0\n")
  }

  /// A share price is in whole units; integers are told as what they were taken for.
  @Test func `a column of share prices has a scale of its own`() throws {
    let options = ["pool", "realized", "-", "--windows", "all"]
    let prices = "timestamp,share_price\n0,1.01\n86400,1.02\n"
    let refused = try CommandLineTool.run(options + ["--asset-decimals", "6"], input: prices)
    #expect(refused.status == 2)
    #expect(
      refused.errors
        == "error: --asset-decimals: found \"6\"; expected assets and shares to read, as a share price "
        + "is in whole units\n")
    let raw = try CommandLineTool.run(
      options, input: "timestamp,price\n0,1010000000000000000\n86400,1020000000000000000\n")
    #expect(
      raw.errors
        == "note: standard input:2: share_price: integers of 1e9 and more: share prices are read at "
        + "scale 1e18\n")
    let mixed = try CommandLineTool.run(
      options, input: "timestamp,price\n0,1.0\n86400,1000000000000000001\n")
    #expect(mixed.errors.contains("beside others: share prices are read as decimal numbers"))
    #expect(mixed.output.contains("! sharePriceFar: "))
  }

  @Test func `decimals in a file, and bad ones`() throws {
    let run = try CommandLineTool.run(
      ["pool", "price", "-"],
      input: """
        {"totalAssets": "5000000", "totalSupply": "2500000", "assetDecimals": 6, "shareDecimals": 6}
        """)
    #expect(
      run.output.hasPrefix("Staking pool\n  share price (assets / supply)               2 assets"))
    let bad = try CommandLineTool.run(Self.vault + ["--share-decimals", "256"])
    #expect(bad.status == 2)
    #expect(
      bad.errors
        == "error: --share-decimals: found \"256\"; expected the decimals of a token from 0 to 255\n"
    )
  }
}
