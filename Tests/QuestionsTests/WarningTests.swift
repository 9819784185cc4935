internal import Faults
import Contracts
import FixedPoint
import Inputs
import Quantities
import Sheets
import TestSupport
import Testing
import Yields

@testable import Questions

/// One set of rules in every question: the whole warnings of inputs that public reports really had.
@Suite struct WarningTests {
  private static let tokens = String(repeating: "0", count: 18)

  private static let slowRate = Warning(
    .rewardRateScale,
    "rewardRate looks like 1e18 scale: as given, the vault emits 2.7e-19 tokens per second; in 1e18 "
      + "scale it would be 0.27 per second (multiply by 1e18)", field: .rewardRate)
  private static let assumedActive = Warning(
    .periodAssumedActive,
    "no periodFinish is given, so the period is assumed active; once it has finished the APR is 0",
    field: .periodFinish)

  private static func documentation(
    _ options: [String: String]
  ) throws -> InputObject {
    try QuestionRun.inputs(
      QuestionRun.documentation, keys: VaultSnapshot.keys,
      options: options.mapValues { $0 })
  }

  @Test func `solve and diff doubt the vault as apr does`() throws {
    let rate = ["rewardRate": "272490527103681170"]
    let apr = try QuestionRun.vault(try Self.documentation(rate))
    #expect(apr.warnings == [Self.slowRate, Self.assumedActive])
    let diff = try QuestionRun.diff(
      try Self.documentation(
        rate.merging(["published": "0.123"]) { $1 }),
      at: try QuestionRun.now.get())
    #expect(diff.warnings == apr.warnings)
    let solve = try QuestionRun.solve(
      try Self.documentation(
        rate.merging(["for": "totalSupply", "targetApr": "0.5"]) { $1 }))
    #expect(solve.warnings == [Self.slowRate])
  }

  @Test func `what is solved for is not doubted`() throws {
    let solve = try QuestionRun.solve(
      try QuestionRun.inputs(
        """
        {"totalSupply": "598626940947001140289", "rewardPrice": "7.8", "stakePrice": "223845.58",
        "periodFinish": null}
        """,
        keys: VaultSnapshot.keys,
        options: ["for": "rewardRate", "targetApr": "0.5"]))
    #expect(solve.warnings == [])
  }

  @Test func `swapped prices and a period in 2096`() throws {
    let swapped = try QuestionRun.vault(
      try Self.documentation(["rewardPrice": "223845.58", "stakePrice": "7.8"]))
    #expect(
      swapped.warnings.first
        == Warning(.pricesSwapped, "with the prices exchanged the APR would be 50.0205 %"))
    let far = try QuestionRun.vault(
      try Self.documentation(["periodFinish": "4000000000"]), at: 1_750_000_000)
    #expect(
      far.warnings == [
        Warning(
          .periodFar,
          "the period ends in 26041 d 16 h; a contract sets 3 to 7 d, longer only in target-rate mode",
          field: .periodFinish)
      ])
  }

  @Test func `a pool's assets in whole tokens`() throws {
    let price = try PoolPriceQuestion.read(
      try QuestionRun.inputs(
        "{}", keys: PoolPriceQuestion.keys,
        options: ["totalAssets": "301500", "totalSupply": "290000" + Self.tokens]),
      profile: .polNext)
    #expect(
      try price.sheet().warnings == [
        Warning(
          .amountScale,
          "totalAssets looks like whole tokens: as given it is 3e-13 BERA; multiplied by 1e18 it "
            + "would be 301500 BERA", field: "totalAssets"),
        Warning(
          .sharePriceFar,
          "a share is worth 1e-18 BERA, where it begins at 1 and grows with the pool's rewards: are "
            + "assets and shares both in units of 1e-18?"),
      ])
  }

  private static func preview(
    _ operation: PoolOperation, _ amount: String, assets: String, supply: String
  ) throws -> [Warning] {
    var notes = InputNotes(strict: false)
    let question = try PoolPreviewQuestion.read(
      operation, amount: Field(option: "amount", text: amount),
      try QuestionRun.inputs(
        "{}", keys: PoolPreviewQuestion.keys,
        options: ["totalAssets": assets, "totalSupply": supply]),
      now: try QuestionRun.now.get(), profile: .polNext, notes: &notes)
    return try question.sheet().warnings
  }

  @Test func `previews that give nothing or take too much`() throws {
    #expect(
      try Self.preview(
        .deposit, "5000" + Self.tokens, assets: "10000000000000000000001", supply: "1"
      ).last
        == Warning(
          .nothingReceived, "the deposit gives nothing: 5000 BERA are lost", field: "amount"))
    #expect(
      try Self.preview(.withdraw, "1000000", assets: "1500", supply: "1000").suffix(2)
        == [
          Warning(
            .beyondSupply,
            "0.000000000000666889 shares of 0.000000000000001: the contract reverts",
            field: "amount"),
          Warning(
            .beyondAssets, "0.000000000001 BERA of 0.0000000000000015: the contract reverts",
            field: "amount"),
        ])
    let whole = "1000" + Self.tokens
    #expect(try Self.preview(.redeem, whole, assets: whole, supply: whole) == [])
    #expect(
      try Self.preview(.redeem, "1000000000000000000001", assets: whole, supply: whole).map(\.code)
        == [.beyondSupply, .beyondAssets])
  }

  @Test func `incentives for an emission in whole tokens, with forgotten decimals`() throws {
    let sheet = try QuestionRun.incentives(
      """
      {"emissionPerDay": "1000", "rewardPrice": "7.8", "token": "USDC", "tokenPrice": "1",
      "incentiveRate": "1900000", "amountRemaining": "25000000000"}
      """)
    #expect(
      sheet.warnings == [
        Warning(
          .amountScale,
          "emissionPerDay looks like whole tokens: as given it is 1e-15 reward tokens; multiplied by "
            + "1e18 it would be 1000 reward tokens", field: "emissionPerDay"),
        Warning(
          .tokenDecimals,
          "tokenDecimals may be wrong: with 18 decimals USDC bids 1.9e-12 USD for a reward token; "
            + "with 8 decimals it would be 0.019 USD; with 6 decimals it would be 1.9 USD",
          field: "tokenDecimals"),
        Warning(
          .beyondCentury, "the runway of USDC is 3.6e16 years, longer than anything that runs",
          field: "amountRemaining"),
      ])
  }

  @Test func `a target rate in 1e18 scale`() throws {
    let sheet = try QuestionRun.emission(
      """
      {"reward": "100\(Self.tokens)", "targetRate": "115740740740740", "at": 1750000000}
      """)
    #expect(
      sheet.warnings == [
        Warning(
          .rewardRateScale,
          "targetRate looks like 1e18 scale: as given, the vault emits 1.2e-22 tokens per second; in "
            + "1e18 scale it would be 1.2e-4 per second (multiply by 1e18)", field: .targetRate),
        Warning(
          .beyondCentury, "the duration is 2.7e16 years, longer than anything that runs",
          field: "targetRate"),
      ])
  }

  @Test func `a block's amounts, an allocation's amount`() throws {
    let stake = try QuestionRun.blockReward(
      #"{"stake": "250000", "totalStake": "20000000000000000000000000"}"#)
    #expect(
      stake.warnings.first
        == Warning(
          .amountScale,
          "stake looks like whole tokens: as given it is 2.5e-13 BERA; multiplied by 1e18 it would "
            + "be 250000 BERA", field: "stake"))
    let allocation = try QuestionRun.allocation(#"{"amount": "5", "weights": [["a", "10000"]]}"#)
    #expect(
      allocation.warnings.first
        == Warning(
          .amountScale,
          "amount looks like whole tokens: as given it is 5e-18 reward tokens; multiplied by 1e18 it "
            + "would be 5 reward tokens", field: "amount"))
  }

  @Test func `a pool's projection in whole tokens, and beyond a word`() throws {
    func codes(_ assets: String, _ supply: String, perDay: String) throws -> [WarningCode] {
      try QuestionRun.projection(
        """
        {"start": 1780000000, "days": 2, "sources": [{"perDay": "\(perDay)"}],
        "pool": {"consensusDeposits": "\(assets)", "totalSupply": "\(supply)", "phase": "active"}}
        """
      ).warnings.map(\.code)
    }
    let pool = "300000" + Self.tokens
    #expect(try codes(pool, pool, perDay: "100" + Self.tokens) == [])
    #expect(
      try codes("300000", "300000", perDay: "100") == [.amountScale, .amountScale, .amountScale])
    let wide = (ExactInteger.one.shiftedLeft(by: 256) - 1).description
    #expect(try codes(wide, wide, perDay: "0") == [.amountScale, .amountScale])
    #expect(
      try codes(wide, wide, perDay: "1" + Self.tokens)
        == [.amountScale, .amountScale, .beyondUint256])
  }

  @Test func `a table without a place for warnings leaves them to stderr`() throws {
    let diff = try QuestionRun.diff(
      try Self.documentation(["published": "0.5"]),
      at: try QuestionRun.now.get())
    func noted(_ sheet: Sheet, _ format: ResultFormat) throws -> [String] {
      var writer = SheetWriter(format: format, style: TextStyle(), shape: .single)
      _ = try writer.bytes(of: sheet)
      return writer.omissions.filter { $0.code == .warning }.map(\.description)
    }
    #expect(try noted(diff, .csv) == [Self.assumedActive.description])
    #expect(try noted(diff, .json) == [] && noted(diff, .text) == [])
    let apr = try QuestionRun.vault(QuestionRun.documentation)
    #expect(try noted(apr, .csv) == [])
  }
}
