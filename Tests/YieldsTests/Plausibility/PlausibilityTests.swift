import FixedPoint
import Quantities
import Testing
import YieldKernels

@testable import Yields

/// Each rule just inside and just outside of its bound; the bounds and the evidence by hand.
struct PlausibilityTests {
  private static func integer(_ text: String) throws -> ExactInteger {
    try ExactInteger(parsing: text)
  }

  private static func price(_ text: String) throws -> Price { try Price(try Wad(parsing: text)) }

  @Test(arguments: [
    ("0", nil), ("1" + String(repeating: "0", count: 25), nil),
    ("1" + String(repeating: "0", count: 42), nil),
    (
      String(repeating: "9", count: 25),
      "rewardRate looks like 1e18 scale: as given, the vault emits 1e-11 tokens per second; in 1e18 "
        + "scale it would be 1e7 per second (multiply by 1e18)" as String?
    ),
  ])
  func `a rate within its bounds`(raw: String, message: String?) throws {
    let found = Plausibility.rate(try RewardRate(raw: try Self.integer(raw)), .rewardRate)
    guard message != nil else {
      #expect(found == nil)
      return
    }
    // 1e7 tokens per second are no likely reading either.
    #expect(
      found?.message
        == "rewardRate is implausibly small: as given, the vault emits 1e-11 tokens per second")
  }

  @Test func `a rate in another scale, with the reading`() throws {
    func message(_ raw: String) throws -> String? {
      Plausibility.rate(try RewardRate(raw: try Self.integer(raw)), .targetRate)?.message
    }
    #expect(
      try message("115740740740740")
        == "targetRate looks like 1e18 scale: as given, the vault emits 1.2e-22 tokens per second; "
        + "in 1e18 scale it would be 1.2e-4 per second (multiply by 1e18)")
    #expect(
      try message("2")
        == "targetRate looks like whole tokens: as given, the vault emits 2e-36 tokens per second; "
        + "in whole tokens it would be 2 per second (multiply by 1e36)")
    #expect(
      try message("1" + String(repeating: "0", count: 41) + "1")
        == "targetRate is implausibly large: as given, the vault emits 1000000 tokens per second")
    #expect(
      try message("3" + String(repeating: "0", count: 53))
        == "targetRate looks scaled by 1e18 once too often: as given, the vault emits 3e17 tokens per "
        + "second; divided by 1e18 it would be 0.3 per second")
  }

  @Test func `an amount in wei, in whole tokens, and scaled twice`() throws {
    func warning(_ raw: String) throws -> Warning? {
      Plausibility.amount(try Self.integer(raw), "totalAssets")
    }
    #expect(try warning("0") == nil)
    #expect(try warning("1000000000000") == nil)
    #expect(
      try warning("999999999999")
        == Warning(
          .amountScale,
          "totalAssets looks like whole tokens: as given it is 1e-6 BERA; multiplied by 1e18 it "
            + "would be 999999999999 BERA", field: "totalAssets"))
    #expect(try warning("1" + String(repeating: "0", count: 30)) == nil)
    #expect(
      try warning("301500" + String(repeating: "0", count: 36))
        == Warning(
          .amountScale,
          "totalAssets looks scaled by 1e18 once too often: as given it is 3e23 BERA; divided by "
            + "1e18 it would be 301500 BERA", field: "totalAssets"))
  }

  @Test func `the largest word, and the next number`() {
    let limit = ExactInteger.one.shiftedLeft(by: 256)
    #expect(Plausibility.word(limit - 1, "reward") == nil)
    #expect(
      Plausibility.word(limit, "reward")
        == Warning(
          .beyondUint256,
          "reward has 257 bits: no uint256 holds it, so no contract can have returned it; the "
            + "figures are a hypothetical", field: "reward"))
    // An amount that no word holds is not also in the wrong scale.
    #expect(Plausibility.amount(limit, "reward")?.code == .beyondUint256)
  }

  @Test func `prices of feeds, with every likely reading`() throws {
    func message(_ text: String) throws -> String? {
      Plausibility.price(try Self.price(text), .stakePrice)?.message
    }
    #expect(try message("99999999.999999999999999999") == nil)
    #expect(
      try message("100000000")
        == "stakePrice looks like a raw integer: as given, one token costs 1e8 USD; prices are "
        + "decimal text, here perhaps 100 (raw 1e6) or 1 (raw 1e8) or 0.01 (raw 1e10)")
    #expect(try message("22384558000000")?.contains("223845.58 (raw 1e8)") == true)
    #expect(try message("223845580000")?.contains("223845.58 (raw 1e6)") == true)
    #expect(
      try message("7800000000000000000")
        == "stakePrice looks like a raw integer: as given, one token costs 7.8e18 USD; prices are "
        + "decimal text, here perhaps 7.8 (raw 1e18)")
    // What a reward costs is told apart sooner: 7.8 USD of a feed of 6 decimals.
    #expect(Plausibility.price(try Self.price("999999.999999999999999999"), .rewardPrice) == nil)
    #expect(
      Plausibility.price(try Self.price("7800000"), .rewardPrice)?.message.hasSuffix(
        "here perhaps 7.8 (raw 1e6) or 0.078 (raw 1e8) or 7.8e-4 (raw 1e10)") == true)
    #expect(Plausibility.price(try Self.price("1000000"), "tokenPrice")?.code == .priceScale)
    #expect(try message("2000000") == nil)
    // 1e30 is likely in no scale of a feed.
    #expect(
      try message("1" + String(repeating: "0", count: 30))
        == "stakePrice looks like a raw integer: as given, one token costs 1e30 USD; prices are "
        + "decimal text")
  }

  private static func stake(_ raw: String, _ decimals: Int, _ price: String) throws -> Warning? {
    Plausibility.stake(
      try TokenAmount(raw: try integer(raw), decimals: try TokenDecimals(decimals)),
      try self.price(price))
  }

  @Test func `every likely number of decimals is named, the nearest first`() throws {
    // 50 BTC of 8 decimals, read as 18.
    #expect(
      try Self.stake("5000000000", 18, "60000")
        == Warning(
          .stakeDecimals,
          "stakeDecimals may be wrong: with 18 decimals 5e-9 tokens worth 3e-4 USD are staked; with "
            + "8 decimals it would be 50 tokens worth 3000000 USD; with 6 decimals it would be 5000 "
            + "tokens worth 3e8 USD", field: .stakeDecimals))
  }

  @Test func `a stake in whole tokens, alone and among decimals`() throws {
    #expect(
      try Self.stake("598", 18, "1")
        == Warning(
          .amountScale,
          "totalSupply looks like whole tokens: with 18 decimals 6e-16 tokens worth 6e-16 USD are "
            + "staked; in whole tokens it would be 598 tokens worth 600 USD (multiply by 1e18)",
          field: .totalSupply))
    let both = try Self.stake("598", 18, "223845.58")
    #expect(both?.code == .stakeDecimals)
    #expect(
      both?.message.hasSuffix(
        "with 6 decimals it would be 6e-4 tokens worth 130 USD; in whole tokens it would be 598 tokens "
          + "worth 1.3e8 USD") == true)
  }

  @Test func `a commission at the cap, and above it`() throws {
    #expect(Plausibility.commission(try BasisPoints(2000), cap: 2000, "commission") == nil)
    #expect(
      Plausibility.commission(try BasisPoints(2001), cap: 2000, "commissionBps", of: "blocks")
        == Warning(
          .commissionCap,
          "the commission on blocks is 2001 bps, above the protocol's cap of 2000 bps",
          field: "commissionBps"))
  }

  @Test func `a stake at its bounds`() throws {
    // 1 USD is no dust; the last unit below is, and no other decimals explain it.
    #expect(try Self.stake("1", 0, "1") == nil)
    #expect(try Self.stake("999999999999999999", 18, "1")?.code == .stakeDecimals)
    #expect(try Self.stake("1", 1, "1")?.code == .dustStake)
    // 1e13 USD is the last plausible value; with 18 decimals it would be 1e-5 USD.
    #expect(try Self.stake("10000000000000", 0, "1") == nil)
    #expect(try Self.stake("10000000000001", 0, "1")?.code == .stakeDecimals)
    // Exactly 100 USD and exactly 1e10 USD explain nothing.
    #expect(try Self.stake("100000000", 17, "1")?.code == .amountScale)
    #expect(try Self.stake("100000001", 17, "1")?.message.contains("with 6 decimals") == true)
    #expect(try Self.stake("10000000000000000", 17, "1")?.message.contains("with 6") == false)
    #expect(try Self.stake("0", 18, "1") == nil)
  }

  @Test func `a stake that no vault holds is scaled once too often`() throws {
    // A stake of 598 tokens and 134 million USD, times 1e18.
    #expect(
      try Self.stake("598626940947001140289" + String(repeating: "0", count: 18), 18, "223845.58")
        == Warning(
          .amountScale,
          "totalSupply looks scaled once too often: with 18 decimals 6e20 tokens worth 1.3e26 USD "
            + "are staked, more than any vault holds; divided by 1e18 it would be 600 tokens worth "
            + "1.3e8 USD", field: .totalSupply))
    #expect(try Self.stake("10000000000000" + String(repeating: "0", count: 18), 18, "1") == nil)
    #expect(
      try Self.stake("1" + String(repeating: "0", count: 40), 18, "1")?.code == .amountScale)
  }

  @Test func `the decimals of an incentive token by its bid`() throws {
    func warning(_ rate: String, _ decimals: Int) throws -> Warning? {
      Plausibility.offer(
        try IncentiveOffer(
          token: "USDC", decimals: try TokenDecimals(decimals), price: try Self.price("1"),
          incentiveRate: try Self.integer(rate), amountRemaining: 1))
    }
    #expect(try warning("1900000", 6) == nil)
    #expect(
      try warning("1900000", 18)
        == Warning(
          .tokenDecimals,
          "tokenDecimals may be wrong: with 18 decimals USDC bids 1.9e-12 USD for a reward token; "
            + "with 8 decimals it would be 0.019 USD; with 6 decimals it would be 1.9 USD",
          field: "tokenDecimals"))
    // 1e-6 USD is the least plausible bid; below it 6 decimals make 999999 USD, no likely bid,
    // and 8 make 9999.
    #expect(try warning("1000000000000", 18) == nil)
    #expect(
      try warning("999999999999", 18)?.message.contains("with 8 decimals it would be 10000 USD")
        == true)
    #expect(try warning("0", 18) == nil)
  }

  @Test func `a period that ends within a year, and later`() throws {
    let now = try Timestamp(1_750_000_000)
    #expect(Plausibility.period(try Timestamp(1_750_000_000 + 31_536_000), at: now) == nil)
    #expect(
      Plausibility.period(try Timestamp(1_750_000_000 + 31_536_001), at: now)?.code == .periodFar)
    #expect(
      Plausibility.period(try Timestamp(4_000_000_000), at: now)
        == Warning(
          .periodFar,
          "the period ends in 26041 d 16 h; a contract sets 3 to 7 d, longer only in target-rate mode",
          field: .periodFinish))
    #expect(
      Plausibility.period(now, at: now)?.message
        == "periodFinish 2025-06-15T15:06:40Z passed 0 s before the evaluation at "
        + "2025-06-15T15:06:40Z: nothing is emitted any more")
  }

  @Test func `a century, and a second more`() throws {
    #expect(Plausibility.duration(3_153_600_000, "duration") == nil)
    #expect(
      Plausibility.duration(3_153_600_001, "duration")
        == Warning(
          .beyondCentury, "the duration is 100 years, longer than anything that runs",
          field: "duration"))
    #expect(Plausibility.runway(ExactRational(36_500), of: "USDC") == nil)
    #expect(
      Plausibility.runway(ExactRational(36_501), of: "USDC")?.message
        == "the runway of USDC is 100 years, longer than anything that runs")
  }

  @Test(arguments: [
    (1, 2, false), (499, 1_000, true), (10, 1, false), (10_001, 1_000, true), (5, 0, false),
  ])
  func `a share price near 1`(assets: Int, supply: Int, isDoubted: Bool) throws {
    let price = try PoolSharePrice(
      totalAssets: ExactInteger(assets), totalSupply: ExactInteger(supply))
    #expect((Plausibility.sharePrice(price)?.code == .sharePriceFar) == isDoubted)
  }

  @Test func `prices in each other's place`() throws {
    func warning(_ reward: String, _ stake: String) throws -> Warning? {
      var snapshot = try VaultReportTests.documentation()
      (snapshot.rewardPrice, snapshot.stakePrice) = (try Self.price(reward), try Self.price(stake))
      let apr = try #require(snapshot.apr(status: .active, year: .days365))
      return Plausibility.exchangedPrices(of: snapshot, apr: apr, year: .days365)
    }
    #expect(try warning("7.8", "223845.58") == nil)
    #expect(
      try warning("223845.58", "7.8")
        == Warning(.pricesSwapped, "with the prices exchanged the APR would be 50.0205 %"))
    // A huge APR that exchanged prices do not explain, and one that they explain from below.
    #expect(try warning("7.8", "0.1") == nil)
    #expect(try warning("0.000001", "223845.58") == nil)
    #expect(try warning("0.01", "1000000")?.code == nil)
  }

  @Test func `a notification that lowers the running rate`() throws {
    var running = EmissionPeriod.none
    running.rewardRate = try RewardRate(raw: ExactInteger.powerOfTen(36))
    running.periodFinish = 1_001
    let (now, half) = (
      try Timestamp(1_000), try RewardRate(raw: ExactInteger(5) * ExactInteger.powerOfTen(35))
    )
    #expect(
      Plausibility.lowering(running, to: half, at: now)?.message.hasPrefix(
        "the notification lowers the running rate by 50 %, from 1000000000") == true)
    #expect(Plausibility.lowering(running, to: running.rewardRate, at: now) == nil)
    running.periodFinish = 1_000
    #expect(Plausibility.lowering(running, to: half, at: now) == nil)
  }
}
