import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields
@testable import Faults

/// Reports against figures made by Python integers and mpmath (`Tests/Vectors/generators/vault_reports.py`).
struct VaultReportTests {
  private static func report(_ row: VectorRow) throws -> VaultReport {
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try row.integer("rewardRate")),
      periodFinish: try row.valueIfPresent("periodFinish") { UInt64($0) }.map { try Timestamp($0) },
      totalSupply: try row.stake("totalSupply"),
      rewardPrice: try row.price("rewardPrice"), stakePrice: try row.price("stakePrice"))
    return try VaultReport(
      evaluating: snapshot,
      under: YieldConvention(
        time: try row.timestamp("time"), year: try YearLength(seconds: try row.seconds("year")),
        compounding: try row.valueIfPresent("periods") { Int($0) }))
  }

  @Test func `every figure equals Python's`() throws {
    let rows = try VectorRow.all(in: "vault_reports.csv")
    #expect(rows.count == 300)
    var compounded = 0
    for row in rows {
      let report = try Self.report(row)
      let staker = try report.staker(balance: try row.stake("balance"))
      let dilution = try report.dilution(byDeposit: try row.stake("deposit"))
      let figures: [(String, String?)] = [
        ("status", "\(report.status)"), ("apr", report.apr?.description),
        ("tvl", report.tvl.description), ("perDay", report.rewardsPerDay.text()),
        ("perYear", report.rewardsPerYear.text()),
        ("perDayUsd", report.rewardsPerDayUSD.description),
        ("perYearUsd", report.rewardsPerYearUSD.description),
        ("share", staker.share?.text()),
        ("stakerUntilFinish", staker.rewardsUntilFinish?.text()),
        ("stakerPerDay", staker.rewardsPerDay.text()),
        ("dilutedApr", dilution.apr?.description),
      ]
      for (name, value) in figures {
        #expect(try value ?? "" == row.text(name), "\(row.place), \(name)")
      }
      let yields: [(String, APY?)] = [
        ("apyDaily", report.apyDaily), ("apyContinuous", report.apyContinuous),
        ("apy", report.apy),
      ]
      compounded += report.apyDaily == nil ? 0 : 1
      for (name, yield) in yields {
        #expect(try yield?.description ?? "" == row.text(name), "\(row.place), \(name)")
      }
    }
    #expect(compounded >= 200)
  }

  @Test func `a stake price of zero is an error, whatever else holds`() throws {
    var snapshot = try Self.documentation()
    snapshot.stakePrice = .zero
    let convention = YieldConvention(time: try Timestamp(1))
    #expect(throws: Fault.zeroStakePrice) {
      try VaultReport(evaluating: snapshot, under: convention)
    }
    snapshot.totalSupply = try TokenAmount(raw: 0, decimals: .eighteen)
    #expect(throws: Fault.zeroStakePrice) {
      try VaultReport(evaluating: snapshot, under: convention)
    }
  }

  @Test func `a balance above the whole stake is an error`() throws {
    let report = try VaultReport(
      evaluating: try Self.documentation(), under: YieldConvention(time: try Timestamp(1)))
    let whole = report.snapshot.totalSupply
    #expect(try report.staker(balance: whole).share == .one)
    let more = try TokenAmount(raw: whole.raw + 1, decimals: whole.decimals)
    #expect(throws: Fault.self) { try report.staker(balance: more) }
    let six = try TokenAmount(raw: 1, decimals: try TokenDecimals(6))
    #expect(throws: Fault.decimalsMismatch(left: 6, right: 18)) {
      try report.staker(balance: six)
    }
  }

  static func documentation() throws -> VaultSnapshot {
    VaultSnapshot(
      rewardRate: try RewardRate(raw: 272_490_527_103_681_170_793_308_992_914_391_673),
      periodFinish: nil,
      totalSupply: try TokenAmount(raw: 598_626_940_947_001_140_289, decimals: .eighteen),
      rewardPrice: try Price(try Wad(parsing: "7.8")),
      stakePrice: try Price(try Wad(parsing: "223845.58")))
  }
}
