import Text
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
    #expect(sheet.warnings.count == 1)
  }

  @Test func `without a default allocation nobody is paid`() throws {
    let sheet = try QuestionRun.allocation(
      #"{"amount": "100", "custom": {"startBlock": 1, "weights": [["a", 10000]]}}"#)
    #expect(sheet.value("allocation") == "none")
    #expect(sheet.value("undistributed") == "100")
  }

  @Test(arguments: [
    (#"{"weights": [["a", 1]]}"#, "$.weights: found weights that revert with"),
    (#"{"weights": [["a", 5000], ["a", 5000]]}"#, "revert with DuplicateReceiver"),
    (#"{"weights": [["a"]]}"#, "$.weights[0]: found an array"),
    (#"{"weights": [5]}"#, "$.weights[0]: found 5"),
    (#"{"weights": [["a", "50%"]]}"#, "$.weights[0][1]: found \"50%\""),
    (
      #"{"weights": [["a", 10000]], "custom": {"weights": []}}"#,
      "$.weights: found weights and custom"
    ),
    (#"{"weights": [["a", 10000]], "dedicated": {}}"#, "$.dedicated.emissionPerc: found nothing"),
    (
      #"{"weights": [["a", 10000]], "dedicated": {"emissionPerc": 10001}}"#,
      "$.dedicated.emissionPerc: found \"10001\""
    ),
    (#"{"weight": [["a", 10000]]}"#, "$.weight: found an unknown key"),
    (
      #"{"weights": [["a", 10000]], "amount": "340282366920938463463374607431768211456"}"#,
      "$.amount: found 340282366920938463463374607431768211456"
    ),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    let error = try #require(QuestionRun.error { try QuestionRun.allocation(json) })
    #expect(error.contains(message), "\(error)")
  }
}
