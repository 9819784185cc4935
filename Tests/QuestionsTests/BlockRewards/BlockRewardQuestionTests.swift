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
  }

  @Test func `a boost that is not given is null and no 0; the operator's leg stands`() throws {
    let sheet = try QuestionRun.blockReward(#"{"rewardPrice": "2"}"#, profile: .bgt)
    for key in [
      "reward", "rewardMathematical", "difference", "boost", "total", "totalTokens",
      "validator.rewardPerYearTokens", "validator.totalPerYearTokens", "validator.totalPerYearUsd",
    ] {
      #expect(sheet.value(key) == nil, "\(key)")
    }
    #expect(sheet.value("base") == "400000000000000000")
    #expect(sheet.value("validator.basePerYearTokens") == "6307200")
    #expect(sheet.warnings == [])
    let zero = try QuestionRun.blockReward(#"{"boost": "0"}"#, profile: .bgt)
    #expect(zero.value("reward") == "0" && zero.value("boost") == "0")
    #expect(zero.value("validator.rewardPerYearTokens") == "0")
  }

  @Test func `a boost that is queued counts after the activation delay`() throws {
    let sheet = try QuestionRun.blockReward(
      #"{"boost": "0", "boostsAfter": "0.0531"}"#, profile: .bgt)
    #expect(sheet.value("reward") == "0")
    #expect(sheet.value("afterActivation.delayBlocks") == "8191")
    #expect(sheet.value("afterActivation.delaySeconds") == "16382")
    #expect(sheet.value("afterActivation.reward") == "1519896757967377311")
    #expect(
      QuestionRun.error { try QuestionRun.blockReward(#"{"boostsAfter": "0.1"}"#) }
        == "case.json:1:17: $.boostsAfter: found a boost; expected no boost: rewards are constant in this era"
    )
  }

  @Test func `what the stake yields, with the incentives that vaults pay`() throws {
    let stake = #""stake": "1000000000000000000000000", "totalStake": "60000000000000000000000000""#
    let alone = try QuestionRun.blockReward("{\(stake), \"blockTime\": \"1.963\"}")
    #expect(alone.value("validator.yieldOnStake") == "0.107101375445746306")
    #expect(alone.value("validator.yieldOnStakeWithIncentives") == nil)
    let both = try QuestionRun.blockReward(
      "{\(stake), \"blockTime\": \"1.963\", \"marketBid\": \"1.9\", \"rewardPrice\": \"3.2\"}")
    #expect(both.value("validator.yieldOnStakeWithIncentives") == "0.117474729368313805")
    #expect(try QuestionRun.blockReward("{}").value("validator.yieldOnStake") == nil)
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
      #"{"rewardConvexity": "1000000000000000001", "boost": "1"}"#,
      "case.json:1:21: $.rewardConvexity: found 1000000000000000001; expected at most blockRewardLimits.maxRewardConvexity, 1000000000000000000"
    ),
    (
      #"{"baseRate": "5000000000000000001"}"#,
      "case.json:1:14: $.baseRate: found 5000000000000000001; expected at most blockRewardLimits.maxBaseRate, 5000000000000000000"
    ),
    (
      #"{"commissionBps": 5}"#,
      "case.json:1:19: $.commissionBps: found \"5\"; expected marketBid as well, which the commission is of"
    ),
    (
      #"{"marketBid": 5}"#,
      "case.json:1:1: $.stake: found nothing; expected the validator's stake in wei"
    ),
    (
      #"{"bost": "0.5"}"#,
      "case.json:1:2: $.bost: found an unknown key; expected one of baseRate, rewardRate, boostMultiplier, rewardConvexity, minBoostedRewardRate, boost, boostPower, boostsAfter, blockTime, stake, totalStake, rewardPrice, marketBid, commissionBps"
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
