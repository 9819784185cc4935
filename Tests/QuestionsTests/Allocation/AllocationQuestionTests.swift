import Text
import Quantities
import Testing

@testable import Questions
@testable import Sheets

@Suite struct AllocationQuestionTests {
  @Test func `weights as pairs and as objects, with a capped stream`() throws {
    let sheet = try QuestionRun.allocation(
      """
      {"amount": "1000001", "weights": [["a", "4000"], {"vault": "b", "weightBps": 6000}],
       "dedicated": {"emissionPerc": 1000, "weights": [["c", "10000"]], "target": {"c": "150"},
                     "debt": {"c": "100"}}}
      """)
    #expect(sheet.value("dedicatedOffer") == "100000")
    #expect(sheet.value("dedicatedPaid") == "50")
    #expect(sheet.value("dedicatedReturned") == "99950")
    #expect(sheet.value("undistributed") == "0")
    #expect(sheet.rows("dedicated")[0]["debtAfter"]?.string == "150")
    #expect(sheet.rows("vaults").map { $0["amount"]?.string } == ["399980", "599971"])
    #expect(sheet.rows("vaults")[0]["exact"]?.string == "399980.4")
  }

  @Test func `the whole state falls back as the contract does`() throws {
    let sheet = try QuestionRun.allocation(
      """
      {"amount": "100", "block": 100000, "custom": {"startBlock": 1, "weights": [["a", 10000]]},
       "baseline": {"startBlock": 1, "weights": [["b", 10000]]},
       "default": {"startBlock": 1, "weights": [["c", 10000]]}, "whitelisted": ["a", "c"]}
      """)
    #expect(sheet.value("allocation") == "default")
    #expect(sheet.rows("vaults")[0]["vault"]?.string == "c")
    #expect(sheet.warnings.map(\.code) == [.amountScale, .defaultAllocation])
  }

  @Test func `without a default allocation nobody is paid`() throws {
    let sheet = try QuestionRun.allocation(
      #"{"amount": "100", "custom": {"startBlock": 1, "weights": [["a", 10000]]}}"#)
    #expect(sheet.value("allocation") == "none")
    #expect(sheet.value("undistributed") == "100")
  }

  @Test(arguments: [
    (
      #"{"weights": [["a", 1]]}"#,
      "case.json:1:13: $.weights: found weights that revert with InvalidRewardAllocationWeights; expected basis points that sum to 10000, each vault once"
    ),
    (
      #"{"weights": [["a", 5000], ["a", 5000]]}"#,
      "case.json:1:13: $.weights: found weights that revert with DuplicateReceiver; expected basis points that sum to 10000, each vault once"
    ),
    (
      #"{"weights": [["a"]]}"#,
      "case.json:1:14: $.weights[0]: found an array; expected a pair of a vault and its basis points, or {vault, weightBps}"
    ),
    (
      #"{"weights": [5]}"#,
      "case.json:1:14: $.weights[0]: found 5; expected a pair of a vault and its basis points, or {vault, weightBps}"
    ),
    (
      #"{"weights": [["a", "50%"]]}"#,
      "case.json:1:20: $.weights[0][1]: found \"50%\"; expected basis points: a whole number, written in decimal digits or as 0x..."
    ),
    (
      #"{"weights": [["a", 10000]], "custom": {"weights": []}}"#,
      "case.json:1:13: $.weights: found weights and custom; expected one or the other: both are the validator's own allocation"
    ),
    (
      #"{"weights": [["a", 10000]], "dedicated": {}}"#,
      "case.json:1:42: $.dedicated.emissionPerc: found nothing; expected basis points of the reward"
    ),
    (
      #"{"weights": [["a", 10000]], "dedicated": {"emissionPerc": 10001}}"#,
      "case.json:1:59: $.dedicated.emissionPerc: found \"10001\"; expected basis points from 0 to 10000, or InvalidEmissionPerc"
    ),
    (
      #"{"weight": [["a", 10000]]}"#,
      "case.json:1:2: $.weight: found an unknown key; expected one of amount, validator, block, weights, inactivityBlockSpan, maxNumWeights, maxWeightPerVault, custom, queued, baseline, default, whitelisted, dedicated"
    ),
    (
      #"{"weights": [["a", 10000]], "amount": "340282366920938463463374607431768211456"}"#,
      "case.json:1:39: $.amount: found 340282366920938463463374607431768211456; expected an amount that a block can pay, below 2^128"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(QuestionRun.error { try QuestionRun.allocation(json) })
    #expect(error == message, "\(error)")
  }
}
