import Yields
import Text
import Testing

@testable import Questions
@testable import Contracts
@testable import Sheets

@Suite struct BlockRewardQuestionTests {
  @Test func `PoL Next is constant, and says which block time was used`() throws {
    let sheet = try QuestionRun.blockReward(
      #"{"stake": "1000000000000000000000000", "totalStake": "60000000000000000000000000"}"#)
    #expect(sheet.value("total") == "1705000000000000000")
    #expect(sheet.value("validator.blocksPerYear") == "262800")
    #expect(sheet.value("validator.blockTimeSeconds") == "2")
    #expect(sheet.value("validator.basePerYearTokens") == "105120")
    #expect(sheet.value("validatorAtRecordedBlockTime.blockTimeSeconds") == "1.963")
    #expect(sheet.remarks.contains { $0.contains("1.963") })
  }

  @Test func `the BGT era has the contract's bits beside the true value`() throws {
    let sheet = try QuestionRun.blockReward(#"{"boost": "0.0531"}"#, profile: .bgt)
    #expect(sheet.value("reward") == "1519896757967377311")
    #expect(sheet.value("rewardMathematical") == "1519896757967377310")
    #expect(sheet.value("difference") == "1")
  }

  @Test func `a boost as the raw boostPower is the same`() throws {
    let raw = try QuestionRun.blockReward(#"{"boostPower": "53100000000000000"}"#, profile: .bgt)
    #expect(raw.value("reward") == "1519896757967377311")
    let none = try QuestionRun.blockReward("{}", profile: .bgt)
    #expect(none.value("reward") == "0" && none.warnings.count == 1)
  }

  @Test(arguments: [
    (
      #"{"boost": "1.5"}"#,
      "case.json:1:11: $.boost: found 1.5; expected a share of all boosts, 0 to 1"
    ),
    (
      #"{"boost": "0.5", "boostPower": "5"}"#,
      "case.json:1:32: $.boostPower: found \"5\"; expected either boost or boostPower, not both"
    ),
    (
      #"{"stake": "5"}"#,
      "case.json:1:1: $.totalStake: found nothing; expected the stake of all active validators in wei"
    ),
    (
      #"{"stake": "5", "totalStake": "4"}"#,
      "case.json:1:11: $.stake: found 5; expected at most the total stake, 4"
    ),
    (
      #"{"stake": "0", "totalStake": "0"}"#,
      "case.json:1:30: $.totalStake: found 0; expected more than 0"
    ),
    (
      #"{"blockTime": "2000"}"#,
      "case.json:1:15: $.blockTime: found \"2000\"; expected seconds per block, more than 0 and at most 60"
    ),
    (
      #"{"rewardConvexity": "1000000000000000001"}"#,
      "case.json:1:1: $.convexity: found 1.000000000000000001; expected at most 1"
    ),
    (
      #"{"bost": "0.5"}"#,
      "case.json:1:2: $.bost: found an unknown key; expected one of baseRate, rewardRate, boostMultiplier, rewardConvexity, minBoostedRewardRate, boost, boostPower, blockTime, stake, totalStake, rewardPrice"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(
      QuestionRun.error { try QuestionRun.blockReward(json, profile: .bgt) })
    #expect(error == message, "\(error)")
  }

  @Test func `a boost since PoL Next is refused with the era that has it`() throws {
    let error = try #require(
      QuestionRun.error { try QuestionRun.blockReward(#"{"boost": "0.1"}"#) })
    #expect(error.contains("$.boost: found a boost; expected no boost"))
  }
}
