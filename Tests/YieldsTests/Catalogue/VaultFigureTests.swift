import FixedPoint
import Quantities
import Testing

@testable import Yields

/// The one list of figures.
@Suite struct VaultFigureTests {
  @Test func `a report's figures are in the list's order, each once`() {
    let keys = VaultFigure.all.map(\.key)
    #expect(keys == FigureKey.allCases.filter(keys.contains))
    #expect(Set(keys).count == keys.count)
    #expect(
      Set(FigureKey.allCases).subtracting(keys) == [
        .emissionRate, .emissionDurationSeconds, .poolNetApr, .poolNetApy, .warnings,
        .conventions, .figure, .difference, .hypotheses,
      ])
  }

  @Test(arguments: [FigureKey.columns + FigureKey.comparison, FigureKey.metrics])
  func `columns and metrics are each once, and spelled by rule`(list: [FigureKey]) {
    #expect(Set(list).count == list.count)
    for key in list { #expect(FigureKey(spelled: key.column) == key) }
    #expect(FigureKey.rewardsPerDayUsd.column == "rewards_per_day_usd")
  }

  @Test func `every column of a row is a figure of a report`() {
    #expect(FigureKey.columns.allSatisfy { VaultFigure.with($0) != nil })
  }

  @Test(arguments: FigureKey.allCases)
  func `every figure has a title and a sentence`(key: FigureKey) {
    #expect(!key.title.isEmpty)
    #expect(key.meaning.hasSuffix("."))
  }

  @Test func `compounding is stated where the convention names one`() throws {
    let time = try Timestamp(1_740_000_000)
    let plain = VaultFigure.all(under: YieldConvention(time: time)).map(\.key)
    let monthly = VaultFigure.all(under: YieldConvention(time: time, compounding: 12)).map(\.key)
    #expect(Set(monthly).subtracting(plain) == [.apy, .compounding])
    let net = VaultFigure.all(under: YieldConvention(time: time, commission: .zero)).map(\.key)
    #expect(Set(net).subtracting(plain) == [.commissionBps, .netApr, .netApy])
  }

  static func report(compounding: Int?, supply: ExactInteger = .powerOfTen(18)) throws
    -> VaultReport
  {
    let snapshot = VaultSnapshot(
      vault: "0xab", rewardRate: try RewardRate(raw: .powerOfTen(28)),
      periodFinish: try Timestamp(1_750_000_100),
      totalSupply: try TokenAmount(raw: supply, decimals: .eighteen),
      rewardPrice: try Price(Wad(2)), stakePrice: try Price(Wad(4)))
    return try VaultReport(
      evaluating: snapshot,
      under: YieldConvention(time: try Timestamp(1_750_000_000), compounding: compounding))
  }

  static func texts(_ report: VaultReport) -> [String: String] {
    let figures = VaultFigure.all(under: report.convention)
    return Dictionary(
      uniqueKeysWithValues: figures.map { ($0.key.rawValue, $0.value(report)?.text ?? "-") })
  }

  /// 1e-8 tokens a second at 2 USD on a stake of one token at 4 USD: 31536000 * 2e-8 / 4 = 0.15768.
  @Test func `the figures of a vault by hand`() throws {
    let texts = Self.texts(try Self.report(compounding: 1))
    #expect(
      texts == [
        "vault": "0xab", "name": "-", "status": "active", "active": "true", "apr": "0.15768",
        "aprPercent": "15.768", "apyDaily": texts["apyDaily"] ?? "",
        "apyContinuous": texts["apyContinuous"] ?? "", "apy": "0.15768", "compounding": "1",
        "tvlUsd": "4", "rewardsPerDay": "0.000864", "rewardsPerYear": "0.31536",
        "rewardsPerDayUsd": "0.001728", "rewardsPerYearUsd": "0.63072",
        "periodFinish": "1750000100", "secondsLeft": "100", "evaluatedAt": "1750000000",
        "yearSeconds": "31536000",
      ])
    let report = try Self.report(compounding: 1)
    #expect(texts["apyDaily"] == report.apyDaily?.wad.text())
    #expect(texts["apyContinuous"] == report.apyContinuous?.wad.text())
  }

  @Test func `without a stake there is no yield, and that is not zero`() throws {
    let texts = Self.texts(try Self.report(compounding: 12, supply: 0))
    for key in ["apr", "aprPercent", "apyDaily", "apyContinuous", "apy"] {
      #expect(texts[key] == "-")
    }
    #expect(texts["status"] == "noStake" && texts["rewardsPerYear"] == "0")
  }
}

/// The one rule by which a value becomes text.
@Suite struct FigureValueTests {
  @Test(arguments: [
    (FigureValue.decimal(Wad(raw: 2_500_000_000_000_000_000)), "2.5"),
    (.integer(.powerOfTen(40)), "1" + String(repeating: "0", count: 40)), (.count(7), "7"),
    (.flag(true), "true"), (.text("a b"), "a b"), (FigureValue(raw: 15, decimals: 0), "15"),
    (FigureValue(raw: 15, decimals: 18), "0.000000000000000015"),
  ])
  func `one rule makes text of a value`(value: FigureValue, text: String) {
    #expect(value.text == text)
  }

  @Test func `a number has its units back`() {
    #expect(
      FigureValue(raw: 15, decimals: 18).raw == 15 && FigureValue(raw: 15, decimals: 0).raw == 15)
    #expect(FigureValue.count(3).raw == 3)
    #expect(FigureValue.flag(true).raw == nil && FigureValue.text("1").raw == nil)
  }
}
