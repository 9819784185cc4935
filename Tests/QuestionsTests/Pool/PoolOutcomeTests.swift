import Contracts
import Quantities
import Testing
import Text

@testable import Questions
@testable import Sheets

/// What comes of a scenario beyond its yields: exits, holders, auctions, boosts, assumptions.
@Suite struct PoolOutcomeTests {
  /// By Python's integers: 1000 WBERA beside 500 LST of 1.5 BERA share 10, then 30, then 30 BERA.
  @Test func `sWBERA shares the payouts of auctions, and a queued payout comes second`() throws {
    let sheet = try QuestionRun.projection(
      #"""
      {"start": 1780272000, "days": 3,
       "pool": {"totalAssets": "1000000000000000000000", "totalSupply": "1000000000000000000000",
                "kind": "sWBERA"},
       "auction": {"payout": "10000000000000000000", "queuedPayout": "30000000000000000000",
                   "everySeconds": 86400, "lstStakerVaults": [
                     {"totalAssets": "500000000000000000000", "rate": "1500000000000000000"}]}}
      """#)
    #expect(
      sheet.rows("path").map { $0["totalAssets"]?.string }.last == "1040000000000000000002")
    #expect(sheet.warnings == [])
    // 10 of 1750 BERA a day.
    #expect(sheet.value("grossApr") == "2.085714285714285714")
  }

  /// Without threshold, capacity or exit, and with the seven days of the vault's cooldown.
  @Test func `sWBERA goes by its own rules`() throws {
    func scenario(_ more: String) -> String {
      #"""
      {"start": 1780272000, "days": 10,
       "pool": {"kind": "sWBERA", "totalAssets": "1000000000000000000000",
                "totalSupply": "1000000000000000000000"},
       "sources": [{"grossApr": "0"}]\#(more)}
      """#
    }
    let sheet = try QuestionRun.projection(
      scenario(
        #"""
        , "events": [{"at": 1780272000, "deposit": "20000000000000000000000000"},
                     {"at": 1780272000, "withdraw": "20000999000000000000000000"}]
        """#))
    #expect(sheet.warnings == [])
    #expect(sheet.rows("withdrawals").map { $0["readyAt"]?.scalarText } == ["1780876800"])
    #expect(sheet.rows("path").last?["totalAssets"]?.string == "1000000000000000000")
    let exit = QuestionRun.error {
      try QuestionRun.projection(
        scenario(#", "events": [{"at": 1780272000, "action": "exit"}]"#))
    }
    #expect(
      exit?.hasSuffix("$.events: found an exit; expected none of sWBERA, which has no validator")
        == true)
    let fee = QuestionRun.error {
      try QuestionRun.projection(scenario(#", "protocolFeeBps": 1"#))
    }
    #expect(fee?.contains("protocolFeeBps") == true)
    let shared = #", "auction": {"everySeconds": 86400, "lstStakerVaults": []}"#
    let pool = QuestionRun.error {
      try QuestionRun.projection(
        scenario(shared).replacing(#""kind": "sWBERA", "#, with: ""))
    }
    #expect(
      pool?.contains("expected them with a pool of kind sWBERA only") == true, "\(pool ?? "")")
  }

  @Test func `what the pool refuses is a warning, not a failure`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([
        ("events", #"[{"at": 1780272000, "withdraw": "1000000000000000000000000"}]"#)
      ])
    )
    #expect(
      sheet.warnings.map(\.description)
        == [
          "operationRefused: refused at 2026-06-01T00:00:00Z: withdrawal: 966666.666666666666666667 "
            + "shares of 290000: the contract reverts"
        ])
    #expect(
      sheet.rows("path")[0]["events"]?.string
        == "refused: withdrawal: 966666.666666666666666667 shares of 290000: the contract reverts")
    let page = sheet.text(TextStyle(width: 200))
    #expect(
      page.contains("refused: withdrawal: ~ 966,666.6667 shares of 290,000: the contract reverts\n")
    )
  }

  @Test func `deployed rules take a higher fee`() throws {
    var profile = ProtocolProfile.polNext
    profile.pool = .deployed
    let json = PoolScenarioTests.scenario([("protocolFeeBps", "2000")])
    let sheet = try QuestionRun.projection(json, profile: profile)
    #expect(sheet.value("netApr") == "0.0608")
  }

  @Test func `a validator exits of its own will: nothing is earned, the deposits come back`() throws
  {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([
        (
          "events",
          #"""
          [{"at": 1780272000, "action": "exit"},
           {"at": 1780272001, "deposit": "5000000000000000000"},
           {"at": 1780272001, "redeem": "1000000000000000000"},
           {"at": 1780272001, "action": "exit"},
           {"at": 1780370304, "redeem": "290000000000000000000000"}]
          """#
        )
      ]))
    #expect(
      sheet.cells("path", ["timestamp", "phase", "rewards", "events"]).prefix(4)
        == [
          [
            "1780272000", "exited", "0",
            "full exit by the validator: 300000 BERA come back at 2026-06-02T03:18:24Z",
          ],
          [
            "1780272001", "exited", "0",
            "refused: deposit: the validator has fully exited; refused: withdrawal: "
              + "1.034482758620689655 BERA, and the buffer holds 0: the contract reverts; refused: "
              + "exit: the validator has fully exited",
          ],
          ["1780358400", "exited", "0", ""],
          [
            "1780370304", "exited", "0",
            "deposits of 300000 BERA came back to the buffer; withdrawal 1 of "
              + "299999.999999999999999999 BERA requested, ready at 2026-06-03T06:36:48Z",
          ],
        ])
    #expect(
      sheet.cells(
        "withdrawals", ["id", "by", "requestedAt", "amountTokens", "readyAt"])
        == [
          ["", "validator", "1780272000", "300000", "1780370304"],
          ["1", "holder", "1780370304", "299999.999999999999999999", "1780468608"],
        ])
    #expect(sheet.value("end.phase") == "exited")
    #expect(sheet.value("validator.revenueTokens") == "0")
  }

  @Test func `a holder over time`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([("holder", #"{"shares": "1000000000000000000000"}"#)]))
    let first = try #require(sheet.rows("path").first)
    // 1000 * (300000e18 + 1) / (290000e18 + 1).
    #expect(first["holderAssets"]?.string == "1034482758620689655172")
    #expect(sheet.value("holder.startAssets") == "1034482758620689655172")
    #expect(sheet.value("holder.endAssets") == sheet.rows("path").last?["holderAssets"]?.string)
    #expect(sheet.value("holder.endPending") == "0")
  }

  @Test func `an auction that is claimed as soon as that pays`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([
        ("sources", "[]"),
        ("auction", #"{"usdPerDay": "1805", "beraPrice": "3.2"}"#),
        ("days", "1"),
      ]))
    // 320/1805 of a day is 15317.45 s: five claims, each at the next whole second.
    #expect(
      sheet.cells("path", ["timestamp", "rewards", "events"]).prefix(3)
        == [
          ["1780272000", "0", ""],
          ["1780287318", "100000000000000000000", "auction paid 100 BERA"],
          ["1780302635", "100000000000000000000", "auction paid 100 BERA"],
        ])
    #expect(sheet.value("end.totalAssets") == "300500000000000000000000")
  }

  @Test func `the operator's BGT boosts after a delay, and is used after another`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([
        ("boostsAfter", "\"0.0531\""),
        (
          "pool",
          #"{"consensusDeposits": "300000000000000000000000", "operatorRewards": "7000000000000000000", "totalSupply": "290000000000000000000000"}"#
        ),
      ]), profile: .bgt)
    #expect(sheet.value("operator.bgt") == "7000000000000000000")
    // 8191 blocks of 2 s.
    #expect(sheet.value("operator.boostsFrom") == "1780288382")
    #expect(sheet.value("operator.rewardPerBlock") == "1519896757967377311")
    #expect(sheet.value("operator.dropDelaySeconds") == "16382")
  }

  @Test func `totalAssets without parts is an assumption, and said`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([
        (
          "pool",
          #"{"totalAssets": "300000000000000000000000", "totalSupply": "290000000000000000000000"}"#
        )
      ]))
    #expect(sheet.warnings.map(\.code) == [.partsAssumed])
  }

  @Test func `shares that nothing is behind have a price of 0`() throws {
    let sheet = try QuestionRun.projection(
      PoolScenarioTests.scenario([("pool", #"{"consensusDeposits": "0", "totalSupply": "5"}"#)]))
    #expect(sheet.value("end.sharePrice") == "0")
    #expect(sheet.value("realizedApr") == nil)
  }
}
