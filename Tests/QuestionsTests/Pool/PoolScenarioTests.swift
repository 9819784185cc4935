internal import Quantities
import Contracts
import Quantities
import Text
import Testing

@testable import Questions
@testable import Sheets

/// The scenario of a projection, good and bad.
///
///     good ── yields, revenue, path
///     bad  ── unknown key, at every level
///          ├─ wrong unit: milliseconds, percent for a fraction, decimals for wei
///          ├─ negative or missing value
///          ├─ two ways to say one thing
///          └─ impossible: out of order, shares without assets, a fee above the cap
@Suite struct PoolScenarioTests {
  /// A good scenario, one member a line, with some members replaced, added or (nil) left out.
  static func scenario(_ changes: [(String, String?)]) -> String {
    var members: [(String, String?)] = [
      ("start", "1780272000"), ("days", "10"),
      (
        "pool",
        #"{"consensusDeposits": "300000000000000000000000", "totalSupply": "290000000000000000000000"}"#
      ),
      ("protocolFeeBps", "1000"),
      ("sources", #"[{"name": "blocks", "grossApr": "0.08", "commissionBps": 500}]"#),
    ]
    for (key, value) in changes {
      if let index = members.firstIndex(where: { $0.0 == key }) {
        members[index].1 = value
      } else {
        members.append((key, value))
      }
    }
    let lines = members.compactMap { key, value in value.map { "  \"\(key)\": \($0)" } }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }

  @Test func `a good scenario has yields that add up`() throws {
    let sheet = try QuestionRun.projection(Self.scenario([]))
    #expect(sheet.value("grossApr") == "0.08")
    #expect(sheet.value("commissionApr") == "0.004")
    #expect(sheet.value("feeApr") == "0.0076")
    #expect(sheet.value("netApr") == "0.0684")
    #expect(sheet.rows("path").count == 11)
    #expect(sheet.warnings == [])
  }

  @Test func `an APY is stated up to an APR of 100`() throws {
    func yields(_ apr: String) throws -> (net: String?, path: String?, warnings: [String]) {
      let sources = #"[{"name": "x", "grossApr": "\#(apr)"}]"#
      let sheet = try QuestionRun.projection(
        Self.scenario([
          ("days", "1"), ("stepSeconds", "86400"), ("sources", sources), ("protocolFeeBps", "0"),
          (
            "pool",
            #"{"consensusDeposits": "365000000000000000000000", "totalSupply": "365000000000000000000000"}"#
          ),
        ]))
      return (sheet.value("netApy"), sheet.value("realizedApy"), sheet.warnings.map(\.description))
    }
    let apy = "241786627816465414384110775845187052951.289306644098168737"
    let highest = try yields("100")
    #expect(highest.net == apy && highest.path == apy && highest.warnings == [])
    let above = try yields("101")
    #expect(above.net == nil && above.path == nil)
    #expect(
      above.warnings
        == ["a net APR", "an APR of the path"].map {
          "yieldBeyondRange: \($0) of 101 is above 100, up to which an APY is stated"
        })
  }

  /// By Python's integers: 9,068 days of 5 / 365 each, rounded down, until 2^256 - 1 would be passed.
  @Test func `a path ends where no word holds the totals`() throws {
    let sheet = try QuestionRun.projection(
      Self.scenario([
        ("days", "36500"), ("protocolFeeBps", "0"),
        ("sources", #"[{"name": "x", "grossApr": "500%"}]"#),
        (
          "pool",
          #"{"consensusDeposits": "300000000000000000000000", "totalSupply": "300000000000000000000000"}"#
        ),
      ]))
    let path = sheet.rows("path")
    let last = "114461702925352152595186475311422572877888862005766018105619802613227443092876"
    #expect(path.count == 9_069)
    #expect(path.last?["totalAssets"]?.scalarText == last)
    #expect(path.last?["timestamp"]?.scalarText == "2563747200")
    #expect(sheet.value("endTime") == "2563747200")
    #expect(sheet.value("end.totalAssets") == last)
    #expect(
      sheet.warnings.first { $0.code == .beyondUint256 }?.message
        == "the projection ends before 2051-03-31T00:00:00Z, when the pool's totals would be more "
        + "than a uint256 holds, which no contract can come to")
  }

  @Test(arguments: [
    (
      "days", nil,
      "case.json:1:1: $.days: found nothing; expected the number of days to project, or end"
    ),
    (
      "horizonDays", "3",
      "case.json:7:3: $.horizonDays: found an unknown key; expected one of start, days, end, stepSeconds, protocolFeeBps, blockTime, boostsAfter, sources, auction, holder, events, pool"
    ),
    (
      "start", "1780272000000",
      "case.json:2:12: $.start: found \"1780272000000\", which looks like milliseconds; expected unix seconds (below 1e11)"
    ),
    (
      "start", "-5",
      "case.json:2:12: $.start: found \"-5\"; expected unix seconds or a UTC time such as 2026-05-01T12:00:00Z"
    ),
    ("start", nil, "case.json:1:1: $.start: found nothing; expected the start of the projection"),
    ("days", "0", "case.json:3:11: $.days: found \"0\"; expected a number of days from 1 to 36500"),
    (
      "end", "1780272001",
      "case.json:7:10: $.end: found \"1780272001\"; expected either days or end, not both"
    ),
    (
      "stepSeconds", "0",
      "case.json:7:18: $.stepSeconds: found 0; expected more than 0, and at most 200000 times over the horizon"
    ),
    (
      "protocolFeeBps", "1001",
      "case.json:5:21: $.protocolFeeBps: found 1001 bps; expected at most 1000 bps, the cap of the pool's rules"
    ),
    (
      "protocolFeeBps", "\"10.005%\"",
      "case.json:5:21: $.protocolFeeBps: found \"10.005%\"; expected a share in basis points from 0 to 10000 (500), or in percent (5%)"
    ),
    (
      "protocolFeeBps", "0.1",
      "case.json:5:21: $.protocolFeeBps: found \"0.1\"; expected a share in basis points from 0 to 10000 (500), or in percent (5%)"
    ),
    (
      "blockTime", "1963",
      "case.json:7:16: $.blockTime: found \"1963\"; expected seconds per block, more than 0 and at most 60"
    ),
    (
      "pool", nil,
      "case.json:1:1: $.pool: found nothing; expected the pool at the start: its assets and totalSupply"
    ),
    (
      "pool", "[]",
      "case.json:4:11: $.pool: found an array; expected an object: the pool at the start"
    ),
    (
      "pool", #"{"totalAssets": "5", "buffer": "5", "totalSupply": "5"}"#,
      "case.json:4:27: $.pool.totalAssets: found totalAssets and its parts; expected one or the other: the parts add up to the total"
    ),
    (
      "pool", #"{"totalAssets": "1.5", "totalSupply": "5"}"#,
      "case.json:4:27: $.pool.totalAssets: found \"1.5\", a number with a fraction; expected the total assets in wei: a whole number, written in decimal digits or as 0x..."
    ),
    (
      "pool", #"{"totalAssets": "5", "totalSupply": "5", "phase": "dead"}"#,
      "case.json:4:61: $.pool.phase: found \"dead\"; expected one of collecting, active, exited"
    ),
    (
      "sources", "{}",
      "case.json:6:14: $.sources: found an object; expected an array: sources of gross yield"
    ),
    (
      "sources", #"[{"grossApr": "-8%"}]"#,
      "case.json:6:28: $.sources[0].grossApr: found \"-8%\"; expected a yearly yield, 0 or more"
    ),
    (
      "sources", #"[{"grossApr": "-0.1"}]"#,
      "case.json:6:28: $.sources[0].grossApr: found \"-0.1\"; expected a yearly yield, 0 or more"
    ),
    (
      "sources", #"[{"grossApr": "0.1", "perDay": "5"}]"#,
      "case.json:6:45: $.sources[0].perDay: found \"5\"; expected either grossApr or perDay, not both"
    ),
    (
      "sources", #"[{"name": "x"}]"#,
      "case.json:6:15: $.sources[0].grossApr: found nothing; expected a yearly yield, or perDay in wei"
    ),
    (
      "sources", #"[{"gross": "0.1"}]"#,
      "case.json:6:16: $.sources[0].gross: found an unknown key; expected one of name, grossApr, perDay, commissionBps"
    ),
    (
      "sources", #"[{"grossApr": "0.1", "commission": 5}]"#,
      "case.json:6:35: $.sources[0].commission: found an unknown key; expected one of name, grossApr, perDay, commissionBps"
    ),
    (
      "auction", #"{"payout": "5"}"#,
      "case.json:7:14: $.auction.everySeconds: found nothing; expected seconds between two auctions, or usdPerDay"
    ),
    (
      "auction", #"{"everySeconds": 0}"#,
      "case.json:7:31: $.auction.everySeconds: found an auction every 0 s; expected more than 0 s, and at most 200000 auctions over the horizon"
    ),
    (
      "auction", #"{"beraPrice": "5"}"#,
      "case.json:7:28: $.auction.beraPrice: found \"5\"; expected usdPerDay as well, from which the claims follow"
    ),
    (
      "auction", #"{"usdPerDay": "5"}"#,
      "case.json:7:14: $.auction.beraPrice: found nothing; expected the USD price of one BERA"
    ),
    (
      "auction", #"{"usdPerDay": "5", "everySeconds": 5}"#,
      "case.json:7:49: $.auction.everySeconds: found \"5\"; expected either everySeconds or usdPerDay, not both"
    ),
    (
      "auction", #"{"usdPerDay": "5", "beraPrice": "0"}"#,
      "case.json:7:46: $.auction.beraPrice: found 0; expected more than 0"
    ),
    (
      "holder", #"{"shares": "290000000000000000000001"}"#,
      "case.json:7:24: $.holder.shares: found 290000000000000000000001; expected at most the pool's shares, 290000000000000000000000"
    ),
    (
      "holder", #"{"shares": "5", "assets": "5"}"#,
      "case.json:7:39: $.holder.assets: found \"5\"; expected either shares or assets, not both"
    ),
    (
      "holder", "{}",
      "case.json:7:13: $.holder.shares: found nothing; expected the holder's shares in base units, or assets in wei"
    ),
    (
      "events", #"[{"at": 1780272001, "deposit": "5", "holder": true}]"#,
      "case.json:7:59: $.events[0].holder: found true; expected a holder, whose event it is"
    ),
    (
      "events", #"[{"at": 1780272001, "action": "exit", "holder": true}]"#,
      "case.json:7:61: $.events[0].holder: found an action of the holder; expected a deposit, withdraw or redeem: the rest is not the holder's to do"
    ),
    (
      "boostsAfter", "\"5%\"",
      "case.json:7:18: $.boostsAfter: found a boost; expected no boost: rewards are constant in this era"
    ),
    (
      "start", "99999990000",
      "case.json:3:11: $.days: found 10; expected a projection that ends before the year 5138"
    ),
    (
      "events", #"[{"at": 1780272001, "deposit": "5", "redeem": "5"}]"#,
      "case.json:7:14: $.events[0]: found 2 actions; expected one of deposit, withdraw, redeem, action (pause, unpause or exit)"
    ),
    (
      "events", #"[{"at": 1780272001}]"#,
      "case.json:7:14: $.events[0]: found no action; expected one of deposit, withdraw, redeem, action (pause, unpause or exit)"
    ),
    (
      "events", #"[{"at": 1780272001, "deposit": null}]"#,
      "case.json:7:44: $.events[0].deposit: found null; expected one of deposit, withdraw, redeem, action (pause, unpause or exit)"
    ),
    (
      "events", "[null]",
      "case.json:7:14: $.events[0]: found null; expected an object: dated actions"
    ),
    (
      "events", #"[{"at": 1780272000000, "deposit": "5"}]"#,
      "case.json:7:21: $.events[0].at: found \"1780272000000\", which looks like milliseconds; expected unix seconds (below 1e11)"
    ),
    (
      "events", #"[{"at": 1780272009, "deposit": "5"}, {"at": 1780272008, "deposit": "5"}]"#,
      "case.json:7:57: $.events[1].at: found 2026-06-01T00:00:08Z; expected from 2026-06-01T00:00:09Z to 2026-06-11T00:00:00Z: in order, within the projection"
    ),
    (
      "events", #"[{"at": 1790272009, "deposit": "5"}]"#,
      "case.json:7:21: $.events[0].at: found 2026-09-24T17:46:49Z; expected from 2026-06-01T00:00:00Z to 2026-06-11T00:00:00Z: in order, within the projection"
    ),
    (
      "events", #"[{"at": 1780272009, "action": "stop"}]"#,
      "case.json:7:43: $.events[0].action: found \"stop\"; expected one of pause, unpause, exit"
    ),
  ])
  func `a fault is one error with its path`(key: String, value: String?, message: String) throws {
    let error = QuestionRun.error { try QuestionRun.projection(Self.scenario([(key, value)])) }
    let found = try #require(error)
    #expect(found == message, "\(found)")
    #expect(found.hasPrefix("case.json:"), "\(found)")
    #expect(!found.contains("\n"))
  }

  @Test func `an end is at most 36500 days away, as a number of days is`() throws {
    func error(_ end: String) -> String? {
      QuestionRun.error {
        try QuestionRun.projection(
          Self.scenario([("days", nil), ("end", end), ("stepSeconds", "86400000")]))
      }
    }
    #expect(error("4933872000") == nil)
    #expect(
      error("4933872001")
        == "case.json:6:10: $.end: found \"4933872001\"; expected an end at most 36500 days after the "
        + "start")
  }
}
