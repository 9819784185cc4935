import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing

@testable import Bulk

/// Rows against single reports of the same values.
@Suite struct CSVReportTests {
  @Test("every metric is the single report's", arguments: [true, false])
  func metrics(fast: Bool) throws {
    var random = SeededGenerator(seed: 77)
    let header = "reward_rate,period_finish,total_supply,reward_price,stake_price,stake_decimals\n"
    var input = header
    var reports: [VaultReport] = []
    let commission = try BasisPoints(1_234)
    let convention = YieldConvention(
      time: try Timestamp(CSVInMemory.time), year: .days365And6Hours, commission: commission)
    for _ in 0..<300 {
      let rate = UInt128.random(in: 0...(1 << 118), using: &random)
      let finish = CSVInMemory.time + UInt64.random(in: 0...100, using: &random) - 20
      let supply =
        Int.random(in: 0..<10, using: &random) == 0
        ? 0 : UInt128.random(in: 1...(1 << 70), using: &random)
      let (price, unit) = (
        Wad(raw: ExactInteger(UInt64.random(in: 0...UInt64.max, using: &random))),
        Wad(raw: ExactInteger(UInt64.random(in: 1...UInt64.max, using: &random)))
      )
      let decimals = [0, 6, 8, 18, 30].randomElement(using: &random) ?? 18
      input += "\(rate),\(finish),\(supply),\(price.text()),\(unit.text()),\(decimals)\n"
      let snapshot = VaultSnapshot(
        rewardRate: try RewardRate(raw: ExactInteger(rate)), periodFinish: try Timestamp(finish),
        totalSupply: try TokenAmount(
          raw: ExactInteger(supply), decimals: try TokenDecimals(decimals)),
        rewardPrice: try Price(price), stakePrice: try Price(unit))
      reports.append(try VaultReport(evaluating: snapshot, under: convention))
    }
    let run = try CSVInMemory.run(Array(input.utf8), fast: fast) {
      $0.metrics = FigureKey.columns
      $0.commission = commission
      $0.year = .days365And6Hours
    }
    let rows = try VectorRow.all(of: run.text, source: "out.csv")
    #expect(rows.count == reports.count && run.rejects.isEmpty)
    for (row, report) in zip(rows, reports) {
      #expect(Array(row.fields.dropFirst(6)) == Self.figures(of: report), "\(row)")
    }
  }

  static func figures(of report: VaultReport) -> [String] {
    FigureKey.columns.map { metric in
      switch metric {
      case .apr: report.apr?.wad.text() ?? ""
      case .aprPercent: report.apr.map { Wad(raw: $0.wad.rawValue * 100).text() } ?? ""
      case .active: report.isActive ? "true" : "false"
      case .status: String(describing: report.status)
      case .tvlUsd: report.tvl.wad.text()
      case .rewardsPerDay: report.rewardsPerDay.text()
      case .rewardsPerYear: report.rewardsPerYear.text()
      case .rewardsPerDayUsd: report.rewardsPerDayUSD.wad.text()
      case .rewardsPerYearUsd: report.rewardsPerYearUSD.wad.text()
      case .apyDaily: report.apyDaily?.wad.text() ?? ""
      case .apyContinuous: report.apyContinuous?.wad.text() ?? ""
      case .netApr: report.netAPR?.wad.text() ?? ""
      case .netApy: report.netAPY?.wad.text() ?? ""
      case .secondsLeft: report.secondsLeft?.description ?? ""
      case .warnings: report.warnings.map(\.code.rawValue).joined(separator: ";")
      default: "no column"
      }
    }
  }

  /// The APR is rate / 1e36 of a stake of a year of seconds: exactly 100, above it before it is
  /// rounded down, and above it as printed.
  @Test("an APY is stated up to an APR of 100", arguments: [true, false])
  func stated(fast: Bool) throws {
    let apy = "241786627816465414384110775845187052951.289306644098168737"
    let rates = [
      ("1" + String(repeating: "0", count: 38), "100,\(apy),"),
      ("1" + String(repeating: "0", count: 37) + "1", "100,\(apy),"),
      ("100000000000000000001000000000000000000", "100.000000000000000001,,yieldBeyondRange"),
      ("1" + String(repeating: "0", count: 44), "100000000,,rewardRateScale;yieldBeyondRange"),
    ]
    let header = "reward_rate,period_finish,total_supply,reward_price,stake_price\n"
    func row(_ rate: String) -> String {
      "\(rate),\(CSVInMemory.time + 1),31536000000000000000000000,1,1"
    }
    let run = try CSVInMemory.run(
      Array((header + rates.map { row($0.0) + "\n" }.joined()).utf8), fast: fast
    ) { $0.metrics = [.apr, .apyDaily, .warnings] }
    let lines = run.text.split(separator: "\n").dropFirst()
    #expect(lines.map(String.init) == rates.map { "\(row($0.0)),\($0.1)" })
  }
}
