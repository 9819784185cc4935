import Text
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
    #expect(sheet.value("steadyState.state") == "at the target, with a growing backlog")
    #expect(sheet.value("stream.everySeconds") == "2")
    #expect(sheet.rows("targetChoices").count == 2)
    #expect(sheet.rows("path").count >= 2)
  }

  @Test(arguments: [
    ("{}", "$.reward: found nothing"),
    (#"{"reward": "1", "undistributed": "1"}"#, "$.undistributed: found \"1\"; expected either"),
    (#"{"reward": "-1"}"#, "$.reward: found \"-1\""),
    (#"{"reward": 1e20}"#, "$.reward: found \"1e20\", in scientific notation"),
    (#"{"reward": "1", "duration": 0}"#, "$.duration: found 0; expected more than 0"),
    (#"{"reward": "1", "duration": 1760000000000}"#, "$.duration: found \"1760000000000\", which"),
    (
      #"{"reward": "1", "targetRate": "5", "duration": 5}"#,
      "$.duration: found \"5\"; expected either"
    ),
    (#"{"reward": "1", "minDuration": 5}"#, "$.minDuration: found \"5\"; expected a minimum"),
    (#"{"reward": "1", "targetRate": "0"}"#, "$.targetRate: found 0; expected more than 0"),
    (#"{"reward": "1", "rewardRate": "5"}"#, "$.periodFinish: found nothing"),
    (#"{"reward": "1", "count": 5}"#, "$.count: found \"5\"; expected a count with every only"),
    (#"{"undistributed": "1", "every": "day"}"#, "$.every: found a stream without an amount"),
    (#"{"reward": "1", "every": "day", "count": 0}"#, "$.count: found \"0\""),
    (#"{"reward": "1", "stakePrice": "5"}"#, "$.stakePrice: found \"5\"; expected prices together"),
    (#"{"reward": "1", "totalSupply": "5"}"#, "$.stakePrice: found nothing"),
    (#"{"reward": "1", "at": 1760000000000}"#, "$.at: found \"1760000000000\", which looks like"),
    (#"{"reward": "1", "durations": 5}"#, "$.durations: found an unknown key"),
    (
      #"{"reward": "115792089237316195423570985008687907853269984665640564039457584007913129639936"}"#,
      "$.reward: found 1157920892373161954235709850086879078532699846656405640394575840079131296399"
    ),
    (
      #"{"reward": "115792089237316195423570985008687907853269984665640564039457584007913129639935"}"#,
      "RewardVault.notifyRewardAmount would revert on chain with Panic(0x11)"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(QuestionRun.error { try QuestionRun.emission(json) })
    #expect(error.contains(message), "\(error)")
    #expect(error.hasPrefix("case.json:1:"), "\(error)")
  }
}
