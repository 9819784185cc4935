import Contracts
import Inputs
import Quantities
import Testing
import Yields

@testable import Questions
@testable import Sheets

/// What a preview says about a pool's limits; the conversion stands as the contract makes it.
@Suite struct PoolPreviewQuestionTests {
  private static let e = "000000000000000000"

  private func preview(
    _ operation: PoolOperation, _ amount: String, _ pool: String,
    rules: ProtocolProfile.PoolRules = .documented
  ) throws -> [String] {
    var profile = ProtocolProfile.polNext
    profile.pool = rules
    var notes = InputNotes(strict: false)
    let question = try PoolPreviewQuestion.read(
      operation, amount: Field(option: "<amount>", text: amount + Self.e),
      try QuestionRun.inputs(pool, keys: PoolPreviewQuestion.keys),
      now: try QuestionRun.now.get(), profile: profile, notes: &notes)
    return try question.sheet().warnings.map(\.description)
  }

  private static let total =
    #"{"totalAssets": "301500\#(e)", "totalSupply": "290000\#(e)"}"#

  private static func parts(_ more: String = "", deposits: String = "301000") -> String {
    """
    {"consensusDeposits": "\(deposits)\(e)", "buffer": "500\(e)", "totalSupply": "290000\(e)"\(more)}
    """
  }

  @Test(arguments: [
    (
      PoolOperation.redeem, "290000000",
      [
        "beyondSupply: 290000000 shares of 290000: the contract reverts",
        "beyondAssets: 301499999.99999999999999996 BERA of 301500: the contract reverts",
      ]
    ),
    (
      .withdraw, "999999999",
      [
        "beyondSupply: 961857378.80597014925373147 shares of 290000: the contract reverts",
        "beyondAssets: 999999999 BERA of 301500: the contract reverts",
      ]
    ),
    (
      .deposit, "10000000",
      ["beyondCapacity: 10000000 BERA, and 9698500 until deposits pause"]
    ),
    (.deposit, "9698500", []),
    // 9700000 shares cost 9700000 * 301500 / 290000 BERA.
    (
      .mint, "9700000",
      ["beyondCapacity: 10084655.172413793103448275 BERA, and 9698500 until deposits pause"]
    ),
    (.withdraw, "51500", []),
    (
      .withdraw, "51501",
      ["fullExit: 249999 BERA stay on the consensus layer, and a validator needs 250000: it exits"]
    ),
  ])
  func `limits of a pool by its total`(
    operation: PoolOperation, amount: String, warnings: [String]
  ) throws {
    #expect(try preview(operation, amount, Self.total) == warnings)
  }

  @Test func `a fault of the amount is where the amount stands`() throws {
    let wide = String(repeating: "9", count: 78)
    var notes = InputNotes(strict: false)
    let fault = try #require(
      QuestionRun.error {
        try PoolPreviewQuestion.read(
          .deposit, amount: Field(option: "<amount>", text: wide),
          try QuestionRun.inputs(Self.total, keys: PoolPreviewQuestion.keys),
          now: try QuestionRun.now.get(), profile: .polNext, notes: &notes
        ).sheet()
      })
    #expect(
      fault
        == "<amount>: found \"\(wide)\"; expected an amount in wei, at most 2^256 - 1, as a uint256 holds it"
    )
  }

  @Test func `phases, paused deposits and parts`() throws {
    let exited = Self.parts(#", "phase": "exited""#)
    #expect(
      try preview(.deposit, "5", exited) == ["depositsClosed: the validator has fully exited"])
    #expect(
      try preview(.withdraw, "501", exited)
        == ["beyondBuffer: 501 BERA, and the buffer holds 500: the contract reverts"])
    #expect(try preview(.withdraw, "500", exited) == [])
    #expect(
      try preview(.mint, "5", Self.parts(#", "depositsPaused": true"#))
        == ["depositsClosed: deposits are paused"])
    // Collecting by its deposits.
    let small = Self.parts(deposits: "249999")
    #expect(
      try preview(.redeem, "1000", small)
        == [
          "beyondBuffer: 863.789655172413793103 BERA, and the buffer holds 500: the contract reverts"
        ])
    #expect(
      try preview(.withdraw, "51001", Self.parts())
        == [
          "fullExit: 249999 BERA stay on the consensus layer, and a validator needs 250000: it exits"
        ])
    #expect(
      try preview(.withdraw, "301200", Self.parts())
        == [
          "fullExit: 301000 BERA are on the consensus layer, which is less: the validator exits"
        ])
  }

  @Test func `deployed rules: the operator covers first`() throws {
    let pool = Self.parts(#", "operatorRewards": "2000\#(Self.e)""#)
    #expect(try preview(.withdraw, "53000", pool, rules: .deployed) == [])
    #expect(
      try preview(.withdraw, "53001", pool, rules: .deployed)
        == [
          "fullExit: 249999 BERA stay on the consensus layer, and a validator needs 250000: it exits"
        ])
    var bgt = ProtocolProfile.PoolRules.deployed
    bgt.compoundsOperatorRewards = false
    #expect(try preview(.withdraw, "53000", pool, rules: bgt).map { $0.prefix(8) } == ["fullExit"])
  }
}
