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
      "case.json:2:97: $.stakePrice: found \"1.5\"; expected a stakePrice together with totalSupply"
    ),
    (
      "{\(one), \"emision\": \"1\"}",
      "case.json:2:83: $.emision: found an unknown key; expected one of emissionPerDay, rewardPrice, emission, commissionBps, commissionChangeDelay, queuedAtBlock, feeBps, tokens, holders, totalSupply, stakePrice, stakeDecimals, validatorShare, at, token, tokenDecimals, tokenPrice, incentiveRate, amountRemaining"
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
