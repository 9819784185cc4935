import Yields
import Text
import Testing

@testable import Questions
@testable import Contracts
@testable import Sheets

@Suite struct IncentiveQuestionTests {
  private static let one = """
    "emissionPerDay": "1000000000000000000000", "rewardPrice": "3.2", "tokenPrice": "1",
    "tokenDecimals": 6, "incentiveRate": "1900000", "amountRemaining": "25000000000"
    """

  @Test func `the two eras differ by fee and by who gets the rest`() throws {
    let next = try QuestionRun.incentives("{\(Self.one)}")
    #expect(next.value("bidPerTokenUsd") == "1.9")
    #expect(next.value("bidNetPerTokenUsd") == "1.805")
    #expect(next.value("incentivesPerDay.auctionUsd") == "1805")
    #expect(next.rows("split")[0]["fee"]?.string == "0")
    let bgt = try QuestionRun.incentives("{\(Self.one)}", profile: .bgt)
    #expect(bgt.value("bidNetPerTokenUsd") == "1.20935")
    #expect(bgt.rows("split")[0]["boosters"]?.string == "1209350000")
  }

  @Test func `a year's incentives are at most what remains`() throws {
    let sheet = try QuestionRun.incentives("{\(Self.one), \"at\": 1760000000}")
    #expect(sheet.value("earnings.validatorGrossPerYearUsd") == "25000")
    #expect(sheet.value("earnings.validatorPerYearUsd") == "1250")
    // 25000 / 1900 days from 1760000000 on.
    #expect(sheet.value("earnings.fundedUntil") == "1761136842")
    #expect(sheet.value("earnings.validatorGrossPerYearIfRefilledUsd") == "693500")
    #expect(sheet.value("earnings.validatorPerYearIfRefilledUsd") == "34675")
    let dry = Self.one.replacing("25000000000", with: "5")
    let empty = try QuestionRun.incentives("{\(dry), \"holders\": \"1000000000000000000\"}")
    #expect(empty.value("incentivesPerDay.grossUsd") == "0.000005")
    #expect(empty.value("earnings.validatorGrossPerYearUsd") == "0.000005")
    // 0.000005 USD on one BERA of 3.2 USD; 95 % of that after the commission.
    #expect(empty.value("earnings.holderAprGross") == "0.0000015625")
    #expect(empty.value("earnings.holderAprNet") == "0.000001484375")
    #expect(empty.value("auction.claimEverySeconds") == nil)
  }

  @Test func `a claim pays once the incentives are worth the payout`() throws {
    let sheet = try QuestionRun.incentives("{\(Self.one)}")
    // 320/1805 of a day.
    #expect(sheet.value("auction.claimEverySeconds") == "15317.451523545706371191")
    // 95 % of 25000 USD at 3.2 USD.
    #expect(sheet.value("auction.beraPerYearTokens") == "7421.875")
    #expect(sheet.value("auction.beraPerYearIfRefilledTokens") == "205882.8125")
    let wary = try QuestionRun.incentives(
      "{\(Self.one), \"claimMargin\": \"25%\", \"auctionPayout\": \"80000000000000000000\"}")
    #expect(wary.value("auction.claimEverySeconds") == "15317.451523545706371191")
    #expect(wary.value("auction.beraPerYearTokens") == "5937.5")
  }

  private static let stakers = #"""
    "holders": "60000000000000000000000", "lstStakerVaults": [
      {"name": "A", "totalAssets": "20000000000000000000000", "rate": "1250000000000000000"},
      {"name": "B", "totalAssets": "0", "rate": "1000000000000000000"}],
    "queuedAuctionPayout": "250000000000000000000", "claimMargin": "2%"
    """#

  /// By Python's fractions: 23750 USD of 25000 reach the auction, which pays for 1.02 of them.
  @Test func `the stakers of WBERA share the auction's payouts with those of LSTs`() throws {
    let sheet = try QuestionRun.incentives("{\(Self.one), \(Self.stakers)}")
    #expect(sheet.value("auction.beraPerYearTokens") == "7276.348039215686274509")
    #expect(sheet.value("auction.claimEverySeconds") == "15623.800554016620498614")
    #expect(sheet.value("auction.laterClaimEverySeconds") == "39059.501385041551246537")
    let rows = sheet.rows("stakers")
    func column(_ key: String) -> [String?] { rows.map { $0[key]?.string } }
    #expect(column("staker") == ["sWBERA", "A", "B"])
    #expect(column("stake") == ["60000000000000000000000", "25000000000000000000000", "0"])
    #expect(column("amount") == ["70588235294117647059", "29411764705882352941", "0"])
    #expect(column("received") == ["70588235294117647059", "23529411764705882352", "0"])
    #expect(
      column("beraPerYearTokens") == ["5136.245674740484429078", "2140.102364475201845431", "0"])
    #expect(column("apr") == ["0.085604094579008073", "0.085604094579008073", nil])
    #expect(column("aprIfRefilled") == ["2.374657583621683967", "2.374657583621683967", nil])
    // The same for a holder of sWBERA, and what it would be if nobody took a part.
    #expect(sheet.value("earnings.holderAprNet") == "0.085604094579008073")
    #expect(sheet.value("earnings.holderAprGross") == "0.091911764705882352")
  }

  @Test(arguments: [
    (
      #""lstStakerVaults": [{"totalAssets": "1", "rate": "1"}]"#, ProtocolProfile.polNext,
      "$.holders: found nothing; expected the assets of sWBERA, which shares the payouts"
    ),
    (
      #""holders": "1", "lstStakerVaults": [{"totalAssets": "1"}]"#, .polNext,
      "$.lstStakerVaults[0].rate: found nothing; expected the BERA wei of 1e18 base units, getRate()"
    ),
    (
      #""holders": "1", "lstStakerVaults": []"#, .bgt,
      "$.lstStakerVaults: found a list; expected none: there is no auction in the era bgt"
    ),
    (
      #""queuedAuctionPayout": "5""#, .bgt,
      "$.queuedAuctionPayout: found \"5\"; expected none: there is no auction in the era bgt"
    ),
    (
      #""auctionPayout": "0""#, .polNext,
      "$.auctionPayout: found \"0\"; expected more than 0"
    ),
  ])
  func `an auction that cannot be`(json: String, profile: ProtocolProfile, message: String) throws {
    let error = try #require(
      QuestionRun.error {
        try QuestionRun.incentives("{\(Self.one), \(json)}", profile: profile)
      })
    #expect(error.hasSuffix(message), "\(error)")
  }

  /// One offer runs dry on the way: 10 + 10 a day are 100 / 0.95 USD after so many seconds.
  @Test func `a claim waits for what offers pay until they run dry`() throws {
    let sheet = try QuestionRun.incentives(
      #"""
      {"emissionPerDay": "1000000000000000000", "rewardPrice": "1", "tokens": [
        {"tokenPrice": "1", "incentiveRate": "1000000000000000000000",
         "amountRemaining": "10000000000000000000"},
        {"tokenPrice": "1", "incentiveRate": "10000000000000000000",
         "amountRemaining": "1000000000000000000000"}]}
      """#)
    #expect(sheet.value("auction.claimEverySeconds") == "823073.684210526315789473")
  }

  @Test func `the commission on the validator's stake`() throws {
    let sheet = try QuestionRun.incentives(
      "{\(Self.one), \"validatorStake\": \"250000000000000000000000\"}")
    // 1250 / (250000 * 3.2)
    #expect(sheet.value("earnings.validatorYieldOnStake") == "0.0015625")
  }

  @Test func `a fee since PoL Next is computed and named`() throws {
    let sheet = try QuestionRun.incentives("{\(Self.one), \"feeBps\": 3300}")
    #expect(sheet.value("bidAfterFeePerTokenUsd") == "1.273")
    #expect(sheet.warnings.count == 1)
  }

  @Test func `an explicit commission of 0 is not the default`() throws {
    let zero = try QuestionRun.incentives("{\(Self.one), \"commissionBps\": 0}")
    #expect(zero.value("commission.effectiveBps") == "0")
    let never = try QuestionRun.incentives("{\(Self.one)}")
    #expect(never.value("commission.effectiveBps") == "500")
    #expect(never.value("commission.storedBps") == nil)
    let high = try QuestionRun.incentives("{\(Self.one), \"commissionBps\": 5000}")
    #expect(high.value("commission.effectiveBps") == "2000")
  }

  @Test func `several tokens bid together`() throws {
    let sheet = try QuestionRun.incentives(
      """
      {"emissionPerDay": "1000000000000000000", "rewardPrice": "2", "queuedAtBlock": 100,
       "tokens": [
        {"token": "A", "tokenPrice": "1", "incentiveRate": "500000000000000000", "amountRemaining": "5000000000000000000"},
        {"token": "B", "tokenPrice": "2", "incentiveRate": "250000000000000000", "amountRemaining": "0"}]}
      """)
    #expect(sheet.value("bidPerTokenUsd") == "0.5")
    #expect(sheet.value("efficiency") == "4")
    #expect(sheet.rows("tokens").map { $0["runwaySeconds"]?.scalarText } == ["864000", "0"])
    #expect(sheet.value("commission.activationBlock") == "16482")
  }

  @Test(arguments: [
    (
      #"{"rewardPrice": "1"}"#,
      "case.json:1:1: $.emissionPerDay: found nothing; expected the wei of reward token per day"
    ),
    (
      "{\(one), \"feeBps\": \"101%\"}",
      "case.json:2:93: $.feeBps: found \"101%\"; expected a share in basis points from 0 to 10000 (500), or in percent (5%)"
    ),
    (
      "{\(one), \"commissionBps\": -1}",
      "case.json:2:100: $.commissionBps: found \"-1\"; expected a share in basis points from 0 to 10000 (500), or in percent (5%)"
    ),
    (
      "{\(one), \"commissionChangeDelay\": 20000}",
      "case.json:2:108: $.commissionChangeDelay: found 20000 blocks; expected at most 16382 blocks"
    ),
    (
      "{\(one), \"validatorShare\": \"2\"}",
      "case.json:2:101: $.validatorShare: found 2; expected 0 to 1"
    ),
    (
      "{\(one), \"holders\": \"1.5\"}",
      "case.json:2:94: $.holders: found \"1.5\", a number with a fraction; expected an amount in wei: a whole number, written in decimal digits or as 0x..."
    ),
    (
      "{\(one), \"stakePrice\": \"1.5\"}",
      "case.json:2:97: $.stakePrice: found \"1.5\"; expected it with totalSupply only, for the stakers' APR"
    ),
    (
      "{\(one), \"emision\": \"1\"}",
      "case.json:2:83: $.emision: found an unknown key; expected one of emissionPerDay, rewardPrice, emission, commissionBps, commissionChangeDelay, queuedAtBlock, feeBps, tokens, holders, totalSupply, stakePrice, stakeDecimals, validatorShare, validatorStake, auctionPayout, queuedAuctionPayout, claimMargin, lstStakerVaults, at, token, tokenDecimals, tokenPrice, incentiveRate, amountRemaining"
    ),
    (
      #"{"emissionPerDay": "1", "rewardPrice": "1", "tokens": [{"tokenPrice": "1", "incentiveRate": "-1", "amountRemaining": "1"}]}"#,
      "case.json:1:93: $.tokens[0].incentiveRate: found \"-1\"; expected an incentiveRate in base units, 0 or more"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(QuestionRun.error { try QuestionRun.incentives(json) })
    #expect(error == message, "\(error)")
  }

  @Test func `an incentiveRate is at most the contract's, as an offer and as a budget`() throws {
    func rate(_ text: String) -> String? {
      QuestionRun.error {
        try QuestionRun.incentives(
          #"{"emissionPerDay": "1", "rewardPrice": "1", "tokenPrice": "1", "amountRemaining": "1", "incentiveRate": "\#(text)"}"#
        )
      }
    }
    let most = "1" + String(repeating: "0", count: 36)
    #expect(rate(most) == nil)
    #expect(
      rate(most.dropLast() + "1")?.hasSuffix(
        "$.incentiveRate: found \"\(most.dropLast())1\"; expected a rate of at most \(most), the "
          + "contract's MAX_INCENTIVE_RATE") == true)
  }
}
