import FixedPoint
import Foundation
import Yields
import Quantities
import TestSupport
import Testing
import YieldKernels
@testable import Faults

/// Reports against figures made by Python integers and mpmath (`Scripts/make-vault-vectors.py`).
struct VaultReportTests {
  /// One recorded vault: its columns by name.
  private struct Recorded {
    let line: Int
    let values: [String: String]

    subscript(_ column: String) -> String { values[column] ?? "" }

    func integer(_ column: String) throws -> ExactInteger {
      try ExactInteger(parsing: self[column])
    }

    func seconds(_ column: String) throws -> UInt64 {
      try #require(UInt64(self[column]))
    }

    func snapshot() throws -> VaultSnapshot {
      let decimals = try TokenDecimals(try #require(Int(self["stakeDecimals"])))
      return VaultSnapshot(
        rewardRate: try RewardRate(raw: try integer("rewardRate")),
        periodFinish: self["periodFinish"].isEmpty
          ? nil : try Timestamp(try seconds("periodFinish")),
        totalSupply: try TokenAmount(raw: try integer("totalSupply"), decimals: decimals),
        rewardPrice: try Price(try Wad(parsing: self["rewardPrice"])),
        stakePrice: try Price(try Wad(parsing: self["stakePrice"])))
    }

    func report() throws -> VaultReport {
      try VaultReport(
        evaluating: try snapshot(),
        under: YieldConvention(
          time: try Timestamp(try seconds("time")),
          year: try YearLength(seconds: try seconds("year")),
          compounding: Int(self["periods"])))
    }
  }

  private static func recorded() throws -> [Recorded] {
    let lines = String(decoding: try VectorFile.bytes("vault_reports.csv"), as: UTF8.self)
      .split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    return lines.dropFirst().enumerated().map { index, fields in
      Recorded(
        line: index + 2,
        values: Dictionary(zip(lines[0], fields), uniquingKeysWith: { first, _ in first }))
    }
  }

  @Test func `every figure equals Python's`() throws {
    let rows = try Self.recorded()
    #expect(rows.count == 300)
    for row in rows {
      let report = try row.report()
      let decimals = report.snapshot.totalSupply.decimals
      let staker = try report.staker(
        balance: try TokenAmount(raw: try row.integer("balance"), decimals: decimals))
      let dilution = try report.dilution(
        byDeposit: try TokenAmount(raw: try row.integer("deposit"), decimals: decimals))
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
        #expect(value ?? "" == row[name], "line \(row.line), \(name)")
      }
      // The oracle leaves APYs of absurd APRs out.
      guard !row["apyDaily"].isEmpty else { continue }
      #expect(report.apyDaily?.description == row["apyDaily"], "line \(row.line)")
      #expect(report.apyContinuous?.description == row["apyContinuous"], "line \(row.line)")
      #expect(report.apy?.description == row["apy"], "line \(row.line)")
    }
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
