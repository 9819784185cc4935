import TestSupport
import Testing

/// `berayield apr --compounding-cost`: the best number of compoundings.
struct CompoundingCostTests {
  private static let options = [
    "apr", "data/documentation-vault.json", "--at", "1750000000", "--balance",
    "1000000000000000000", "--format", "json",
  ]

  /// By mpmath at 80 digits: the gains of all n up to 4000 compared; of a huge APR those of the neighbours
  /// and of a single compounding.
  @Test(arguments: [
    ("1", "7.8", 214, "0.648096685468991309", "144859.578454883931609208"),
    ("20", "7.8", 48, "0.644796133659228094", "143374.764520707435153758"),
    ("1000", "7.8", 6, "0.616794152319706099", "132066.64476661295713003"),
    ("60000", "7.8", 1, "0.500204779481316715", "51968.628981767439232869"),
    (
      "1e42", "1482", 11235,
      "126262921256993269175743711092902593327802.914032576500464844",
      "17028396841265987394740472940943214886966173417.312225640923173948"
    ),
    (
      "1e44", "1482", 1, "95.038908101450175955",
      "-99999999999999999999999999999999999978725960.493464186522250972"
    ),
  ])
  func `the best number, its APY and the net gain`(
    cost: String, rewardPrice: String, count: Int, apy: String, gain: String
  ) throws {
    let run = try CommandLineTool.run(
      Self.options + ["--compounding-cost", cost, "--reward-price", rewardPrice])
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        """
            "compounding": \(count),
            "apy": "\(apy)",
            "netGainUsd": "\(gain)"
          }

        """))
  }

  @Test func `without a cost every second is best`() throws {
    let run = try CommandLineTool.run(Self.options + ["--compounding-cost", "0"])
    #expect(
      run.output.contains("\"compounding\": 31536000,\n    \"apy\": \"0.649058923016631355\""))
  }

  /// At an APR of 2 and a stake of 1 USD the second compounding brings (1 + 2/2)^2 - (1 + 2) = 1 USD.
  @Test func `of equal gains the smaller number is taken`() throws {
    let options = [
      "apr", "--reward-rate", "2000000000000000000000000000000000000", "--total-supply",
      "31536000000000000000000000", "--reward-price", "1", "--stake-price", "1", "--at", "1",
      "--balance", "1000000000000000000", "--format", "json", "--compounding-cost",
    ]
    let equal = try CommandLineTool.run(options + ["1"])
    #expect(equal.output.contains("\"apr\": \"2\","))
    #expect(
      equal.output.contains("\"compounding\": 1,\n    \"apy\": \"2\",\n    \"netGainUsd\": \"1\""))
    let below = try CommandLineTool.run(options + ["0.999999999999999999"])
    #expect(
      below.output.contains(
        "\"compounding\": 2,\n    \"apy\": \"3\",\n    \"netGainUsd\": \"1.000000000000000002\""))
  }

  @Test func `a balance is needed, and an APR`() throws {
    let run = try CommandLineTool.run([
      "apr", "data/documentation-vault.json", "--compounding-cost", "1",
    ])
    #expect(run.status == 2)
    #expect(
      run.errors
        == "error: --balance: found nothing; expected the stake that is compounded, in base units\n"
    )
    let none = try CommandLineTool.run([
      "apr", "data/synthetic/empty.json", "--balance", "0", "--compounding-cost", "1", "--format",
      "json",
    ])
    #expect(
      none.output.contains("\"compounding\": null,\n    \"apy\": null,\n    \"netGainUsd\": null"))
  }
}
