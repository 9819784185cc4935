internal import Quantities
import Text
import Quantities
import Testing

@testable import Questions
@testable import Sheets

@Suite struct EmissionQuestionTests {
  @Test func `the documentation's example: 100 BGT over 5 days is 20 a day`() throws {
    let sheet = try QuestionRun.emission(
      #"{"reward": "100000000000000000000", "duration": 432000, "at": 1760000000}"#)
    #expect(sheet.value("mode") == "duration")
    #expect(sheet.value("rewardRate") == "231481481481481481481481481481481")
    #expect(sheet.value("rewardsDuration") == "432000")
    #expect(sheet.value("periodFinish") == "1760432000")
    #expect(sheet.value("undistributedRewards") == "208000")
    #expect(sheet.value("perDay") == "19999999999999999999")
  }

  @Test func `undistributed rewards are spread as they are`() throws {
    let sheet = try QuestionRun.emission(
      #"{"undistributed": "1000000", "targetRate": "3", "minDuration": "259200"}"#)
    #expect(sheet.value("mode") == "targetRate")
    #expect(sheet.value("rewardRate") == "3")
    #expect(sheet.value("rewardsDuration") == "333333")
    #expect(sheet.value("undistributedRewards") == "1")
  }

  @Test func `a duration the contract refuses is computed and named`() throws {
    let sheet = try QuestionRun.emission(#"{"reward": "1000", "duration": 86400}"#)
    #expect(sheet.value("rewardsDuration") == "86400")
    #expect(sheet.warnings.contains { $0.message.contains("InvalidRewardDuration") })
  }

  @Test func `a stream says where it leads`() throws {
    let sheet = try QuestionRun.emission(
      #"{"reward": "864000000000000000000", "every": "block", "count": 50, "targetRate": "5"}"#)
    #expect(sheet.value("steadyState.state") == "backlog")
    #expect(sheet.value("stream.everySeconds") == "2")
    #expect(sheet.rows("targetChoices").count == 2)
    #expect(sheet.rows("path").count >= 2)
  }

  @Test(arguments: [
    (
      "{}",
      "case.json:1:1: $.reward: found nothing; expected the reward in wei, or undistributed (scale 1e36)"
    ),
    (
      #"{"reward": "1", "undistributed": "1"}"#,
      "case.json:1:34: $.undistributed: found \"1\"; expected either reward or undistributed, not both"
    ),
    (
      #"{"reward": "-1"}"#,
      "case.json:1:12: $.reward: found \"-1\"; expected a reward in wei, 0 or more"
    ),
    (
      #"{"reward": 1.5e20}"#,
      "case.json:1:12: $.reward: found \"1.5e20\", in scientific notation; expected all digits of a reward in wei"
    ),
    (
      #"{"reward": "1", "duration": 0}"#,
      "case.json:1:29: $.duration: found 0; expected more than 0"
    ),
    (
      #"{"reward": "1", "duration": 1760000000000}"#,
      "case.json:1:29: $.duration: found \"1760000000000\"; expected a duration of at most 99999999999 s"
    ),
    (
      #"{"reward": "1", "targetRate": "5", "duration": 5}"#,
      "case.json:1:48: $.duration: found \"5\"; expected either targetRate or duration, not both"
    ),
    (
      #"{"reward": "1", "minDuration": 5}"#,
      "case.json:1:32: $.minDuration: found \"5\"; expected targetRate as well, because it needs a target rate"
    ),
    (
      #"{"reward": "1", "targetRate": "0"}"#,
      "case.json:1:31: $.targetRate: found 0; expected more than 0"
    ),
    (
      #"{"reward": "1", "rewardRate": "5"}"#,
      "case.json:1:1: $.periodFinish: found nothing; expected the end of the running period"
    ),
    (
      #"{"reward": "1", "periodFinish": 100}"#,
      "case.json:1:1: $.rewardRate: found nothing; expected the rate of the period that still runs"
    ),
    (
      #"{"reward": "1", "stakeDecimals": 6}"#,
      "case.json:1:34: $.stakeDecimals: found \"6\"; expected it with totalSupply only, for the APR"
    ),
    (
      #"{"reward": "1", "count": 5}"#,
      "case.json:1:26: $.count: found \"5\"; expected every as well, because only streams have a count"
    ),
    (
      #"{"undistributed": "1", "every": "day"}"#,
      "case.json:1:1: $.reward: found nothing; expected the wei of each notification, more than 0 as every asks for several"
    ),
    (
      #"{"reward": "0", "every": "day"}"#,
      "case.json:1:12: $.reward: found \"0\"; expected the wei of each notification, more than 0 as every asks for several"
    ),
    (
      #"{"reward": "1", "every": "99999999999", "at": 5}"#,
      "case.json:1:26: $.every: found 30 notifications; expected so many notifications that the last comes before the year 5138"
    ),
    (
      #"{"reward": "1", "every": "day", "count": 0}"#,
      "case.json:1:42: $.count: found \"0\"; expected a number of notifications from 1 to 100000"
    ),
    (
      #"{"reward": "1", "stakePrice": "5"}"#,
      "case.json:1:31: $.stakePrice: found \"5\"; expected it with totalSupply only, for the APR"
    ),
    (
      #"{"reward": "1", "totalSupply": "5"}"#,
      "case.json:1:1: $.stakePrice: found nothing; expected the USD price of one stake token"
    ),
    (
      #"{"reward": "1", "at": 1760000000000}"#,
      "case.json:1:23: $.at: found \"1760000000000\", which looks like milliseconds; expected unix seconds (below 1e11)"
    ),
    (
      #"{"reward": "1", "durations": 5}"#,
      "case.json:1:17: $.durations: found an unknown key; expected one of at, reward, undistributed, targetRate, duration, minDuration, rewardRate, periodFinish, every, count, totalSupply, stakeDecimals, stakePrice, rewardPrice"
    ),
    (
      #"{"reward": "115792089237316195423570985008687907853269984665640564039457584007913129639936"}"#,
      "case.json:1:12: $.reward: found \"115792089237316195423570985008687907853269984665640564039457584007913129639936\"; expected a reward in wei, at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      #"{"reward": "115792089237316195423570985008687907853269984665640564039457584007913129639935"}"#,
      "case.json:1:12: $.reward: found a revert of RewardVault.notifyRewardAmount on chain, Panic(0x11); expected a value that the contract takes"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(QuestionRun.error { try QuestionRun.emission(json) })
    #expect(error == message, "\(error)")
    #expect(error.hasPrefix("case.json:1:"), "\(error)")
  }
}
